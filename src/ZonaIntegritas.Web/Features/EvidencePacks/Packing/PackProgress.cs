using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.BackgroundWork;
using ZonaIntegritas.Web.Features.Reporting;

namespace ZonaIntegritas.Web.Features.EvidencePacks.Packing;

/// <summary>Tells how far the work is, and keeps the row with this worker while it goes on.</summary>
internal sealed class PackProgress(ReportRequest request, TimeProvider clock, int steps)
{
    private const int FilesAtATime = 5;
    private static readonly TimeSpan AtLeastEvery = TimeSpan.FromSeconds(2);

    private DateTimeOffset _saved = DateTimeOffset.MinValue;
    private int _unsaved;

    /// <param name="done">Files looked at so far.</param>
    public async Task TellAsync(AppDbContext db, int done, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (++_unsaved < FilesAtATime && now - _saved < AtLeastEvery && done < steps)
        {
            return;
        }

        request.Advance(done, steps);
        DateTimeOffset? lease = now + request.LeaseOfKind;
        // In place, by the try's number: a worker whose lease ran out must not speak for its successor, and one whose pack
        // was taken back stops here.
        var mine = await db.ReportRequests.Where(row => row.Id == request.Id && row.Tries == request.Tries).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.Done, done).SetProperty(row => row.Steps, steps).SetProperty(row => row.NotBefore, lease), ct);
        if (mine == 0)
        {
            throw new WorkFailedException("Dibatalkan, atau dilanjutkan oleh proses lain.", permanent: false);
        }

        (_saved, _unsaved) = (now, 0);
    }
}
