using UglyToad.PdfPig;

namespace ZonaIntegritas.E2E.Support;

/// <summary>The words of a PDF in reading order, as somebody with the paper in hand would check them.</summary>
internal static class PaperText
{
    public static string Read(byte[] pdf)
    {
        using var document = PdfDocument.Open(pdf);
        return string.Join(' ', document.GetPages().SelectMany(page => page.GetWords()).Select(word => word.Text));
    }
}
