using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Data.Seeding.Demo;

namespace ZonaIntegritas.Web.Hosting;

/// <summary>Says on the console where the app runs and, in Development only, who can sign in to the demo.</summary>
public sealed partial class DemoAccountsNotice(
    IServiceScopeFactory scopes,
    IServer server,
    IHostEnvironment environment,
    IHostApplicationLifetime lifetime,
    ILogger<DemoAccountsNotice> logger) : IHostedService
{
    /// <summary>Begins after the database is ready; speaks when the server listens, so that the address is the real one.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (!environment.IsDevelopment() || await AccountsAsync(cancellationToken) is not { } accounts)
        {
            return;
        }

        lifetime.ApplicationStarted.Register(() => Speak(accounts));
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Null when the database holds no demo people.</summary>
    private async Task<string?> AccountsAsync(CancellationToken ct)
    {
        var office = await DemoFiles.OfficeAsync(ct);
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        var emails = office.People.Select(person => person.Email).ToList();
        var active = await db.Users.Where(user => user.IsActive && emails.Contains(user.Email!)).Select(user => user.Email!).ToListAsync(ct);
        return active.Count == 0 ? null : Describe(office, active.ToHashSet());
    }

    private static string Describe(DemoOffice office, HashSet<string> active)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"Demo accounts, password {office.Password} for all (Development only):");
        foreach (var role in office.People.Where(person => active.Contains(person.Email)).GroupBy(person => person.Role))
        {
            text.AppendLine().Append(CultureInfo.InvariantCulture, $"  {role.Key}");
            foreach (var person in role)
            {
                text.AppendLine().Append(CultureInfo.InvariantCulture, $"    {person.Email,-42} {person.Name}, {person.Unit ?? person.Position}");
            }
        }

        return text.ToString();
    }

    private void Speak(string accounts)
    {
        var addresses = string.Join(" ", server.Features.Get<IServerAddressesFeature>()?.Addresses ?? []);
        Log.Accounts(logger, addresses, accounts);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Zona Integritas runs at {Addresses}\n{Accounts}")]
        public static partial void Accounts(ILogger logger, string addresses, string accounts);
    }
}
