namespace ZonaIntegritas.Web.Features.Reporting.Rendering.Layout;

/// <summary>A strip at its place; the top is in points from the page's top.</summary>
public sealed record PlacedStrip(Strip Strip, float Top);

/// <summary>Stacks strips onto pages. Knowing all pages before drawing is what lets a foot say "dari y".</summary>
public sealed class Paginator
{
    private const float Tolerance = 0.01f;

    private readonly List<List<PlacedStrip>> _pages = [[]];
    private float _top = PageGeometry.FirstPageTop;
    private bool _atTop = true;
    private bool _breakIsDue;

    /// <summary>At least one page, in order.</summary>
    public static IReadOnlyList<IReadOnlyList<PlacedStrip>> Paginate(IEnumerable<Strip> strips)
    {
        var paginator = new Paginator();
        var run = new List<Strip>();
        foreach (var strip in strips)
        {
            run.Add(strip);
            if (strip.KeepsWithNext)
                continue;
            paginator.PlaceRun(run);
            run.Clear();
        }
        paginator.PlaceRun(run);
        return paginator._pages;
    }

    private void PlaceRun(List<Strip> run)
    {
        if (run.Count == 0)
            return;
        var height = run.Sum(strip => strip.SpaceBefore + strip.Height);
        var heightOnNewPage = height - run[0].SpaceBefore + (run[0].RepeatedHead?.Height ?? 0);
        if (!Fits(height) && heightOnNewPage <= PageGeometry.BodyHeight)
            _breakIsDue = true;
        foreach (var strip in run)
            Place(strip);
    }

    private void Place(Strip strip)
    {
        var isVisible = strip.Height > 0;
        if (isVisible && (_breakIsDue || !Fits(strip.SpaceBefore + strip.Height)))
            StartPage();
        if (!_atTop)
            _top += strip.SpaceBefore;
        else if (isVisible && strip.RepeatedHead is { } head)
            Stack(head);
        if (isVisible)
            Stack(strip);
        _breakIsDue |= strip.BreaksPage;
    }

    private void StartPage()
    {
        _breakIsDue = false;
        if (_atTop)
            return;
        _pages.Add([]);
        _top = PageGeometry.LaterPageTop;
        _atTop = true;
    }

    private void Stack(Strip strip)
    {
        _pages[^1].Add(new PlacedStrip(strip, _top));
        _top += strip.Height;
        _atTop = false;
    }

    private bool Fits(float height) => _top + height <= PageGeometry.BodyBottom + Tolerance;
}
