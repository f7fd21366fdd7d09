using ZonaIntegritas.Web.Features.Reporting.Documents;
using ZonaIntegritas.Web.Features.Reporting.Rendering.Marks;
using ZonaIntegritas.Web.Features.Reporting.Rendering.Text;

namespace ZonaIntegritas.Web.Features.Reporting.Rendering.Layout;

/// <summary>The paper's seal: its QR, and beside it the same address and code for readers who type.</summary>
public static class SealLayout
{
    private const float SpaceBefore = 22;
    private const float Side = 76;
    private const float TextGap = 16;
    private const float RuleGap = 10;
    private const float TextLeft = PageGeometry.Left + Side + TextGap;
    private const float TextWidth = PageGeometry.Right - TextLeft;

    /// <summary>The document's strips with the seal under the last one, which is where people sign.</summary>
    public static IEnumerable<Strip> Append(IEnumerable<Strip> strips, PaperSeal seal)
    {
        var last = default(Strip);
        foreach (var strip in strips)
        {
            if (last is not null)
                yield return last;
            last = strip;
        }
        if (last is not null)
            yield return last with { KeepsWithNext = !last.BreaksPage };
        yield return Lay(seal);
    }

    private static Strip Lay(PaperSeal seal)
    {
        var lead = TextLines.Place(PaperSeal.Statement, TextStyle.Cell, TextLeft, TextWidth, RuleGap + 8);
        var url = TextLines.Place(seal.Url, TextStyle.CellStrong, TextLeft, TextWidth, Under(lead));
        var code = TextLines.Place($"{PaperSeal.CodeLabel}: {seal.Code}", TextStyle.Cell, TextLeft, TextWidth, Under(url) + 4);
        return new Strip(Math.Max(RuleGap + Side, Under(code)),
        [
            new RectMark(PageGeometry.Left, 0, PageGeometry.ContentWidth, 0.5f, Palette.Hairline),
            new QrMark(QrPattern.Sturdy(seal.Url), seal.Url, PageGeometry.Left, RuleGap, Side),
            .. lead,
            .. url,
            .. code,
        ])
        { SpaceBefore = SpaceBefore };
    }

    private static float Under(IReadOnlyList<TextMark> lines) => lines[^1].LineTop + lines[^1].Style.LineHeight;
}
