using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using ZonaIntegritas.Domain.Reminders;
using ZonaIntegritas.Web.Features.Reminders.Letters;
using ZonaIntegritas.Web.Features.Reminders.Mailbox;
using ZonaIntegritas.Web.Features.Reminders.Webhook;
using ZonaIntegritas.Web.Hosting;

namespace ZonaIntegritas.Web.Features.Reminders;

public static class RemindersFeature
{
    public static IServiceCollection AddReminders(this IServiceCollection services)
    {
        services.TryAddSingleton(WorkCalendar.WeekendsOnly);
        return services
            .AddSingleton<DeliveryInterceptor>()
            .AddSingleton<DigestSource>()
            .AddScoped<PlanDigests>()
            .AddLetters()
            .AddTransports()
            .AddScoped<DeliverMail>()
            .AddScoped<MailQueries>()
            .AddScoped<ResendMail>()
            .AddScoped<ResendFailed>()
            .AddScoped<MailboxActions>();
    }

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
