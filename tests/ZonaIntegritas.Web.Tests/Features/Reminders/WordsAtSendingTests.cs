using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Xunit;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Reminders;
using ZonaIntegritas.Web.Features.BackgroundWork;
using ZonaIntegritas.Web.Features.Reminders;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Tests.Features.Reminders;

/// <summary>Between writing and sending the world goes on: nothing of the old unit goes out, nothing that is done is asked for.</summary>
public sealed class WordsAtSendingTests
{
    [Fact]
    public async Task A_person_moved_in_between_reads_of_the_new_unit_only()
    {
        using var database = await DeliverMailTests.PreparedAsync();
        var other = await database.AddUnitAsync("Dinas Kesehatan");
        await using (var db = database.CreateDbContext())
        {
            var sheet = await database.AddSheetAsync(other, await db.Periods.SingleAsync());
            await database.AnswerAsync(sheet, questions: 100);
        }

        using MailBench bench = new(database);
        await bench.Plan.ExecuteAsync(default);
        var written = Assert.Single(await bench.RowsAsync());
        Assert.Contains("113 soal", written.Text, StringComparison.Ordinal);
        await ChangeAsync(database, user => user.UnitId = other.Id);

        await bench.WorkAsync();

        var sent = Assert.Single(await bench.RowsAsync());
        Assert.Equal(WorkState.Done, sent.State);
        Assert.Contains("13 soal LKE 2026 belum dijawab", sent.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("113 soal", sent.Text, StringComparison.Ordinal);
        Assert.NotEqual((written.ContentHash, written.WrittenFor), (sent.ContentHash, sent.WrittenFor));
    }

    [Fact]
    public async Task A_person_moved_to_where_nothing_waits_gets_nothing()
    {
        using var database = await DeliverMailTests.PreparedAsync();
        var empty = await database.AddUnitAsync("Dinas Sosial");
        using MailBench bench = new(database);
        await bench.Plan.ExecuteAsync(default);
        await ChangeAsync(database, user => user.UnitId = empty.Id);

        await bench.WorkAsync();

        var row = Assert.Single(await bench.RowsAsync());
        Assert.Equal((WorkState.Withdrawn, "Tidak ada lagi yang menunggu penerima."), (row.State, row.Error));
        Assert.Empty(bench.Files());
    }

    [Fact]
    public async Task A_person_without_a_role_gets_nothing()
    {
        using var database = await DeliverMailTests.PreparedAsync();
        using MailBench bench = new(database);
        await bench.Plan.ExecuteAsync(default);
        await using (var db = database.CreateDbContext())
        {
            await db.Set<IdentityUserRole<Guid>>().ExecuteDeleteAsync();
        }

        await bench.WorkAsync();

        Assert.Equal(WorkState.Withdrawn, Assert.Single(await bench.RowsAsync()).State);
    }

    [Fact]
    public async Task A_coordinator_who_has_moved_reads_nothing_of_the_old_units_returns()
    {
        using var scene = await ImmediateMailTests.AtTpiAsync();
        using MailBench bench = new(scene.Database);
        await ImmediateMailTests.ReturnAsync(scene, bench, Scene.YesNo, "SK belum ditandatangani.");
        var other = await scene.Database.AddUnitAsync("Dinas Kesehatan");
        await using (var db = scene.Database.CreateDbContext())
        {
            await db.Users.Where(user => user.Id == scene.Coordinator.Id).ExecuteUpdateAsync(set => set.SetProperty(user => user.UnitId, other.Id));
        }

        scene.Database.Clock.Advance(TimeSpan.FromMinutes(15));
        await bench.WorkAsync();

        var row = Assert.Single(await bench.RowsAsync());
        Assert.Equal((WorkState.Withdrawn, "Penerima tidak lagi mengisi lembar kerja ini.", ""), (row.State, row.Error, row.Text));
    }

    [Fact]
    public async Task Words_older_than_an_hour_are_chosen_anew()
    {
        using var database = await DeliverMailTests.PreparedAsync();
        using MailBench bench = new(database);
        await bench.Plan.ExecuteAsync(default);
        await AnswerAllButAsync(database, 13);
        database.Clock.Advance(TimeSpan.FromMinutes(61));

        await bench.WorkAsync();

        Assert.Contains("13 soal LKE 2026 belum dijawab", Assert.Single(await bench.RowsAsync()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Work_that_was_done_meanwhile_is_not_asked_for()
    {
        using var scene = await Scene.CreateAsync(now: DeliverMailTests.Monday);
        using MailBench bench = new(scene.Database);
        await scene.Database.EndAssignmentsAsync();
        await bench.Plan.ExecuteAsync(default);
        Assert.Single(await bench.RowsAsync());
        await scene.MoveToAsync(AssessmentStatus.InReview);
        scene.Database.Clock.Advance(TimeSpan.FromHours(2));

        await bench.WorkAsync();

        Assert.Equal(WorkState.Withdrawn, Assert.Single(await bench.RowsAsync()).State);
        Assert.Empty(bench.Files());
    }

    [Fact]
    public async Task Other_choices_since_then_are_other_words()
    {
        using var database = await DeliverMailTests.PreparedAsync();
        using MailBench bench = new(database);
        await bench.Plan.ExecuteAsync(default);
        var before = Assert.Single(await bench.RowsAsync()).WrittenFor;
        await using (var db = database.CreateDbContext())
        {
            var preference = new ReminderPreference(await db.Users.Select(user => user.Id).SingleAsync());
            preference.Choose(DigestRhythm.Daily, 7, [ReminderKind.Alert]);
            db.Add(preference);
            await db.SaveChangesAsync();
        }

        await bench.WorkAsync();

        var row = Assert.Single(await bench.RowsAsync());
        Assert.Equal(WorkState.Done, row.State);
        Assert.NotEqual(before, row.WrittenFor);
    }

    [Theory]
    [InlineData(false, WorkState.Done)]
    [InlineData(true, WorkState.Withdrawn)]
    public async Task News_of_reports_are_a_choice(bool muted, WorkState state)
    {
        using var database = await DeliverMailTests.PreparedAsync();
        await using (var db = database.CreateDbContext())
        {
            var person = await db.Users.Select(user => user.Id).SingleAsync();
            var preference = new ReminderPreference(person);
            preference.Choose(DigestRhythm.Daily, 7, muted ? [ReminderKind.Paper] : []);
            db.Add(preference);
            db.Add(new MailDelivery(
                Guid.CreateVersion7(database.Clock.GetUtcNow()), person, MailDelivery.Reports, new(2026, 10, 1), new MailContent("Hal", "Teks", "<p>Teks</p>"), database.Clock.GetUtcNow()));
            await db.SaveChangesAsync();
        }

        using MailBench bench = new(database);
        await bench.ResumeAndWorkAsync();

        var row = Assert.Single(await bench.RowsAsync());
        Assert.Equal((state, "Teks"), (row.State, row.Text));
    }

    [Fact]
    public async Task A_repeat_of_the_same_delivery_is_the_same_message_byte_for_byte()
    {
        using var database = await DeliverMailTests.PreparedAsync();
        using MailBench bench = new(database);
        OutgoingMail mail = new(Guid.CreateVersion7(database.Clock.GetUtcNow()), "Sri", "sri@contoh.test", new("Hal", "teks", "<p>teks</p>"), database.Clock.GetUtcNow());

        Assert.Equal(Bytes(bench, mail), Bytes(bench, mail));
    }

    private static byte[] Bytes(MailBench bench, OutgoingMail mail)
    {
        using var message = bench.Messages.Build(mail);
        using var stream = new MemoryStream();
        message.WriteTo(stream);
        return stream.ToArray();
    }

    private static async Task AnswerAllButAsync(TestDatabase database, int open)
    {
        await using var db = database.CreateDbContext();
        await database.AnswerAsync(await db.Assessments.AsNoTracking().SingleAsync(), questions: 113 - open);
    }

    private static async Task ChangeAsync(TestDatabase database, Action<AppUser> change)
    {
        await using var db = database.CreateDbContext();
        change(await db.Users.SingleAsync());
        await db.SaveChangesAsync();
    }
}
