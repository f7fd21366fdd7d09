namespace ZonaIntegritas.Web.Features.Reporting;

public static class ReportingFeature
{
    public static IServiceCollection AddReports(this IServiceCollection services) => services
        .AddSingleton<ReportStore>()
        .AddScoped<ReportQueries>()
        .AddScoped<RequestReportNow>()
        .AddScoped<RequestProgressReports>()
        // Made by hand, so that the app starts without an IReadinessReportMaker; requested reports then wait for one.
        .AddScoped(provider => ActivatorUtilities.CreateInstance<MakeReport>(provider));
}
