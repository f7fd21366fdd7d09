namespace ZonaIntegritas.Domain.Instruments;

/// <summary>Compares what stands above the tree: title, total, groups and bands.</summary>
internal static class GeneralComparison
{
    public static IReadOnlyList<Difference> Between(Instrument before, Instrument after)
    {
        List<Difference> found = [];
        found.AddText(Aspect.Id, before.Title.Id, after.Title.Id);
        found.AddText(Aspect.Name, before.Title.Name, after.Title.Name);
        found.AddText(Aspect.Programme, before.Title.Programme, after.Title.Programme);
        found.AddText(Aspect.Source, before.Title.Source, after.Title.Source);
        found.AddNumber(Aspect.Weight, before.TotalWeight, after.TotalWeight);
        foreach (var (old, now) in Differences.Pair(before.Groups, after.Groups, group => group.Code))
        {
            found.AddText(Aspect.Group, Say(old), Say(now), (now ?? old)!.Code);
        }

        foreach (var (old, now) in Differences.Pair(before.Bands, after.Bands, band => band.Name))
        {
            found.AddNumber(Aspect.Band, old?.Minimum, now?.Minimum, (now ?? old)!.Name);
        }

        found.AddOrder([.. before.Components.Select(component => component.Code)], [.. after.Components.Select(component => component.Code)]);
        found.AddOrder([.. before.Predicates.Select(predicate => predicate.Code)], [.. after.Predicates.Select(predicate => predicate.Code)]);
        return found;
    }

    private static string? Say(SectionGroup? group) => group is null ? null : $"{group.Name} (komponen {group.Component})";
}
