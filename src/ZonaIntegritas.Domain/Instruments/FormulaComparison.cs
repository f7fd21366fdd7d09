using ZonaIntegritas.Domain.Common;

namespace ZonaIntegritas.Domain.Instruments;

/// <summary>Compares the arithmetic of counted questions.</summary>
internal static class FormulaComparison
{
    public static void Add(List<Difference> found, CountFormula? before, CountFormula? after)
    {
        // With only one side the scale's kind differs too; what stays to be said is the formula itself.
        found.AddText(Aspect.FormulaText, before?.Text, after?.Text);
        AddInputs(found, before?.Inputs ?? [], after?.Inputs ?? []);
        if (before is null || after is null)
        {
            return;
        }

        found.AddText(Aspect.FormulaKind, Say(before.Kind), Say(after.Kind));
        found.AddText(Aspect.FormulaPart, Sum(before.Part), Sum(after.Part));
        found.AddText(Aspect.FormulaWhole, Sum(before.Whole), Sum(after.Whole));
        found.AddText(Aspect.ZeroRule, Say(before.WhenWholeIsZero), Say(after.WhenWholeIsZero));
        string[] old = [.. before.Limits.Select(Say)];
        string[] now = [.. after.Limits.Select(Say)];
        found.AddRange(old.Except(now).Select(gone => new Difference(Aspect.CountLimit, gone, null)));
        found.AddRange(now.Except(old).Select(added => new Difference(Aspect.CountLimit, null, added)));
    }

    private static void AddInputs(List<Difference> found, IReadOnlyList<CountInput> before, IReadOnlyList<CountInput> after)
    {
        foreach (var (old, now) in Differences.Pair(before, after, input => input.Key))
        {
            if (old is null || now is null)
            {
                found.Add(new(Aspect.Input, old?.Label, now?.Label, (now ?? old)!.Key));
                continue;
            }

            found.AddText(Aspect.InputLabel, old.Label, now.Label, now.Key);
            found.AddText(Aspect.PortalRbId, old.PortalRbId?.ToString(Indonesian.Culture), now.PortalRbId?.ToString(Indonesian.Culture), now.Key);
        }

        found.AddOrder([.. before.Select(input => input.Key)], [.. after.Select(input => input.Key)]);
    }

    private static string Sum(IReadOnlyList<string> keys) => string.Join(" + ", keys);

    private static string Say(CountLimit limit) =>
        $"{Sum(limit.Parts)} paling banyak {Sum(limit.AtMost)}{(limit.WaivedWhenFull ? ", kecuali sudah penuh" : "")}: {limit.Reason}";

    private static string Say(FormulaKind kind) => kind switch
    {
        FormulaKind.Ratio => "bagian dibagi seluruhnya",
        FormulaKind.Decrease => "penurunan dari tahun sebelumnya",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    private static string Say(ZeroRule rule) => rule switch
    {
        ZeroRule.Full => "penyebut 0 dihitung penuh",
        ZeroRule.Zero => "penyebut 0 tidak bernilai",
        _ => throw new ArgumentOutOfRangeException(nameof(rule)),
    };
}
