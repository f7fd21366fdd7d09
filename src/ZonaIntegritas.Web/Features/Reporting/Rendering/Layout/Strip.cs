using ZonaIntegritas.Web.Features.Reporting.Rendering.Marks;

namespace ZonaIntegritas.Web.Features.Reporting.Rendering.Layout;

/// <summary>
/// A piece of the document that is never cut: a line of text, a table row, a bar. Blocks become strips, and pages
/// are strips stacked. Height in points.
/// </summary>
public sealed record Strip(float Height, IReadOnlyList<Mark> Marks)
{
    /// <summary>Room in points above the strip, left out at the top of a page.</summary>
    public float SpaceBefore { get; init; }

    /// <summary>Whether the strip should be on the same page as the one after it.</summary>
    public bool KeepsWithNext { get; init; }

    /// <summary>Whether what follows begins on a new page.</summary>
    public bool BreaksPage { get; init; }

    /// <summary>Drawn first when this strip begins a page, as a table's header.</summary>
    public Strip? RepeatedHead { get; init; }
}
