using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Scoring;
using ZonaIntegritas.Web.Features.Assessments;

namespace ZonaIntegritas.Benchmarks.Saving;

/// <summary>
/// 50 people save answers on one SQLite file, 200 sheets of 113 answers in it: "savers [SECONDS] [PAUSE_MS] [unqueued]".
/// Without a pause each begins the next save when the one before is done, far more than people do; with one, as people do.
/// </summary>
internal static class SaversBenchmark
{
    private const int People = 50;
    private const int Units = 200;

    private static readonly InstrumentLibrary Instruments = new();

    private sealed class FixedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => MinistrySeed.Now;
    }

    public static async Task RunAsync(string[] options)
    {
        var seconds = options is [var first, ..] ? int.Parse(first, CultureInfo.InvariantCulture) : 30;
        int[] pauses = options is [_, var second, ..] ? [int.Parse(second, CultureInfo.InvariantCulture)] : [0, 1000];
        var folder = Directory.CreateTempSubdirectory("zi-savers-");
        try
        {
            var seed = new MinistrySeed(folder.FullName, queued: !options.Contains("unqueued"));
            var watch = Stopwatch.StartNew();
            await seed.FillAsync(Units, withAnswers: true);
            Say($"{Units} sheets of {seed.Instrument.Places.Count} answers with their trail, ready in {watch.Elapsed.TotalSeconds:0} s");
            // Until everything is compiled and the instrument is read, as in an app that has run for a minute.
            await MeasureAsync(seed, 4, TimeSpan.FromSeconds(5), TimeSpan.Zero, "warming up");
            await MeasureAsync(seed, 1, TimeSpan.FromSeconds(seconds / 3.0), TimeSpan.Zero, "one person");
            foreach (var pause in pauses)
            {
                await MeasureAsync(seed, People, TimeSpan.FromSeconds(seconds), TimeSpan.FromMilliseconds(pause), string.Create(CultureInfo.InvariantCulture, $"{People} people, pause {pause} ms"));
            }

            await CheckAsync(seed);
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
        }
    }

    private static async Task MeasureAsync(MinistrySeed seed, int people, TimeSpan length, TimeSpan pause, string what)
    {
        var (times, errors) = (new ConcurrentBag<double>(), new ConcurrentBag<string>());
        var (clock, processor) = (Stopwatch.StartNew(), Process.GetCurrentProcess().TotalProcessorTime);
        await Task.WhenAll(Enumerable.Range(0, people).Select(person => Task.Run(async () =>
        {
            var (random, sheets) = (new Random(person), new SheetKeeper(Instruments, new FixedClock()));
            var save = new SaveAnswer(seed, MinistrySeed.SignIn(seed.Coordinators[person]), sheets);
            var versions = await VersionsAsync(seed, seed.Sheets[person].Id);
            while (clock.Elapsed < length)
            {
                var place = seed.Instrument.Places[random.Next(seed.Instrument.Places.Count)];
                var seen = versions[place.Question.Code];
                var began = Stopwatch.GetTimestamp();
                try
                {
                    var saved = await save.ExecuteAsync(
                        new(seed.Sheets[person].Id, place.Question.Code, seen.Value, $"Catatan ke-{seen.Version} tentang soal ini.", seen.Version), default);
                    times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
                    versions[place.Question.Code] = (seen.Value, saved.Value.Version);
                }
                catch (Exception error) when (error is SqliteException or DbUpdateException or InvalidOperationException)
                {
                    errors.Add(error.GetBaseException().Message);
                }

                if (pause > TimeSpan.Zero)
                {
                    await Task.Delay(pause * (0.5 + random.NextDouble()));
                }
            }
        })));
        double[] sorted = [.. times.Order()];
        var work = (Process.GetCurrentProcess().TotalProcessorTime - processor).TotalMilliseconds / sorted.Length;
        Say($"{what,-26} {sorted.Length,6} saves, {sorted.Length / clock.Elapsed.TotalSeconds,5:0} a second, p50 {At(sorted, 50),6:0.0} ms, p95 {At(sorted, 95),6:0.0} ms, p99 {At(sorted, 99),6:0.0} ms, max {sorted[^1],6:0} ms, {work:0.00} ms of processor each, errors {errors.Count}");
        foreach (var error in errors.GroupBy(message => message))
        {
            Say($"  {error.Count()} x {error.Key}");
        }
    }

    /// <summary>Fast and wrong is not fast: every stored score must be what its answers score.</summary>
    private static async Task CheckAsync(MinistrySeed seed)
    {
        await using var db = seed.CreateDbContext();
        var wrong = 0;
        foreach (var sheet in seed.Sheets.Take(People))
        {
            var fresh = await SheetKeeper.ScoreAsync(db, sheet.Id, seed.Instrument, Layer.Unit, default);
            var stored = await db.StoredScores.AsNoTracking().SingleAsync(score => score.AssessmentId == sheet.Id && score.Layer == Layer.Unit);
            wrong += stored.Total == fresh.Total.Points.ToDecimal() ? 0 : 1;
        }

        Say($"{wrong} of {People} stored scores differ from their answers");
    }

    private static async Task<Dictionary<string, (AnswerValue? Value, int Version)>> VersionsAsync(MinistrySeed seed, Guid sheet)
    {
        await using var db = seed.CreateDbContext();
        return (await db.Answers.AsNoTracking().Where(answer => answer.AssessmentId == sheet).ToListAsync())
            .ToDictionary(answer => answer.QuestionCode, answer => (answer.Value, answer.Version));
    }

    private static double At(double[] sorted, int percent) => sorted[Math.Min(sorted.Length - 1, sorted.Length * percent / 100)];

    private static void Say(FormattableString line) => Console.Out.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
