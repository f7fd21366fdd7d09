using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Identity;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Features.Account;

/// <summary>
/// The way in for an empty installation: no default password, but a one-time code that only whoever reads the
/// server's log knows.
/// </summary>
public sealed partial class FirstAdministrator(IServiceScopeFactory scopes, ILogger<FirstAdministrator> logger) : IHostedService, IDisposable
{
    // Without letters and digits that are easily confused.
    private const string Letters = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private readonly SemaphoreSlim _oneAtATime = new(1);
    private string? _code;
    private bool _exists;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (await IsMissingAsync())
        {
            _code = RandomNumberGenerator.GetString(Letters, 12);
            Log.CodeMade(logger, _code);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task<bool> IsMissingAsync()
    {
        if (!_exists)
        {
            await using var scope = scopes.CreateAsyncScope();
            var users = scope.ServiceProvider.GetRequiredService<UserManager<AppUser>>();
            _exists = (await users.GetUsersInRoleAsync(nameof(Role.Administrator))).Count > 0;
        }

        return !_exists;
    }

    /// <summary>Creates the administrator when the code is right and none exists.</summary>
    /// <returns>What is wrong, worded for the form; empty when the account was made.</returns>
    public async Task<IReadOnlyList<string>> CreateAsync(string code, string name, string email, string password)
    {
        await _oneAtATime.WaitAsync();
        try
        {
            if (!await IsMissingAsync() || _code is null || !Same(code.Trim(), _code))
            {
                return ["Kode tidak cocok. Salin kode dari catatan (log) server yang terakhir dinyalakan."];
            }

            var faults = await CreateAsync(name, email, password);
            _code = faults.Count == 0 ? null : _code;
            return faults;
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    public void Dispose() => _oneAtATime.Dispose();

    private async Task<IReadOnlyList<string>> CreateAsync(string name, string email, string password)
    {
        await using var scope = scopes.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<AppUser>>();
        var user = new AppUser { Id = Guid.CreateVersion7(), UserName = email, Email = email, EmailConfirmed = true, FullName = name };
        var created = await users.CreateAsync(user, password);
        if (created.Succeeded)
        {
            created = await users.AddToRoleAsync(user, nameof(Role.Administrator));
        }

        return created.Succeeded ? [] : [.. created.Errors.Select(error => IdentityWords.Say(error))];
    }

    private static bool Same(string given, string expected) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(expected));

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "No administrator yet. Open /mulai and enter this one-time code: {Code}")]
        public static partial void CodeMade(ILogger logger, string code);
    }
}
