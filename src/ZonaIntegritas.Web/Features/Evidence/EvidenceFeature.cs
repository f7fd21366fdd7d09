using ZonaIntegritas.Web.Features.Evidence.Library;
using ZonaIntegritas.Web.Features.Evidence.Links;

namespace ZonaIntegritas.Web.Features.Evidence;

public static class EvidenceFeature
{
    public static IServiceCollection AddEvidence(this IServiceCollection services) => services
        .AddSingleton<EvidenceStore>()
        .AddHostedService<AbandonedUploads>()
        .AddSingleton<EvidenceIntake>()
        .AddScoped<EvidenceWriter>()
        .AddScoped<AttachEvidence>()
        .AddScoped<DetachEvidence>()
        .AddScoped<PointEvidence>()
        .AddLibrary()
        .AddLinks();
}
