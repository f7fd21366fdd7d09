using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Reviews;
using ZonaIntegritas.Domain.WorkUnits;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.Administration.Units;
using ZonaIntegritas.Web.Features.Assessments;
using ZonaIntegritas.Web.Identity;

// In queries ToUpper becomes SQL's upper(), which knows no culture; without it "DPMPTSP" would stand before "Dinkes".
#pragma warning disable CA1304, CA1311

namespace ZonaIntegritas.Web.Features.Administration.Teams;

/// <param name="OnlyIncomplete">Only units whose team has fewer than two tiers.</param>
public sealed record TeamFilter(string? Search = null, bool OnlyIncomplete = false, int Page = 1);

/// <summary>TPI's teams: who judges which unit, and who did before.</summary>
public sealed class TeamQueries(IDbContextFactory<AppDbContext> dbFactory, Authorizer authorizer, InstrumentLibrary instruments)
{
    public const int PageSize = 25;
    private const int HistorySize = 100;

    /// <summary>One page of units in six queries, however many units there are.</summary>
    public async Task<RowPage<TeamRow>> PageAsync(TeamFilter filter, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        await authorizer.RequireAsync(db, who => who.MayAdminister, ct);
        var units = Matching(db, filter);
        var page = await units
            .OrderBy(unit => unit.ShortName.ToUpper()).ThenBy(unit => unit.Id)
            .Skip((filter.Page - 1) * PageSize).Take(PageSize)
            .Select(unit => new UnitOption(unit.Id, unit.Name, unit.ShortName, unit.HeldPredicate))
            .ToListAsync(ct);
        return new(await TeamsAsync(db, page, ct), await units.CountAsync(ct));
    }

    /// <returns>Null when there is no such unit.</returns>
    public async Task<TeamView?> TeamAsync(Guid unitId, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        await authorizer.RequireAsync(db, who => who.MayAdminister, ct);
        var found = await db.WorkUnits.Where(unit => unit.Id == unitId)
            .Select(unit => new { Option = new UnitOption(unit.Id, unit.Name, unit.ShortName, unit.HeldPredicate), unit.Zone }).SingleOrDefaultAsync(ct);
        return found is null
            ? null
            : new((await TeamsAsync(db, [found.Option], ct)).Single(), await HistoryAsync(db, unitId, ct), found.Zone);
    }

    /// <summary>One person's shares, by unit.</summary>
    public async Task<IReadOnlyList<ShareRow>> SharesOfAsync(Guid evaluatorId, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        await authorizer.RequireAsync(db, who => who.MayAdminister, ct);
        return await SharesAsync(db, db.ReviewAssignments.Where(share => share.EvaluatorId == evaluatorId), ct);
    }

    public async Task<IReadOnlyList<AreaOption>> AreasOfAsync(Guid unitId, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        await authorizer.RequireAsync(db, who => who.MayAdminister, ct);
        return await UnitInstruments.AreasAsync(db, instruments, unitId, ct);
    }

    /// <summary>Evaluators to pick from: open accounts only.</summary>
    public async Task<RowPage<EvaluatorOption>> EvaluatorsAsync(string? search, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        await authorizer.RequireAsync(db, who => who.MayAdminister, ct);
        var pattern = SearchText.Containing(search);
        var people = db.Users.Where(user => user.IsActive && EF.Functions.Like(user.FullName, pattern, SearchText.Escape)
            && db.UserRoles.Any(link => link.UserId == user.Id && db.Roles.Any(role => role.Id == link.RoleId && role.Name == nameof(Role.Evaluator))));
        var rows = await people.OrderBy(user => user.FullName.ToUpper()).ThenBy(user => user.Id).Take(UnitQueries.SelectSize)
            .Select(user => new EvaluatorOption(
                user.Id, user.FullName, user.UnitId, db.ReviewAssignments.Count(share => share.EvaluatorId == user.Id && share.EndedAt == null)))
            .ToListAsync(ct);
        return new(rows, await people.CountAsync(ct));
    }

    private static IQueryable<WorkUnit> Matching(AppDbContext db, TeamFilter filter)
    {
        var pattern = SearchText.Containing(filter.Search);
        var units = db.WorkUnits.AsNoTracking().Where(unit =>
            EF.Functions.Like(unit.ShortName, pattern, SearchText.Escape) || EF.Functions.Like(unit.Name, pattern, SearchText.Escape));
        return filter.OnlyIncomplete
            ? units.Where(unit => db.ReviewAssignments
                .Where(share => share.UnitId == unit.Id && share.EndedAt == null
                    && db.Users.Any(user => user.Id == share.EvaluatorId && user.IsActive && user.UnitId != unit.Id))
                .Select(share => share.Tier).Distinct().Count() < 2)
            : units;
    }

    private async Task<List<TeamRow>> TeamsAsync(AppDbContext db, List<UnitOption> units, CancellationToken ct)
    {
        List<Guid> ids = [.. units.Select(unit => unit.Id)];
        var shares = (await SharesAsync(db, db.ReviewAssignments.Where(share => ids.Contains(share.UnitId)), ct)).ToLookup(share => share.Unit.Id);
        var areas = await UnitInstruments.AreasAsync(db, instruments, ids, ct);
        return [.. units.Select(unit => new TeamRow(unit, [.. shares[unit.Id].OrderBy(share => share.Tier).ThenBy(share => share.Name, StringComparer.Ordinal)], areas[unit.Id]))];
    }

    private static async Task<List<ShareRow>> SharesAsync(AppDbContext db, IQueryable<ReviewAssignment> shares, CancellationToken ct)
    {
        var rows = await (
            from share in shares
            where share.EndedAt == null
            join user in db.Users on share.EvaluatorId equals user.Id
            join unit in db.WorkUnits on share.UnitId equals unit.Id
            orderby unit.ShortName.ToUpper()
            select new { share, user.FullName, user.IsActive, OwnUnit = user.UnitId == share.UnitId, Unit = new UnitOption(unit.Id, unit.Name, unit.ShortName, unit.HeldPredicate) })
            .AsNoTracking().ToListAsync(ct);
        return [.. rows.Select(row => new ShareRow(
            row.share.Id, row.share.EvaluatorId, row.FullName, row.Unit, row.share.Tier, [.. row.share.Areas],
            !row.IsActive ? "akun ditutup" : row.OwnUnit ? "unit sendiri" : null))];
    }

    private static async Task<List<ShareHistoryRow>> HistoryAsync(AppDbContext db, Guid unitId, CancellationToken ct)
    {
        var shares = await db.ReviewAssignments.AsNoTracking().Where(share => share.UnitId == unitId)
            .OrderByDescending(share => share.GivenAt).Take(HistorySize).ToListAsync(ct);
        List<Guid> people = [.. shares.SelectMany(share => (Guid?[])[share.EvaluatorId, share.GivenBy, share.EndedBy, share.HandedTo]).OfType<Guid>().Distinct()];
        var names = await db.Users.Where(user => people.Contains(user.Id)).ToDictionaryAsync(user => user.Id, user => user.FullName, ct);
        string? Name(Guid? id) => id is { } known ? names.GetValueOrDefault(known) : null;
        return [.. shares.Select(share => new ShareHistoryRow(
            share.Id, Name(share.EvaluatorId) ?? "?", share.Tier, [.. share.Areas], share.GivenAt, Name(share.GivenBy), share.EndedAt, Name(share.EndedBy),
            share.EndReason, Name(share.HandedTo)))];
    }
}
