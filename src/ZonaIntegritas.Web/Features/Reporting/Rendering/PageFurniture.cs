using ZonaIntegritas.Web.Features.Reporting.Documents;
using ZonaIntegritas.Web.Features.Reporting.Rendering.Marks;
using ZonaIntegritas.Web.Features.Reporting.Rendering.Text;

namespace ZonaIntegritas.Web.Features.Reporting.Rendering;

/// <summary>What every page carries around its text: the running head from page two on, and the foot.</summary>
public static class PageFurniture
{
    private const float FootTop = PageGeometry.Height - PageGeometry.Margin - 26;
    private const float PageNumberRoom = 110;
    private const string Separator = "  ·  ";

    public static IEnumerable<Mark> Of(PaperDocument document, int page, int pageCount) =>
        page == 1 ? LayFoot(document.Footer, page, pageCount) : [.. LayHead(document), .. LayFoot(document.Footer, page, pageCount)];

    private static IEnumerable<Mark> LayHead(PaperDocument document)
    {
        var text = TextWrapper.Shorten(document.Title, TextStyle.Small, PageGeometry.ContentWidth);
        yield return new TextMark(text, PageGeometry.Left, PageGeometry.Margin, TextStyle.Small);
        yield return new RectMark(PageGeometry.Left, PageGeometry.Margin + 14, PageGeometry.ContentWidth, 0.5f, Palette.Hairline);
    }

    private static IEnumerable<Mark> LayFoot(PaperFooter footer, int page, int pageCount)
    {
        var style = TextStyle.Small;
        var room = PageGeometry.ContentWidth - PageNumberRoom;
        var identity = string.Join(Separator, new[] { Labelled("Nomor", footer.Number), footer.Period, footer.Layer }.Where(part => part.Length > 0));
        var firstLine = FootTop + 5;
        var secondLine = firstLine + style.LineHeight;
        var number = $"Halaman {page} dari {pageCount}";
        yield return new RectMark(PageGeometry.Left, FootTop, PageGeometry.ContentWidth, 0.8f, Palette.Frame);
        yield return new TextMark(TextWrapper.Shorten(identity, style, room), PageGeometry.Left, firstLine, style);
        yield return new TextMark(TextWrapper.Shorten(Labelled("Dibuat", footer.GeneratedAt), style, room), PageGeometry.Left, secondLine, style);
        yield return new TextMark(number, PageGeometry.Right - TextStyle.SmallStrong.Measure(number), firstLine, TextStyle.SmallStrong);
    }

    private static string Labelled(string label, string value) => value.Length == 0 ? "" : $"{label} {value}";
}
