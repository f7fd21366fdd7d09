namespace ZonaIntegritas.Web.Features.Readiness.Charts;

/// <summary>A line of a chart.</summary>
/// <param name="Style">Which of the few line styles: 0, 1, 2.</param>
public sealed record ChartSeries(string Label, int Style, IReadOnlyList<ChartPoint> Points);

/// <param name="When">The day in words, for the table.</param>
/// <param name="Text">The value as every place shows it.</param>
/// <param name="Note">Completeness, or why the value is provisional.</param>
public sealed record ChartPoint(DateOnly On, string When, decimal Value, string Text, string Note, bool IsWhole);

/// <param name="Label">"WBK 75,00".</param>
/// <param name="Leads">The limit of the unit's own target.</param>
public sealed record ChartLimit(string Label, decimal Value, bool Leads);
