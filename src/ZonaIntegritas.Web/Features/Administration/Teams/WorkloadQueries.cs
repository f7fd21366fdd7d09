using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Reviews;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.Assessments;
using ZonaIntegritas.Web.Features.Reviews;
using ZonaIntegritas.Web.Identity;

// In queries ToUpper becomes SQL's upper(), which knows no culture.
#pragma warning disable CA1304, CA1311

namespace ZonaIntegritas.Web.Features.Administration.Teams;

/// <param name="MostFirst">Sorted by how many units a person judges; by name otherwise.</param>
public sealed record WorkloadFilter(string? Search = null, bool MostFirst = false, int Page = 1);

/// <summary>What waits for each evaluator, counted in the database: nine queries for a page, however many sheets there are.</summary>
public sealed class WorkloadQueries(IDbContextFactory<AppDbContext> dbFactory, Authorizer authorizer, InstrumentLibrary instruments, TimeProvider clock)
{
    public const int PageSize = 25;

    public async Task<RowPage<WorkloadRow>> PageAsync(WorkloadFilter filter, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        await authorizer.RequireAsync(db, who => who.MayAdminister, ct);
        var people = Matching(db, filter.Search);
        var page = await Sorted(db, people, filter.MostFirst)
            .Skip((filter.Page - 1) * PageSize).Take(PageSize)
            .Select(user => new Person(
                user.Id, user.FullName, user.IsActive, user.UnitId, db.WorkUnits.Where(unit => unit.Id == user.UnitId).Select(unit => unit.ShortName).FirstOrDefault()))
            .ToListAsync(ct);
        var total = await people.CountAsync(ct);
        List<Guid> ids = [.. page.Select(person => person.Id)];
        var shares = (await db.ReviewAssignments.AsNoTracking().Where(share => ids.Contains(share.EvaluatorId) && share.EndedAt == null).ToListAsync(ct))
            .ToLookup(share => share.EvaluatorId);
        var sheets = await OpenSheetsAsync(db, [.. shares.SelectMany(own => own).Select(share => share.UnitId).Distinct()], ct);
        return new([.. page.Select(person => Row(person, [.. shares[person.Id]], sheets))], total);
    }

    private static IQueryable<AppUser> Matching(AppDbContext db, string? search)
    {
        var pattern = SearchText.Containing(search);
        return db.Users.AsNoTracking().Where(user => EF.Functions.Like(user.FullName, pattern, SearchText.Escape)
            && (db.ReviewAssignments.Any(share => share.EvaluatorId == user.Id && share.EndedAt == null)
                || (user.IsActive && db.UserRoles.Any(link =>
                    link.UserId == user.Id && db.Roles.Any(role => role.Id == link.RoleId && role.Name == nameof(Role.Evaluator))))));
    }

    private static IOrderedQueryable<AppUser> Sorted(AppDbContext db, IQueryable<AppUser> people, bool mostFirst) => (mostFirst
            ? people.OrderByDescending(user => db.ReviewAssignments.Count(share => share.EvaluatorId == user.Id && share.EndedAt == null))
            : people.OrderBy(user => user.FullName.ToUpper()))
        .ThenBy(user => user.FullName.ToUpper()).ThenBy(user => user.Id);

    /// <summary>By unit, the sheets on which TPI may work today, with whom they wait for.</summary>
    private async Task<ILookup<Guid, OpenForTpi>> OpenSheetsAsync(AppDbContext db, List<Guid> units, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var rows = await (
            from sheet in db.Assessments
            where EF.Parameter(units).Contains(sheet.UnitId) && SheetLife.AtTpi.Contains(sheet.Status)
            join unit in db.WorkUnits on sheet.UnitId equals unit.Id
            join period in db.Periods on sheet.PeriodId equals period.Id
            select new { Sheet = new CountedSheet(sheet.Id, sheet.UnitId, sheet.InstrumentVersionId), unit.ShortName, unit.Zone, period, sheet.Status, sheet.SubmittedAt })
            .AsNoTracking().ToListAsync(ct);
        var open = rows.Where(row => row.period.IsOpenForReview(row.Zone.Today(now))).ToList();
        var waits = await SheetWaitsReader.LoadAsync(db, instruments, [.. open.Select(row => row.Sheet)], ct);
        return open.ToLookup(row => row.Sheet.UnitId, row => new OpenForTpi(
            row.ShortName, row.SubmittedAt is { } at ? row.Zone.Today(at) : null, waits[row.Sheet.Id]));
    }

    private static WorkloadRow Row(Person person, IReadOnlyList<ReviewAssignment> shares, ILookup<Guid, OpenForTpi> sheets)
    {
        var row = new WorkloadRow(
            person.Id, person.Name, person.IsActive, person.OwnUnit, shares.GroupBy(share => share.Tier).OrderBy(tier => tier.Key).ToDictionary(tier => tier.Key, tier => tier.Count()));
        // A closed account, or a share of what has become the own unit, is waited for by nobody.
        var waiting = shares.Where(share => person.IsActive && share.UnitId != person.OwnUnitId)
            .SelectMany(share => sheets[share.UnitId].Select(sheet => (Sheet: sheet, Count: sheet.Waits.For(share.Duty))))
            .Where(found => found.Count > 0).ToList();
        var oldest = waiting.Select(found => found.Sheet).Where(sheet => sheet.SubmittedOn is not null).MinBy(sheet => sheet.SubmittedOn);
        return row with
        {
            Waiting = waiting.Sum(found => found.Count),
            Sheets = waiting.Count,
            Minutes = waiting.Sum(found => Workload.Minutes(found.Count, found.Sheet.Waits.Areas.Sum(area => area.Questions))),
            Oldest = oldest?.SubmittedOn,
            OldestUnit = oldest?.ShortName,
        };
    }

    private sealed record Person(Guid Id, string Name, bool IsActive, Guid? OwnUnitId, string? OwnUnit);

    private sealed record OpenForTpi(string ShortName, DateOnly? SubmittedOn, SheetWaits Waits);
}
