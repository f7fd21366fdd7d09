using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Evidence;

namespace ZonaIntegritas.Web.Features.Evidence.Content;

/// <summary>
/// Whether a file is what its name says, arrived whole and cannot hurt whoever opens it. Nothing is drawn or kept in
/// memory; every look has a limit, so that a file of any size and make takes bounded time.
/// </summary>
public static class EvidenceInspection
{
    /// <param name="content">Seekable; its position is not kept.</param>
    /// <returns>What is doubtful about it, when it may be kept all the same.</returns>
    public static Result<ContentWarning> Inspect(Stream content, EvidenceType type)
    {
        if (content.Length == 0)
        {
            return EvidenceProblems.Empty;
        }

        var file = new ContentReader(content);
        if (type == EvidenceType.Pdf)
        {
            return PdfContent.Inspect(file);
        }

        return ProblemOf(file, type) is { } problem ? problem : ContentWarning.None;
    }

    private static Problem? ProblemOf(ContentReader file, EvidenceType type) => type switch
    {
        EvidenceType.Jpeg => PictureContent.ProblemOf(file, type, JpegContent.Look),
        EvidenceType.Png => PictureContent.ProblemOf(file, type, PngContent.Look),
        EvidenceType.WebP => PictureContent.ProblemOf(file, type, WebPContent.Look),
        EvidenceType.Heic => MediaContent.ProblemOfHeic(file),
        EvidenceType.Mp4 => MediaContent.ProblemOfMp4(file),
        EvidenceType.Text or EvidenceType.Csv => TextContent.ProblemOf(file, type),
        _ when type.IsOffice() => OfficeContent.ProblemOf(file, type),
        _ => throw new ArgumentOutOfRangeException(nameof(type)),
    };
}
