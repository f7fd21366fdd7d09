namespace ZonaIntegritas.Web.Features.Reporting.Rendering.Marks;

/// <summary>
/// Something to draw. Left edges are measured from the page, tops from the strip the mark lies in, in points:
/// so a strip is laid out before anybody knows on which page it lands.
/// </summary>
public abstract record Mark
{
    /// <summary>Draws the mark with its strip's top at <paramref name="top"/> points from the page's top.</summary>
    public abstract void Paint(Easel easel, float top);
}
