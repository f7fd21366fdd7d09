using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Xunit;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Auditing;
using ZonaIntegritas.Domain.Evidence;
using ZonaIntegritas.Web.Features.BackgroundWork;
using ZonaIntegritas.Web.Features.BackgroundWork.Failed;
using ZonaIntegritas.Web.Features.Reminders;
using ZonaIntegritas.Web.Features.Reporting;
using ZonaIntegritas.Web.Hosting;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Tests.Features.BackgroundWork;

public sealed class FailedWorkTests
{
    [Theory]
    [InlineData(Role.Koordinator)]
    [InlineData(Role.Evaluator)]
    [InlineData(Role.Pimpinan)]
    public async Task Nobody_but_an_administrator_sees_or_touches_it(Role role)
    {
        using var scene = await Scene.CreateAsync();
        WorkBench bench = new(scene);
        var mail = await bench.AddFailedMailAsync();
        var who = TestDatabase.SignIn(await scene.Database.AddUserAsync(role, role == Role.Koordinator ? scene.Unit : null));

        await Assert.ThrowsAsync<ForbiddenException>(() => bench.Queries(who).LoadAsync(default));
        await Assert.ThrowsAsync<ForbiddenException>(() => bench.Retry(who).ExecuteAsync(new(WorkKind.Mail, mail.Id), default));
        await Assert.ThrowsAsync<ForbiddenException>(() => bench.SetAside(who).ExecuteAsync(new(WorkKind.Mail), default));

        Assert.Equal(WorkState.Failed, (await bench.RowAsync<MailDelivery>(mail.Id)).State);
        Assert.Empty(bench.Dispatcher.Mails);
    }

    [Fact]
    public async Task An_administrator_whose_account_was_closed_is_nobody()
    {
        using var scene = await Scene.CreateAsync();
        WorkBench bench = new(scene);
        await bench.AddFailedMailAsync();
        var administrator = await scene.Database.AddUserAsync(Role.Administrator);
        await scene.Database.CloseAccountAsync(administrator);

        await Assert.ThrowsAsync<ForbiddenException>(() => bench.Retry(TestDatabase.SignIn(administrator)).ExecuteAsync(new(WorkKind.Mail), default));
    }

    [Fact]
    public async Task One_is_tried_again_and_the_trail_says_by_whom()
    {
        using var scene = await Scene.CreateAsync();
        WorkBench bench = new(scene);
        var (pack, other) = (await bench.AddFailedPaperAsync(PaperKind.EvidencePack), await bench.AddFailedPaperAsync(PaperKind.EvidencePack));
        var administrator = await scene.Database.AddUserAsync(Role.Administrator);

        var outcome = Assert.Single(await bench.Retry(TestDatabase.SignIn(administrator)).ExecuteAsync(new(WorkKind.Pack, pack.Id), default));

        Assert.Null(outcome.Problem);
        Assert.Equal((WorkState.Waiting, WorkState.Failed), ((await bench.RowAsync<ReportRequest>(pack.Id)).State, (await bench.RowAsync<ReportRequest>(other.Id)).State));
        Assert.Equal(pack.Id, Assert.Single(bench.Dispatcher.Reports).Id);
        var line = Assert.Single(await bench.TrailAsync(AuditAction.WorkTriedAgain));
        Assert.Equal((administrator.Id, scene.Unit.Id, scene.Sheet.Id, $"Paket data dukung {pack.Id}"), (line.By!.Value, line.UnitId!.Value, line.AssessmentId!.Value, line.Note));
    }

    [Fact]
    public async Task All_of_a_kind_fare_each_by_itself()
    {
        using var scene = await Scene.CreateAsync();
        WorkBench bench = new(scene);
        var mails = new[] { await bench.AddFailedMailAsync(), await bench.AddFailedMailAsync(), await bench.AddFailedMailAsync() };
        var (hook, sent) = (await bench.AddMailAsync(mail => bench.Exhaust(mail, "x"), DeliveryChannel.Webhook), await bench.AddMailAsync(mail => mail.Sent(scene.Database.Clock.GetUtcNow())));
        var who = TestDatabase.SignIn(await scene.Database.AddUserAsync(Role.Administrator));

        Assert.Equal(FailedWork.NotFailed, Assert.Single(await bench.Retry(who).ExecuteAsync(new(WorkKind.Mail, sent.Id), default)).Problem);
        Assert.Equal(FailedWork.NotFailed, Assert.Single(await bench.Retry(who).ExecuteAsync(new(WorkKind.Mail, hook.Id), default)).Problem);
        var outcomes = await bench.Retry(who).ExecuteAsync(new(WorkKind.Mail), default);

        Assert.Equal(mails.Select(mail => mail.Id).Order(), outcomes.Select(outcome => outcome.Id).Order());
        Assert.All(outcomes, outcome => Assert.Null(outcome.Problem));
        Assert.Equal(3, bench.Dispatcher.Mails.Count);
        Assert.Equal(WorkState.Failed, (await bench.RowAsync<MailDelivery>(hook.Id)).State);
        // A second click finds nothing left.
        Assert.Empty(await bench.Retry(who).ExecuteAsync(new(WorkKind.Mail), default));
    }

