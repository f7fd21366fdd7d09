using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ZonaIntegritas.Domain.Reminders;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.Assessments;
using ZonaIntegritas.Web.Features.Reminders;
using ZonaIntegritas.Web.Hosting;

namespace ZonaIntegritas.Benchmarks.Saving;

/// <summary>A morning's digests for 10,000 people of 5,000 units: the material, the people, the policy, and all of it with its rows: "digests".</summary>
internal static class DigestBenchmark
{
    private const int Units = 5_000;
    private const int Batch = 500;

    private sealed class FixedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => DigestSeed.Now;
    }

    public static async Task RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("zi-digests-");
        try
        {
            var seed = new MinistrySeed(folder.FullName);
            var watch = Stopwatch.StartNew();
            await seed.FillAsync(Units, withAnswers: true, traces: 0);
            await DigestSeed.VaryAsync(seed);
            Say($"{Units} units with their answers, ready in {watch.Elapsed.TotalSeconds:0} s");
            for (var round = 1; round <= 3; round++)
            {
                await ComposeAsync(seed, round);
            }

            await PlanAsync(folder.FullName);
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Reading and deciding alone; nothing is written.</summary>
    private static async Task ComposeAsync(MinistrySeed seed, int round)
    {
        await using var db = seed.CreateDbContext();
        var (began, before) = (Stopwatch.GetTimestamp(), GC.GetTotalAllocatedBytes());
        var material = await new DigestSource(new InstrumentLibrary(), new FixedClock()).LoadAsync(db, default);
        var (loaded, allocated) = (Stopwatch.GetElapsedTime(began), GC.GetTotalAllocatedBytes() - before);
        Say($"round {round}: material {loaded.TotalSeconds:0.00} s, {allocated >> 20} MB allocated, {material.SheetsByUnit.Values.Sum(sheet => sheet.OpenQuestions.Count)} open questions");

        began = Stopwatch.GetTimestamp();
        var calendar = WorkCalendarFile.Load(AppContext.BaseDirectory);
        var (people, digests, lines, deciding) = (0, 0, 0, TimeSpan.Zero);
        foreach (var ids in (await DigestPeople.IdsAsync(db, default)).Chunk(Batch))
        {
            var batch = await DigestPeople.LoadAsync(db, ids, default);
            var decided = Stopwatch.GetTimestamp();
            foreach (var person in batch)
            {
                var day = new DigestDay(calendar, ReminderPreference.Default, new(2026, 10, 13), material.Failed);
                var digest = DigestPolicy.Compose(person.Actor, material.SheetsFor(person.Actor), day);
                (people, digests, lines) = (people + 1, digests + (digest is null ? 0 : 1), lines + (digest?.Lines.Count ?? 0));
            }

            deciding += Stopwatch.GetElapsedTime(decided);
        }

        Say($"         {people} people and policy {Stopwatch.GetElapsedTime(began).TotalSeconds:0.00} s, of it policy {deciding.TotalSeconds:0.00} s: {digests} digests, {lines} lines");
    }

    /// <summary>The use case as the app has it, in the app's own services: rows written and handed to the queue.</summary>
    private static async Task PlanAsync(string folder)
    {
        SqliteConnection.ClearAllPools();
        File.Move(Path.Combine(folder, "ministry.db"), Path.Combine(folder, "zona-integritas.db"));
        var builder = WebApplication.CreateBuilder();
        builder.Configuration.AddInMemoryCollection([new("Storage:DataFolder", folder)]);
        builder.AddZonaIntegritas();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<TimeProvider>(new FixedClock());
        await using var app = builder.Build();
        await using var scope = app.Services.CreateAsyncScope();
        var began = Stopwatch.GetTimestamp();
        await scope.ServiceProvider.GetRequiredService<PlanDigests>().ExecuteAsync(default);
        var took = Stopwatch.GetElapsedTime(began);
        await using var db = await scope.ServiceProvider.GetRequiredService<IDbContextFactory<AppDbContext>>().CreateDbContextAsync();
        Say($"whole planning {took.TotalSeconds:0.00} s (bar 60 s): {await db.MailDeliveries.CountAsync()} rows");
    }

    private static void Say(FormattableString line) => Console.Out.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
