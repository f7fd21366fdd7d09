using Microsoft.AspNetCore.Identity;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Features.Administration.People;

/// <param name="Password">The first one; null to have one made.</param>
public sealed record AddPersonCommand(string Email, PersonDetails Details, string? Password);

/// <param name="Password">To be shown once; it is kept nowhere.</param>
public sealed record AddedPerson(Guid Id, string Password);

/// <summary>Tambah orang: an account with a role, a unit where the role needs one, and a first password.</summary>
public sealed partial class AddPerson(IServiceScopeFactory scopes, Authorizer authorizer, TimeProvider clock, ILogger<AddPerson> logger)
{
    public async Task<Result<AddedPerson>> ExecuteAsync(AddPersonCommand command, CancellationToken ct)
    {
        await using var session = await AccountSession.OpenAsync(scopes, ct);
        var actor = await authorizer.RequireAsync(session.Db, who => who.MayAdminister, ct);
        var details = command.Details.Trimmed();
        if (await details.FaultAsync(session.Db, ct) is { } fault)
        {
            return fault;
        }

        var email = command.Email.Trim();
        var person = new AppUser { Id = Guid.CreateVersion7(clock.GetUtcNow()), UserName = email, Email = email, EmailConfirmed = true };
        details.WriteTo(person);
        var password = string.IsNullOrEmpty(command.Password) ? MadePassword.Make() : command.Password;
        if (await CreateAsync(session, person, password, details) is { Succeeded: false } refused)
        {
            return AdministrationProblems.From(refused);
        }

        await PersonTrail.RecordAsync(session, new(clock.GetUtcNow(), actor, person.Id, "ditambahkan"), null, new(details.Role, person.UnitId, true), ct);
        await session.CommitAsync(ct);
        Log.Added(logger, person.Id, details.Role, actor.UserId);
        return new AddedPerson(person.Id, password);
    }

    private static async Task<IdentityResult> CreateAsync(AccountSession session, AppUser person, string password, PersonDetails details)
    {
        var created = await session.Users.CreateAsync(person, password);
        return created.Succeeded ? await session.Users.AddToRoleAsync(person, details.Role.ToString()) : created;
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Account {PersonId} added as {Role} by {ActorId}")]
        public static partial void Added(ILogger logger, Guid personId, Role role, Guid actorId);
    }
}
