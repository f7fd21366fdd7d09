namespace ZonaIntegritas.Web.Features.Workbooks.Importing;

public enum CellKind
{
    Text,
    Number,

    /// <summary>#REF!, #N/A, …</summary>
    Error,
}

/// <param name="Place">"E57".</param>
/// <param name="Text">Empty for an empty cell; a number as the file writes it.</param>
public sealed record BookCell(string Place, CellKind Kind, string Text)
{
    public bool IsEmpty => Text.Trim().Length == 0;
}

/// <param name="Key">Of a question, or of one of its counts.</param>
public sealed record ReadRow(int Number, string Key, BookCell Answer, BookCell Note);

/// <summary>What a workbook says, before anything about it is believed.</summary>
/// <param name="Identity">The sheet Identitas, by name.</param>
public sealed record ReadBook(IReadOnlyDictionary<string, string> Identity, IReadOnlyList<ReadRow> Rows);
