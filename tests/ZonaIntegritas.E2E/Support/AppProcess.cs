using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace ZonaIntegritas.E2E.Support;

/// <param name="DataFolder">Database, keys and files; the app makes what is missing.</param>
/// <param name="Port">0 takes a free one.</param>
public sealed record AppStart(string DataFolder, string Environment = "Development", int Port = 0, bool Published = false);

/// <summary>The real program in its own process, as an office would run it.</summary>
public sealed partial class AppProcess : IAsyncDisposable
{
    /// <summary>Seeding three years of demo data on two busy cores takes a while.</summary>
    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(3);

    private readonly Process _process;
    private readonly StringBuilder _log = new();
    private readonly TaskCompletionSource<Uri> _listening = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool _ended;

    private AppProcess(Process process, string dataFolder) => (_process, DataFolder) = (process, dataFolder);

    public string DataFolder { get; }

    public Uri Address { get; private set; } = null!;

    public TestDatabase Database => new(Path.Combine(DataFolder, "zona-integritas.db"));

    public string Log
    {
        get
        {
            lock (_log)
            {
                return _log.ToString();
            }
        }
    }

    public static async Task<AppProcess> StartAsync(AppStart start)
    {
        var app = new AppProcess(new() { StartInfo = Describe(start) }, start.DataFolder);
        app._process.EnableRaisingEvents = true;
        app._process.Exited += (_, _) => app._listening.TrySetException(new InvalidOperationException("The app ended at start:\n" + app.Log));
        app._process.OutputDataReceived += (_, line) => app.Read(line.Data);
        app._process.ErrorDataReceived += (_, line) => app.Read(line.Data);
        app._process.Start();
        app._process.BeginOutputReadLine();
        app._process.BeginErrorReadLine();
        try
        {
            app.Address = await app._listening.Task.WaitAsync(StartLimit);
            // It listens only after migrations and seeding, so one question is enough.
            using var http = new HttpClient();
            Assert.Equal("Healthy", await http.GetStringAsync(new Uri(app.Address, "/health/live")));
            return app;
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    /// <summary>As "kill -9": nothing is flushed, nothing is said.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_ended)
        {
            return;
        }

        _ended = true;
        if (!_process.HasExited)
        {
            await KillAsync();
        }

        _process.Dispose();
    }

    private static ProcessStartInfo Describe(AppStart start)
    {
        var folder = start.Published ? Folders.PublishedWeb : Folders.BuiltWeb;
        var program = Path.Combine(folder, "ZonaIntegritas.Web.dll");
        Assert.True(File.Exists(program), $"{program} is missing; ./test.sh e2e builds and publishes it.");
        return new(DotnetHost.Path, [program])
        {
            WorkingDirectory = Directory.CreateDirectory(start.DataFolder).FullName,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["ASPNETCORE_ENVIRONMENT"] = start.Environment,
                ["Urls"] = FormattableString.Invariant($"http://127.0.0.1:{start.Port}"),
                ["Storage__DataFolder"] = start.DataFolder,
            },
        };
    }

    private void Read(string? line)
    {
        if (line is null)
        {
            return;
        }

        lock (_log)
        {
            _log.AppendLine(line);
        }

        if (ListeningLine().Match(line) is { Success: true } match)
        {
            _listening.TrySetResult(new(match.Groups[1].Value));
        }
    }

    [GeneratedRegex(@"Now listening on: (http://[^\s""]+)")]
    private static partial Regex ListeningLine();
}
