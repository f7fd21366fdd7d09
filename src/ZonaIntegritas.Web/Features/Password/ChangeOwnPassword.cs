using Microsoft.AspNetCore.Identity;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.Reminders.Tell;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Features.Password;

/// <summary>Ganti kata sandi: the own one, and a mail about it in the same transaction, in case it was somebody else.</summary>
/// <param name="db">That of the request, which Identity's store works on too.</param>
public sealed class ChangeOwnPassword(AppDbContext db, UserManager<AppUser> users, Authorizer authorizer, TimeProvider clock)
{
    /// <returns>What Identity says; the person's security stamp is new afterwards.</returns>
    public async Task<IdentityResult> ExecuteAsync(AppUser person, string current, string next, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await authorizer.RequireAsync(db, who => who.UserId == person.Id, ct);
        var changed = await users.ChangePasswordAsync(person, current, next);
        if (changed.Succeeded)
        {
            await TellPerson.OfAccountAsync(db, person.Id, AccountEvent.PasswordChanged, clock.GetUtcNow(), ct);
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
        }

        return changed;
    }
}
