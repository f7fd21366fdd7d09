using Microsoft.Extensions.Options;
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
        .AddScoped<ResendMail>();
}
