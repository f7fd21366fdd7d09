using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.WorkUnits;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Features.Proposals.Journey;

/// <summary>A unit whose LHE says that it may be proposed.</summary>
public sealed record ReadyRow(Guid AssessmentId, string Unit, string UnitName, string Target, decimal? Total, DateOnly? ProposeUntil);

/// <summary>A sheet that was proposed, wherever it is now.</summary>
public sealed record ProposedRow(
    Guid AssessmentId, string Unit, string UnitName, string Target, AssessmentStatus Status, LheOutcome? Outcome, DateOnly? LetterOn, string Letter);

/// <param name="Years">Years of periods with an LHE, newest first.</param>
/// <param name="MayPropose">Whether the reader sends the letter; the head of one unit only reads.</param>
public sealed record ProposalPage(IReadOnlyList<int> Years, int? Year, bool MayPropose, RowPage<ReadyRow> Ready, RowPage<ProposedRow> Proposed);

/// <summary>What can be proposed and what became of it, for those who propose.</summary>
public sealed class ProposalQueries(IDbContextFactory<AppDbContext> dbFactory, Authorizer authorizer)
{
    public const int Size = 25;

    private static readonly IReadOnlyList<AssessmentStatus> OnTheirWay = [.. SheetLife.AfterLhe.Where(status => status != AssessmentStatus.Concluded)];

    /// <param name="readyPage">From 1.</param>
    public async Task<ProposalPage> LoadAsync(int? year, int readyPage, int proposedPage, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        var actor = await authorizer.RequireAsync(db, who => who.SeesAllUnits || who.Role == Role.Pimpinan, ct);
        var units = Units(db, actor);
        var years = await db.Periods
            .Where(period => db.Assessments.Any(sheet =>
                sheet.PeriodId == period.Id && SheetLife.AfterLhe.Contains(sheet.Status) && units.Any(unit => unit.Id == sheet.UnitId)))
            .Select(period => period.Year).Distinct().OrderByDescending(each => each).ToListAsync(ct);
        if (years.Count == 0)
        {
            return new(years, null, actor.SeesAllUnits, new([], 0), new([], 0));
        }

        var shown = year is { } wanted && years.Contains(wanted) ? wanted : years[0];
        return new(
            years, shown, actor.SeesAllUnits, await ReadyAsync(db, units, shown, readyPage, ct), await ProposedAsync(db, units, shown, proposedPage, ct));
    }

    /// <summary>Every unit that can be proposed in a year, for "all of them".</summary>
    public async Task<IReadOnlyList<Guid>> AllReadyAsync(int year, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        var actor = await authorizer.RequireAsync(db, who => who.SeesAllUnits, ct);
        return await Ready(db, Units(db, actor), year).Select(found => found.Sheet.Id).Take(ProposeUnits.MostUnits).ToListAsync(ct);
    }

    private static IQueryable<WorkUnit> Units(AppDbContext db, Actor actor) =>
        actor.SeesAllUnits ? db.WorkUnits : db.WorkUnits.Where(unit => unit.Id == actor.UnitId);

    private static async Task<RowPage<ReadyRow>> ReadyAsync(AppDbContext db, IQueryable<WorkUnit> units, int year, int page, CancellationToken ct) => new(
        await Ready(db, units, year).Skip((Math.Max(1, page) - 1) * Size).Take(Size)
            .Select(found => new ReadyRow(
                found.Sheet.Id, found.Unit.ShortName, found.Unit.Name, found.Sheet.Target,
                db.StoredScores.Where(score => score.AssessmentId == found.Sheet.Id && score.Layer == Layer.Tpi).Select(score => (decimal?)score.Total).FirstOrDefault(),
                found.Period.ProposeUntil))
            .ToListAsync(ct),
        await Ready(db, units, year).CountAsync(ct));

    private static IQueryable<Found> Ready(AppDbContext db, IQueryable<WorkUnit> units, int year) =>
        Sheets(db, units, year).Where(found => found.Sheet.Status == AssessmentStatus.Concluded && found.Sheet.Outcome == LheOutcome.Eligible);

    private static IQueryable<Found> Sheets(AppDbContext db, IQueryable<WorkUnit> units, int year) =>
        from sheet in db.Assessments
        join period in db.Periods on sheet.PeriodId equals period.Id
        join unit in units on sheet.UnitId equals unit.Id
        where period.Year == year
        orderby unit.ShortName, sheet.Id
        select new Found { Sheet = sheet, Unit = unit, Period = period };

    private static async Task<RowPage<ProposedRow>> ProposedAsync(AppDbContext db, IQueryable<WorkUnit> units, int year, int page, CancellationToken ct)
    {
        var rows = Sheets(db, units, year).Where(found => OnTheirWay.Contains(found.Sheet.Status));
        var found = await rows.Skip((Math.Max(1, page) - 1) * Size).Take(Size)
            .Select(row => new
            {
                row.Sheet.Id, row.Unit.ShortName, row.Unit.Name, row.Sheet.Target, row.Sheet.Status, row.Sheet.Outcome,
                Letter = db.SheetTransitions.Where(step => step.AssessmentId == row.Sheet.Id && step.Move == SheetMove.Propose)
                    .OrderByDescending(step => step.At).Select(step => new { step.On, step.Reference }).FirstOrDefault(),
            })
            .AsNoTracking().ToListAsync(ct);
        return new(
            [.. found.Select(row => new ProposedRow(row.Id, row.ShortName, row.Name, row.Target, row.Status, row.Outcome, row.Letter?.On, row.Letter?.Reference ?? ""))],
            await rows.CountAsync(ct));
    }

    /// <summary>While the list is still being put together in the database.</summary>
    private sealed class Found
    {
        public required Assessment Sheet { get; init; }

        public required WorkUnit Unit { get; init; }

        public required AssessmentPeriod Period { get; init; }
    }
}
