using SkiaSharp;
using ZonaIntegritas.Web.Features.Reporting.Documents;
using ZonaIntegritas.Web.Features.Reporting.Rendering.Marks;
using ZonaIntegritas.Web.Features.Reporting.Rendering.Text;

namespace ZonaIntegritas.Web.Features.Reporting.Rendering.Layout;

/// <summary>What opens the first page: letterhead with its double rule, title, subtitle.</summary>
public static class OpeningLayout
{
    private const float LogoSize = 54;
    private const float LogoGap = 12;
    private const float RuleGap = 9;

    public static IEnumerable<Strip> Lay(PaperDocument document, PictureShelf pictures)
    {
        var opening = document.Letterhead is { } letterhead
            ? [LayLetterhead(letterhead, pictures.Open(letterhead.Logo))]
            : Enumerable.Empty<Strip>();
        if (document.Masthead.Length > 0)
            opening = opening.Concat(TextLines.Flow(document.Masthead, TextStyle.Title, 20, alignment: ColumnAlignment.Centre).BoundToNext());
        if (document.Subtitle.Length > 0)
            opening = opening.Concat(TextLines.Flow(document.Subtitle, TextStyle.Subtitle, 3, alignment: ColumnAlignment.Centre));
        return opening.Append(new Strip(0, []) { SpaceBefore = 6 });
    }

    private static Strip LayLetterhead(Letterhead letterhead, SKImage? logo)
    {
        // Equal room on both sides keeps the agency's name in the middle of the page.
        var side = logo is null ? 0 : LogoSize + LogoGap;
        var lines = PlaceLines(letterhead, PageGeometry.Left + side, PageGeometry.ContentWidth - 2 * side);
        var textHeight = lines.Count == 0 ? 0 : lines.Max(line => line.LineTop + line.Style.LineHeight);
        var height = Math.Max(textHeight, logo is null ? 0 : LogoSize);
        var shift = (height - textHeight) / 2;

        var marks = new List<Mark>(lines.Select(line => line with { LineTop = line.LineTop + shift }));
        if (logo is not null)
            marks.Add(PlaceLogo(logo, height));
        marks.Add(new RectMark(PageGeometry.Left, height + RuleGap, PageGeometry.ContentWidth, 1.8f, Palette.Frame));
        marks.Add(new RectMark(PageGeometry.Left, height + RuleGap + 3.2f, PageGeometry.ContentWidth, 0.6f, Palette.Frame));
        return new Strip(height + RuleGap + 4, marks);
    }

    private static List<TextMark> PlaceLines(Letterhead letterhead, float left, float width)
    {
        var lines = new List<TextMark>();
        var top = 0f;
        for (var i = 0; i < letterhead.AgencyLines.Count; i++)
        {
            var style = i == letterhead.AgencyLines.Count - 1 ? TextStyle.AgencyMajor : TextStyle.AgencyMinor;
            lines.AddRange(TextLines.Place(letterhead.AgencyLines[i], style, left, width, top, ColumnAlignment.Centre));
            top = lines[^1].LineTop + style.LineHeight;
        }
        if (letterhead.AddressLine.Length > 0)
            lines.AddRange(TextLines.Place(letterhead.AddressLine, TextStyle.Address, left, width, top + 3, ColumnAlignment.Centre));
        return lines;
    }

    private static PictureMark PlaceLogo(SKImage logo, float height)
    {
        var scale = LogoSize / Math.Max(logo.Width, logo.Height);
        var (width, tall) = (logo.Width * scale, logo.Height * scale);
        return new PictureMark(logo, PageGeometry.Left + (LogoSize - width) / 2, (height - tall) / 2, width, tall);
    }
}
