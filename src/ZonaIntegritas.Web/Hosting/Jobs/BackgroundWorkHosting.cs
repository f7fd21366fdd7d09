using Hangfire;
using Hangfire.InMemory;
using Microsoft.Extensions.Options;
using ZonaIntegritas.Web.Features.BackgroundWork;
using ZonaIntegritas.Web.Features.Reminders;
using ZonaIntegritas.Web.Features.Reporting;

namespace ZonaIntegritas.Web.Hosting.Jobs;

/// <summary>
/// Background work with Hangfire as its clock and its hands. The queue lives in memory and may be lost at any moment:
/// what is to be done stands in our own rows (<see cref="StoredWork"/>).
/// </summary>
public static class BackgroundWorkHosting
{
    public static IServiceCollection AddBackgroundWork(this IServiceCollection services)
    {
        services.AddReports().AddReminders();
        services.AddSingleton<WorkRunner>().AddSingleton<ResumeUnfinishedWork>().AddSingleton<IWorkDispatcher, HangfireDispatcher>();

        // Registered before Hangfire's own, which are process-wide statics: two hosts in one test process stay apart.
        services.AddSingleton<JobStorage>(_ => new InMemoryStorage());
        services.AddSingleton<ITimeZoneResolver, WibResolver>();
        services.AddHangfire(configuration => configuration.UseRecommendedSerializerSettings());
        services.AddSingleton<RecurringWork>();
        services.AddSingleton<IValidateOptions<JobOptions>, JobOptionsCheck>();
        services.AddHostedService<JobServer>();
        return services;
    }

    public static void UseBackgroundWork(this WebApplication app)
    {
        app.MapReports();
        app.MapJobDashboard();
    }
}
