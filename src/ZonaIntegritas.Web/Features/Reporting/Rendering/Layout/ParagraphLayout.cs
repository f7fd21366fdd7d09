using ZonaIntegritas.Web.Features.Reporting.Documents;
using ZonaIntegritas.Web.Features.Reporting.Rendering.Marks;
using ZonaIntegritas.Web.Features.Reporting.Rendering.Text;

namespace ZonaIntegritas.Web.Features.Reporting.Rendering.Layout;

/// <summary>Running text: headings, paragraphs, points and the verdict in its box.</summary>
public static class ParagraphLayout
{
    private const float ParagraphGap = 6;
    private const float NoteGap = 9;
    private const float PointGap = 3;
    private const float PointIndent = 16;
    private const float VerdictPadding = 9;
    private const float VerdictBar = 3.5f;
    private const float VerdictTextIndent = 30;
    private const int MostVerdictLines = 12;

    public static IEnumerable<Strip> Lay(Heading heading)
    {
        var (style, gap) = heading.Level switch
        {
            <= 1 => (TextStyle.Heading1, 18f),
            2 => (TextStyle.Heading2, 13f),
            _ => (TextStyle.Heading3, 10f),
        };
        var bookmark = new BookmarkMark(Math.Max(1, heading.Level), TextCleaner.Clean(heading.Text).ReplaceLineEndings(" "));
        return TextLines.Flow(heading.Text, style, gap)
            .Select((strip, i) => i == 0 ? strip with { Marks = [bookmark, .. strip.Marks] } : strip)
            .BoundToNext();
    }

    public static IEnumerable<Strip> Lay(Paragraph paragraph) => paragraph.Style switch
    {
        ParagraphStyle.Normal => TextLines.Flow(paragraph.Text, TextStyle.Body, ParagraphGap),
        ParagraphStyle.Muted => TextLines.Flow(paragraph.Text, TextStyle.BodyMuted, NoteGap),
        ParagraphStyle.VerdictMet => LayVerdict(paragraph.Text, Tone.Met),
        ParagraphStyle.VerdictNear => LayVerdict(paragraph.Text, Tone.Near),
        ParagraphStyle.VerdictBelow => LayVerdict(paragraph.Text, Tone.Below),
        _ => throw new ArgumentOutOfRangeException(nameof(paragraph)),
    };

    public static IEnumerable<Strip> Lay(PointList list) => list.Points.SelectMany((point, i) =>
    {
        var sign = new TextMark(list.Numbered ? $"{i + 1}." : "•", PageGeometry.Left + 2, 0, TextStyle.Body);
        return TextLines.Flow(point, TextStyle.Body, i == 0 ? ParagraphGap : PointGap,
                PageGeometry.Left + PointIndent, PageGeometry.ContentWidth - PointIndent)
            .Select((strip, line) => line == 0 ? strip with { Marks = [sign, .. strip.Marks] } : strip);
    });

    private static IEnumerable<Strip> LayVerdict(string text, Tone tone)
    {
        var style = TextStyle.Verdict;
        var lines = TextLines.Place(text, style, PageGeometry.Left + VerdictTextIndent,
            PageGeometry.ContentWidth - VerdictTextIndent - VerdictPadding, VerdictPadding);
        // A box is never cut; a verdict as long as this is running text.
        if (lines.Count > MostVerdictLines)
            return TextLines.Flow(text, TextStyle.BodyStrong, ParagraphGap);

        var height = lines.Count * style.LineHeight + 2 * VerdictPadding;
        return
        [
            new Strip(height,
            [
                new RectMark(PageGeometry.Left, 0, PageGeometry.ContentWidth, height, Palette.GroupTint),
                new RectMark(PageGeometry.Left, 0, VerdictBar, height, Palette.Of(tone)),
                new ToneSignMark(tone, PageGeometry.Left + 17, VerdictPadding + style.LineHeight / 2),
                .. lines,
            ])
            { SpaceBefore = 10 },
        ];
    }
}
