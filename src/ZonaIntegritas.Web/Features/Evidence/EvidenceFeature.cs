using ZonaIntegritas.Web.Features.Evidence.Links;
using ZonaIntegritas.Web.Features.Evidence.Serving;

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
        .AddScoped<ServeEvidence>()
        .AddSingleton<ThumbnailStore>()
        .AddLinks();
}
