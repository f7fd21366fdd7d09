namespace ZonaIntegritas.Web.Features.Evidence;

public static class EvidenceFeature
{
    public static IServiceCollection AddEvidence(this IServiceCollection services) => services
        .AddSingleton<EvidenceStore>()
        .AddHostedService<AbandonedUploads>()
        .AddScoped<AttachEvidence>()
        .AddScoped<DetachEvidence>();
}
