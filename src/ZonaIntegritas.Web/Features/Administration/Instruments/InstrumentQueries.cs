using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Instruments;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.Assessments;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Features.Administration.Instruments;

public sealed record LoadedVersion(Guid Id, string InstrumentId, string Version, string Name, string Sha256, DateTimeOffset LoadedAt);

/// <summary>A version in the list, with what uses it and the version of the same instrument that was loaded before it.</summary>
public sealed record VersionRow(LoadedVersion Loaded, int Periods, int Sheets, Guid? Previous)
{
    public bool IsUsed => Periods > 0 || Sheets > 0;
}

/// <summary>The file of a version, byte for byte as it was loaded.</summary>
public sealed record InstrumentDownload(string FileName, string Json);

public sealed class InstrumentQueries(IDbContextFactory<AppDbContext> dbFactory, Authorizer authorizer, InstrumentLibrary instruments)
{
    public const int PageSize = 20;

    /// <summary>One page of what is loaded, the latest first.</summary>
    public async Task<RowPage<VersionRow>> PageAsync(int page, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        await authorizer.RequireAsync(db, who => who.MayAdminister, ct);
        var rows = await db.InstrumentVersions
            .OrderByDescending(v => v.LoadedAt).ThenByDescending(v => v.Id)
            .Skip((page - 1) * PageSize).Take(PageSize)
            .Select(v => new VersionRow(
                new(v.Id, v.InstrumentId, v.Version, v.Name, v.Sha256, v.LoadedAt),
                db.Periods.Count(period => period.InstrumentVersionId == v.Id),
                db.Assessments.Count(sheet => sheet.InstrumentVersionId == v.Id),
                db.InstrumentVersions
                    .Where(other => other.InstrumentId == v.InstrumentId && other.LoadedAt < v.LoadedAt)
                    .OrderByDescending(other => other.LoadedAt).Select(other => (Guid?)other.Id).FirstOrDefault()))
            .ToListAsync(ct);
        return new(rows, await db.InstrumentVersions.CountAsync(ct));
    }

    /// <summary>What is loaded, the latest first; names only, to choose from.</summary>
    public async Task<IReadOnlyList<LoadedVersion>> VersionsAsync(CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        await authorizer.RequireAsync(db, who => who.MayAdminister, ct);
        return await db.InstrumentVersions
            .OrderByDescending(v => v.LoadedAt).ThenByDescending(v => v.Id)
            .Select(v => new LoadedVersion(v.Id, v.InstrumentId, v.Version, v.Name, v.Sha256, v.LoadedAt))
            .ToListAsync(ct);
    }

    /// <returns>Null when no such version is loaded.</returns>
    public async Task<LoadedVersion?> VersionAsync(Guid versionId, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        await authorizer.RequireAsync(db, who => who.MayAdminister, ct);
        return await db.InstrumentVersions
            .Where(v => v.Id == versionId)
            .Select(v => new LoadedVersion(v.Id, v.InstrumentId, v.Version, v.Name, v.Sha256, v.LoadedAt))
            .SingleOrDefaultAsync(ct);
    }

    /// <summary>The version of the same instrument that was loaded before this one; null when it is the first.</summary>
    public async Task<Guid?> PreviousAsync(Guid versionId, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        await authorizer.RequireAsync(db, who => who.MayAdminister, ct);
        return await db.InstrumentVersions
            .Where(v => v.Id == versionId)
            .Select(v => db.InstrumentVersions
                .Where(other => other.InstrumentId == v.InstrumentId && other.LoadedAt < v.LoadedAt)
                .OrderByDescending(other => other.LoadedAt).Select(other => (Guid?)other.Id).FirstOrDefault())
            .SingleOrDefaultAsync(ct);
    }

    public async Task<Instrument> InstrumentAsync(Guid versionId, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        await authorizer.RequireAsync(db, who => who.MayAdminister, ct);
        return await instruments.GetAsync(db, versionId, ct);
    }

    /// <returns>Null when one of them is not loaded.</returns>
    public async Task<InstrumentComparison?> CompareAsync(Guid from, Guid to, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        await authorizer.RequireAsync(db, who => who.MayAdminister, ct);
        Guid[] both = [from, to];
        return await db.InstrumentVersions.CountAsync(v => both.Contains(v.Id), ct) == both.Distinct().Count()
            ? InstrumentComparison.Between(await instruments.GetAsync(db, from, ct), await instruments.GetAsync(db, to, ct))
            : null;
    }

    /// <returns>Null when no such version is loaded.</returns>
    public async Task<InstrumentDownload?> DownloadAsync(Guid versionId, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        await authorizer.RequireAsync(db, who => who.MayAdminister, ct);
        return await db.InstrumentVersions
            .Where(v => v.Id == versionId)
            .Select(v => new InstrumentDownload(v.InstrumentId + " versi " + v.Version + ".json", v.Json))
            .SingleOrDefaultAsync(ct);
    }
}
