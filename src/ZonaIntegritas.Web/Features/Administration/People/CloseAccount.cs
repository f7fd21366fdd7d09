using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Features.Administration.People;

/// <summary>Tutup akun: signs in no more, and what is open in a browser stops at its next step.</summary>
public sealed partial class CloseAccount(IServiceScopeFactory scopes, Authorizer authorizer, TimeProvider clock, ILogger<CloseAccount> logger)
{
    public async Task<Result> ExecuteAsync(Guid personId, CancellationToken ct)
    {
        await using var session = await AccountSession.OpenAsync(scopes, ct);
        var actor = await authorizer.RequireAsync(session.Db, who => who.MayAdminister, ct);
        if (await session.Users.FindByIdAsync(personId.ToString()) is not { } person)
        {
            return AdministrationProblems.Gone;
        }

        // Both are asked although the first implies the second today: two rules, each with its own reason.
        if (await session.RoleOfAsync(person) == Role.Administrator && person.IsActive && !await session.HasOtherAdministratorAsync(personId, ct))
        {
            return AdministrationProblems.LastAdministrator;
        }

        if (personId == actor.UserId)
        {
            return AdministrationProblems.NotYourself;
        }

        var before = new PersonState(await session.RoleOfAsync(person), person.UnitId, person.IsActive);
        person.IsActive = false;
        if (await session.Users.UpdateSecurityStampAsync(person) is { Succeeded: false } refused)
        {
            return AdministrationProblems.From(refused);
        }

        await PersonTrail.RecordAsync(session, new(clock.GetUtcNow(), actor, personId, "akun ditutup"), before, before with { IsActive = person.IsActive }, ct);
        await session.CommitAsync(ct);
        Log.Closed(logger, personId, actor.UserId);
        return Result.Ok;
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Account {PersonId} closed by {ActorId}")]
        public static partial void Closed(ILogger logger, Guid personId, Guid actorId);
    }
}
