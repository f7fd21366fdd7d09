using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.WorkUnits;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.Assessments;
using ZonaIntegritas.Web.Identity;

// In queries ToUpper becomes SQL's upper(), which knows no culture; without it "DPMPTSP" would stand before "Dinkes".
#pragma warning disable CA1304, CA1311

namespace ZonaIntegritas.Web.Features.Administration.Units;

public sealed record UnitRow(Guid Id, UnitDetails Details, int People, int Evaluators);

/// <summary>A unit where one is picked.</summary>
public sealed record UnitOption(Guid Id, string Name, string ShortName, string? HeldPredicate)
{
    public IReadOnlyCollection<string> HeldPredicates => HeldPredicate is null ? [] : [HeldPredicate];
}

public sealed class UnitQueries(IDbContextFactory<AppDbContext> dbFactory, Authorizer authorizer, InstrumentLibrary instruments)
{
    public const int PageSize = 25;
    public const int OptionPageSize = 12;

    /// <summary>How many a select may hold before a search above it is kinder.</summary>
    public const int SelectSize = 50;

    public async Task<RowPage<UnitRow>> PageAsync(string? search, int page, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        await authorizer.RequireAsync(db, who => who.MayAdminister, ct);
        var units = Matching(db.WorkUnits.AsNoTracking(), search);
        var rows = await units
            .OrderBy(unit => unit.ShortName.ToUpper()).ThenBy(unit => unit.Id)
            .Skip((page - 1) * PageSize).Take(PageSize)
            .Select(unit => new UnitRow(
                unit.Id,
                new(unit.Name, unit.ShortName, unit.Zone, unit.City, unit.HeadName, unit.HeadNip, unit.HeldPredicate, unit.HeldSinceYear),
                db.Users.Count(user => user.UnitId == unit.Id && user.IsActive),
                db.ReviewAssignments.Count(a => a.UnitId == unit.Id && a.EndedAt == null)))
            .ToListAsync(ct);
        return new(rows, await units.CountAsync(ct));
    }

    public async Task<RowPage<UnitOption>> OptionsAsync(string? search, int page, CancellationToken ct, int size = OptionPageSize)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        await authorizer.RequireAsync(db, who => who.MayAdminister, ct);
        return await OptionsAsync(db.WorkUnits.AsNoTracking(), search, page, ct, size);
    }

    /// <summary>One page of a list to pick from; <paramref name="units"/> says which units may be picked at all.</summary>
    public static async Task<RowPage<UnitOption>> OptionsAsync(IQueryable<WorkUnit> units, string? search, int page, CancellationToken ct, int size = OptionPageSize)
    {
        var matching = Matching(units, search);
        var rows = await matching
            .OrderBy(unit => unit.ShortName.ToUpper()).ThenBy(unit => unit.Id)
            .Skip((page - 1) * size).Take(size)
            .Select(unit => new UnitOption(unit.Id, unit.Name, unit.ShortName, unit.HeldPredicate))
            .ToListAsync(ct);
        return new(rows, await matching.CountAsync(ct));
    }

    /// <summary>Codes and names of every predicate that some loaded instrument knows.</summary>
    public async Task<IReadOnlyList<(string Code, string Name)>> PredicatesAsync(CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        await authorizer.RequireAsync(db, who => who.MayAdminister, ct);
        List<(string Code, string Name)> predicates = [];
        foreach (var version in await db.InstrumentVersions.OrderBy(v => v.LoadedAt).Select(v => v.Id).ToListAsync(ct))
        {
            predicates.AddRange((await instruments.GetAsync(db, version, ct)).Predicates.Select(p => (p.Code, p.Name)));
        }

        return [.. predicates.DistinctBy(predicate => predicate.Code)];
    }

    private static IQueryable<WorkUnit> Matching(IQueryable<WorkUnit> units, string? search)
    {
        if (string.IsNullOrWhiteSpace(search))
        {
            return units;
        }

        var pattern = SearchText.Containing(search);
        return units.Where(unit =>
            EF.Functions.Like(unit.ShortName, pattern, SearchText.Escape)
            || EF.Functions.Like(unit.Name, pattern, SearchText.Escape)
            || EF.Functions.Like(unit.City, pattern, SearchText.Escape));
    }
}
