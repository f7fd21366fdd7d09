using System.Text;

namespace ZonaIntegritas.E2E.Support;

/// <summary>What every journey shares: people who sign in, and a picture of where each stood when it failed.</summary>
public abstract class Journey(World world) : IAsyncLifetime
{
    private readonly List<(IPage Page, StringBuilder Console)> _pages = [];

    protected World World { get; } = world;

    /// <summary>The app that people meet; a journey that breaks its app starts its own.</summary>
    protected AppProcess App { get; set; } = world.App;

    public virtual ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public virtual async ValueTask DisposeAsync()
    {
        if (TestContext.Current.TestState?.Result == TestResult.Failed)
        {
            await KeepEvidenceAsync();
        }

        foreach (var (page, _) in _pages)
        {
            await page.Context.CloseAsync();
        }

        if (App != World.App)
        {
            await App.DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }

    /// <summary>A person at an own screen, signed in.</summary>
    protected async Task<IPage> SignInAsync(string email, BrowserNewContextOptions? screen = null, Uri? address = null)
    {
        screen ??= new();
        screen.StorageState = await World.SignInOnceAsync(email);
        return await OpenScreenAsync(screen, address);
    }

    /// <summary>A screen at which nobody is signed in.</summary>
    protected async Task<IPage> OpenScreenAsync(BrowserNewContextOptions? screen = null, Uri? address = null)
    {
        screen ??= new();
        screen.BaseURL = (address ?? App.Address).ToString();
        screen.ViewportSize ??= new() { Width = 1440, Height = 900 };
        var context = await World.Browser.NewContextAsync(screen);
        context.SetDefaultTimeout(30_000);
        context.SetDefaultNavigationTimeout(60_000);
        var page = await context.NewPageAsync();
        var console = new StringBuilder();
        page.Console += (_, message) => console.AppendLine($"{message.Type}: {message.Text}");
        page.PageError += (_, error) => console.AppendLine($"uncaught: {error}");
        _pages.Add((page, console));
        return page;
    }

    /// <summary>Where each piece of an upload began that the page has sent so far.</summary>
    protected static IReadOnlyList<long> OffsetsSentBy(IPage page)
    {
        var offsets = new List<long>();
        page.Request += (_, request) =>
        {
            if (request.Method == "PATCH")
            {
                offsets.Add(long.Parse(request.Headers["upload-offset"], System.Globalization.CultureInfo.InvariantCulture));
            }
        };
        return offsets;
    }

    protected string ConsoleOf(IPage page) => _pages.Single(known => known.Page == page).Console.ToString();

    private async Task KeepEvidenceAsync()
    {
        var name = string.Concat(TestContext.Current.Test!.TestDisplayName.Split(Path.GetInvalidFileNameChars()));
        var folder = Directory.CreateDirectory(Path.Combine(Folders.Failures, name[(name.LastIndexOf("Journeys.", StringComparison.Ordinal) + "Journeys.".Length)..])).FullName;
        foreach (var ((page, console), index) in _pages.Select((page, index) => (page, index)))
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{index}.png"), FullPage = true });
            await File.WriteAllTextAsync(Path.Combine(folder, $"{index}.html"), await page.ContentAsync());
            await File.WriteAllTextAsync(Path.Combine(folder, $"{index}.console.txt"), $"{page.Url}\n{console}");
        }

        await File.WriteAllTextAsync(Path.Combine(folder, "app.log"), App.Log);
    }
}
