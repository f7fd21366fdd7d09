using ZonaIntegritas.Web.Features.Reporting.Documents;
using ZonaIntegritas.Web.Features.Reporting.Rendering.Marks;
using ZonaIntegritas.Web.Features.Reporting.Rendering.Text;

namespace ZonaIntegritas.Web.Features.Reporting.Rendering;

/// <summary>What every page carries around its text: the running head from page two on, and the foot.</summary>
public sealed class PageFurniture(PaperDocument document, int pageCount)
{
    private const float FootTop = PageGeometry.Height - PageGeometry.Margin - 26;
    private const float PageNumberRoom = 110;
    private const float SealSide = 28;
    private const float SealGap = 9;
    private const string Separator = "  ·  ";

    private readonly QrMark? _seal = document.Seal is { } seal
        ? new(QrPattern.Coarse(seal.Url), seal.Url, PageGeometry.Right - SealSide, FootTop + 5, SealSide)
        : null;

    public IEnumerable<Mark> Of(int page) => page == 1 ? LayFoot(page) : [.. LayHead(), .. LayFoot(page)];

    private IEnumerable<Mark> LayHead()
    {
        var text = TextWrapper.Shorten(document.Title, TextStyle.Small, PageGeometry.ContentWidth);
        yield return new TextMark(text, PageGeometry.Left, PageGeometry.Margin, TextStyle.Small);
        yield return new RectMark(PageGeometry.Left, PageGeometry.Margin + 14, PageGeometry.ContentWidth, 0.5f, Palette.Hairline);
    }

    private IEnumerable<Mark> LayFoot(int page)
    {
        var (style, footer) = (TextStyle.Small, document.Footer);
        var right = _seal is null ? PageGeometry.Right : PageGeometry.Right - SealSide - SealGap;
        var room = right - PageGeometry.Left - PageNumberRoom;
        var identity = string.Join(Separator, new[] { Labelled(PaperFooter.NumberLabel, footer.Number), footer.Period, footer.Layer }.Where(part => part.Length > 0));
        var firstLine = FootTop + 5;
        var secondLine = firstLine + style.LineHeight;
        var number = $"Halaman {page} dari {pageCount}";
        yield return new RectMark(PageGeometry.Left, FootTop, PageGeometry.ContentWidth, 0.8f, Palette.Frame);
        yield return new TextMark(TextWrapper.Shorten(identity, style, room), PageGeometry.Left, firstLine, style);
        yield return new TextMark(TextWrapper.Shorten(Labelled("Dibuat", footer.GeneratedAt), style, right - PageGeometry.Left), PageGeometry.Left, secondLine, style);
        yield return new TextMark(number, right - TextStyle.SmallStrong.Measure(number), firstLine, TextStyle.SmallStrong);
        if (_seal is not null)
            yield return _seal;
    }

    private static string Labelled(string label, string value) => value.Length == 0 ? "" : $"{label} {value}";
}
