using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Features.Reporting.Preview;

/// <summary>Letterhead and signatories for previews, for anybody who is signed in: they stand on every paper.</summary>
public sealed class CurrentOffice(IDbContextFactory<AppDbContext> dbFactory, Authorizer authorizer, PaperOffices offices)
{
    public async Task<PaperOffice> LoadAsync(CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        await authorizer.ActorAsync(db, ct);
        return await offices.GetAsync(db, ct);
    }
}
