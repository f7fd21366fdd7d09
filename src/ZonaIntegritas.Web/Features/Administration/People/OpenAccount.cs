using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Web.Features.Reminders.Tell;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Features.Administration.People;

/// <summary>Buka akun: a closed account may sign in again, with the password it had.</summary>
public sealed partial class OpenAccount(IServiceScopeFactory scopes, Authorizer authorizer, TimeProvider clock, ILogger<OpenAccount> logger)
{
    public async Task<Result> ExecuteAsync(Guid personId, CancellationToken ct)
    {
        await using var session = await AccountSession.OpenAsync(scopes, ct);
        var actor = await authorizer.RequireAsync(session.Db, who => who.MayAdminister, ct);
        if (await session.Users.FindByIdAsync(personId.ToString()) is not { } person)
        {
            return AdministrationProblems.Gone;
        }

        var before = new PersonState(await session.RoleOfAsync(person), person.UnitId, person.IsActive);
        person.IsActive = true;
        // A page left open since before the closing stays stopped: whoever comes back signs in.
        if (await session.Users.UpdateSecurityStampAsync(person) is { Succeeded: false } refused)
        {
            return AdministrationProblems.From(refused);
        }

        await PersonTrail.RecordAsync(session, new(clock.GetUtcNow(), actor, personId, "akun dibuka"), before, before with { IsActive = person.IsActive }, ct);
        await TellPerson.OfAccountAsync(session.Db, personId, AccountEvent.AccountOpened, clock.GetUtcNow(), ct);
        await session.Db.SaveChangesAsync(ct);
        await session.CommitAsync(ct);
        Log.Opened(logger, personId, actor.UserId);
        return Result.Ok;
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Account {PersonId} opened by {ActorId}")]
        public static partial void Opened(ILogger logger, Guid personId, Guid actorId);
    }
}
