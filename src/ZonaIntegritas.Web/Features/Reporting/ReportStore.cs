using Microsoft.Extensions.Options;
using ZonaIntegritas.Web.Features.Evidence;
using ZonaIntegritas.Web.Hosting;

namespace ZonaIntegritas.Web.Features.Reporting;

/// <summary>Finished reports, in a <see cref="FileStore"/> of their own.</summary>
public sealed class ReportStore(IOptions<StorageOptions> storage)
{
    public FileStore Files { get; } = new(storage.Value.ReportsFolder);

    /// <summary>Evidence packs, apart: they are large, kept for a while only, and no part of a backup.</summary>
    public FileStore Packs { get; init; } = new(storage.Value.PacksFolder);

    public FileStore Of(PaperKind kind) => kind == PaperKind.EvidencePack ? Packs : Files;
}
