namespace ZonaIntegritas.Web.Features.Evidence;

public static class EvidenceFeature
{
    public static IServiceCollection AddEvidence(this IServiceCollection services) => services
        .AddSingleton<EvidenceStore>()
        .AddScoped<AttachEvidence>()
        .AddScoped<DetachEvidence>();
}
