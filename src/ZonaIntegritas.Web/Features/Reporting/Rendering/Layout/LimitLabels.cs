using ZonaIntegritas.Web.Features.Reporting.Documents;
using ZonaIntegritas.Web.Features.Reporting.Rendering.Text;

namespace ZonaIntegritas.Web.Features.Reporting.Rendering.Layout;

/// <summary>Labels over a chart's limits; a label that would touch its neighbour moves up a level.</summary>
public sealed class LimitLabels
{
    private const float Gap = 6;

    private readonly List<(string Text, float Left, int Level, float X)> _placed = [];

    public LimitLabels(IEnumerable<LimitMark> limits, TextStyle style, float trackLeft, float trackWidth, float rightEdge)
    {
        var ends = new List<float>();
        foreach (var limit in limits.OrderBy(limit => limit.Percent))
        {
            var x = Position(limit, trackLeft, trackWidth);
            var text = TextWrapper.Shorten(limit.Label, style, rightEdge - PageGeometry.Left);
            var width = style.Measure(text);
            var left = Math.Clamp(x - width / 2, PageGeometry.Left, rightEdge - width);
            var level = ends.FindIndex(end => end + Gap <= left);
            if (level < 0)
            {
                level = ends.Count;
                ends.Add(0);
            }
            ends[level] = left + width;
            _placed.Add((text, left, level, x));
        }
        LevelCount = ends.Count;
    }

    public IReadOnlyList<(string Text, float Left, int Level, float X)> Placed => _placed;

    public int LevelCount { get; }

    /// <summary>Where a limit lies on the track, in points from the page's left.</summary>
    public static float Position(LimitMark limit, float trackLeft, float trackWidth) =>
        trackLeft + (float)(trackWidth * Math.Clamp(limit.Percent, 0, 100) / 100);
}
