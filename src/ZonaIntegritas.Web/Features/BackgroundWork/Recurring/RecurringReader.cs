using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Hosting;

namespace ZonaIntegritas.Web.Features.BackgroundWork.Recurring;

/// <param name="Took">Null while it runs, or when nobody knows.</param>
public sealed record RunRow(DateTimeOffset StartedAt, TimeSpan? Took, RunState State, string Outcome);

/// <param name="Runs">The latest few, newest first.</param>
/// <param name="Next">Null when it is never due again, or background work is switched off here.</param>
public sealed record RecurringRow(RecurringJob Job, string Schedule, IReadOnlyList<RunRow> Runs, DateTimeOffset? Next)
{
    public RunRow? Last => Runs.Count > 0 ? Runs[0] : null;
}

/// <summary>The recurring jobs with their last runs, for the administrators' page, which has asked who reads.</summary>
internal static class RecurringReader
{
    private const int Shown = 5;

    public static async Task<IReadOnlyList<RecurringRow>> ReadAsync(AppDbContext db, JobOptions options, DateTimeOffset now, CancellationToken ct)
    {
        List<RecurringRow> rows = [];
        foreach (var job in RecurringJobs.All)
        {
            var runs = await db.JobRuns.AsNoTracking().Where(run => run.Job == job.Id).OrderByDescending(run => run.StartedAt).Take(Shown).ToListAsync(ct);
            var cron = job.Cron(options);
            rows.Add(new(job, ScheduleWords.Say(cron), [.. runs.Select((run, index) => RowOf(run, index == 0, now))], options.Enabled ? Schedules.Next(cron, now) : null));
        }

        return rows;
    }

    private static RunRow RowOf(JobRun run, bool isNewest, DateTimeOffset now) =>
        new(run.StartedAt, run.EndedAt - run.StartedAt, run.StateAt(now, isNewest), run.Outcome);
}
