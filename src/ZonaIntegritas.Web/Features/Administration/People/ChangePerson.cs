using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Auditing;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.Administration.Teams;
using ZonaIntegritas.Web.Features.Reminders.Tell;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Features.Administration.People;

/// <summary>Ubah orang: name, role, unit, position and NIP.</summary>
public sealed partial class ChangePerson(
    IServiceScopeFactory scopes, Authorizer authorizer, TimeProvider clock, ILogger<ChangePerson> logger)
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

        var before = new PersonState(role, person.UnitId, person.IsActive);
        var texts = details.ChangedTexts(person);
        details.WriteTo(person);
        if (role != details.Role)
        {
            await MoveToRoleAsync(session, person, role, details.Role);
            await EndAssignmentsAsync(session.Db, person.Id, role, actor, ct);
        }

        if (await session.Users.UpdateAsync(person) is { Succeeded: false } refused)
        {
            return AdministrationProblems.From(refused);
        }

        await PersonTrail.RecordAsync(
            session, new(clock.GetUtcNow(), actor, personId, texts), before, new(details.Role, person.UnitId, person.IsActive), ct);
        if (before.Role != details.Role || before.UnitId != person.UnitId)
        {
            await TellPerson.OfAccountAsync(session.Db, personId, AccountEvent.RoleOrUnitChanged, clock.GetUtcNow(), ct);
            await session.Db.SaveChangesAsync(ct);
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
            && await session.Db.ReviewAssignments.AnyAsync(a => a.EvaluatorId == person.Id && a.UnitId == own && a.EndedAt == null, ct)
            ? AdministrationProblems.OwnUnit(await session.Db.WorkUnits.Where(unit => unit.Id == own).Select(unit => unit.ShortName).SingleAsync(ct))
            : null;
    }

    private static async Task MoveToRoleAsync(AccountSession session, AppUser person, Role from, Role to)
    {
        await session.Users.RemoveFromRoleAsync(person, from.ToString());
        await session.Users.AddToRoleAsync(person, to.ToString());
        // The sign-in carries the old role for menus and pages, so the person signs in again.
        await session.Users.UpdateSecurityStampAsync(person);
    }

    private async Task EndAssignmentsAsync(AppDbContext db, Guid personId, Role from, Actor actor, CancellationToken ct)
    {
        if (from != Role.Evaluator)
        {
            return;
        }

        var now = clock.GetUtcNow();
        foreach (var share in await db.ReviewAssignments.Where(a => a.EvaluatorId == personId && a.EndedAt == null).ToListAsync(ct))
        {
            share.End(actor.UserId, now, "Peran berubah.");
            db.Record(
                now, actor, AuditAction.AssignmentEnded, new(share.UnitId), new(ShareWords.Say(share), null), AboutPerson.Note(personId, share.EndReason));
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Account {PersonId} changed, now {Role}, by {ActorId}")]
        public static partial void Changed(ILogger logger, Guid personId, Role role, Guid actorId);
    }
}
