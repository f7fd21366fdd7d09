using ZonaIntegritas.Web.Features.Reporting.Documents;

namespace ZonaIntegritas.Web.Features.Reporting.Rendering.Layout;

/// <summary>Turns blocks into strips. A new kind of block is one more line here.</summary>
public sealed class BlockLayout(PictureShelf pictures)
{
    public IEnumerable<Strip> Lay(PaperBlock block) => block switch
    {
        Heading heading => ParagraphLayout.Lay(heading),
        Paragraph paragraph => ParagraphLayout.Lay(paragraph),
        PointList list => ParagraphLayout.Lay(list),
        KeyValues keyValues => KeyValuesLayout.Lay(keyValues),
        Table table => new TableLayout(table).Lay(),
        BarChart chart => new BarChartLayout(chart).Lay(),
        HeatMap map => new HeatMapLayout(map).Lay(),
        LineChart chart => new LineChartLayout(chart).Lay(),
        Image image => ImageLayout.Lay(image, pictures),
        Signatures signatures => SignaturesLayout.Lay(signatures),
        PageBreak => [new Strip(0, []) { BreaksPage = true }],
        Spacer spacer => [new Strip(0, []) { SpaceBefore = Math.Max(0, spacer.Points) }],
        KeepTogether group => LayTogether(group),
        _ => throw new ArgumentOutOfRangeException(nameof(block), block.GetType().Name, "No layout for this block."),
    };

    private IEnumerable<Strip> LayTogether(KeepTogether group)
    {
        var strips = group.Blocks.SelectMany(Lay).ToList();
        return strips.Select((strip, i) => strip with { KeepsWithNext = i < strips.Count - 1 || strip.KeepsWithNext });
    }
}
