using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Features.Administration;

/// <summary>What an installation already has of what it needs before units can work.</summary>
public sealed record SetupState(bool HasUnits, bool HasCoordinators, bool HasAssignments, bool HasPeriods)
{
    public bool IsComplete => HasUnits && HasCoordinators && HasAssignments && HasPeriods;

    /// <summary>Nothing to look at yet, so the administrator's first screen is where things are added.</summary>
    public bool IsEmpty => !HasUnits || !HasPeriods;
}

public sealed class SetupQueries(IDbContextFactory<AppDbContext> dbFactory, Authorizer authorizer)
{
    public async Task<SetupState> StateAsync(CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        await authorizer.RequireAsync(db, who => who.MayAdminister, ct);
        return new(
            await db.WorkUnits.AnyAsync(ct),
            await db.UserRoles.AnyAsync(link => db.Roles.Any(role => role.Id == link.RoleId && role.Name == nameof(Role.Koordinator)), ct),
            await db.ReviewAssignments.AnyAsync(a => a.EndedAt == null, ct),
            await db.Periods.AnyAsync(ct));
    }
}