    [Fact]
    public async Task What_is_set_aside_is_never_taken_up_again_and_keeps_its_reason()
    {
        using var scene = await Scene.CreateAsync();
        WorkBench bench = new(scene);
        var mail = await bench.AddFailedMailAsync("Server surel menjawab 550.");
        var administrator = await scene.Database.AddUserAsync(Role.Administrator);
        var who = TestDatabase.SignIn(administrator);

        Assert.Null(Assert.Single(await bench.SetAside(who).ExecuteAsync(new(WorkKind.Mail), default)).Problem);

        var row = await bench.RowAsync<MailDelivery>(mail.Id);
        Assert.Equal((WorkState.Withdrawn, "Diabaikan administrator. Sebelumnya: Server surel menjawab 550."), (row.State, row.Error));
        Assert.Equal((administrator.Id, scene.Database.Clock.GetUtcNow()), (Assert.Single(await bench.TrailAsync(AuditAction.WorkWithdrawn)).By!.Value, (await bench.TrailAsync(AuditAction.WorkWithdrawn))[0].At));
        Assert.Equal(FailedWork.NotFailed, Assert.Single(await bench.Retry(who).ExecuteAsync(new(WorkKind.Mail, mail.Id), default)).Problem);
        Assert.False(row.MayBeTaken(scene.Database.Clock.GetUtcNow().AddYears(1)));
        Assert.Equal(0, (await bench.Queries(who).LoadAsync(default)).FailedTotal);
    }

    [Fact]
    public async Task Of_two_administrators_who_decide_at_once_only_one_is_heard()
    {
        using var scene = await Scene.CreateAsync();
        WorkBench bench = new(scene);
        var mail = await bench.AddFailedMailAsync();
        var who = TestDatabase.SignIn(await scene.Database.AddUserAsync(Role.Administrator));
        await using var late = scene.Database.CreateDbContext();
        var seen = await late.MailDeliveries.SingleAsync(row => row.Id == mail.Id);

        await bench.SetAside(who).ExecuteAsync(new(WorkKind.Mail, mail.Id), default);
        seen.TryAgain();

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => late.SaveChangesAsync());
    }

    [Fact]
    public async Task A_file_the_scanner_gave_up_on_can_be_scanned_again_but_not_waved_through()
    {
        using var scene = await Scene.CreateAsync();
        var storage = new StorageOptions { DataFolder = scene.Database.Folder, ScannerAddress = "localhost:3310" };
        WorkBench bench = new(scene) { Evidence = new(Options.Create(storage)) };
        await scene.AddEvidenceAsync("laporan.pdf");
        await using (var db = scene.Database.CreateDbContext())
        {
            (await db.EvidenceContents.SingleAsync()).TakeScan(ScanState.Waiting, "");
            await db.SaveChangesAsync();
        }

        var who = TestDatabase.SignIn(await scene.Database.AddUserAsync(Role.Administrator));
        Assert.Empty((await bench.Queries(who).LoadAsync(default)).Failed);
        scene.Database.Clock.Advance(FailedReader.ScanGivenUpAfter + TimeSpan.FromMinutes(1));

        var group = Assert.Single((await bench.Queries(who).LoadAsync(default)).Failed);
        Assert.Equal((WorkKind.Scan, 1, false, "laporan.pdf"), (group.Kind, group.Total, group.MaySetAside, group.Items[0].What));
        Assert.Empty(await bench.SetAside(who).ExecuteAsync(new(WorkKind.Scan), default));
        Assert.Empty(await bench.Retry(who).ExecuteAsync(new(WorkKind.Scan), default));
        Assert.True(await bench.Evidence.Arrivals.WaitAsync(TimeSpan.Zero + TimeSpan.FromSeconds(1), default));
        await using var after = scene.Database.CreateDbContext();
        Assert.Equal(ScanState.Waiting, (await after.EvidenceContents.SingleAsync()).Scan);
    }

    [Fact]
    public async Task A_thousand_failures_are_counted_and_the_oldest_shown()
    {
        using var scene = await Scene.CreateAsync();
        WorkBench bench = new(scene);
        await using (var db = scene.Database.CreateDbContext())
        {
            var now = scene.Database.Clock.GetUtcNow();
            for (var number = 0; number < 1000; number++)
            {
                var mail = new MailDelivery(
                    Guid.CreateVersion7(now.AddSeconds(number)), scene.Coordinator.Id, MailDelivery.Digest, DateOnly.FromDateTime(now.DateTime), $"{number:0000}", now.AddSeconds(number));
                bench.Exhaust(mail, "Server surel tidak dapat dihubungi.");
                db.Add(mail);
            }

            await db.SaveChangesAsync();
        }

        var who = TestDatabase.SignIn(await scene.Database.AddUserAsync(Role.Administrator));
        var group = Assert.Single((await bench.Queries(who).LoadAsync(default)).Failed);

        Assert.Equal((1000, FailedReader.Shown), (group.Total, group.Items.Count));
        Assert.Equal(group.Items.OrderBy(item => item.Since), group.Items);
        Assert.Equal(FailedWork.AtATime, (await bench.Retry(who).ExecuteAsync(new(WorkKind.Mail), default)).Count);
    }
}
