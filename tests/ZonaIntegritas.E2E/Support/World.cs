using System.Collections.Concurrent;
using System.Text.Json;
using Xunit.Sdk;
using Xunit.v3;

[assembly: AssemblyFixture(typeof(World))]

// Two cores, one browser: journeys one after another are faster than journeys that make each other wait.
[assembly: Parallelization(Mode = ParallelMode.None)]

namespace ZonaIntegritas.E2E.Support;

/// <summary>One browser and one app with the demo's data for all journeys; more apps for those that break theirs.</summary>
public sealed class World : IAsyncLifetime
{
    private static readonly string[] BrowserArguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("zona-integritas-e2e-");
    private readonly ConcurrentDictionary<string, string> _signIns = new();
    private readonly List<AppProcess> _apps = [];
    private IPlaywright _playwright = null!;

    public IBrowser Browser { get; private set; } = null!;

    /// <summary>Shared: a journey changes only the units and accounts it names.</summary>
    public AppProcess App { get; private set; } = null!;

    public string Password { get; private set; } = "";

    private string Snapshot => Path.Combine(_folder.FullName, "snapshot");

    public async ValueTask InitializeAsync()
    {
        SetDefaultExpectTimeout(30_000);
        Password = ReadPassword();
        var app = StartAsync(new(NewFolder()));
        _playwright = await Playwright.CreateAsync();
        Browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium",
            Args = BrowserArguments,
            Timeout = 120_000,
        });
        App = await app;
        await TakeSnapshotAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var app in _apps)
        {
            await app.DisposeAsync();
        }

        await Browser.CloseAsync();
        _playwright.Dispose();
        _folder.Delete(recursive: true);
    }

    /// <summary>Another app, on its own copy of the untouched demo.</summary>
    public Task<AppProcess> StartOwnAsync()
    {
        var folder = NewFolder();
        foreach (var file in Directory.EnumerateFiles(Snapshot, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(folder, Path.GetRelativePath(Snapshot, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            System.IO.File.Copy(file, target);
        }

        return StartAsync(new(folder));
    }

    public async Task<AppProcess> StartAsync(AppStart start)
    {
        var app = await AppProcess.StartAsync(start);
        _apps.Add(app);
        return app;
    }

    /// <summary>A file on disk, as a person has it.</summary>
    public string File(string name, byte[] content)
    {
        var path = Path.Combine(NewFolder(), name);
        System.IO.File.WriteAllBytes(path, content);
        return path;
    }

    public string NewFolder(string name) => Directory.CreateDirectory(Path.Combine(NewFolder(), name)).FullName;

    public string NewFolder() => _folder.CreateSubdirectory(Guid.CreateVersion7().ToString("N")).FullName;

    /// <summary>The cookies of an account, from one sign-in through the form per run: sign-ins are limited per minute.</summary>
    public async Task<string> SignInOnceAsync(string email)
    {
        if (!_signIns.TryGetValue(email, out var state))
        {
            await using var context = await Browser.NewContextAsync(new() { BaseURL = App.Address.ToString() });
            var page = await context.NewPageAsync();
            await new SignInPage(page).SignInAsync(email, Password);
            _signIns[email] = state = await context.StorageStateAsync();
        }

        return state;
    }

    private static string ReadPassword()
    {
        using var office = JsonDocument.Parse(System.IO.File.ReadAllText(Path.Combine(Folders.BuiltWeb, "seed-data", "demo", "office.json")));
        return office.RootElement.GetProperty("password").GetString()!;
    }

    private async Task TakeSnapshotAsync()
    {
        foreach (var part in (string[])["keys", "evidence"])
        {
            var from = Path.Combine(App.DataFolder, part);
            foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
            {
                var target = Path.Combine(Snapshot, part, Path.GetRelativePath(from, file));
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                System.IO.File.Copy(file, target);
            }
        }

        await App.Database.CopyToAsync(Path.Combine(Snapshot, "zona-integritas.db"));
    }
}
