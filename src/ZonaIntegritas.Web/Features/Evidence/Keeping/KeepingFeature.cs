namespace ZonaIntegritas.Web.Features.Evidence.Keeping;

internal static class KeepingFeature
{
    public static IServiceCollection AddKeeping(this IServiceCollection services)
    {
        services.AddScoped<VerifyEvidence>().AddScoped<BackUpData>();
        services.AddSingleton<EvidenceCheck>().AddHealthChecks().AddCheck<EvidenceCheck>("evidence");
        return services;
    }
}
