using ZonaIntegritas.Web.Features.Reporting.Documents;
using ZonaIntegritas.Web.Features.Reporting.Rendering.Marks;
using ZonaIntegritas.Web.Features.Reporting.Rendering.Text;

namespace ZonaIntegritas.Web.Features.Reporting.Rendering.Layout;

/// <summary>Signing columns side by side in one strip, so that names never part from their places.</summary>
public static class SignaturesLayout
{
    private const float SpaceBefore = 28;
    private const float SigningRoom = 58;
    private const float StampWidth = 74;
    private const float StampHeight = 36;
    private const float StampTop = 11;
    private const float Gutter = 24;
    private const float NarrowestShare = 2;

    public static IEnumerable<Strip> Lay(Signatures block)
    {
        if (block.Columns.Count == 0)
            return [];
        var share = Math.Max(NarrowestShare, block.Columns.Count);
        var step = (PageGeometry.ContentWidth + Gutter) / share;
        var first = PageGeometry.Right + Gutter - step * block.Columns.Count;
        var columns = block.Columns.Select((column, i) => Measure(column, first + i * step, step - Gutter)).ToList();

        var dateHeight = HeightOf(columns.Max(column => column.Date.Count));
        var roleHeight = HeightOf(columns.Max(column => column.Role.Count));
        var nameTop = dateHeight + roleHeight + SigningRoom;
        var height = nameTop + HeightOf(columns.Max(column => column.Name.Count + column.Nip.Count)) + 2;
        var marks = columns.SelectMany(column => Place(column, dateHeight, nameTop)).ToList();
        return [new Strip(height, marks) { SpaceBefore = SpaceBefore }];
    }

    private static float HeightOf(int lines) => lines * TextStyle.Body.LineHeight;

    private static MeasuredColumn Measure(SignatureColumn column, float left, float width) => new(left,
        TextWrapper.Wrap(column.PlaceDate, TextStyle.Body, width),
        TextWrapper.Wrap(column.Role, TextStyle.Body, width),
        TextWrapper.Wrap(column.Name, TextStyle.BodyStrong, width),
        column.Nip.Length == 0 ? [] : TextWrapper.Wrap($"NIP {column.Nip}", TextStyle.Body, width), column.Stamp, column.IsBlank);

    private static IEnumerable<Mark> Place(MeasuredColumn column, float roleTop, float nameTop)
    {
        var nipTop = nameTop + HeightOf(column.Name.Count) + 2;
        var ruleWidth = column.Name.Max(line => TextStyle.BodyStrong.Measure(line));
        return
        [
            .. Stack(column.Date, column.Left, 0, TextStyle.Body),
            .. Stack(column.Role, column.Left, roleTop, TextStyle.Body),
            .. Stack(column.Name, column.Left, nameTop, TextStyle.BodyStrong),
            .. column.IsBlank ? Enumerable.Empty<Mark>() : [new RectMark(column.Left, nipTop - 1.5f, ruleWidth, 0.6f, Palette.Ink)],
            .. Stack(column.Nip, column.Left, nipTop, TextStyle.Body),
            .. column.Stamp.Length == 0 ? [] : PlaceStamp(column.Stamp, column.Left, nameTop - SigningRoom + StampTop),
        ];
    }

    // A frame the size of a duty stamp; the signature runs across its right edge.
    private static IEnumerable<Mark> PlaceStamp(string words, float left, float top)
    {
        var style = TextStyle.Small;
        var lines = TextWrapper.Wrap(words, style, StampWidth - 8);
        var first = top + (StampHeight - lines.Count * style.LineHeight) / 2;
        return
        [
            new RectMark(left, top, StampWidth, 0.5f, Palette.Muted),
            new RectMark(left, top + StampHeight - 0.5f, StampWidth, 0.5f, Palette.Muted),
            new RectMark(left, top, 0.5f, StampHeight, Palette.Muted),
            new RectMark(left + StampWidth - 0.5f, top, 0.5f, StampHeight, Palette.Muted),
            .. lines.Select((line, i) => new TextMark(line, TextLines.Align(left, StampWidth, style.Measure(line), ColumnAlignment.Centre), first + i * style.LineHeight, style)),
        ];
    }

    private static IEnumerable<Mark> Stack(IReadOnlyList<string> lines, float left, float top, TextStyle style) =>
        lines.Select((line, i) => new TextMark(line, left, top + i * style.LineHeight, style));

    private sealed record MeasuredColumn(float Left, IReadOnlyList<string> Date, IReadOnlyList<string> Role,
        IReadOnlyList<string> Name, IReadOnlyList<string> Nip, string Stamp, bool IsBlank);
}
