using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Features.Administration;

/// <summary>
/// One operation on accounts. Identity's stores share the context of their scope, and a circuit's scope lives for hours;
/// so each operation opens a scope of its own, and all it does is one transaction.
/// </summary>
public sealed class AccountSession : IAsyncDisposable
{
    private readonly AsyncServiceScope _scope;
    private readonly IDbContextTransaction _transaction;

    private AccountSession(AsyncServiceScope scope, AppDbContext db, IDbContextTransaction transaction)
    {
        (_scope, Db, _transaction) = (scope, db, transaction);
        Users = scope.ServiceProvider.GetRequiredService<UserManager<AppUser>>();
    }

    public AppDbContext Db { get; }

    public UserManager<AppUser> Users { get; }

    public static async Task<AccountSession> OpenAsync(IServiceScopeFactory scopes, CancellationToken ct)
    {
        var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        return new(scope, db, await db.Database.BeginTransactionAsync(ct));
    }

    public async Task<Role> RoleOfAsync(AppUser person) => Enum.Parse<Role>((await Users.GetRolesAsync(person)).Single());

    public Task<bool> HasOtherAdministratorAsync(Guid than, CancellationToken ct) => Db.Users.AnyAsync(
        user => user.IsActive && user.Id != than && Db.UserRoles.Any(link =>
            link.UserId == user.Id && Db.Roles.Any(role => role.Id == link.RoleId && role.Name == nameof(Role.Administrator))),
        ct);

    public Task CommitAsync(CancellationToken ct) => _transaction.CommitAsync(ct);

    public async ValueTask DisposeAsync()
    {
        await _transaction.DisposeAsync();
        await _scope.DisposeAsync();
    }
}
