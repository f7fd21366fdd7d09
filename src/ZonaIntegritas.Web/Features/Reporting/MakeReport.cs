using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.BackgroundWork;
using ZonaIntegritas.Web.Features.Evidence;
using ZonaIntegritas.Web.Features.Reporting.Schedule;

namespace ZonaIntegritas.Web.Features.Reporting;

/// <summary>Makes one requested report and stores it. Runs as the system; safe to run twice or at two places.</summary>
public sealed class MakeReport(
    WorkRunner runner, IEnumerable<IPaperMaker> makers, ReportStore store, IWorkDispatcher dispatcher, TimeProvider clock)
{
    /// <summary>How long an evidence pack waits to be fetched.</summary>
    public static readonly TimeSpan PackLifetime = TimeSpan.FromDays(14);

    public async Task ExecuteAsync(Guid requestId, CancellationToken ct)
    {
        var isScheduled = false;
        if (await runner.RunAsync<ReportRequest>(requestId, TryAsync, ct) is { } delay)
        {
            dispatcher.MakeReport(requestId, delay);
        }
        else if (isScheduled)
        {
            dispatcher.ReportFinished(requestId);
        }

        Task TryAsync(AppDbContext db, ReportRequest request, CancellationToken token)
        {
            isScheduled = ReportSlot.TryRead(request.Key, out _);
            return MakeAsync(db, request, token);
        }
    }

    private async Task MakeAsync(AppDbContext db, ReportRequest request, CancellationToken ct)
    {
        // The last one registered, as everywhere in the container.
        var maker = makers.Last(candidate => candidate.Kind == request.Kind);
        var files = store.Of(request.Kind);
        PaperIdentity? made = null;
        using var file = await WriteAsync(files, async output => made = await maker.WriteAsync(db, request, output, ct), ct);
        // First the file, then the row: a crash between them leaves an unused file, never a row without one.
        files.Keep(file);
        var now = clock.GetUtcNow();
        request.Finish(new(made!.Number, made.Title, file.Sha256, file.Size), now, request.Kind == PaperKind.EvidencePack ? now + PackLifetime : null);
    }

    private static async Task<ReceivedFile> WriteAsync(FileStore files, Func<Stream, Task> write, CancellationToken ct)
    {
        try
        {
            return await files.WriteAsync(write, ct);
        }
        catch (IOException full) when (FileStore.IsDiskFull(full))
        {
            throw new WorkFailedException("Penyimpanan server penuh, jadi berkas tidak dibuat. Hubungi administrator, lalu buat lagi.", permanent: true, full);
        }
    }
}
