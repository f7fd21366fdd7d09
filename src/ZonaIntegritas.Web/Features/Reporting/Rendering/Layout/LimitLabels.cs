using ZonaIntegritas.Web.Features.Reporting.Documents;
using ZonaIntegritas.Web.Features.Reporting.Rendering.Text;

namespace ZonaIntegritas.Web.Features.Reporting.Rendering.Layout;

/// <summary>Labels over a chart's limits; a label that would touch its neighbour or a line moves aside or up.</summary>
public sealed class LimitLabels
{
    private const float Gap = 6;
    private const float LineGap = 3;

    private readonly List<(string Text, float Left, int Level, float X)> _placed = [];

    public LimitLabels(IEnumerable<LimitMark> limits, TextStyle style, float trackLeft, float trackWidth, float rightEdge)
    {
        var ends = new List<float>();
        var ordered = limits.OrderBy(limit => limit.Percent).ToList();
        for (var i = 0; i < ordered.Count; i++)
        {
            var x = Position(ordered[i], trackLeft, trackWidth);
            var nextLine = i + 1 < ordered.Count ? Position(ordered[i + 1], trackLeft, trackWidth) : float.MaxValue;
            var text = TextWrapper.Shorten(ordered[i].Label, style, rightEdge - PageGeometry.Left);
            var width = style.Measure(text);
            var rightmost = Math.Min(rightEdge, nextLine - LineGap) - width;
            var left = Math.Max(PageGeometry.Left, Math.Min(x - width / 2, rightmost));
            _placed.Add((text, left, TakeLevel(ends, left, left + width, x), x));
        }
        LevelCount = ends.Count;
    }

    public IReadOnlyList<(string Text, float Left, int Level, float X)> Placed => _placed;

    public int LevelCount { get; }

    // The line from a raised label runs through all levels below it.
    private static int TakeLevel(List<float> ends, float left, float right, float line)
    {
        var level = ends.FindIndex(end => end + Gap <= left);
        if (level < 0)
        {
            level = ends.Count;
            ends.Add(0);
        }
        for (var below = 0; below < level; below++)
            ends[below] = Math.Max(ends[below], line);
        ends[level] = right;
        return level;
    }

    /// <summary>Where a limit lies on the track, in points from the page's left.</summary>
    public static float Position(LimitMark limit, float trackLeft, float trackWidth) =>
        trackLeft + (float)(trackWidth * Math.Clamp(limit.Percent, 0, 100) / 100);
}
