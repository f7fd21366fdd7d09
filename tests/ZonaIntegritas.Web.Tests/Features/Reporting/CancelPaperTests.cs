using Microsoft.EntityFrameworkCore;
using Xunit;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Auditing;
using ZonaIntegritas.Web.Features.BackgroundWork;
using ZonaIntegritas.Web.Features.Reporting;
using ZonaIntegritas.Web.Identity;
using ZonaIntegritas.Web.Tests.Features.BackgroundWork;
using ZonaIntegritas.Web.Tests.Features.EvidencePacks;

namespace ZonaIntegritas.Web.Tests.Features.Reporting;

public sealed class CancelPaperTests
{
    [Fact]
    public async Task Whoever_asked_cancels_what_waits_and_nobody_makes_it_any_more()
    {
        using var scene = await Scene.CreateAsync();
        PackDesk desk = new(scene);
        var id = await desk.AskAsync();

        Assert.True((await Cancel(scene, scene.Coordinator).ExecuteAsync(id, default)).Succeeded);
        await desk.Make.ExecuteAsync(id, default);

        var row = await desk.RowAsync(id);
        Assert.Equal((WorkState.Withdrawn, "Dibatalkan oleh yang meminta.", (string?)null), (row.State, row.Error, row.Sha256));
        var line = Assert.Single(await new WorkBench(scene).TrailAsync(AuditAction.WorkWithdrawn));
        Assert.Equal((scene.Coordinator.Id, scene.Unit.Id, scene.Sheet.Id, "Paket data dukung"), (line.By!.Value, line.UnitId!.Value, line.AssessmentId!.Value, line.Note));
        // Another one may be asked for at once.
        Assert.NotEqual(id, await desk.AskAsync());
    }

    [Fact]
    public async Task A_pack_under_way_stops_at_its_next_document_and_stays_cancelled()
    {
        using var scene = await Scene.CreateAsync();
        await scene.AddEvidenceAsync();
        await scene.AddEvidenceAsync("notulen.pdf", Scene.Abc);
        PackDesk desk = new(scene);
        var id = await desk.AskAsync();
        StoppingMaker maker = new(desk.Maker, async () => Assert.True((await Cancel(scene, scene.Coordinator).ExecuteAsync(id, default)).Succeeded));
        MakeReport make = new(
            new WorkRunner(scene.Database, scene.Database.Clock, Microsoft.Extensions.Logging.Abstractions.NullLogger<WorkRunner>.Instance),
            [maker], desk.Store, desk.Dispatcher, scene.Database.Clock);
        desk.Dispatcher.Reports.Clear();

        await make.ExecuteAsync(id, default);

        var row = await desk.RowAsync(id);
        Assert.True(maker.Began);
        Assert.Equal((WorkState.Withdrawn, (string?)null), (row.State, row.Sha256));
        Assert.Empty(desk.Dispatcher.Reports);
        Assert.Empty(Directory.Exists(scene.Database.Storage.Value.PacksFolder) ? Directory.GetFiles(scene.Database.Storage.Value.PacksFolder, "*", SearchOption.AllDirectories) : []);
        // Neither a restart nor its lease brings it back.
        scene.Database.Clock.Advance(TimeSpan.FromHours(3));
        await make.ExecuteAsync(id, default);
        Assert.Equal(WorkState.Withdrawn, (await desk.RowAsync(id)).State);
    }

    [Fact]
    public async Task Nobody_cancels_what_another_asked_for()
    {
        using var scene = await Scene.CreateAsync();
        PackDesk desk = new(scene);
        var id = await desk.AskAsync();
        AppUser[] others =
        [
            await scene.Database.AddUserAsync(Role.Koordinator, scene.Unit, "Rekan"), scene.Evaluator,
            await scene.Database.AddUserAsync(Role.Administrator), await scene.Database.AddUserAsync(Role.Pimpinan),
        ];

        foreach (var other in others)
        {
            await Assert.ThrowsAsync<ForbiddenException>(() => Cancel(scene, other).ExecuteAsync(id, default));
        }

        await Assert.ThrowsAsync<ForbiddenException>(() => Cancel(scene, scene.Coordinator).ExecuteAsync(Guid.CreateVersion7(), default));
        await scene.Database.CloseAccountAsync(scene.Coordinator);
        await Assert.ThrowsAsync<ForbiddenException>(() => Cancel(scene, scene.Coordinator).ExecuteAsync(id, default));
        Assert.Equal(WorkState.Waiting, (await desk.RowAsync(id)).State);
    }

