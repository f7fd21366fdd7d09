using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Features.Administration.People;

/// <summary>Ubah orang: name, role, unit, position and NIP.</summary>
public sealed partial class ChangePerson(IServiceScopeFactory scopes, Authorizer authorizer, ILogger<ChangePerson> logger)
{
    public async Task<Result> ExecuteAsync(Guid personId, PersonDetails details, CancellationToken ct)
    {
        await using var session = await AccountSession.OpenAsync(scopes, ct);
        var actor = await authorizer.RequireAsync(session.Db, who => who.MayAdminister, ct);
        if (await session.Users.FindByIdAsync(personId.ToString()) is not { } person)
        {
            return AdministrationProblems.Gone;
        }

        details = details.Trimmed();
        var role = await session.RoleOfAsync(person);
        if (await FaultAsync(session, person, role, details, ct) is { } fault)
        {
            return fault;
        }

        details.WriteTo(person);
        if (role != details.Role)
        {
            await MoveToRoleAsync(session, person, role, details.Role, ct);
        }

        if (await session.Users.UpdateAsync(person) is { Succeeded: false } refused)
        {
            return AdministrationProblems.From(refused);
        }

        await session.CommitAsync(ct);
        Log.Changed(logger, personId, details.Role, actor.UserId);
        return Result.Ok;
    }

    private static async Task<Problem?> FaultAsync(AccountSession session, AppUser person, Role role, PersonDetails details, CancellationToken ct)
    {
        if (await details.FaultAsync(session.Db, ct) is { } fault)
        {
            return fault;
        }

        if (role == Role.Administrator && details.Role != role && person.IsActive && !await session.HasOtherAdministratorAsync(person.Id, ct))
        {
            return AdministrationProblems.LastAdministrator;
        }

        return details is { Role: Role.Evaluator, UnitId: { } own }
            && await session.Db.EvaluatorAssignments.AnyAsync(a => a.EvaluatorId == person.Id && a.UnitId == own, ct)
            ? AdministrationProblems.OwnUnit(await session.Db.WorkUnits.Where(unit => unit.Id == own).Select(unit => unit.ShortName).SingleAsync(ct))
            : null;
    }

    private static async Task MoveToRoleAsync(AccountSession session, AppUser person, Role from, Role to, CancellationToken ct)
    {
        await session.Users.RemoveFromRoleAsync(person, from.ToString());
        await session.Users.AddToRoleAsync(person, to.ToString());
        // The sign-in carries the old role for menus and pages, so the person signs in again.
        await session.Users.UpdateSecurityStampAsync(person);
        if (from == Role.Evaluator)
        {
            await session.Db.EvaluatorAssignments.Where(a => a.EvaluatorId == person.Id).ExecuteDeleteAsync(ct);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Account {PersonId} changed, now {Role}, by {ActorId}")]
        public static partial void Changed(ILogger logger, Guid personId, Role role, Guid actorId);
    }
}
