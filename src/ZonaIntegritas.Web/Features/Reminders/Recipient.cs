using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Web.Data;

namespace ZonaIntegritas.Web.Features.Reminders;

/// <summary>Whom a delivery goes to, as the database knows them at the moment of sending.</summary>
/// <param name="Actor">Null when the person has no role.</param>
public sealed record Recipient(Guid Id, string Name, string Address, bool IsActive, IndonesianZone Zone, Actor? Actor)
{
    internal static async Task<Recipient> FindAsync(AppDbContext db, Guid id, CancellationToken ct)
    {
        var user = await db.Users.Where(user => user.Id == id).Select(user => new { user.FullName, user.Email, user.IsActive }).SingleAsync(ct);
        var person = (await DigestPeople.LoadAsync(db, [id], ct)).SingleOrDefault();
        return new(id, user.FullName, user.Email ?? "", user.IsActive, person?.Zone ?? IndonesianZone.WIB, person?.Actor);
    }
}
