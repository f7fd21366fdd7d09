using ZonaIntegritas.Web.Features.Evidence.Keeping;
using ZonaIntegritas.Web.Features.Evidence.Library;
using ZonaIntegritas.Web.Features.Evidence.Links;
using ZonaIntegritas.Web.Features.Evidence.Scanning;
using ZonaIntegritas.Web.Features.Evidence.Serving;
using ZonaIntegritas.Web.Features.Evidence.Troubles;
using ZonaIntegritas.Web.Features.Evidence.Uploads;

namespace ZonaIntegritas.Web.Features.Evidence;

public static class EvidenceFeature
{
    public static IServiceCollection AddEvidence(this IServiceCollection services) => services
        .AddSingleton<EvidenceStore>()
        .AddUploads()
        .AddScanning()
        .AddKeeping()
        .AddSingleton<EvidenceIntake>()
        .AddScoped<EvidenceWriter>()
        .AddScoped<AttachEvidence>()
        .AddScoped<DetachEvidence>()
        .AddScoped<PointEvidence>()
        .AddScoped<TroubleQueries>()
        .AddLibrary()
        .AddScoped<ServeEvidence>()
        .AddSingleton<ThumbnailStore>()
        .AddLinks();
}
