using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.WorkUnits;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Identity;

// In queries ToUpper becomes SQL's upper(), which knows no culture; without it small letters would stand after all others.
#pragma warning disable CA1304, CA1311

namespace ZonaIntegritas.Web.Features.Evidence.Library;

public sealed record UnitChoice(Guid Id, string Name, string ShortName);

/// <summary>The units whose libraries a reader without an own one may open: all of them, or those assigned.</summary>
public sealed class UnitQueries(IDbContextFactory<AppDbContext> dbFactory, Authorizer authorizer)
{
    public const int PageSize = 25;

    public async Task<RowPage<UnitChoice>> PageAsync(string? search, int page, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        var units = Seen(db, await authorizer.ActorAsync(db, ct));
        if (!string.IsNullOrWhiteSpace(search))
        {
            var pattern = SearchText.Containing(search);
            units = units.Where(unit => EF.Functions.Like(unit.Name, pattern, SearchText.Escape) || EF.Functions.Like(unit.ShortName, pattern, SearchText.Escape));
        }

        var rows = await units.OrderBy(unit => unit.Name.ToUpper()).ThenBy(unit => unit.Id)
            .Skip((Math.Max(1, page) - 1) * PageSize).Take(PageSize)
            .Select(unit => new UnitChoice(unit.Id, unit.Name, unit.ShortName)).ToListAsync(ct);
        return new(rows, await units.CountAsync(ct));
    }

    private static IQueryable<WorkUnit> Seen(AppDbContext db, Actor actor)
    {
        if (actor.SeesAllUnits)
        {
            return db.WorkUnits.AsNoTracking();
        }

        // An evaluator never meets the own unit, even when it was assigned by mistake.
        Guid[] assigned = [.. actor.AssignedUnits.Where(actor.MaySee)];
        return db.WorkUnits.AsNoTracking().Where(unit => assigned.Contains(unit.Id));
    }
}
