namespace ZonaIntegritas.Domain.Planning;

/// <summary>How the unit's efforts are said.</summary>
public static class EffortWords
{
    /// <summary>Every effort there is, from the lightest, "impossible" last.</summary>
    public static IReadOnlyList<int> All { get; } = [.. Enumerable.Range(QuestionEffort.Least, QuestionEffort.Most), QuestionEffort.Impossible];

    public static string Say(int effort) => effort switch
    {
        QuestionEffort.Impossible => "tidak mungkin tahun ini",
        1 => "sangat mudah",
        2 => "mudah",
        3 => "sedang",
        4 => "berat",
        QuestionEffort.Most => "sangat berat",
        _ => throw new ArgumentOutOfRangeException(nameof(effort)),
    };
}
