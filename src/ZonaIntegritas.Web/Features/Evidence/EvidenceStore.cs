using Microsoft.Extensions.Options;
using ZonaIntegritas.Web.Features.Evidence.Scanning;
using ZonaIntegritas.Web.Hosting;

namespace ZonaIntegritas.Web.Features.Evidence;

/// <summary>The data dukung's own <see cref="FileStore"/>, with its limits.</summary>
public sealed class EvidenceStore(IOptions<StorageOptions> storage)
{
    public FileStore Files { get; init; } = new(storage.Value.EvidenceFolder);

    public int MaxMegabytes => storage.Value.MaxFileMegabytes;

    public long MaxBytes => storage.Value.MaxFileBytes;

    public long UnitQuotaBytes => storage.Value.UnitQuotaBytes;

    /// <summary>Whether files wait for a scanner before anybody gets them.</summary>
    public bool ScansFiles => storage.Value.ScannerAddress.Length > 0;

    /// <summary>Whoever has committed new content nudges it.</summary>
    public ScanSignal Arrivals { get; } = new();
}
