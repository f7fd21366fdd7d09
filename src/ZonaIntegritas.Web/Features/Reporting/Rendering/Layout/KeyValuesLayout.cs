using ZonaIntegritas.Web.Features.Reporting.Documents;
using ZonaIntegritas.Web.Features.Reporting.Rendering.Text;

namespace ZonaIntegritas.Web.Features.Reporting.Rendering.Layout;

/// <summary>Label, colon, value: colons stand in one column, as in an official letter.</summary>
public static class KeyValuesLayout
{
    private const float SpaceBefore = 6;
    private const float WidestLabel = PageGeometry.ContentWidth * 0.4f;
    private const float WidestBeside = PageGeometry.ContentWidth * 0.4f;
    private const float ColonRoom = 12;

    private static readonly GridLook Look = new(Padding: 1);

    public static IEnumerable<Strip> Lay(KeyValues block)
    {
        if (block.Rows.Count == 0)
            return [];
        var labelWidth = Math.Min(WidestLabel, 10 + block.Rows.Max(row =>
            TextStyle.BodyMuted.Measure(TextCleaner.Clean(row.Label))));
        return block.Rows
            .SelectMany((row, i) => LayRow(row, labelWidth, i == 0 ? block.Beside : ""))
            .Select((strip, i) => i == 0 ? strip with { SpaceBefore = SpaceBefore } : strip);
    }

    private static IReadOnlyList<Strip> LayRow(KeyValueRow row, float labelWidth, string beside)
    {
        var right = TextWrapper.Wrap(beside, TextStyle.Body, WidestBeside);
        var rightWidth = right.Max(line => TextStyle.Body.Measure(line));
        var colonLeft = PageGeometry.Left + labelWidth;
        var valueLeft = colonLeft + ColonRoom;
        var valueWidth = PageGeometry.Right - valueLeft - (rightWidth > 0 ? rightWidth + ColonRoom : 0);
        return new GridRow(
        [
            Cell(row.Label, PageGeometry.Left, labelWidth, TextStyle.BodyMuted),
            Cell(":", colonLeft, ColonRoom, TextStyle.BodyMuted),
            Cell(row.Value, valueLeft, valueWidth, TextStyle.Body),
            new(right, PageGeometry.Right - rightWidth, rightWidth, ColumnAlignment.Right, TextStyle.Body),
        ], Look).ToStrips();
    }

    private static GridCell Cell(string text, float left, float width, TextStyle style) =>
        new(TextWrapper.Wrap(text, style, width), left, width, ColumnAlignment.Left, style);
}
