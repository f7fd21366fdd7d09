namespace ZonaIntegritas.Domain.Evidence;

/// <summary>The kinds of file accepted as evidence. SVG, HTML, scripts and archives are not among them.</summary>
public enum EvidenceType
{
    Pdf,
    Jpeg,
    Png,
    WebP,
    Docx,
    Xlsx,
    Pptx,
}

public static class EvidenceTypes
{
    public static string MediaType(this EvidenceType type) => type switch
    {
        EvidenceType.Pdf => "application/pdf",
        EvidenceType.Jpeg => "image/jpeg",
        EvidenceType.Png => "image/png",
        EvidenceType.WebP => "image/webp",
        EvidenceType.Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        EvidenceType.Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        EvidenceType.Pptx => "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        _ => throw new ArgumentOutOfRangeException(nameof(type)),
    };

    /// <summary>Whether a browser may show it beside the question; office files are downloaded instead.</summary>
    public static bool OpensInBrowser(this EvidenceType type) =>
        type is EvidenceType.Pdf or EvidenceType.Jpeg or EvidenceType.Png or EvidenceType.WebP;

    public static bool IsImage(this EvidenceType type) =>
        type is EvidenceType.Jpeg or EvidenceType.Png or EvidenceType.WebP;

    public static bool IsOffice(this EvidenceType type) =>
        type is EvidenceType.Docx or EvidenceType.Xlsx or EvidenceType.Pptx;

    /// <summary>By the name's ending; null when the kind is not accepted.</summary>
    public static EvidenceType? FromName(string name) => Path.GetExtension(name).ToUpperInvariant() switch
    {
        ".PDF" => EvidenceType.Pdf,
        ".JPG" or ".JPEG" => EvidenceType.Jpeg,
        ".PNG" => EvidenceType.Png,
        ".WEBP" => EvidenceType.WebP,
        ".DOCX" => EvidenceType.Docx,
        ".XLSX" => EvidenceType.Xlsx,
        ".PPTX" => EvidenceType.Pptx,
        _ => null,
    };
}
