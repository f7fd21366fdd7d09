using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Reviews;
using ZonaIntegritas.Domain.WorkUnits;

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

    /// <exception cref="InvalidDataException">Nobody coordinates the unit.</exception>
    public Actor Coordinator(Guid unitId) =>
        _people.Values.FirstOrDefault(person => person.MayFill(unitId)) ?? throw new InvalidDataException($"Nobody coordinates unit {unitId}.");

    /// <exception cref="InvalidDataException">Nobody holds this tier at the unit.</exception>
    public Actor Judge(ReviewTier tier, Guid unitId) =>
        _people.Values.FirstOrDefault(person => person.DutyOn(unitId)?.Tier == tier) ?? throw new InvalidDataException($"No {tier} judges unit {unitId}.");

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
