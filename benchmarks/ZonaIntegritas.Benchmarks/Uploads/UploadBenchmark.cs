using System.Diagnostics;
using System.Globalization;
using System.Net;

namespace ZonaIntegritas.Benchmarks.Uploads;

/// <summary>
/// The bar: 1 GB with at most 64 MB of memory growth, at 70 % or more of what a bare Kestrel-to-disk copy reaches in
/// the same run; and a thousand small files beside it. Plain stopwatch: one gigabyte is its own average.
/// </summary>
internal static class UploadBenchmark
{
    private const int Rounds = 3;
    private const int SmallFiles = 1000;
    private const int SmallBytes = 64 * 1024;

    /// <summary>As many as the page sends.</summary>
    private const int AtOnce = 2;

    public static async Task RunAsync(string[] options)
    {
        var folder = options is [var given] ? Directory.CreateDirectory(given) : Directory.CreateTempSubdirectory("zi-upload-benchmark-");
        try
        {
            using var bare = await ServerProcess.StartAsync(UploadServers.Bare, Path.Combine(folder.FullName, "bare"));
            using var app = await ServerProcess.StartAsync(UploadServers.App, Path.Combine(folder.FullName, "app"));
            using var copier = Client(bare.Said[0], null);
            using var browser = await TusClient.SignInAsync(Client(app.Said[0], app.Said[2]), app.Said[1]);
            await CompareAsync(new(bare, app, copier, browser));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task CompareAsync(Sides sides)
    {
        await OneAsync(sides, new(64 * 1024 * 1024, 0), 0);
        for (var round = 1; round <= Rounds; round++)
        {
            await OneAsync(sides, new(1024L * 1024 * 1024, round), round);
        }

        await SmallAsync(sides);
    }

    private static async Task OneAsync(Sides sides, GeneratedFile file, int round)
    {
        var copied = await TimeAsync(() => CopyAsync(sides.Copier, "/big", file));
        var flushed = await TimeAsync(() => CopyAsync(sides.Copier, "/big?flush", file));
        var spent = TimeSpan.Zero;
        var (heap, workingSet) = await sides.App.GrowthDuringAsync(async () => spent = await TimeAsync(() => sides.Browser.UploadAsync(file, $"satu-gb-{round}.pdf")));
        if (round > 0)
        {
            Say($"1 GB round {round}: bare {Speed(file, copied)}, bare with flush {Speed(file, flushed)}, app {Speed(file, spent)}"
                + $" = {Share(copied, spent)} of bare, {Share(flushed, spent)} of bare with flush; growth heap {Megabytes(heap)}, working set {Megabytes(workingSet)}");
        }
    }

    private static async Task SmallAsync(Sides sides)
    {
        var files = Enumerable.Range(0, SmallFiles).Select(number => new GeneratedFile(SmallBytes, 1000 + number)).ToArray();
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = AtOnce };
        var copied = await TimeAsync(() => Parallel.ForEachAsync(files, parallel, async (file, _) => await CopyAsync(sides.Copier, $"/small-{file.Seed}", file)));
        var sent = await TimeAsync(() => Parallel.ForEachAsync(files, parallel, async (file, _) => await sides.Browser.UploadAsync(file, $"kecil-{file.Seed}.pdf")));
        Say($"{SmallFiles} files of {SmallBytes / 1024} KB, {AtOnce} at once: bare {SmallFiles / copied.TotalSeconds:0} files/s, app {SmallFiles / sent.TotalSeconds:0} files/s");
    }

    private static async Task CopyAsync(HttpClient http, string path, GeneratedFile file)
    {
        using var content = new GeneratedContent(file);
        using var answer = await http.PostAsync(path, content);
        answer.EnsureSuccessStatusCode();
    }

    private static HttpClient Client(string address, string? cookie)
    {
        var http = new HttpClient(new SocketsHttpHandler { UseCookies = cookie is null, AllowAutoRedirect = false }) { BaseAddress = new(address), Timeout = TimeSpan.FromMinutes(5) };
        if (cookie is not null)
        {
            http.DefaultRequestHeaders.Add("Cookie", cookie);
        }

        return http;
    }

    private static async Task<TimeSpan> TimeAsync(Func<Task> work)
    {
        var started = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(started);
    }

    private static string Speed(GeneratedFile file, TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{file.Length / 1e6 / time.TotalSeconds:0} MB/s");

    private static string Share(TimeSpan of, TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{of / time:P0}");

    private static string Megabytes(long bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024.0 / 1024:0.0} MB");

    private static void Say(string line) => Console.WriteLine(line);

    private sealed record Sides(ServerProcess Bare, ServerProcess App, HttpClient Copier, TusClient Browser);
}

/// <summary>A request body that is made while it is sent.</summary>
internal sealed class GeneratedContent(GeneratedFile file) : HttpContent
{
    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        for (long offset = 0; offset < file.Length; offset += GeneratedFile.PieceBytes)
        {
            await stream.WriteAsync(file.PieceAt(offset).Bytes);
        }
    }

    protected override bool TryComputeLength(out long length)
    {
        length = file.Length;
        return true;
    }
}
