using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Reviews;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.Assessments;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Features.Reviews.Differences;

/// <param name="Mine">The tier in which the reader judges; null for everybody else.</param>
public sealed record DifferenceView(
    Guid AssessmentId, string UnitName, string UnitShortName, int Year, AssessmentStatus Status, DifferenceTable Table, ReviewTier? Mine, bool IsUnit);

/// <summary>Selisih: TPI, administrator and the instansi's head read it at any time, the unit once the LHE is out.</summary>
public sealed class DifferenceQueries(IDbContextFactory<AppDbContext> dbFactory, Authorizer authorizer, SheetKeeper sheets)
{
    /// <exception cref="ForbiddenException">Another unit's sheet, or one whose LHE is not out yet.</exception>
    public async Task<DifferenceView> LoadAsync(Guid assessmentId, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        var sheet = await sheets.OpenAsync(db, assessmentId, ct);
        var actor = await authorizer.RequireAsync(db, who => who.MaySee(sheet.Unit.Id), ct);
        var isUnit = actor.BelongsTo(sheet.Unit.Id);
        if (!actor.SeesTpi(sheet.Unit.Id, sheet.Assessment.Status))
        {
            throw new ForbiddenException(ReviewProblems.DifferencesAfterLhe);
        }

        var answers = await db.Answers.AsNoTracking().Where(answer => answer.AssessmentId == assessmentId).ToListAsync(ct);
        return new(
            assessmentId, sheet.Unit.Name, sheet.Unit.ShortName, sheet.Period.Year, sheet.Assessment.Status,
            new(sheet.Instrument, answers.GroupBy(answer => answer.Layer)
                .ToDictionary(of => of.Key, of => (IReadOnlyDictionary<string, Answer>)of.ToDictionary(answer => answer.QuestionCode))),
            actor.DutyOn(sheet.Unit.Id)?.Tier, isUnit);
    }
}
