using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Auditing;
using ZonaIntegritas.Web.Features.BackgroundWork;
using ZonaIntegritas.Web.Features.BackgroundWork.Failed;
using ZonaIntegritas.Web.Features.BackgroundWork.Page;
using ZonaIntegritas.Web.Features.BackgroundWork.Recurring;
using ZonaIntegritas.Web.Features.BackgroundWork.Waiting;
using ZonaIntegritas.Web.Features.Evidence;
using ZonaIntegritas.Web.Features.Reminders;
using ZonaIntegritas.Web.Features.Reporting;
using ZonaIntegritas.Web.Hosting;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Tests.Features.BackgroundWork;

/// <summary>Background work of a scene's database, in any state, and what an administrator can do with it.</summary>
internal sealed class WorkBench(Scene scene)
{
    private TestDatabase Database => scene.Database;

    public RecordingDispatcher Dispatcher { get; } = new();

    public RecordingTrigger Trigger { get; } = new();

    public JobOptions Jobs { get; } = new();

    public EvidenceStore Evidence { get; init; } = new(scene.Database.Storage);

    public RunRecorder Recorder => new(Database, Database.Clock);

    public QueueAge Age => new(Database, Database.Clock);

    public RetryWork Retry(Authorizer who) => new(Failed(who), Dispatcher, Evidence);

    public SetWorkAside SetAside(Authorizer who) => new(Failed(who));

    public StartJob Start(Authorizer who) => new(Database, who, Trigger, Options.Create(Jobs), Database.Clock);

    public WorkQueries Queries(Authorizer who) => new(Database, who, Evidence, Options.Create(Jobs), Database.Clock);

    public Task<MailDelivery> AddMailAsync(Action<MailDelivery>? change = null, DeliveryChannel channel = DeliveryChannel.Mail)
    {
        var now = Database.Clock.GetUtcNow();
        var mail = new MailDelivery(
            Guid.CreateVersion7(now), scene.Coordinator.Id, MailDelivery.Digest, DateOnly.FromDateTime(now.DateTime), Guid.CreateVersion7().ToString(), now)
        { Channel = channel };
        mail.Compose(new("Ringkasan", "teks", "<p>teks</p>"), "", now);
        return KeepAsync(mail, change);
    }

    public Task<MailDelivery> AddFailedMailAsync(string error = "Server surel menjawab 550.") => AddMailAsync(mail => Exhaust(mail, error));

    public Task<ReportRequest> AddPaperAsync(Action<ReportRequest>? change = null, PaperKind kind = PaperKind.Progress, AppUser? by = null)
    {
        var now = Database.Clock.GetUtcNow();
        return KeepAsync(
            new ReportRequest(
                Guid.CreateVersion7(now), new(kind, scene.Sheet.Id, null, Layer.Unit),
                new($"{kind}:{Guid.CreateVersion7()}", DateOnly.FromDateTime(now.DateTime), 1, by?.Id), now),
            change);
    }

    public Task<ReportRequest> AddFailedPaperAsync(PaperKind kind = PaperKind.Progress) => AddPaperAsync(row => Exhaust(row, "Penyimpanan server penuh."), kind);

    public void Exhaust(StoredWork row, string error)
    {
        row.Start(Database.Clock.GetUtcNow());
        row.Fail(error, Database.Clock.GetUtcNow(), permanent: true);
    }

    public async Task<T> RowAsync<T>(Guid id)
        where T : StoredWork
    {
        await using var db = Database.CreateDbContext();
        return await db.Set<T>().AsNoTracking().SingleAsync(row => row.Id == id);
    }

    public async Task<List<AuditEntry>> TrailAsync(AuditAction action)
    {
        await using var db = Database.CreateDbContext();
        return await db.AuditEntries.AsNoTracking().Where(entry => entry.Action == action).ToListAsync();
    }

    public async Task<List<JobRun>> RunsAsync()
    {
        await using var db = Database.CreateDbContext();
        return await db.JobRuns.AsNoTracking().OrderBy(run => run.StartedAt).ThenBy(run => run.Id).ToListAsync();
    }

    private FailedWork Failed(Authorizer who) => new(Database, who, Database.Clock);

    private async Task<T> KeepAsync<T>(T row, Action<T>? change)
        where T : StoredWork
    {
        change?.Invoke(row);
        await using var db = Database.CreateDbContext();
        db.Add(row);
        await db.SaveChangesAsync();
        return row;
    }
}

/// <summary>A clock that only remembers what it was told to run.</summary>
internal sealed class RecordingTrigger : IJobTrigger
{
    public List<string> Started { get; } = [];

    public void RunNow(string job) => Started.Add(job);
}
