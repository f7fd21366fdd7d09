namespace ZonaIntegritas.Web.Features.Reporting.Documents;

/// <summary>A table whose header is repeated on every page it reaches.</summary>
public sealed record Table(IReadOnlyList<TableColumn> Columns, IReadOnlyList<TableRow> Rows) : PaperBlock
{
    public string Caption { get; init; } = "";
}

/// <summary>A column; widths are shared out by weight.</summary>
public sealed record TableColumn(string Header, float Weight = 1, ColumnAlignment Alignment = ColumnAlignment.Left);

public enum ColumnAlignment
{
    Left,
    Centre,
    Right,
}

/// <summary>A row. Missing cells are empty; cells beyond the last column are not shown.</summary>
public sealed record TableRow(IReadOnlyList<TableCell> Cells, TableRowKind Kind = TableRowKind.Body)
{
    public static TableRow Of(params TableCell[] cells) => new(cells);

    public static TableRow Total(params TableCell[] cells) => new(cells, TableRowKind.Total);

    /// <summary>A row that names the group of rows after it, across all columns.</summary>
    public static TableRow Group(string title) => new([title], TableRowKind.Group);
}

public enum TableRowKind
{
    Body,
    Group,
    Total,
}

/// <summary>A cell. The tone adds a small sign before the text; the word stays the caller's.</summary>
public sealed record TableCell(string Text, Tone Tone = Tone.Plain, bool Bold = false, int Indent = 0)
{
    public static implicit operator TableCell(string text) => new(text);
}
