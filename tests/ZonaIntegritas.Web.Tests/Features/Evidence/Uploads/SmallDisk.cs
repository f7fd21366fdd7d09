using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using ZonaIntegritas.Web.Features.Evidence;
using ZonaIntegritas.Web.Hosting;

namespace ZonaIntegritas.Web.Tests.Features.Evidence.Uploads;

/// <summary>A disk for evidence that is soon full: a mounted one, or a file that answers as one would.</summary>
internal sealed class SmallDisk : IDisposable
{
    private readonly string _folder;
    private readonly bool _mounted;
    private long _limit;

    private SmallDisk(string folder, int bytes, bool mounted) => (_folder, _limit, _mounted) = (folder, bytes, mounted);

    public static SmallDisk Make(string folder, int bytes, bool mounted)
    {
        Directory.CreateDirectory(folder);
        return new(folder, bytes, mounted && Run("mount", "-t", "tmpfs", "-o", $"size={bytes}", "tmpfs", folder));
    }

    public void Replace(IServiceCollection services)
    {
        if (!_mounted)
        {
            services.AddSingleton(provider => new EvidenceStore(provider.GetRequiredService<IOptions<StorageOptions>>())
            {
                Files = new(_folder) { Incoming = new(Path.Combine(_folder, "incoming")) { OpenForWriting = path => new FullFile(path, () => _limit) } },
            });
        }
    }

    public void Enlarge()
    {
        _limit = long.MaxValue;
        if (_mounted && !Run("mount", "-o", "remount,size=16m", _folder))
        {
            throw new InvalidOperationException("The disk could not be made larger.");
        }
    }

    public void Dispose()
    {
        if (_mounted)
        {
            Run("umount", "-l", _folder);
        }
    }

    private static bool Run(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    /// <summary>Takes part of what does not fit, as a disk does, and says so.</summary>
    private sealed class FullFile(string path, Func<long> limit) : FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.Read | FileShare.Delete, 0)
    {
        private const int NoSpaceLeftOnDevice = 28;

        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var room = Math.Max(0, limit() - Length);
            await base.WriteAsync(room < buffer.Length ? buffer[..(int)room] : buffer, cancellationToken);
            if (room < buffer.Length)
            {
                throw new IOException("No space left on device", NoSpaceLeftOnDevice);
            }
        }
    }
}
