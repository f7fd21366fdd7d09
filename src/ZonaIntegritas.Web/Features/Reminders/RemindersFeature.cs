using Microsoft.Extensions.Options;
using ZonaIntegritas.Web.Features.Reminders.Forecast;
using ZonaIntegritas.Web.Features.Reminders.Notices;
using ZonaIntegritas.Web.Features.Reminders.Preferences;
using ZonaIntegritas.Web.Hosting;

namespace ZonaIntegritas.Web.Features.Reminders;

public static class RemindersFeature
{
    public static IServiceCollection AddReminders(this IServiceCollection services) => services
        .AddSingleton(provider => WorkCalendarFile.Load(provider.GetRequiredService<IOptions<StorageOptions>>().Value.DataFolder))
        .AddHostedService<WorkCalendarCheck>()
        .AddSingleton<DigestLetter>()
        .AddSingleton<DigestSource>()
        .AddScoped<PlanDigests>()
        .AddSingleton<MailMessages>()
        .AddSingleton<SmtpTransport>()
        .AddSingleton<FolderTransport>()
        .AddSingleton<IMailTransport>(provider => provider.GetRequiredService<IOptions<EmailOptions>>().Value.Host.Length > 0
            ? provider.GetRequiredService<SmtpTransport>()
            : provider.GetRequiredService<FolderTransport>())
        .AddScoped<DeliverMail>()
        .AddScoped<MailQueries>()
        .AddScoped<NoticeQueries>()
        .AddScoped<ReadNotices>()
        .AddScoped<PreferenceQueries>()
        .AddScoped<ChooseReminders>()
        .AddScoped<ForecastQueries>()
        .AddScoped<ResendMail>();
}
