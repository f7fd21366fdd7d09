using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.Administration.Units;
using ZonaIntegritas.Web.Identity;

// In queries ToUpper becomes SQL's upper(), which knows no culture; without it small letters would stand after all others.
#pragma warning disable CA1304, CA1311

namespace ZonaIntegritas.Web.Features.Administration.People;

/// <param name="Judges">The units assigned to an evaluator.</param>
public sealed record PersonRow(
    Guid Id, string Email, bool IsActive, PersonDetails Details, string? UnitShortName, IReadOnlyList<UnitOption> Judges)
{
    public UnitOption? Unit => Details.UnitId is { } id ? new(id, "", UnitShortName ?? "", null) : null;
}

public sealed class PeopleQueries(IDbContextFactory<AppDbContext> dbFactory, Authorizer authorizer)
{
    public const int PageSize = 25;

    public async Task<RowPage<PersonRow>> PageAsync(string? search, Role? role, int page, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        await authorizer.RequireAsync(db, who => who.MayAdminister, ct);
        var people = OfRole(db, Matching(db, search), role);
        var found = await people
            .OrderBy(user => user.FullName.ToUpper()).ThenBy(user => user.Id)
            .Skip((page - 1) * PageSize).Take(PageSize)
            .Select(user => new
            {
                user,
                Role = db.UserRoles.Where(link => link.UserId == user.Id)
                    .Join(db.Roles, link => link.RoleId, known => known.Id, (link, known) => known.Name).First(),
                Unit = db.WorkUnits.Where(unit => unit.Id == user.UnitId).Select(unit => unit.ShortName).FirstOrDefault(),
                Judges = db.ReviewAssignments.Where(a => a.EvaluatorId == user.Id && a.EndedAt == null)
                    .Join(db.WorkUnits, a => a.UnitId, unit => unit.Id, (a, unit) => unit)
                    .OrderBy(unit => unit.ShortName.ToUpper())
                    .Select(unit => new UnitOption(unit.Id, unit.Name, unit.ShortName, unit.HeldPredicate))
                    .ToList(),
            })
            .ToListAsync(ct);
        var rows = found.Select(row => new PersonRow(
            row.user.Id,
            row.user.Email!,
            row.user.IsActive,
            new(row.user.FullName, Enum.Parse<Role>(row.Role!), row.user.UnitId, row.user.Position, row.user.Nip),
            row.Unit,
            row.Judges));
        return new([.. rows], await people.CountAsync(ct));
    }

    private static IQueryable<AppUser> Matching(AppDbContext db, string? search)
    {
        var people = db.Users.AsNoTracking();
        if (string.IsNullOrWhiteSpace(search))
        {
            return people;
        }

        var pattern = SearchText.Containing(search);
        return people.Where(user =>
            EF.Functions.Like(user.FullName, pattern, SearchText.Escape)
            || EF.Functions.Like(user.Email!, pattern, SearchText.Escape)
            || db.WorkUnits.Any(unit => unit.Id == user.UnitId && EF.Functions.Like(unit.ShortName, pattern, SearchText.Escape)));
    }

    private static IQueryable<AppUser> OfRole(AppDbContext db, IQueryable<AppUser> people, Role? role)
    {
        var name = role?.ToString();
        return name is null
            ? people
            : people.Where(user => db.UserRoles.Any(link => link.UserId == user.Id && db.Roles.Any(r => r.Id == link.RoleId && r.Name == name)));
    }
}
