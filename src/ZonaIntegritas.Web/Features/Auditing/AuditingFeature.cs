namespace ZonaIntegritas.Web.Features.Auditing;

public static class AuditingFeature
{
    public static IServiceCollection AddAuditing(this IServiceCollection services) => services
        .AddScoped<TrailQueries>()
        .AddScoped<ExportTrail>();

    public static void MapAuditing(this IEndpointRouteBuilder endpoints) => TrailEndpoints.Map(endpoints);
}
