using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.Reporting;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Features.Administration.Letterhead;

/// <summary>The profile as it is now, for whoever may change it.</summary>
public sealed class LetterheadQueries(IDbContextFactory<AppDbContext> dbFactory, Authorizer authorizer)
{
    public async Task<AgencyProfile> LoadAsync(CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        await authorizer.RequireAsync(db, who => who.MayAdminister, ct);
        return await db.AgencyProfiles.AsNoTracking().SingleOrDefaultAsync(profile => profile.Id == AgencyProfile.Only, ct) ?? new();
    }
}
