using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Web.Data;

namespace ZonaIntegritas.Web.Features.BackgroundWork;

/// <summary>Puts every unfinished row into the queue again: the queue of the process before died with it.</summary>
public sealed partial class ResumeUnfinishedWork(
    IDbContextFactory<AppDbContext> dbFactory, IWorkDispatcher dispatcher, TimeProvider clock, ILogger<ResumeUnfinishedWork> logger)
{
    public async Task ExecuteAsync(CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        var reports = await UnfinishedAsync(db.ReportRequests, dispatcher.MakeReport, ct);
        var mails = await UnfinishedAsync(db.MailDeliveries, dispatcher.DeliverMail, ct);
        if (reports + mails > 0)
        {
            Log.Resumed(logger, reports, mails);
        }
    }

    private async Task<int> UnfinishedAsync<T>(IQueryable<T> work, Action<Guid, TimeSpan> enqueue, CancellationToken ct)
        where T : StoredWork
    {
        var rows = await work
            .Where(row => row.State == WorkState.Waiting || row.State == WorkState.Running)
            .OrderBy(row => row.Id)
            .Select(row => new { row.Id, row.NotBefore })
            .ToListAsync(ct);
        var now = clock.GetUtcNow();
        foreach (var row in rows)
        {
            // A row that still says "running" waits for the end of its lease: its worker may be alive in another process.
            enqueue(row.Id, row.NotBefore > now ? row.NotBefore.Value - now : TimeSpan.Zero);
        }

        return rows.Count;
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Resumed {Reports} reports and {Mails} mails left by an earlier run")]
        public static partial void Resumed(ILogger logger, int reports, int mails);
    }
}
