using ZonaIntegritas.Domain.Evidence;
using ZonaIntegritas.Web.Features.Evidence;

namespace ZonaIntegritas.Web.Tests;

/// <summary>Rows for pages that are tested without a database.</summary>
internal static class EvidenceRows
{
    public static EvidenceRow Of(string name, EvidenceType type) => new(
        Guid.CreateVersion7(), Scene.YesNo, Guid.CreateVersion7(), Guid.CreateVersion7(), 1, 1, name, name, type, 2048, null, null, "", "",
        ContentWarning.None, ScanState.NotScanned, LinkState.None, "", null, null, null, "Sari", new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
}
