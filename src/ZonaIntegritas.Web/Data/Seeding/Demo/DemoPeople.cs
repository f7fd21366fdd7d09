using Microsoft.AspNetCore.Identity;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.WorkUnits;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Data.Seeding.Demo;

/// <summary>Who takes part in the demo, as the authorizer would know them.</summary>
public sealed class DemoCast
{
    private readonly Dictionary<string, (DemoUnit Plan, Guid Id)> _units = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Actor> _people = new(StringComparer.Ordinal);

    public WorkUnit Add(DemoUnit plan, Guid id, DemoCalendar calendar)
    {
        _units.Add(plan.ShortName, (plan, id));
        return UnitIn(calendar.Year(-1), plan.ShortName, calendar);
    }

    public void Add(string email, Actor actor) => _people.Add(email, actor);

    /// <exception cref="InvalidDataException">A file names a person who is not in "office.json".</exception>
    public Actor Person(string email) =>
        _people.GetValueOrDefault(email) ?? throw new InvalidDataException($"Nobody has the e-mail {email}.");

    public Guid UnitId(string shortName) => Unit(shortName).Id;

    /// <summary>The unit with the predicate it held when that year's sheet was judged: what was awarded before.</summary>
    public WorkUnit UnitIn(int year, string shortName, DemoCalendar calendar)
    {
        var (plan, id) = Unit(shortName);
        var unit = new WorkUnit(id, plan.Name, plan.ShortName, plan.Zone);
        unit.Describe(plan.City, plan.Head, plan.HeadNip);
        if (plan.Held.LastOrDefault(held => calendar.Year(held.YearsAgo) < year) is { } awarded)
        {
            unit.Hold(awarded.Predicate, calendar.Year(awarded.YearsAgo));
        }

        return unit;
    }

    private (DemoUnit Plan, Guid Id) Unit(string shortName) =>
        _units.TryGetValue(shortName, out var unit) ? unit : throw new InvalidDataException($"There is no unit {shortName}.");
}

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

        HashSet<Guid> assigned = [.. (person.Evaluates ?? []).Select(cast.UnitId)];
        if (user.UnitId is { } own && assigned.Contains(own))
        {
            throw new InvalidDataException($"{person.Email} would evaluate the own unit.");
        }

        db.EvaluatorAssignments.AddRange(assigned.Select(unit => new EvaluatorAssignment { EvaluatorId = user.Id, UnitId = unit }));
        cast.Add(person.Email, new(user.Id, person.Name, person.Role, user.UnitId, assigned));
    }

    private static void Demand(IdentityResult result, string email)
    {
        if (!result.Succeeded)
        {
            throw new InvalidDataException($"{email}: {string.Join("; ", result.Errors.Select(error => error.Description))}");
        }
    }
}
