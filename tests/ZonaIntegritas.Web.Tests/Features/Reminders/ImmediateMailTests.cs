using Microsoft.EntityFrameworkCore;
using MimeKit;
using Xunit;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Reviews;
using ZonaIntegritas.Web.Features.Administration.Teams;
using ZonaIntegritas.Web.Features.Assessments;
using ZonaIntegritas.Web.Features.BackgroundWork;
using ZonaIntegritas.Web.Features.Reminders;
using ZonaIntegritas.Web.Features.Reviews;
using ZonaIntegritas.Web.Features.Reviews.Many;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Tests.Features.Reminders;

/// <summary>What is told at once: written by the use case that causes it, put into words when it goes out.</summary>
public sealed class ImmediateMailTests
{
    private static readonly TimeSpan Quarter = TimeSpan.FromMinutes(15);

    [Fact]
    public async Task Returns_within_a_quarter_of_an_hour_are_one_mail_with_each_reason()
    {
        using var scene = await AtTpiAsync();
        using MailBench bench = new(scene.Database);
        await ReturnAsync(scene, bench, Scene.YesNo, "SK belum <ditandatangani>.");
        scene.Database.Clock.Advance(TimeSpan.FromMinutes(14));
        await ReturnAsync(scene, bench, Scene.Abc, "Notulen\r\nBcc: semua@contoh.test");

        Assert.Equal(Quarter, Assert.Single(bench.Dispatcher.Mails).Delay);
        var id = Assert.Single(await ReturnedRowsAsync(bench)).Id;
        await bench.Deliver.ExecuteAsync(id, default);
        Assert.Empty(bench.Files());
        scene.Database.Clock.Advance(TimeSpan.FromMinutes(1));
        await bench.Deliver.ExecuteAsync(id, default);

        using var message = await MimeMessage.LoadAsync(Assert.Single(bench.Files()));
        Assert.Equal("Zona Integritas: 2 soal DPMPTSP dikembalikan TPI", message.Subject);
        Assert.Contains($"Soal {Scene.YesNo}: “SK belum <ditandatangani>.”", message.TextBody, StringComparison.Ordinal);
        Assert.Contains($"https://zi.contoh.test/lembar-kerja/{scene.Sheet.Id}?soal={Scene.Abc}", message.TextBody, StringComparison.Ordinal);
        Assert.Contains("SK belum &lt;ditandatangani&gt;.", message.HtmlBody, StringComparison.Ordinal);
        Assert.Contains("“Notulen Bcc: semua@contoh.test”", message.TextBody, StringComparison.Ordinal);
        // Only digests have a page to be unsubscribed from in their headers; the way to the choices stands in each.
        Assert.Null(message.Headers[HeaderId.ListUnsubscribe]);
        Assert.Contains("https://zi.contoh.test/pengingat", message.TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_return_after_the_mail_went_out_begins_a_new_one()
    {
        using var scene = await AtTpiAsync();
        using MailBench bench = new(scene.Database);
        await ReturnAsync(scene, bench, Scene.YesNo, "SK belum ditandatangani.");
        scene.Database.Clock.Advance(Quarter);
        await bench.WorkAsync();

        await ReturnAsync(scene, bench, Scene.Abc, "Notulen belum ada.");
        scene.Database.Clock.Advance(Quarter);
        await bench.WorkAsync();

        Assert.Equal([WorkState.Done, WorkState.Done], (await ReturnedRowsAsync(bench)).Select(row => row.State));
        Assert.Equal(2, bench.Files().Length);
    }

    [Fact]
    public async Task What_was_taken_back_is_not_told_and_nothing_left_is_no_mail()
    {
        using var scene = await AtTpiAsync();
        using MailBench bench = new(scene.Database);
        await ReturnAsync(scene, bench, Scene.YesNo, "Salah lihat.");
        await ReturnAsync(scene, bench, Scene.Abc, "Salah lihat juga.");
        Assert.True((await scene.TakeBack().ExecuteAsync(scene.Sheet.Id, Scene.YesNo, default)).Succeeded);
        Assert.True((await scene.TakeBack().ExecuteAsync(scene.Sheet.Id, Scene.Abc, default)).Succeeded);
        scene.Database.Clock.Advance(Quarter);

        await bench.WorkAsync();

        var row = Assert.Single(await ReturnedRowsAsync(bench));
        Assert.Equal((WorkState.Withdrawn, "Tidak ada lagi soal yang menunggu perbaikan."), (row.State, row.Error));
        Assert.Empty(bench.Files());
    }

    [Fact]
    public async Task Several_returned_at_once_are_one_mail_and_the_refused_ones_are_not_in_it()
    {
        using var scene = await AtTpiAsync();
        using MailBench bench = new(scene.Database);
        var many = new ReturnMany(bench.Process, TestDatabase.SignIn(scene.Evaluator), scene.Database.Sheets);
        Assert.Equal(2, (await many.ExecuteAsync(new(scene.Sheet.Id, [Scene.YesNo, Scene.Abc, "X.9"], "Bukti kurang."), default)).Value.Done);
        scene.Database.Clock.Advance(Quarter);

        await bench.WorkAsync();

        Assert.Equal("Zona Integritas: 2 soal DPMPTSP dikembalikan TPI", Assert.Single(await ReturnedRowsAsync(bench)).Subject);
    }

    [Fact]
    public async Task Returned_in_the_evening_is_told_in_the_morning()
    {
        // 19:50 WIB: the bundle ends in the quiet hours.
        using var scene = await AtTpiAsync(new(2026, 10, 12, 12, 50, 0, TimeSpan.Zero));
        using MailBench bench = new(scene.Database);

        await ReturnAsync(scene, bench, Scene.YesNo, "SK belum ditandatangani.");

        // 06:00 WIB of the next day.
        Assert.Equal(new DateTimeOffset(2026, 10, 12, 23, 0, 0, TimeSpan.Zero), Assert.Single(await ReturnedRowsAsync(bench)).NotBefore);
    }

    [Fact]
    public async Task A_mail_that_comes_late_waits_for_the_morning_too_except_for_the_accounts_safety()
    {
        using var database = await DeliverMailTests.PreparedAsync();
        using MailBench bench = new(database);
        await bench.Plan.ExecuteAsync(default);
        await using (var db = database.CreateDbContext())
        {
            var person = await db.Users.Select(user => user.Id).SingleAsync();
            db.Add(new MailDelivery(Guid.CreateVersion7(database.Clock.GetUtcNow()), person, MailDelivery.Security, new(2026, 10, 12), "PasswordReset:1", database.Clock.GetUtcNow()));
            await db.SaveChangesAsync();
        }

        // 20:30 WIB.
        database.Clock.Advance(TimeSpan.FromHours(13.5));
        await bench.ResumeAndWorkAsync();

        var rows = (await bench.RowsAsync()).ToDictionary(row => row.Kind);
        Assert.Equal(
            (WorkState.Waiting, new DateTimeOffset(2026, 10, 12, 23, 0, 0, TimeSpan.Zero)),
            (rows[MailDelivery.Digest].State, rows[MailDelivery.Digest].NotBefore));
        Assert.Equal(WorkState.Done, rows[MailDelivery.Security].State);
        using var message = await MimeMessage.LoadAsync(Assert.Single(bench.Files()));
        Assert.Equal("Zona Integritas: kata sandi akun Anda diatur ulang", message.Subject);
    }

    [Fact]
    public async Task A_submitted_sheet_is_told_to_whoever_judges_first_and_to_nobody_else()
    {
        using var scene = await Scene.CreateAsync(now: DeliverMailTests.Monday);
        using MailBench bench = new(scene.Database);
        await scene.Database.AnswerAsync(scene.Sheet, by: scene.Coordinator);
        var submit = new SubmitAssessment(bench.Process, TestDatabase.SignIn(scene.Coordinator), scene.Database.Sheets);
        Assert.Null((await submit.ExecuteAsync(scene.Sheet.Id, default)).Problem);

        await bench.WorkAsync();

        var row = Assert.Single(await bench.RowsAsync());
        Assert.Equal((scene.Evaluator.Id, MailDelivery.Handed, WorkState.Done), (row.RecipientId, row.Kind, row.State));
        Assert.Contains("113 soal menunggu penilaian Anda sebagai ketua tim. Evaluasi ditutup 30 November 2026", row.Text, StringComparison.Ordinal);
        Assert.Contains($"https://zi.contoh.test/penilaian/{scene.Sheet.Id}", row.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_last_repair_hands_the_sheet_back()
    {
        using var scene = await AtTpiAsync();
        using MailBench bench = new(scene.Database);
        foreach (var code in (string[])[Scene.YesNo, Scene.Abc])
        {
            Assert.Null((await scene.Return().ExecuteAsync(new(scene.Sheet.Id, code, "Bukti kurang."), default)).Problem);
        }

        var repair = new SendRepair(bench.Process, TestDatabase.SignIn(scene.Coordinator), scene.Database.Sheets);
        Assert.Null((await repair.ExecuteAsync(new(scene.Sheet.Id, Scene.YesNo, "Sudah."), default)).Problem);
        Assert.Empty(bench.Dispatcher.Mails);
        Assert.Null((await repair.ExecuteAsync(new(scene.Sheet.Id, Scene.Abc, "Sudah."), default)).Problem);
        await bench.WorkAsync();

        var row = Assert.Single(await bench.RowsAsync(), row => row.Kind == MailDelivery.Handed);
        Assert.Equal((scene.Evaluator.Id, WorkState.Done), (row.RecipientId, row.State));
    }

    [Fact]
    public async Task Assignments_in_a_row_are_one_mail_and_one_that_was_ended_again_is_not_in_it()
    {
        using var scene = await Scene.CreateAsync(now: DeliverMailTests.Monday);
        using MailBench bench = new(scene.Database);
        var administrator = TestDatabase.SignIn(await scene.Database.AddUserAsync(Role.Administrator));
        var evaluator = await scene.Database.AddUserAsync(Role.Evaluator, null, "Ni Luh Sari");
        var assign = new AssignReviewer(bench.Process, administrator, scene.Database.Instruments, scene.Database.Clock);
        var other = await scene.Database.AddUnitAsync("Dinas Kesehatan");
        foreach (var unit in (Guid[])[scene.Unit.Id, other.Id])
        {
            Assert.Null((await assign.ExecuteAsync(new(evaluator.Id, unit, ReviewTier.Member, []), default)).Problem);
            scene.Database.Clock.Advance(TimeSpan.FromMinutes(2));
        }

        await using (var db = scene.Database.CreateDbContext())
        {
            var share = await db.ReviewAssignments.Where(share => share.EvaluatorId == evaluator.Id && share.UnitId == other.Id).Select(share => share.Id).SingleAsync();
            Assert.Null((await new EndShare(bench.Process, administrator, scene.Database.Clock).ExecuteAsync(share, "Keliru.", default)).Problem);
        }

        scene.Database.Clock.Advance(Quarter);
        await bench.WorkAsync();

        var row = Assert.Single(await bench.RowsAsync());
        Assert.Equal((evaluator.Id, WorkState.Done), (row.RecipientId, row.State));
        Assert.Contains("DPMPTSP: sebagai anggota tim, semua area. Belum ada lembar kerja yang menunggu TPI.", row.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Dinas Kesehatan", row.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hand_over_of_many_units_is_one_mail_to_the_one_who_takes_over()
    {
        using var scene = await Scene.CreateAsync(now: DeliverMailTests.Monday);
        using MailBench bench = new(scene.Database);
        await scene.Database.AssignAsync(scene.Evaluator, await scene.Database.AddUnitAsync("Dinas Kesehatan"), ReviewTier.Lead);
        var successor = await scene.Database.AddUserAsync(Role.Evaluator, null, "Ni Luh Sari");
        var hand = new HandOver(bench.Process, TestDatabase.SignIn(await scene.Database.AddUserAsync(Role.Administrator)), scene.Database.Clock);
        Assert.Equal(2, (await hand.ExecuteAsync(new(scene.Evaluator.Id, successor.Id, null, "Cuti."), default)).Value.Count);
        scene.Database.Clock.Advance(Quarter);

        await bench.WorkAsync();

        var row = Assert.Single(await bench.RowsAsync());
        Assert.Equal((successor.Id, "Zona Integritas: 2 penugasan evaluasi untuk Anda"), (row.RecipientId, row.Subject));
    }

    [Fact]
    public async Task The_LHE_is_told_to_the_units_people_without_a_figure()
    {
        using var scene = await Scene.CreateAsync(now: DeliverMailTests.Monday);
        using MailBench bench = new(scene.Database);
        var head = await scene.Database.AddUserAsync(Role.Pimpinan, scene.Unit, "Kepala Dinas");
        await scene.Database.AddUserAsync(Role.Pimpinan, await scene.Database.AddUnitAsync("Dinas Kesehatan"), "Kepala lain");
        await scene.MoveToAsync(AssessmentStatus.Concluded);
        await bench.ResumeAndWorkAsync();

        var rows = (await bench.RowsAsync()).Where(row => row.Kind == MailDelivery.Handed && row.Key.StartsWith("lhe:", StringComparison.Ordinal)).ToList();
        Assert.Equal(((Guid[])[scene.Coordinator.Id, head.Id]).Order(), rows.Select(row => row.RecipientId).Order());
        Assert.All(rows, row => Assert.Equal((WorkState.Done, "Zona Integritas: LHE DPMPTSP tahun 2026 sudah terbit"), (row.State, row.Subject)));
        Assert.All(rows, row => Assert.DoesNotContain("98,", row.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_refused_return_and_one_that_is_rolled_back_tell_nobody()
    {
        using var scene = await AtTpiAsync();
        using MailBench bench = new(scene.Database);
        var back = new ReturnQuestion(bench.Process, TestDatabase.SignIn(scene.Evaluator), scene.Database.Sheets);
        Assert.NotNull((await back.ExecuteAsync(new(scene.Sheet.Id, Scene.YesNo, "  "), default)).Problem);
        await Assert.ThrowsAsync<ForbiddenException>(() => new ReturnQuestion(bench.Process, TestDatabase.SignIn(scene.Coordinator), scene.Database.Sheets)
            .ExecuteAsync(new(scene.Sheet.Id, Scene.YesNo, "Alasan."), default));

        Assert.Empty(await bench.RowsAsync());
        Assert.Empty(bench.Dispatcher.Mails);
    }

    internal static async Task<Scene> AtTpiAsync(DateTimeOffset? now = null)
    {
        var scene = await Scene.CreateAsync(now: now ?? DeliverMailTests.Monday);
        await scene.MoveToAsync(AssessmentStatus.InReview);
        return scene;
    }

    internal static async Task ReturnAsync(Scene scene, MailBench bench, string code, string reason)
    {
        var back = new ReturnQuestion(bench.Process, TestDatabase.SignIn(scene.Evaluator), scene.Database.Sheets);
        Assert.Null((await back.ExecuteAsync(new(scene.Sheet.Id, code, reason), default)).Problem);
    }

    private static async Task<List<MailDelivery>> ReturnedRowsAsync(MailBench bench) =>
        [.. (await bench.RowsAsync()).Where(row => row.Kind == MailDelivery.Returned)];
}
