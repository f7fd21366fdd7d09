using ZonaIntegritas.Web.Features.Reporting.Preview;
using ZonaIntegritas.Web.Features.Reporting.Schedule;

namespace ZonaIntegritas.Web.Features.Reporting;

public static class ReportingFeature
{
    public static IServiceCollection AddReports(this IServiceCollection services) => services
        .AddSingleton<ReportStore>()
        .AddScoped<ReportQueries>()
        .AddScoped<AskAgain>()
        .AddScoped<CancelPaper>()
        .AddScoped<RequestScheduledReports>()
        .AddSingleton<ReportLetter>()
        .AddScoped<PlanReportMails>()
        .AddSingleton<PaperOffices>()
        .AddScoped<CurrentOffice>()
        .AddScoped<IssuePaper>()
        .AddScoped<MakeReport>();
}
