namespace ZonaIntegritas.Web.Features.Reporting.Documents;

/// <summary>One piece of a paper document, from top to bottom.</summary>
public abstract record PaperBlock;

/// <summary>A heading of level 1 to 3; it never stands alone at the foot of a page and becomes a bookmark.</summary>
public sealed record Heading(int Level, string Text) : PaperBlock;

public sealed record Paragraph(string Text, ParagraphStyle Style = ParagraphStyle.Normal) : PaperBlock;

public enum ParagraphStyle
{
    Normal,
    Muted,
    VerdictMet,
    VerdictNear,
    VerdictBelow,
}

/// <summary>Short points, with dots or with numbers.</summary>
public sealed record PointList(IReadOnlyList<string> Points, bool Numbered = false) : PaperBlock;

/// <summary>Labels and their values, as at the top of an official letter.</summary>
public sealed record KeyValues(IReadOnlyList<KeyValueRow> Rows) : PaperBlock
{
    /// <summary>Place and date of a letter, at the right of the first row; empty for none.</summary>
    public string Beside { get; init; } = "";
}

public sealed record KeyValueRow(string Label, string Value);

/// <summary>A picture with its caption. Missing or unreadable bytes become a framed note.</summary>
public sealed record Image(ReadOnlyMemory<byte> Bytes, string Caption) : PaperBlock
{
    /// <summary>Share of the text width the picture takes, 0 to 1.</summary>
    public float WidthShare { get; init; } = 1;
}

/// <summary>Who signs, side by side; a single column stands on the right.</summary>
public sealed record Signatures(IReadOnlyList<SignatureColumn> Columns) : PaperBlock;

public sealed record SignatureColumn(string PlaceDate, string Role, string Name, string Nip)
{
    /// <summary>What is stuck where the signature goes, for example a duty stamp; empty for none.</summary>
    public string Stamp { get; init; } = "";

    /// <summary>Dots for a hand to write on need no rule under them.</summary>
    public bool IsBlank => Name.All(character => character is '.' or ' ');
}

public sealed record PageBreak : PaperBlock;

/// <summary>Empty room in points (1/72 inch); it vanishes at the top of a page.</summary>
public sealed record Spacer(float Points) : PaperBlock;

/// <summary>Blocks that stay on one page when they fit on one.</summary>
public sealed record KeepTogether(IReadOnlyList<PaperBlock> Blocks) : PaperBlock;
