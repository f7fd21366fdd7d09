namespace ZonaIntegritas.Web.Features.Reporting.Documents;

/// <summary>
/// How figures moved: one line per series over the same labels, limits drawn across, and every figure printed beside it.
/// </summary>
/// <param name="LabelHeader">What the labels are, for example "Pekan".</param>
/// <param name="Labels">From left to right: weeks, years.</param>
public sealed record LineChart(string LabelHeader, IReadOnlyList<string> Labels, IReadOnlyList<LineSeries> Series, IReadOnlyList<LineLimit> Limits) : PaperBlock
{
    public string Caption { get; init; } = "";

    /// <summary>The scale's ends; values beyond them are drawn at the edge.</summary>
    public int Lowest { get; init; }

    public int Highest { get; init; } = 100;

    /// <summary>Where a value lies on the scale: 0 at its foot, 1 at its top.</summary>
    public double ShareOf(double value) =>
        double.IsNaN(value) || Highest <= Lowest ? 0 : Math.Clamp((value - Lowest) / (Highest - Lowest), 0, 1);
}

/// <param name="Points">One per label; null where there is no value, which breaks the line.</param>
public sealed record LineSeries(string Name, IReadOnlyList<LinePoint?> Points);

public sealed record LinePoint(double Value, string Text);

/// <summary>A limit at a value of the scale, with its label as text.</summary>
public sealed record LineLimit(double Value, string Label);
