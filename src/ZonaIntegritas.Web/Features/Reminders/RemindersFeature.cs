using Microsoft.Extensions.Options;
using ZonaIntegritas.Web.Features.Reminders.Forecast;
using ZonaIntegritas.Web.Features.Reminders.Letters;
using ZonaIntegritas.Web.Features.Reminders.Mailbox;
using ZonaIntegritas.Web.Features.Reminders.Notices;
using ZonaIntegritas.Web.Features.Reminders.Preferences;
using ZonaIntegritas.Web.Features.Reminders.Webhook;
using ZonaIntegritas.Web.Hosting;

namespace ZonaIntegritas.Web.Features.Reminders;

public static class RemindersFeature
{
    public static IServiceCollection AddReminders(this IServiceCollection services) => services
        .AddSingleton(provider => WorkCalendarFile.Load(provider.GetRequiredService<IOptions<StorageOptions>>().Value.DataFolder))
        .AddHostedService<WorkCalendarCheck>()
        .AddSingleton<DeliveryInterceptor>()
        .AddSingleton<DigestSource>()
        .AddScoped<PlanDigests>()
        .AddLetters()
        .AddTransports()
        .AddNotices()
        .AddScoped<DeliverMail>()
        .AddScoped<MailQueries>()
        .AddScoped<ResendMail>()
        .AddScoped<ResendFailed>()
        .AddScoped<MailboxActions>();

    private static IServiceCollection AddNotices(this IServiceCollection services) => services
        .AddScoped<NoticeQueries>()
        .AddScoped<ReadNotices>()
        .AddScoped<PreferenceQueries>()
        .AddScoped<ChooseReminders>()
        .AddScoped<ForecastQueries>();

    private static IServiceCollection AddLetters(this IServiceCollection services) => services
        .AddSingleton<LetterPaper>()
        .AddSingleton<DigestLetter>()
        .AddSingleton<DigestWriter>()
        .AddSingleton<ILetter>(provider => provider.GetRequiredService<DigestWriter>())
        .AddSingleton<ILetter, ReturnedLetter>()
        .AddSingleton<ILetter, TurnLetter>()
        .AddSingleton<ILetter, AssignedLetter>()
        .AddSingleton<ILetter, LheLetter>()
        .AddSingleton<ILetter, SecurityLetter>()
        .AddSingleton<ILetter, ReportsLetter>()
        .AddSingleton<LetterDesk>();

    private static IServiceCollection AddTransports(this IServiceCollection services) => services
        .AddSingleton<MailMessages>()
        .AddSingleton<SmtpTransport>()
        .AddSingleton<FolderTransport>()
        .AddSingleton<IMailTransport>(provider => provider.GetRequiredService<IOptions<EmailOptions>>().Value.Host.Length > 0
            ? provider.GetRequiredService<SmtpTransport>()
            : provider.GetRequiredService<FolderTransport>())
        .AddSingleton<WebhookTransport>()
        .AddSingleton<IValidateOptions<WebhookOptions>, WebhookOptionsCheck>()
        .AddSingleton<Transports>();
}
