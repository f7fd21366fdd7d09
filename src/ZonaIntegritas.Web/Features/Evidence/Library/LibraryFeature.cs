namespace ZonaIntegritas.Web.Features.Evidence.Library;

public static class LibraryFeature
{
    public static IServiceCollection AddLibrary(this IServiceCollection services) => services
        .AddScoped<AttachExisting>()
        .AddScoped<DescribeEvidence>()
        .AddScoped<DiscardEvidence>()
        .AddScoped<LibraryQueries>()
        .AddScoped<DocumentQueries>()
        .AddScoped<MissingQueries>()
        .AddScoped<UnitQueries>()
        .AddScoped<PickQueries>();
}
