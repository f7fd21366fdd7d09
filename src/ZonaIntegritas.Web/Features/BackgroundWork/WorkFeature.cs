using ZonaIntegritas.Web.Features.BackgroundWork.Failed;
using ZonaIntegritas.Web.Features.BackgroundWork.Page;
using ZonaIntegritas.Web.Features.BackgroundWork.Recurring;
using ZonaIntegritas.Web.Features.BackgroundWork.Waiting;

namespace ZonaIntegritas.Web.Features.BackgroundWork;

public static class WorkFeature
{
    public static IServiceCollection AddWork(this IServiceCollection services) => services
        .AddSingleton<WorkRunner>()
        .AddSingleton<ResumeUnfinishedWork>()
        .AddSingleton<RunRecorder>()
        .AddSingleton<MissedRuns>()
        .AddSingleton<QueueAge>()
        .AddScoped<RemoveOldRecords>()
        .AddScoped<WorkQueries>()
        .AddScoped<StartJob>()
        .AddScoped<FailedWork>()
        .AddScoped<RetryWork>()
        .AddScoped<SetWorkAside>();
}
