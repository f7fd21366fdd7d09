using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Web.Features.Assessments;

namespace ZonaIntegritas.Web.Features.Reviews.Desk;

/// <summary>Whether there is anything to press at all; each use case asks again.</summary>
public static class DeskDoor
{
    /// <summary>The sheet is with TPI, its window open, and the reader judges it; each question may still wait for another tier.</summary>
    public static bool IsOpen(Workspace workspace) =>
        workspace is { MyTier: not null, Title: { Windows: { } windows } title } && SheetLife.AtTpi.Contains(title.Status)
        && windows.ReviewFrom <= title.Today && title.Today <= windows.ReviewUntil;
}
