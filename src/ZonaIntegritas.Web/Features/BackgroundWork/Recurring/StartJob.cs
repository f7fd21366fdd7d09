using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ZonaIntegritas.Domain.Auditing;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Hosting;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Features.BackgroundWork.Recurring;

/// <summary>Jalankan sekarang: an administrator has a recurring job run beside its schedule.</summary>
public sealed class StartJob(
    IDbContextFactory<AppDbContext> dbFactory, Authorizer authorizer, IJobTrigger trigger, IOptions<JobOptions> options, TimeProvider clock)
{
    public static Problem Unknown { get; } = new("job.unknown", "Pekerjaan ini tidak ada. Muat ulang halaman.");

    public static Problem SwitchedOff { get; } = new(
        "job.switched-off", "Pekerjaan latar dimatikan di server ini (Jobs:Enabled). Jalankan dari server yang mengerjakannya.");

    public static Problem AlreadyRunning { get; } = new("job.running", "Pekerjaan ini sedang berjalan. Tunggu sampai selesai, lalu lihat hasilnya.");

    /// <exception cref="ForbiddenException">Not an administrator.</exception>
    public async Task<Result> ExecuteAsync(string id, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        var actor = await authorizer.RequireAsync(db, who => who.MayAdminister, ct);
        var now = clock.GetUtcNow();
        if (RecurringJobs.Find(id) is not { } job)
        {
            return Unknown;
        }

        if (!options.Value.Enabled)
        {
            return SwitchedOff;
        }

        var newest = await db.JobRuns.Where(run => run.Job == id).OrderByDescending(run => run.StartedAt).FirstOrDefaultAsync(ct);
        if (newest?.StateAt(now, isNewest: true) == RunState.Running)
        {
            return AlreadyRunning;
        }

        db.Record(now, actor, AuditAction.JobStarted, new(), AuditChange.None, job.Title);
        await db.SaveChangesAsync(ct);
        trigger.RunNow(id);
        return Result.Ok;
    }
}
