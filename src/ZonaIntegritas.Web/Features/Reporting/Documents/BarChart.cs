namespace ZonaIntegritas.Web.Features.Reporting.Documents;

/// <summary>Horizontal bars on a scale of 0 to 100 per cent, with the limits drawn across them.</summary>
public sealed record BarChart(IReadOnlyList<BarRow> Rows, IReadOnlyList<LimitMark> Limits) : PaperBlock
{
    public string Caption { get; init; } = "";
}

/// <summary>A bar: its length in per cent (values outside 0 to 100 are drawn at the edge) and the figure as text.</summary>
public sealed record BarRow(string Label, double Percent, string ValueText, Tone Tone);

/// <summary>A limit at a per cent of the scale, with its label as text.</summary>
public sealed record LimitMark(double Percent, string Label);
