using System.Diagnostics;
using System.Text;
using Microsoft.Extensions.Options;
using Xunit;
using ZonaIntegritas.Web.Features.Evidence.Scanning;
using ZonaIntegritas.Web.Hosting;

namespace ZonaIntegritas.Web.Tests.Features.Evidence.Scanning;

/// <summary>
/// A real clamd (Debian: clamav-daemon) on a socket in a folder of its own. It knows one threat, made here: a harmless
/// sentence. Where clamd is not installed the tests fail and say what to install.
/// </summary>
public sealed class RealClamd : IAsyncLifetime
{
    public const string Marker = "penanda-uji-pemindai-zona-integritas";

    public const string Threat = "ZonaIntegritas.Uji.UNOFFICIAL";

    private readonly string _folder = Directory.CreateTempSubdirectory("zi-clamd-").FullName;
    private readonly StringBuilder _log = new();
    private Process? _process;

    public string Address => Path.Combine(_folder, "clamd.sock");

    public ClamdClient Client => new(Options.Create(new StorageOptions { ScannerAddress = Address }));

    public async ValueTask InitializeAsync()
    {
        var signatures = Directory.CreateDirectory(Path.Combine(_folder, "signatures")).FullName;
        // Name, any kind of file, anywhere in it, these bytes.
        await File.WriteAllTextAsync(Path.Combine(signatures, "uji.ndb"), $"ZonaIntegritas.Uji:0:*:{Convert.ToHexStringLower(Encoding.ASCII.GetBytes(Marker))}\n");
        var configuration = Path.Combine(_folder, "clamd.conf");
        await File.WriteAllTextAsync(configuration, $"DatabaseDirectory {signatures}\nLocalSocket {Address}\nForeground yes\nStreamMaxLength 1M\nTemporaryDirectory {_folder}\n");
        await StartAsync(configuration);
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is { } process)
        {
            process.Kill();
            await process.WaitForExitAsync();
            process.Dispose();
        }

        Directory.Delete(_folder, recursive: true);
    }

    private async Task StartAsync(string configuration)
    {
        var program = new[] { "/usr/sbin/clamd", "/usr/bin/clamd", "/usr/local/sbin/clamd" }.FirstOrDefault(File.Exists)
            ?? throw new InvalidOperationException("clamd is not installed: apt-get install clamav-daemon (./test.sh does it).");
        _process = Process.Start(new ProcessStartInfo(program, ["-c", configuration]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        _process.OutputDataReceived += (_, line) => Remember(line.Data);
        _process.ErrorDataReceived += (_, line) => Remember(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!await Client.IsThereAsync(default))
        {
            Assert.False(_process.HasExited || limit.IsCancellationRequested, $"clamd did not start:\n{_log}");
            await Task.Delay(100);
        }
    }

    private void Remember(string? line)
    {
        lock (_log)
        {
            _log.AppendLine(line);
        }
    }
}
