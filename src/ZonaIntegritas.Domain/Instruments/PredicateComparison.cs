namespace ZonaIntegritas.Domain.Instruments;

/// <summary>Compares predicates and their minimums.</summary>
internal static class PredicateComparison
{
    public static IReadOnlyList<PredicateChange> Between(Instrument before, Instrument after) =>
        [.. from pair in Differences.Pair(before.Predicates, after.Predicates, predicate => predicate.Code)
            let change = Compare(pair.Before, pair.After)
            where change is not null
            select change];

    private static PredicateChange? Compare(Predicate? before, Predicate? after)
    {
        List<Difference> found = [];
        foreach (var (old, now) in Differences.Pair(Named(before), Named(after), limit => limit.Name))
        {
            var (was, limit) = (old?.Limit, now?.Limit);
            found.AddText(Aspect.Limit, Say(was), Say(limit), (now ?? old)!.Name);
            if (was is not null && limit is not null)
            {
                found.AddText(Aspect.LimitLabel, was.Label, limit.Label, now!.Name);
                found.AddText(Aspect.Source, was.Source, limit.Source, now.Name);
            }
        }

        if (before is null || after is null)
        {
            var there = (after ?? before)!;
            return new(before is null ? ChangeKind.Added : ChangeKind.Removed, there.Code, there.Name, found);
        }

        found.AddText(Aspect.Name, before.Name, after.Name);
        found.AddText(Aspect.Requires, before.Requires, after.Requires);
        found.AddText(Aspect.Source, before.RequiresSource, after.RequiresSource);
        return found.Count == 0 ? null : new(ChangeKind.Changed, after.Code, after.Name, found);
    }

    private sealed record NamedLimit(string Name, Limit Limit);

    // A file may set two minimums on one section; each keeps its own name, or one would hide the other.
    private static List<NamedLimit> Named(Predicate? predicate) => [.. (predicate?.Limits ?? [])
        .GroupBy(limit => limit.Target)
        .SelectMany(limits => limits.Select((limit, index) => new NamedLimit(index == 0 ? limit.Target : $"{limit.Target} ({index + 1})", limit)))];

    private static string? Say(Limit? limit) => limit is null ? null
        : Differences.Number(limit.MinimumPoints) + (limit.MinimumPercent is { } percent ? $" ({Differences.Number(percent)} %)" : "");
}
