using ZonaIntegritas.Domain.Common;

namespace ZonaIntegritas.Domain.Instruments;

/// <summary>What of a part differs.</summary>
public enum Aspect
{
    Id,
    Name,
    Programme,
    Source,
    Weight,
    Kind,

    /// <summary>The sum across sections that a section also counts in.</summary>
    Group,
    Place,
    Order,
    Band,
    Statement,
    Guidance,

    /// <summary>Points at most: also changes when a neighbour comes or goes.</summary>
    Points,
    Scale,
    ScaleMaximum,
    Option,
    OptionValue,
    OptionText,
    FormulaText,
    FormulaKind,
    FormulaPart,
    FormulaWhole,
    ZeroRule,
    Input,
    InputLabel,
    CountLimit,
    Evidence,
    PortalRbId,
    Requires,
    Limit,
    LimitLabel,
}

/// <summary>One thing that differs, in the words and numbers a person reads.</summary>
/// <param name="Before">Null when it was not there.</param>
/// <param name="After">Null when it is not there any more.</param>
/// <param name="Part">Which option, input, limit or band is meant, where there are several.</param>
public sealed record Difference(Aspect Aspect, string? Before, string? After, string? Part = null)
{
    /// <summary>Whether the same answers can be worth other points because of it.</summary>
    public bool AffectsScore => Aspect is Aspect.Weight or Aspect.Points or Aspect.Scale or Aspect.ScaleMaximum or Aspect.Option or Aspect.OptionValue
        or Aspect.FormulaKind or Aspect.FormulaPart or Aspect.FormulaWhole or Aspect.ZeroRule or Aspect.Input or Aspect.CountLimit;

    /// <summary>Whether what was answered may no longer be what is asked, so that a person should look again.</summary>
    public bool AffectsMeaning => Aspect is Aspect.Statement or Aspect.OptionText or Aspect.InputLabel
        or Aspect.FormulaText or Aspect.FormulaKind or Aspect.FormulaPart or Aspect.FormulaWhole;
}

/// <summary>Helps comparing; nothing is added where both sides are the same.</summary>
internal static class Differences
{
    public static void AddText(this List<Difference> differences, Aspect aspect, string? before, string? after, string? part = null)
    {
        if (!string.Equals(before, after, StringComparison.Ordinal))
        {
            differences.Add(new(aspect, before, after, part));
        }
    }

    public static void AddNumber(this List<Difference> differences, Aspect aspect, decimal? before, decimal? after, string? part = null)
    {
        if (before != after)
        {
            differences.Add(new(aspect, Number(before), Number(after), part));
        }
    }

    /// <summary>What both sides have in common stands in another order.</summary>
    public static void AddOrder(this List<Difference> differences, IReadOnlyList<string> before, IReadOnlyList<string> after)
    {
        string[] common = [.. before.Where(after.Contains)];
        string[] now = [.. after.Where(before.Contains)];
        if (!common.SequenceEqual(now, StringComparer.Ordinal))
        {
            differences.Add(new(Aspect.Order, string.Join(", ", common), string.Join(", ", now)));
        }
    }

    /// <summary>Pairs what has the same key; either side may be missing. The order is that of the new side, what is gone follows.</summary>
    public static IEnumerable<(T? Before, T? After)> Pair<T>(IReadOnlyList<T> before, IReadOnlyList<T> after, Func<T, string> key)
        where T : class
    {
        var old = before.ToDictionary(key);
        var names = after.Select(key).ToHashSet();
        return after.Select(item => (old.GetValueOrDefault(key(item)), (T?)item))
            .Concat(before.Where(item => !names.Contains(key(item))).Select(item => ((T?)item, default(T))));
    }

    /// <summary>With all its decimals: a difference must be seen.</summary>
    public static string? Number(decimal? number) => number?.ToString("#,##0.############", Indonesian.Culture);
}
