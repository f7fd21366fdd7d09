using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Features.Auditing;

/// <summary>The trail for whoever may read it: all of it, or that of one sheet.</summary>
public sealed class TrailQueries(IDbContextFactory<AppDbContext> dbFactory, Authorizer authorizer)
{
    public const int PageSize = 50;

    // More people or units than this are found by the text instead; a select of thousands helps nobody.
    private const int ChoiceSize = 200;

    /// <exception cref="ForbiddenException">The sheet, or the whole trail, is not this person's to read.</exception>
    public async Task<TrailView> LoadAsync(TrailFilter filter, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        var actor = await RequireAsync(db, authorizer, filter, ct);
        return new(
            await TrailReader.ReadAsync(db, actor, filter, PageSize, ct),
            filter.AssessmentId is { } sheet ? await SheetAsync(db, sheet, ct) : null,
            actor.MayAdminister,
            await PeopleAsync(db, actor, filter, ct),
            filter.AssessmentId is null ? await UnitsAsync(db, actor, ct) : []);
    }

    /// <summary>The check of every way to the trail.</summary>
    internal static async Task<Actor> RequireAsync(AppDbContext db, Authorizer authorizer, TrailFilter filter, CancellationToken ct)
    {
        if (filter.AssessmentId is not { } sheet)
        {
            return await authorizer.RequireAsync(db, TrailSight.MayReadAll, ct);
        }

        var unit = await db.Assessments.Where(each => each.Id == sheet).Select(each => (Guid?)each.UnitId).SingleOrDefaultAsync(ct);
        return await authorizer.RequireAsync(db, who => unit is { } known && who.MaySee(known), ct);
    }

    private static Task<TrailSheet> SheetAsync(AppDbContext db, Guid id, CancellationToken ct) => (
        from sheet in db.Assessments
        join unit in db.WorkUnits on sheet.UnitId equals unit.Id
        join period in db.Periods on sheet.PeriodId equals period.Id
        where sheet.Id == id
        select new TrailSheet(sheet.Id, unit.Name, unit.ShortName, period.Year, sheet.Status)).SingleAsync(ct);

    private static async Task<IReadOnlyList<TrailChoice>> PeopleAsync(AppDbContext db, Actor actor, TrailFilter filter, CancellationToken ct)
    {
        // Of a sheet those who have left a line on it that this person may read; of the whole trail the people of the units in sight.
        var people = actor.SeesAllUnits ? db.Users : db.Users.Where(user => user.UnitId == actor.UnitId);
        if (filter.AssessmentId is { } sheet)
        {
            var writers = TrailSight.Visible(db, actor, db.AuditEntries.Where(entry => entry.AssessmentId == sheet)).Select(entry => entry.By);
            people = db.Users.Where(user => writers.Contains(user.Id));
        }

        return await people.OrderBy(user => user.FullName).Take(ChoiceSize).Select(user => new TrailChoice(user.Id, user.FullName)).ToListAsync(ct);
    }

    private static async Task<IReadOnlyList<TrailChoice>> UnitsAsync(AppDbContext db, Actor actor, CancellationToken ct) =>
        await TrailSight.UnitsOf(db, actor).OrderBy(unit => unit.ShortName).Take(ChoiceSize).Select(unit => new TrailChoice(unit.Id, unit.ShortName)).ToListAsync(ct);
}
