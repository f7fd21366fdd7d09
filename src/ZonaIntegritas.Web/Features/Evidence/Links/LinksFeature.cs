namespace ZonaIntegritas.Web.Features.Evidence.Links;

public static class LinksFeature
{
    public static IServiceCollection AddLinks(this IServiceCollection services) => services
        .AddSingleton<LinkIntake>()
        .AddScoped<AddEvidenceLink>()
        .AddSingleton(ProbeWays.Outside)
        .AddSingleton<LinkProbe>()
        .AddSingleton(provider => new LinkPace(
            provider.GetRequiredService<LinkProbe>(), provider.GetRequiredService<TimeProvider>(), breath: TimeSpan.FromSeconds(1)))
        .AddScoped<CheckEvidenceLinks>()
        .AddScoped<RecheckEvidenceLink>();
}
