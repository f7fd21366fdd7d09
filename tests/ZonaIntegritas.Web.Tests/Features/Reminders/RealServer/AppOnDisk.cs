using System.Diagnostics;
using System.Globalization;
using System.Text;
using Xunit;

namespace ZonaIntegritas.Web.Tests.Features.Reminders.RealServer;

/// <summary>The built program as a process of its own, over a data folder and a mail server; it can only be killed.</summary>
internal sealed class AppOnDisk : IAsyncDisposable
{
    private readonly Process _process;
    private readonly StringBuilder _log = new();

    private AppOnDisk(Process process) => _process = process;

    public static AppOnDisk Start(TestDatabase database, RealSmtp server, params (string Key, string Value)[] settings)
    {
        var start = new ProcessStartInfo(Dotnet, [WebProgram()])
        {
            WorkingDirectory = database.Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["ASPNETCORE_ENVIRONMENT"] = "Production",
                ["Urls"] = "http://127.0.0.1:0",
                ["Storage__DataFolder"] = database.Folder,
                ["Email__Host"] = "127.0.0.1",
                ["Email__Port"] = server.Port.ToString(CultureInfo.InvariantCulture),
                ["Email__From"] = "zi@contoh.test",
            },
        };
        foreach (var (key, value) in settings)
        {
            start.Environment[key] = value;
        }

        var app = new AppOnDisk(new() { StartInfo = start });
        app._process.OutputDataReceived += (_, line) => app.Remember(line.Data);
        app._process.ErrorDataReceived += (_, line) => app.Remember(line.Data);
        app._process.Start();
        app._process.BeginOutputReadLine();
        app._process.BeginErrorReadLine();
        return app;
    }

    /// <summary>Waits for something the app does outside of itself; what it wrote is shown when it does not.</summary>
    public async Task UntilAsync(Func<Task<bool>> isDone, string what)
    {
        var limit = Stopwatch.StartNew();
        while (!await isDone())
        {
            Assert.False(_process.HasExited || limit.Elapsed > TimeSpan.FromMinutes(2), $"Not so: {what}.\n{Log()}");
            await Task.Delay(20);
        }
    }

    /// <summary>As "kill -9": nothing is flushed, nothing is said.</summary>
    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static string Dotnet =>
        Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? Environment.ProcessPath! : Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";

    /// <summary>What this build made of the web project, beside these tests.</summary>
    private static string WebProgram()
    {
        var tests = new DirectoryInfo(AppContext.BaseDirectory);
        var program = Path.Combine(tests.Parent!.Parent!.FullName, "ZonaIntegritas.Web", tests.Name, "ZonaIntegritas.Web.dll");
        Assert.True(File.Exists(program), $"{program} is missing; the build of these tests makes it.");
        return program;
    }

    private void Remember(string? line)
    {
        lock (_log)
        {
            _log.AppendLine(line);
        }
    }

    private string Log()
    {
        lock (_log)
        {
            return _log.ToString();
        }
    }
}
