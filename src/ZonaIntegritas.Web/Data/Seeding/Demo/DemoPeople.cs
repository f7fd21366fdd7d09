using Microsoft.AspNetCore.Identity;
using ZonaIntegritas.Domain.Reviews;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Data.Seeding.Demo;

/// <summary>Adds the invented units, their people and TPI's share of work.</summary>
public sealed class DemoPeople(UserManager<AppUser> users)
{
    public async Task<DemoCast> AddAsync(AppDbContext db, DemoOffice office, DemoCalendar calendar, CancellationToken ct)
    {
        var cast = new DemoCast();
        foreach (var unit in office.Units)
        {
            db.WorkUnits.Add(cast.Add(unit, Guid.CreateVersion7(calendar.Now), calendar));
        }

        await db.SaveChangesAsync(ct);
        foreach (var person in office.People)
        {
            await AddPersonAsync(db, office.Password, person, cast, calendar.Now);
        }

        await db.SaveChangesAsync(ct);
        return cast;
    }

    private async Task AddPersonAsync(AppDbContext db, string password, DemoPerson person, DemoCast cast, DateTimeOffset now)
    {
        var user = new AppUser
        {
            Id = Guid.CreateVersion7(now),
            UserName = person.Email,
            Email = person.Email,
            EmailConfirmed = true,
            FullName = person.Name,
            UnitId = person.Unit is null ? null : cast.UnitId(person.Unit),
            Position = person.Position,
            Nip = person.Nip,
        };
        Demand(await users.CreateAsync(user, password), person.Email);
        Demand(await users.AddToRoleAsync(user, person.Role.ToString()), person.Email);

        var duties = (person.Evaluates ?? []).ToDictionary(cast.UnitId, unit => new ReviewDuty(person.Tier, AreasOf(person, unit)));
        if (user.UnitId is { } own && duties.ContainsKey(own))
        {
            throw new InvalidDataException($"{person.Email} would evaluate the own unit.");
        }

        db.ReviewAssignments.AddRange(duties.Select(duty =>
            new ReviewAssignment(Guid.CreateVersion7(now), user.Id, duty.Key, duty.Value.Tier, duty.Value.Areas.Order(), null, now)));
        cast.Add(person.Email, new(user.Id, person.Name, person.Role, user.UnitId, duties));
    }

    private static HashSet<string> AreasOf(DemoPerson person, string unit) => [.. person.Areas?.GetValueOrDefault(unit) ?? []];

    private static void Demand(IdentityResult result, string email)
    {
        if (!result.Succeeded)
        {
            throw new InvalidDataException($"{email}: {string.Join("; ", result.Errors.Select(error => error.Description))}");
        }
    }
}
