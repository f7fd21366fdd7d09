using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using ZonaIntegritas.Domain.Readiness;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.Assessments;
using ZonaIntegritas.Web.Features.Readiness;
using ZonaIntegritas.Web.Features.Readiness.Cockpit;

namespace ZonaIntegritas.Benchmarks.Saving;

/// <summary>The cockpit of 5,000 units, each page on the server, with how many queries it takes, the visit included: "dashboard".</summary>
internal static class DashboardBenchmark
{
    private const int Units = 5_000;
    private const int Rounds = 60;

    private sealed class FixedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => MinistrySeed.Now;
    }

    public static async Task RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("zi-dashboard-");
        try
        {
            var seed = new MinistrySeed(folder.FullName);
            var watch = Stopwatch.StartNew();
            await seed.FillAsync(Units, withAnswers: false);
            await DashboardSeed.VaryAsync(seed);
            Say($"{Units} units with stored scores, ready in {watch.Elapsed.TotalSeconds:0} s");
            await RememberAsync(seed);
            foreach (var (name, filter) in ((string, ReadinessFilter)[])
            [
                ("first page", new()), ("by total, page 100", new(Sort: ReadinessSort.Total, Descending: true, Page: 100)),
                ("by conditions missing", new(Sort: ReadinessSort.Gates)), ("search", new(Search: "nomor 49")),
                ("by an area", new(Sort: ReadinessSort.Area, Descending: true) { Area = "A.5" }),
                ("missing a limit, one city", new() { Missing = "WBK:A.5", City = "Kabupaten 07" }),
            ])
            {
                await TimeAsync(seed, folder.FullName, name, filter);
            }
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
        }
    }

    private static async Task TimeAsync(MinistrySeed seed, string folder, string name, ReadinessFilter filter)
    {
        var counter = new Counter(Path.Combine(folder, "ministry.db"));
        var (instruments, clock) = (new InstrumentLibrary(), new FixedClock());
        var sheets = new SheetKeeper(instruments, clock);
        ReadinessQueries Queries(IDbContextFactory<AppDbContext> factory) => new(
            factory, MinistrySeed.SignIn(seed.Administrator), sheets, new ReadinessSource(sheets, instruments), new ReadinessListReader(instruments, clock));
        async Task OpenAsync(IDbContextFactory<AppDbContext> factory)
        {
            await Queries(factory).ListAsync(filter, default);
            await new VisitReadiness(factory, MinistrySeed.SignIn(seed.Administrator), clock).ExecuteAsync(default);
        }

        await OpenAsync(seed);
        await OpenAsync(counter);
        var times = new double[Rounds];
        for (var round = 0; round < Rounds; round++)
        {
            var began = Stopwatch.GetTimestamp();
            await OpenAsync(seed);
            times[round] = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        }

        Array.Sort(times);
        Say($"{name,-26} p50 {times[Rounds / 2],6:0.0} ms   p95 {times[Rounds * 95 / 100],6:0.0} ms   {counter.Queries} queries");
    }

    /// <summary>The reader was here ten days ago, so that there is news of half the units.</summary>
    private static async Task RememberAsync(MinistrySeed seed)
    {
        await using var db = seed.CreateDbContext();
        db.Add(new PageVisit(seed.Administrator.Id, VisitReadiness.Place, MinistrySeed.Now.AddDays(-10)));
        await db.SaveChangesAsync();
    }

    private static void Say(FormattableString line) => Console.Out.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    private sealed class Counter(string file) : DbCommandInterceptor, IDbContextFactory<AppDbContext>
    {
        public int Queries { get; private set; }

        public AppDbContext CreateDbContext() =>
            new(new DbContextOptionsBuilder<AppDbContext>().UseSqlite($"Data Source={file}").AddInterceptors(this).Options);

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            Queries++;
            return new(result);
        }
    }
}
