using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Features.Administration.Units;

/// <param name="By">Who last set or ended it; null when it never was.</param>
public sealed record AffirmationRow(bool IsAffirmed, string Basis, string? By, DateTimeOffset? At);

public sealed class AffirmationQueries(IDbContextFactory<AppDbContext> dbFactory, Authorizer authorizer)
{
    /// <returns>Null when there is no such unit.</returns>
    public async Task<AffirmationRow?> LoadAsync(Guid unitId, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        await authorizer.RequireAsync(db, who => who.MayAdminister, ct);
        return await db.WorkUnits.Where(unit => unit.Id == unitId)
            .Select(unit => new AffirmationRow(
                unit.IsAffirmed, unit.AffirmationBasis,
                db.Users.Where(user => user.Id == unit.AffirmedBy).Select(user => user.FullName).FirstOrDefault(), unit.AffirmedAt))
            .SingleOrDefaultAsync(ct);
    }
}
