using ZonaIntegritas.Domain.Instruments;
using ZonaIntegritas.Web.Features.Administration.Units;

namespace ZonaIntegritas.Web.Features.Administration.Periods;

/// <summary>The units ticked for a period, each with the predicate it heads for.</summary>
public sealed class ChosenSheets
{
    private readonly Dictionary<Guid, (UnitOption Unit, string Target)> _chosen = [];

    public int Count => _chosen.Count;

    public IReadOnlyList<PlannedSheet> Plan => [.. _chosen.Select(sheet => new PlannedSheet(sheet.Key, sheet.Value.Target))];

    public bool Contains(Guid unitId) => _chosen.ContainsKey(unitId);

    public string? TargetOf(Guid unitId) => _chosen.TryGetValue(unitId, out var sheet) ? sheet.Target : null;

    public void Aim(UnitOption unit, string target) => _chosen[unit.Id] = (unit, target);

    public void Remove(Guid unitId) => _chosen.Remove(unitId);

    /// <summary>Ticks a unit with the highest predicate that it may head for.</summary>
    public void Add(UnitOption unit, IReadOnlyList<Predicate> predicates) =>
        Aim(unit, predicates.Last(predicate => predicate.IsOpenTo(unit.HeldPredicates)).Code);

    /// <summary>Another instrument knows other predicates: what is ticked stays, its target is suggested anew where it must be.</summary>
    public void Fit(IReadOnlyList<Predicate> predicates)
    {
        foreach (var (unit, target) in _chosen.Values.ToList())
        {
            if (predicates.All(predicate => predicate.Code != target))
            {
                Add(unit, predicates);
            }
        }
    }
}
