using ZonaIntegritas.Web.Features.Workbooks.Importing;

namespace ZonaIntegritas.Web.Features.Workbooks;

public static class WorkbooksFeature
{
    public static IServiceCollection AddWorkbooks(this IServiceCollection services) => services
        .AddSingleton<LkeBookSource>()
        .AddScoped<ExportWorkbook>()
        .AddScoped<ImportWorkbook>();
}
