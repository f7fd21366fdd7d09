using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Web.Features.Readiness.Cockpit;
using ZonaIntegritas.Web.Features.Readiness.Figures;

namespace ZonaIntegritas.Web.Features.Readiness;

/// <summary>A page of units held against the limits of their targets, and what is to be said of all of them.</summary>
/// <param name="Year">The year shown; null when there is no sheet at all.</param>
/// <param name="Areas">Heads of the heat map's columns.</param>
/// <param name="SeesOneUnit">The reader belongs to a single unit and needs no list.</param>
public sealed record ReadinessList(
    IReadOnlyList<int> Years,
    int? Year,
    IReadOnlyList<AreaHead> Areas,
    IReadOnlyList<ReadinessRow> Rows,
    ReadinessSums Sums,
    bool SeesOneUnit)
{
    public int Size { get; init; } = ReadinessFilter.DefaultSize;

    public int Pages => Math.Max(1, (Sums.Found + Size - 1) / Size);

    /// <summary>What the list can be narrowed to.</summary>
    public ReadinessChoices Choices { get; init; } = ReadinessChoices.None;

    /// <summary>Null when there is no sheet at all.</summary>
    public CockpitFigures? Cockpit { get; init; }

    /// <summary>Limits that were met and are not any more.</summary>
    public IReadOnlyList<AlertLine> Alerts { get; init; } = [];

    public static ReadinessList Nothing(bool seesOneUnit) => new([], null, [], [], ReadinessSums.None, seesOneUnit);
}

public sealed record AreaHead(string Code, string Name);

/// <param name="Targets">Codes of the instrument's predicates.</param>
public sealed record ReadinessChoices(IReadOnlyList<string> Targets, IReadOnlyList<string> Cities)
{
    public static ReadinessChoices None { get; } = new([], []);
}

/// <param name="Units">All that the reader sees in this year.</param>
/// <param name="Found">Of them, what the list is narrowed to; over all pages.</param>
/// <param name="Met">Units that reach their own target.</param>
public sealed record ReadinessSums(int Units, int Found, int Met)
{
    public static ReadinessSums None { get; } = new(0, 0, 0);
}

/// <param name="Score">Null while the layer has no answer.</param>
public sealed record ReadinessRow(
    Guid AssessmentId,
    string Unit,
    string UnitName,
    string Target,
    AssessmentStatus Status,
    string Turn,
    string DaysLeft,
    Layer Layer,
    RowScore? Score)
{
    public string LayerLabel => LayerWords.Say(Layer);
}

/// <param name="TotalShare">0..1, for the bar.</param>
/// <param name="Limits">The target's limit on the total, and the other predicates'.</param>
public sealed record RowScore(
    Figure Total,
    decimal TotalShare,
    Standing Standing,
    IReadOnlyList<RowLimit> Limits,
    int Answered,
    int Questions,
    IReadOnlyList<RowArea> Areas,
    int GatesMet,
    int Gates,
    bool TargetMet)
{
    public string GatesText => $"{GatesMet} dari {Gates}";

    public string Verdict => TargetMet ? "Memenuhi" : "Belum memenuhi";
}

public sealed record RowLimit(string Predicate, string Label, decimal Position);

public sealed record RowArea(AreaHead Head, Figure Share, Standing Standing);
