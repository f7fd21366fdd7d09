using System.Diagnostics;
using System.Globalization;

namespace ZonaIntegritas.Benchmarks.Uploads;

/// <summary>One of the two servers, as it runs; its memory is asked while it works.</summary>
internal sealed class ServerProcess : IDisposable
{
    private readonly Process _process;

    private ServerProcess(Process process, string[] said) => (_process, Said) = (process, said);

    /// <summary>Address, and what else it said when it was ready.</summary>
    public string[] Said { get; }

    public static async Task<ServerProcess> StartAsync(string kind, string folder)
    {
        var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, [kind])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            Environment =
            {
                ["Storage__DataFolder"] = folder,
                ["Storage__MaxFileMegabytes"] = "1100",
                ["Jobs__Enabled"] = "false",
                ["Urls"] = "http://127.0.0.1:0",
                // As the app's own host would choose on a machine of two cores.
                ["DOTNET_gcServer"] = "1",
            },
        })!;
        while (true)
        {
            var line = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException($"{kind} ended at start.");
            if (line.StartsWith("ready ", StringComparison.Ordinal))
            {
                return new(process, line.Split(' ')[1..]);
            }
        }
    }

    public async Task<(long Heap, long WorkingSet)> MemoryAsync()
    {
        await _process.StandardInput.WriteLineAsync("m");
        await _process.StandardInput.FlushAsync();
        var parts = (await _process.StandardOutput.ReadLineAsync())!.Split(' ');
        return (long.Parse(parts[0], CultureInfo.InvariantCulture), long.Parse(parts[1], CultureInfo.InvariantCulture));
    }

    /// <summary>The most it held while this ran, above what it held before.</summary>
    public async Task<(long Heap, long WorkingSet)> GrowthDuringAsync(Func<Task> work)
    {
        var before = await MemoryAsync();
        var (heap, workingSet) = before;
        var working = work();
        while (!working.IsCompleted)
        {
            var now = await MemoryAsync();
            (heap, workingSet) = (Math.Max(heap, now.Heap), Math.Max(workingSet, now.WorkingSet));
            await Task.WhenAny(working, Task.Delay(100));
        }

        await working;
        return (heap - before.Heap, workingSet - before.WorkingSet);
    }

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }
}
