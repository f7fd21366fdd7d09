using ZonaIntegritas.Web.Features.Evidence.Library;
using ZonaIntegritas.Web.Features.Evidence.Links;
using ZonaIntegritas.Web.Features.Evidence.Uploads;

namespace ZonaIntegritas.Web.Features.Evidence;

public static class EvidenceFeature
{
    public static IServiceCollection AddEvidence(this IServiceCollection services) => services
        .AddSingleton<EvidenceStore>()
        .AddUploads()
        .AddSingleton<EvidenceIntake>()
        .AddScoped<EvidenceWriter>()
        .AddScoped<AttachEvidence>()
        .AddScoped<DetachEvidence>()
        .AddScoped<PointEvidence>()
        .AddLibrary()
        .AddLinks();
}
