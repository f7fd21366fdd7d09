using ZonaIntegritas.Domain.Evidence;

namespace ZonaIntegritas.Web.Features.Evidence.Content;

/// <summary>What the names of an office file's parts tell, all in lower case.</summary>
internal static class OfficeParts
{
    // What runs at a double click; charts bring tables with them, so office files inside are fine unless they hold macros.
    private static readonly string[] Programs =
    [
        ".exe", ".dll", ".scr", ".com", ".bat", ".cmd", ".ps1", ".vbs", ".vbe", ".js", ".jse", ".wsf", ".hta", ".lnk", ".msi", ".jar", ".reg",
        ".docm", ".xlsm", ".xlsb", ".xlam", ".pptm", ".ppam", ".dotm",
    ];

    /// <summary>Whether there is what this kind must have.</summary>
    public static bool Make(IReadOnlySet<string> names, EvidenceType type) => type switch
    {
        EvidenceType.Docx => IsOpenXml(names, "word/"),
        EvidenceType.Xlsx => IsOpenXml(names, "xl/"),
        EvidenceType.Pptx => IsOpenXml(names, "ppt/"),
        EvidenceType.Odt or EvidenceType.Ods => names.Contains("mimetype") && names.Contains("content.xml"),
        _ => throw new ArgumentOutOfRangeException(nameof(type)),
    };

    /// <summary>VBA, macro sheets of old Excel, ActiveX, and the libraries of LibreOffice.</summary>
    public static bool IsMacro(string name) =>
        name.EndsWith("vbaproject.bin", StringComparison.Ordinal) || name.EndsWith("vbadata.xml", StringComparison.Ordinal)
        || name.Contains("/macrosheets/", StringComparison.Ordinal) || name.Contains("/activex/", StringComparison.Ordinal)
        || name.StartsWith("basic/", StringComparison.Ordinal) || name.StartsWith("scripts/", StringComparison.Ordinal);

    public static bool IsProgram(string name) => Programs.Any(ending => name.EndsWith(ending, StringComparison.Ordinal));

    private static bool IsOpenXml(IReadOnlySet<string> names, string folder) =>
        names.Contains("[content_types].xml") && names.Any(name => name.StartsWith(folder, StringComparison.Ordinal));
}
