using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Web.Features.Reminders.Tell;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Features.Administration.People;

/// <summary>Atur ulang kata sandi: a new one is made and shown once; all open pages of the person stop.</summary>
public sealed partial class ResetPassword(IServiceScopeFactory scopes, Authorizer authorizer, TimeProvider clock, ILogger<ResetPassword> logger)
{
    /// <returns>The new password.</returns>
    public async Task<Result<string>> ExecuteAsync(Guid personId, CancellationToken ct)
    {
        await using var session = await AccountSession.OpenAsync(scopes, ct);
        var actor = await authorizer.RequireAsync(session.Db, who => who.MayAdminister, ct);
        if (await session.Users.FindByIdAsync(personId.ToString()) is not { } person)
        {
            return AdministrationProblems.Gone;
        }

        // Whoever forgot a password has usually locked the account by trying.
        (person.LockoutEnd, person.AccessFailedCount) = (null, 0);
        var password = MadePassword.Make();
        // Removing and adding each renew the security stamp.
        var changed = await session.Users.RemovePasswordAsync(person);
        changed = changed.Succeeded ? await session.Users.AddPasswordAsync(person, password) : changed;
        if (!changed.Succeeded)
        {
            return AdministrationProblems.From(changed);
        }

        var state = new PersonState(await session.RoleOfAsync(person), person.UnitId, person.IsActive);
        await PersonTrail.RecordAsync(session, new(clock.GetUtcNow(), actor, personId, "kata sandi diatur ulang"), state, state, ct);
        await TellPerson.OfAccountAsync(session.Db, personId, AccountEvent.PasswordReset, clock.GetUtcNow(), ct);
        await session.Db.SaveChangesAsync(ct);
        await session.CommitAsync(ct);
        Log.Reset(logger, personId, actor.UserId);
        return password;
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Password of account {PersonId} reset by {ActorId}")]
        public static partial void Reset(ILogger logger, Guid personId, Guid actorId);
    }
}
