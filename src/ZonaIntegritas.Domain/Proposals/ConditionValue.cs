using ZonaIntegritas.Domain.Common;

namespace ZonaIntegritas.Domain.Proposals;

/// <summary>A value that can be compared with a minimum of the same kind.</summary>
/// <param name="Rank">Its place in the order of its kind: steps, levels, per cent, months.</param>
/// <param name="Text">As it is kept: "WTP", "BB", "3,25", "100", "1 tahun 6 bulan", "ya".</param>
public sealed record ConditionValue(ConditionKind Kind, decimal Rank, string Text)
{
    public const string Yes = "ya";
    public const string No = "tidak";

    /// <summary>Worst first.</summary>
    public static IReadOnlyList<string> Opinions { get; } = ["TMP", "TW", "WDP", "WTP"];

    /// <summary>Worst first.</summary>
    public static IReadOnlyList<string> Grades { get; } = ["D", "C", "CC", "B", "BB", "A", "AA"];

    /// <summary>Worst first.</summary>
    public static IReadOnlyList<string> Choices { get; } = [No, Yes];

    /// <summary>What a person chooses from; empty where a value is written.</summary>
    public static IReadOnlyList<string> ChoicesOf(ConditionKind kind) => kind switch
    {
        ConditionKind.Opinion => Opinions,
        ConditionKind.Grade => Grades,
        ConditionKind.YesNo => Choices,
        _ => [],
    };

    /// <summary>As it is shown: "level 3,25", "100 %".</summary>
    public string Shown => Kind switch
    {
        ConditionKind.Level => $"level {Text}",
        ConditionKind.Percent => $"{Text} %",
        _ => Text,
    };

    public bool Reaches(ConditionValue minimum) => Rank >= minimum.Rank;

    /// <summary>How far it lies from the minimum: "kurang 1 tingkat", "lebih 6 bulan", "tepat di batas".</summary>
    public string DistanceTo(ConditionValue minimum)
    {
        if (Kind is ConditionKind.Opinion or ConditionKind.YesNo)
        {
            return Reaches(minimum) ? "sesuai" : "belum sesuai";
        }

        var apart = Rank - minimum.Rank;
        return apart == 0 ? "tepat di batas" : $"{(apart < 0 ? "kurang" : "lebih")} {Measure(Kind, Math.Abs(apart))}";
    }

    /// <summary>"1 tahun 6 bulan", "8 bulan".</summary>
    public static string Duration(int months) => (months / 12, months % 12) switch
    {
        (0, var rest) => $"{rest} bulan",
        (var years, 0) => $"{years} tahun",
        var (years, rest) => $"{years} tahun {rest} bulan",
    };

    private static string Measure(ConditionKind kind, decimal apart) => kind switch
    {
        ConditionKind.Grade => $"{Indonesian.Number(apart)} tingkat",
        ConditionKind.Level => $"{Indonesian.Number(apart)} level",
        ConditionKind.Percent => $"{Indonesian.Number(apart)} %",
        ConditionKind.Duration => Duration((int)apart),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
