using System.Diagnostics;
using System.Globalization;
using ZonaIntegritas.Domain.Evidence;
using ZonaIntegritas.Web.Features.Assessments;
using ZonaIntegritas.Web.Features.Evidence.Library;

namespace ZonaIntegritas.Benchmarks;

/// <summary>
/// How long a page of a library takes on the server, with 200,000 documents in the instansi and 20,000 in the unit:
/// "library [folder]". Times with a stopwatch, because a page is milliseconds and its spread is what people feel.
/// </summary>
internal static class LibraryBenchmark
{
    private const int Rounds = 60;

    /// <summary>Late enough that the seed has documents of the year, some of them ending soon.</summary>
    private static readonly DateTimeOffset Now = new(2026, 4, 10, 2, 0, 0, TimeSpan.Zero);

    private sealed class FixedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Now;
    }

    /// <param name="keep">A folder in which the database stays for the next run; null throws it away.</param>
    public static async Task RunAsync(string? keep)
    {
        var folder = keep is null ? Directory.CreateTempSubdirectory("zi-library-") : Directory.CreateDirectory(keep);
        try
        {
            var seed = new LibrarySeed(folder.FullName);
            var watch = Stopwatch.StartNew();
            var codes = await seed.FillAsync();
            Say($"{LibrarySeed.Documents} documents, {LibrarySeed.OfTheUnit} of the unit, ready in {watch.Elapsed.TotalSeconds:0} s");
            await MeasureAsync(seed, codes);
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            if (keep is null)
            {
                folder.Delete(recursive: true);
            }
        }
    }

    private static async Task MeasureAsync(LibrarySeed seed, IReadOnlyList<string> codes)
    {
        var queries = new LibraryQueries(seed, seed.SignedIn(), new InstrumentLibrary(), new FixedClock());
        var area = codes[0][..5];
        (string Name, LibraryFilter Filter)[] asked =
        [
            ("list, newest first", new()),
            ("list, page 400", new(Page: 400)),
            ("by title", new(Sort: LibrarySort.Title)),
            ("by document date", new(Sort: LibrarySort.DocumentDate)),
            ("area and year", new(Area: area, Year: 2025)),
            ("one question", new(Question: codes[10])),
            ("kind", new(Kind: EvidenceKind.Decree)),
            .. LibraryWords.States.Skip(1).Select(state => ($"state {state.Value}", new LibraryFilter(State: state.Value))),
            ("search, one word", new(Search: "monev")),
            ("search, three words", new(Search: "sk tim 700/11")),
            ("search, nothing found", new(Search: "tidak-ada")),
        ];
        foreach (var (name, filter) in asked)
        {
            var total = 0;
            await TimeAsync(name, async () => total = (await queries.PageAsync(null, filter, default))!.Sums.Found, () => total);
        }
    }

    private static async Task TimeAsync(string name, Func<Task> run, Func<int> total)
    {
        for (var warm = 0; warm < 5; warm++)
        {
            await run();
        }

        var times = new double[Rounds];
        for (var round = 0; round < Rounds; round++)
        {
            var began = Stopwatch.GetTimestamp();
            await run();
            times[round] = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        }

        Array.Sort(times);
        Say($"{name,-26} {total(),7} found   p50 {times[Rounds / 2],6:0.0} ms   p95 {times[Rounds * 95 / 100],6:0.0} ms");
    }

    private static void Say(FormattableString line) => Console.Out.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
