using Hangfire;
using Hangfire.InMemory;
using Microsoft.Extensions.Options;
using ZonaIntegritas.Web.Features.BackgroundWork;
using ZonaIntegritas.Web.Features.BackgroundWork.Recurring;
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
        services.AddWork().AddSingleton<IWorkDispatcher, HangfireDispatcher>().AddSingleton<IJobTrigger, HangfireTrigger>();

        // Hangfire's own are process-wide statics; these belong to the host, so that two hosts in one process stay apart.
        services.AddSingleton<JobStorage>(NewStorage).AddSingleton<ITimeZoneResolver, WibResolver>();
        services.AddHangfire(_ => { });
        services.AddSingleton<IGlobalConfiguration>(provider => GlobalConfiguration.Configuration
            .UseRecommendedSerializerSettings()
            .UseLogProvider(new HostLogProvider(provider.GetRequiredService<ILoggerFactory>())));
        services.AddSingleton<RecurringWork>();
        services.AddSingleton<IValidateOptions<JobOptions>, JobOptionsCheck>();
        services.AddSingleton<JobServer>().AddHostedService(provider => provider.GetRequiredService<JobServer>());
        return services;
    }

    public static void UseBackgroundWork(this WebApplication app)
    {
        app.MapReports();
        app.MapJobDashboard();
    }

    private static InMemoryStorage NewStorage(IServiceProvider provider)
    {
        // The storage takes its log when it is made, so the configuration comes first.
        provider.GetRequiredService<IGlobalConfiguration>();
        return new();
    }
}
