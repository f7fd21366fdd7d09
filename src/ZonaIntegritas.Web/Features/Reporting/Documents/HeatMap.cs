namespace ZonaIntegritas.Web.Features.Reporting.Documents;

/// <summary>
/// Figures of many rows at a glance: each cell has its text, a sign and a shade by its tone. The head is repeated on
/// every page. Column labels should be short ("A.1"): twelve of them stand side by side.
/// </summary>
/// <param name="RowHeader">What the rows are, for example "Unit kerja".</param>
public sealed record HeatMap(string RowHeader, IReadOnlyList<string> Columns, IReadOnlyList<HeatRow> Rows) : PaperBlock
{
    public string Caption { get; init; } = "";
}

/// <summary>A row. Missing cells are empty; cells beyond the last column are not shown.</summary>
public sealed record HeatRow(string Label, IReadOnlyList<HeatCell> Cells);

public sealed record HeatCell(string Text, Tone Tone);
