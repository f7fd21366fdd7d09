using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Instruments;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.Assessments;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Features.Administration.Instruments;

public sealed record LoadedVersion(Guid Id, string InstrumentId, string Version, string Name, string Sha256, DateTimeOffset LoadedAt);

public sealed class InstrumentQueries(IDbContextFactory<AppDbContext> dbFactory, Authorizer authorizer, InstrumentLibrary instruments)
{
    /// <summary>What is loaded, the latest first.</summary>
    public async Task<IReadOnlyList<LoadedVersion>> VersionsAsync(CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        await authorizer.RequireAsync(db, who => who.MayAdminister, ct);
        return await db.InstrumentVersions
            .OrderByDescending(v => v.LoadedAt)
            .Select(v => new LoadedVersion(v.Id, v.InstrumentId, v.Version, v.Name, v.Sha256, v.LoadedAt))
            .ToListAsync(ct);
    }

    public async Task<Instrument> InstrumentAsync(Guid versionId, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        await authorizer.RequireAsync(db, who => who.MayAdminister, ct);
        return await instruments.GetAsync(db, versionId, ct);
    }
}
