namespace ZonaIntegritas.Domain.Evidence;

/// <summary>The kinds of content accepted as evidence. SVG, HTML, scripts and archives are not among them.</summary>
public enum EvidenceType
{
    Pdf,
    Jpeg,
    Png,
    WebP,

    /// <summary>Photos of some telephones: kept as they are, offered for download only.</summary>
    Heic,
    Docx,
    Xlsx,
    Pptx,
    Odt,
    Ods,
    Mp4,
    Text,
    Csv,

    /// <summary>An https address instead of a file.</summary>
    Link,
}

public static class EvidenceTypes
{
    private static readonly (string Ending, EvidenceType Type)[] Known =
    [
        (".pdf", EvidenceType.Pdf), (".jpg", EvidenceType.Jpeg), (".jpeg", EvidenceType.Jpeg), (".png", EvidenceType.Png),
        (".webp", EvidenceType.WebP), (".heic", EvidenceType.Heic), (".docx", EvidenceType.Docx), (".xlsx", EvidenceType.Xlsx),
        (".pptx", EvidenceType.Pptx), (".odt", EvidenceType.Odt), (".ods", EvidenceType.Ods), (".mp4", EvidenceType.Mp4),
        (".txt", EvidenceType.Text), (".csv", EvidenceType.Csv),
    ];

    /// <summary>The endings of names that are accepted, with the dot, in lower case.</summary>
    public static IReadOnlyList<string> Endings { get; } = [.. Known.Select(known => known.Ending)];

    /// <exception cref="ArgumentOutOfRangeException">A link has none.</exception>
    public static string MediaType(this EvidenceType type) => type switch
    {
        EvidenceType.Pdf => "application/pdf",
        EvidenceType.Jpeg => "image/jpeg",
        EvidenceType.Png => "image/png",
        EvidenceType.WebP => "image/webp",
        EvidenceType.Heic => "image/heic",
        EvidenceType.Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        EvidenceType.Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        EvidenceType.Pptx => "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        EvidenceType.Odt => "application/vnd.oasis.opendocument.text",
        EvidenceType.Ods => "application/vnd.oasis.opendocument.spreadsheet",
        EvidenceType.Mp4 => "video/mp4",
        // As plain text both, so that no browser makes anything else of them.
        EvidenceType.Text or EvidenceType.Csv => "text/plain; charset=utf-8",
        _ => throw new ArgumentOutOfRangeException(nameof(type)),
    };

    /// <summary>Whether a browser may show it beside the question; other files are downloaded.</summary>
    public static bool OpensInBrowser(this EvidenceType type) =>
        type is EvidenceType.Pdf or EvidenceType.Mp4 || type.IsImage() || type.IsText();

    /// <summary>A picture that a browser draws and that has a thumbnail.</summary>
    public static bool IsImage(this EvidenceType type) =>
        type is EvidenceType.Jpeg or EvidenceType.Png or EvidenceType.WebP;

    public static bool IsText(this EvidenceType type) => type is EvidenceType.Text or EvidenceType.Csv;

    /// <summary>A ZIP of parts.</summary>
    public static bool IsOffice(this EvidenceType type) =>
        type is EvidenceType.Docx or EvidenceType.Xlsx or EvidenceType.Pptx or EvidenceType.Odt or EvidenceType.Ods;

    /// <summary>By the name's ending; null when the kind is not accepted.</summary>
    public static EvidenceType? FromName(string name)
    {
        var ending = Path.GetExtension(name).ToLowerInvariant();
        return Known.Where(known => known.Ending == ending).Select(known => (EvidenceType?)known.Type).FirstOrDefault();
    }
}
