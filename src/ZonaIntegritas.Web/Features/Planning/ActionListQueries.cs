using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Planning;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Features.Planning;

/// <param name="DaysLeft">On the unit's own calendar; below zero when it is overdue.</param>
public sealed record DueAction(Guid AssessmentId, string Unit, int Year, string QuestionCode, string What, string Who, DateOnly DueOn, int DaysLeft);

/// <param name="Newest">The reader's own newest sheet, to begin a plan from.</param>
public sealed record DueActions(IReadOnlyList<DueAction> Rows, int Page, int Total, Guid? Newest, bool SeesOthers)
{
    public const int PageSize = 25;
}

/// <summary>Open action items of every unit the reader may see, by date.</summary>
public sealed class ActionListQueries(IDbContextFactory<AppDbContext> dbFactory, Authorizer authorizer, TimeProvider clock)
{
    public async Task<DueActions> LoadAsync(int page, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        var actor = await authorizer.ActorAsync(db, ct);
        var units = actor.SeesAllUnits ? null : actor.SeenUnits;
        var open =
            from item in db.ActionItems
            where item.State == ActionState.Open
            join sheet in db.Assessments on item.AssessmentId equals sheet.Id
            where units == null || units.Contains(sheet.UnitId)
            join unit in db.WorkUnits on sheet.UnitId equals unit.Id
            join period in db.Periods on sheet.PeriodId equals period.Id
            orderby item.DueOn, unit.ShortName, item.QuestionCode, item.Id
            select new { Item = item, SheetId = sheet.Id, unit.ShortName, unit.Zone, period.Year };
        var total = await open.CountAsync(ct);
        page = Math.Clamp(page, 1, Math.Max(1, (total + DueActions.PageSize - 1) / DueActions.PageSize));
        var now = clock.GetUtcNow();
        var rows = await open.AsNoTracking().Skip((page - 1) * DueActions.PageSize).Take(DueActions.PageSize).ToListAsync(ct);
        return new(
            [.. rows.Select(row => new DueAction(
                row.SheetId, row.ShortName, row.Year, row.Item.QuestionCode, row.Item.What, row.Item.Who, row.Item.DueOn,
                row.Item.DueOn.DayNumber - row.Zone.Today(now).DayNumber))],
            page, total, await NewestAsync(db, actor, ct), actor.SeesAllUnits || actor.Role == Role.Evaluator);
    }

    private static async Task<Guid?> NewestAsync(AppDbContext db, Actor actor, CancellationToken ct) =>
        actor.UnitId is { } own && actor.BelongsTo(own)
            ? await db.Assessments.Where(sheet => sheet.UnitId == own)
                .Join(db.Periods, sheet => sheet.PeriodId, period => period.Id, (sheet, period) => new { sheet.Id, period.Year })
                .OrderByDescending(sheet => sheet.Year).Select(sheet => (Guid?)sheet.Id).FirstOrDefaultAsync(ct)
            : null;
}
