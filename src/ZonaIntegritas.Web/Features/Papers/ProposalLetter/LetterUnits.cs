using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.Papers.Typed;

namespace ZonaIntegritas.Web.Features.Papers.ProposalLetter;

/// <param name="Total">By TPI's judgement, as the LHE stands.</param>
/// <param name="LheOn">When the LHE was issued, on the unit's calendar.</param>
public sealed record LetterUnit(string Name, string Target, decimal? Total, DateOnly? LheOn);

/// <summary>The units that one letter and one SPTJM name.</summary>
public sealed record LetterFacts(int Year, IReadOnlyList<LetterUnit> Units);

/// <summary>Reads which units a letter of a period names. Asks nobody's leave: the caller has.</summary>
internal static class LetterUnits
{
    public static async Task<LetterFacts> ReadAsync(AppDbContext db, Guid periodId, PaperInput input, CancellationToken ct)
    {
        var year = await db.Periods.Where(period => period.Id == periodId).Select(period => period.Year).SingleAsync(ct);
        var found = await (
            from sheet in In(db, periodId, input[PaperFields.Units])
            join unit in db.WorkUnits on sheet.UnitId equals unit.Id
            orderby sheet.Target, unit.Name, sheet.Id
            select new
            {
                unit.Name, unit.Zone, sheet.Target, sheet.ConcludedAt,
                Total = db.StoredScores.Where(score => score.AssessmentId == sheet.Id && score.Layer == Layer.Tpi).Select(score => (decimal?)score.Total).FirstOrDefault(),
            }).AsNoTracking().ToListAsync(ct);
        return new(year, [.. found.Select(unit => new LetterUnit(
            unit.Name, unit.Target, unit.Total, unit.ConcludedAt is { } at ? Domain.Common.IndonesianZones.Today(unit.Zone, at) : null))]);
    }

    public static Task<int> CountAsync(AppDbContext db, Guid periodId, PaperInput input, CancellationToken ct) =>
        In(db, periodId, input[PaperFields.Units]).CountAsync(ct);

    /// <summary>What was refused or withdrawn by TPN is nothing to propose.</summary>
    private static IQueryable<Assessment> In(AppDbContext db, Guid periodId, string choice)
    {
        var (ready, proposed) = (choice is PaperFields.Ready or PaperFields.Both, choice is PaperFields.Proposed or PaperFields.Both);
        return db.Assessments.Where(sheet => sheet.PeriodId == periodId
            && ((ready && sheet.Status == AssessmentStatus.Concluded && sheet.Outcome == LheOutcome.Eligible)
                || (proposed && (sheet.Status == AssessmentStatus.Proposed || sheet.Status == AssessmentStatus.AtTpn))));
    }
}
