using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Web.Data;

namespace ZonaIntegritas.Web.Identity;

/// <summary>An operation that this person may not do; pages show its problem, endpoints answer 403.</summary>
public sealed class ForbiddenException(Problem problem) : Exception(problem.Message)
{
    public Problem Problem { get; } = problem;
}

/// <summary>
/// The check that counts: every use case and every endpoint asks here, and the answer comes from the database of this
/// moment, so that a closed account or a lost role stops working in an open page too.
/// </summary>
public sealed class Authorizer(CurrentUser current)
{
    private static readonly Problem NotSignedIn = new(
        "access.not-signed-in", "Sesi Anda sudah berakhir atau akun ditutup. Masuk kembali, lalu ulangi.");

    /// <summary>Also said of what does not exist, so that an id tells nothing.</summary>
    public static Problem NotAllowed { get; } = new(
        "access.not-allowed", "Anda tidak berwenang melakukan ini, atau datanya tidak ada. Bila seharusnya boleh, hubungi administrator.");

    /// <exception cref="ForbiddenException">Nobody is signed in, or the account is closed or was changed since.</exception>
    public async Task<Actor> ActorAsync(AppDbContext db, CancellationToken ct)
    {
        var id = current.UserId;
        var found = await db.Users
            .Where(user => user.Id == id && user.IsActive && user.SecurityStamp == current.SecurityStamp)
            .Select(user => new
            {
                user.Id,
                user.FullName,
                user.UnitId,
                Role = db.UserRoles.Where(link => link.UserId == user.Id)
                    .Join(db.Roles, link => link.RoleId, role => role.Id, (link, role) => role.Name).FirstOrDefault(),
                Assignments = db.ReviewAssignments.Where(a => a.EvaluatorId == user.Id && a.EndedAt == null).ToList(),
            })
            .AsNoTracking()
            .SingleOrDefaultAsync(ct);
        return found is not null && Enum.TryParse<Role>(found.Role, out var role)
            ? new(found.Id, found.FullName, role, found.UnitId, found.Assignments.ToDictionary(a => a.UnitId, a => a.Duty), current.Origin)
            : throw new ForbiddenException(NotSignedIn);
    }

    /// <exception cref="ForbiddenException">The person may not.</exception>
    public async Task<Actor> RequireAsync(AppDbContext db, Func<Actor, bool> allowed, CancellationToken ct)
    {
        var actor = await ActorAsync(db, ct);
        return allowed(actor) ? actor : throw new ForbiddenException(NotAllowed);
    }
}