    [Fact]
    public async Task A_paper_of_the_schedule_is_nobodys_to_cancel()
    {
        using var scene = await Scene.CreateAsync();
        var paper = await new WorkBench(scene).AddPaperAsync();

        await Assert.ThrowsAsync<ForbiddenException>(() => Cancel(scene, scene.Coordinator).ExecuteAsync(paper.Id, default));
    }

    [Fact]
    public async Task What_has_begun_or_ended_is_too_late_to_cancel()
    {
        using var scene = await Scene.CreateAsync();
        WorkBench bench = new(scene);
        var now = scene.Database.Clock.GetUtcNow();
        var running = await bench.AddPaperAsync(paper => paper.Start(now), by: scene.Coordinator);
        var done = await bench.AddPaperAsync(paper => paper.Finish(new("1", "Laporan", "ab", 1), now), PaperKind.EvidencePack, scene.Coordinator);

        foreach (var paper in (ReportRequest[])[running, done])
        {
            Assert.Equal(CancelPaper.TooLate, (await Cancel(scene, scene.Coordinator).ExecuteAsync(paper.Id, default)).Problem);
        }
    }

    [Fact]
    public async Task A_worker_that_begins_in_the_same_moment_does_not_write_over_the_cancellation()
    {
        using var scene = await Scene.CreateAsync();
        WorkBench bench = new(scene);
        var paper = await bench.AddPaperAsync(by: scene.Coordinator);
        await using var worker = scene.Database.CreateDbContext();
        var seen = await worker.ReportRequests.SingleAsync(row => row.Id == paper.Id);

        Assert.True((await Cancel(scene, scene.Coordinator).ExecuteAsync(paper.Id, default)).Succeeded);
        seen.Start(scene.Database.Clock.GetUtcNow());

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => worker.SaveChangesAsync());
    }

    [Fact]
    public async Task The_button_is_shown_to_whoever_asked_alone_and_while_it_can_help()
    {
        using var scene = await Scene.CreateAsync();
        PackDesk desk = new(scene);
        WorkBench bench = new(scene);
        var mine = await bench.AddPaperAsync(by: scene.Coordinator);
        await bench.AddPaperAsync();
        await desk.AskAsync();
        var colleague = await scene.Database.AddUserAsync(Role.Koordinator, scene.Unit, "Rekan");

        Assert.Equal([mine.Id], await CancellableAsync(scene.Coordinator));
        Assert.Empty(await CancellableAsync(colleague));
        Assert.True(Assert.Single((await desk.Queries(TestDatabase.SignIn(scene.Coordinator)).LoadAsync(scene.Sheet.Id, 0, 10, default)).Packs.Rows).MayCancel);
        Assert.False(Assert.Single((await desk.Queries(TestDatabase.SignIn(colleague)).LoadAsync(scene.Sheet.Id, 0, 10, default)).Packs.Rows).MayCancel);
        Assert.True((await Cancel(scene, scene.Coordinator).ExecuteAsync(mine.Id, default)).Succeeded);
        Assert.Empty(await CancellableAsync(scene.Coordinator));

        async Task<IEnumerable<Guid>> CancellableAsync(AppUser user) =>
            (await new ReportQueries(scene.Database, TestDatabase.SignIn(user)).ListAsync(new(), default)).Rows.Where(row => row.MayCancel).Select(row => row.Id);
    }

    private static CancelPaper Cancel(Scene scene, AppUser user) => new(scene.Database, TestDatabase.SignIn(user), scene.Database.Clock);

    /// <summary>The real maker, whose pack is cancelled the moment it begins.</summary>
    private sealed class StoppingMaker(IPaperMaker inner, Func<Task> begin) : IPaperMaker
    {
        public bool Began { get; private set; }

        public PaperKind Kind => inner.Kind;

        public async Task<PaperIdentity> WriteAsync(Web.Data.AppDbContext db, ReportRequest request, Stream output, CancellationToken ct)
        {
            await begin();
            Began = true;
            return await inner.WriteAsync(db, request, output, ct);
        }
    }
}
