using Microsoft.Extensions.Options;
using ZonaIntegritas.Web.Features.Evidence;
using ZonaIntegritas.Web.Hosting;

namespace ZonaIntegritas.Web.Features.Reporting;

/// <summary>Finished reports, in a <see cref="FileStore"/> of their own.</summary>
public sealed class ReportStore(IOptions<StorageOptions> storage)
{
    public FileStore Files { get; } = new(storage.Value.ReportsFolder);
}
