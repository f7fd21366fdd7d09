using ZonaIntegritas.Web.Features.BackgroundWork.Recurring;

namespace ZonaIntegritas.Web.Features.BackgroundWork;

public static class WorkFeature
{
    public static IServiceCollection AddWork(this IServiceCollection services) => services
        .AddSingleton<WorkRunner>()
        .AddSingleton<ResumeUnfinishedWork>()
        .AddSingleton<RunRecorder>()
        .AddSingleton<MissedRuns>()
        .AddScoped<RemoveOldRecords>();
}
