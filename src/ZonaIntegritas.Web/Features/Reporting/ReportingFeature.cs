namespace ZonaIntegritas.Web.Features.Reporting;

public static class ReportingFeature
{
    public static IServiceCollection AddReports(this IServiceCollection services) => services
        .AddSingleton<ReportStore>()
        .AddScoped<ReportQueries>()
        .AddScoped<RequestReportNow>()
        .AddScoped<RequestProgressReports>()
        .AddSingleton<PaperOffices>()
        .AddScoped<IssuePaper>()
        .AddScoped<MakeReport>();
}
