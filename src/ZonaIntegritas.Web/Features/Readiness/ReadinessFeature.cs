using Microsoft.Extensions.DependencyInjection.Extensions;
using ZonaIntegritas.Web.Features.Readiness.Cockpit;
using ZonaIntegritas.Web.Features.Readiness.Working;
using ZonaIntegritas.Web.Features.Reporting;
using ZonaIntegritas.Web.Features.Reporting.Rendering;

namespace ZonaIntegritas.Web.Features.Readiness;

public static class ReadinessFeature
{
    public static IServiceCollection AddReadiness(this IServiceCollection services)
    {
        services.TryAddSingleton<IReportRenderer, SkiaPdfRenderer>();
        return services
            .AddScoped<ReadinessSource>()
            .AddScoped<ReadinessListReader>()
            .AddScoped<ReadinessQueries>()
            .AddScoped<VisitReadiness>()
            .AddScoped<WorkingQueries>()
            .AddScoped<IPaperMaker, ProgressPaperMaker>();
    }
}
