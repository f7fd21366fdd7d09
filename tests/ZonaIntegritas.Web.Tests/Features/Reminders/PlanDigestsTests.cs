using Microsoft.EntityFrameworkCore;
using Xunit;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Reminders;
using ZonaIntegritas.Domain.WorkUnits;
using ZonaIntegritas.Web.Features.BackgroundWork;

namespace ZonaIntegritas.Web.Tests.Features.Reminders;

public sealed class PlanDigestsTests
{
    [Fact]
    public async Task Planned_once_a_day_even_when_run_twice_and_by_two_processes()
    {
        using var database = await TestDatabase.CreateAsync(DeliverMailTests.Monday);
        var unit = await database.AddUnitAsync();
        await database.AddUserAsync(Role.Koordinator, unit);
        await database.AddUserAsync(Role.Koordinator, unit, "Tono Hartono");
        await database.AddSheetAsync(unit, await database.AddPeriodAsync());
        using MailBench first = new(database), second = new(database);

        await Task.WhenAll(first.Plan.ExecuteAsync(default), second.Plan.ExecuteAsync(default));
        await first.Plan.ExecuteAsync(default);

        Assert.Equal(2, (await first.RowsAsync()).Count);
        Assert.Equal(2, first.Dispatcher.Mails.Count + second.Dispatcher.Mails.Count);

        database.Clock.Advance(TimeSpan.FromDays(1));
        await first.Plan.ExecuteAsync(default);

        Assert.Equal(4, (await first.RowsAsync()).Count);
    }

    [Fact]
    public async Task Nobody_is_written_to_when_nothing_waits()
    {
        using var database = await TestDatabase.CreateAsync(new(2026, 12, 24, 0, 0, 0, TimeSpan.Zero));
        var unit = await database.AddUnitAsync();
        await database.AddUserAsync(Role.Koordinator, unit);
        await database.AddUserAsync(Role.Evaluator, null, "Tono", unit);
        await database.AddUserAsync(Role.Pimpinan);
        await database.AddUserAsync(Role.Administrator);
        await database.AddSheetAsync(unit, await database.AddPeriodAsync());
        using MailBench bench = new(database);

        await bench.Plan.ExecuteAsync(default);

        Assert.Empty(await bench.RowsAsync());
        Assert.Empty(bench.Dispatcher.Mails);
    }

    [Fact]
    public async Task Closed_accounts_and_older_periods_are_passed_over()
    {
        using var database = await TestDatabase.CreateAsync(DeliverMailTests.Monday);
        var unit = await database.AddUnitAsync();
        var closed = await database.AddUserAsync(Role.Koordinator, unit);
        await database.CloseAccountAsync(closed);
        var other = await database.AddUnitAsync("Dinas Kesehatan");
        await database.AddUserAsync(Role.Koordinator, other);
        await database.AddSheetAsync(unit, await database.AddPeriodAsync());
        await database.AddSheetAsync(other, await database.AddPeriodAsync(2025));
        using MailBench bench = new(database);

        await bench.Plan.ExecuteAsync(default);

        Assert.Empty(await bench.RowsAsync());
    }

    [Fact]
    public async Task Each_role_reads_its_own_work()
    {
        using var database = await TestDatabase.CreateAsync(DeliverMailTests.Monday);
        var period = await database.AddPeriodAsync();
        WorkUnit asking = await database.AddUnitAsync(), filling = await database.AddUnitAsync("Dinas Kesehatan");
        var coordinator = await database.AddUserAsync(Role.Koordinator, asking, "Koordinator Satu");
        var evaluator = await database.AddUserAsync(Role.Evaluator, null, "Evaluator", asking, filling);
        await database.AddUserAsync(Role.Koordinator, filling, "Koordinator Dua");
        var returned = await database.AddSheetAsync(asking, period);
        var draft = await database.AddSheetAsync(filling, period);
        await database.SubmitAsync(returned, coordinator);
        await database.ReturnAsync(returned, evaluator, "A.I.1.i.a", "SK belum <ditandatangani> & kedaluwarsa.");
        await database.AnswerAsync(draft, questions: 100);
        using MailBench bench = new(database);

        await bench.Plan.ExecuteAsync(default);

        var texts = await TextsAsync(database);
        Assert.Equal(["Evaluator", "Koordinator Dua", "Koordinator Satu"], texts.Keys.Order());
        // One of 113 is at the unit; the draft is not TPI's at all.
        Assert.Contains("DPMPTSP: 112 soal menunggu penilaian Anda sebagai ketua tim.", texts["Evaluator"].Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Dinas Kesehatan", texts["Evaluator"].Text, StringComparison.Ordinal);
        Assert.Contains("Soal A.I.1.i.a dikembalikan TPI: “SK belum <ditandatangani> & kedaluwarsa.” Perbaiki", texts["Koordinator Satu"].Text, StringComparison.Ordinal);
        Assert.Contains($"https://zi.contoh.test/lembar-kerja/{returned.Id}?soal=A.I.1.i.a", texts["Koordinator Satu"].Text, StringComparison.Ordinal);
        Assert.Contains("SK belum &lt;ditandatangani&gt; &amp; kedaluwarsa.", texts["Koordinator Satu"].Html, StringComparison.Ordinal);
        Assert.Contains("13 soal LKE 2026 belum dijawab;", texts["Koordinator Dua"].Text, StringComparison.Ordinal);
        // The sheet as a whole, and the three questions that are worth most.
        Assert.Equal("Zona Integritas: 4 hal menunggu Anda, 12 Oktober 2026", texts["Koordinator Dua"].Subject);
    }

    [Fact]
    public async Task Each_person_has_an_hour_in_the_own_zone()
    {
        // 06:30 in the west of Indonesia is 08:30 in the east.
        using var database = await TestDatabase.CreateAsync(DeliverMailTests.Monday.AddMinutes(-30));
        var period = await database.AddPeriodAsync();
        foreach (var zone in (IndonesianZone[])[IndonesianZone.WIB, IndonesianZone.WIT])
        {
            var unit = await database.AddUnitAsync($"Unit {zone}", zone);
            await database.AddUserAsync(Role.Koordinator, unit, zone.ToString());
            await database.AddSheetAsync(unit, period);
        }

        using MailBench bench = new(database);
        await bench.Plan.ExecuteAsync(default);
        Assert.Equal(["WIT"], (await TextsAsync(database)).Keys);

        database.Clock.Advance(TimeSpan.FromHours(1));
        await bench.Plan.ExecuteAsync(default);
        Assert.Equal(["WIB", "WIT"], (await TextsAsync(database)).Keys.Order());
    }

    [Fact]
    public async Task Administrator_hears_of_failed_mails()
    {
        using var database = await TestDatabase.CreateAsync(DeliverMailTests.Monday);
        var unit = await database.AddUnitAsync();
        var coordinator = await database.AddUserAsync(Role.Koordinator, unit);
        await database.AddSheetAsync(unit, await database.AddPeriodAsync());
        using MailBench bench = new(database);
        await bench.Plan.ExecuteAsync(default);
        await using (var db = database.CreateDbContext())
        {
            await db.Users.Where(user => user.Id == coordinator.Id).ExecuteUpdateAsync(set => set.SetProperty(user => user.Email, "tanpa alamat"));
        }

        await bench.WorkAsync();
        await database.AddUserAsync(Role.Administrator, null, "Administrator");
        await bench.Plan.ExecuteAsync(default);

        Assert.Single(await bench.RowsAsync(), mail => mail.State == WorkState.Failed);
        Assert.Contains("1 pesan gagal setelah beberapa kali dicoba", (await TextsAsync(database))["Administrator"].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_new_after_the_persons_hour_waits_for_the_next_day()
    {
        using var database = await TestDatabase.CreateAsync(DeliverMailTests.Monday);
        var unit = await database.AddUnitAsync();
        await database.AddUserAsync(Role.Koordinator, unit);
        using MailBench bench = new(database);
        await bench.Plan.ExecuteAsync(default);

        await database.AddSheetAsync(unit, await database.AddPeriodAsync());
        database.Clock.Advance(TimeSpan.FromHours(2));
        await bench.Plan.ExecuteAsync(default);
        Assert.Empty(await bench.RowsAsync());

        database.Clock.Advance(TimeSpan.FromHours(22));
        await bench.Plan.ExecuteAsync(default);
        Assert.Equal(new DateOnly(2026, 10, 13), Assert.Single(await bench.RowsAsync()).Day);
    }

    [Fact]
    public async Task After_three_days_of_standstill_there_is_one_digest_that_says_what_is_open_now()
    {
        using var database = await DeliverMailTests.PreparedAsync();
        using (MailBench dies = new(database))
        {
            await dies.Plan.ExecuteAsync(default);
        }

        database.Clock.Advance(TimeSpan.FromDays(3));
        using MailBench restarted = new(database);
        // The order of a start: what was left is taken up while the planner runs.
        await restarted.Resume.ExecuteAsync(default);
        await restarted.WorkAsync();
        await restarted.Plan.ExecuteAsync(default);
        await restarted.WorkAsync();
        await restarted.Plan.ExecuteAsync(default);

        Assert.Equal(
            [(new DateOnly(2026, 10, 12), WorkState.Withdrawn), (new DateOnly(2026, 10, 15), WorkState.Done)],
            (await restarted.RowsAsync()).Select(mail => (mail.Day, mail.State)));
        Assert.Single(restarted.Files());
    }

    [Fact]
    public async Task The_planner_itself_takes_the_place_of_a_digest_that_still_waits()
    {
        using var database = await DeliverMailTests.PreparedAsync();
        using MailBench bench = new(database);
        await bench.Plan.ExecuteAsync(default);
        database.Clock.Advance(TimeSpan.FromDays(1));

        await bench.Plan.ExecuteAsync(default);

        Assert.Equal(
            [(WorkState.Withdrawn, "Digantikan ringkasan hari berikutnya."), (WorkState.Waiting, "")],
            (await bench.RowsAsync()).Select(mail => (mail.State, mail.Error)));
    }

    [Fact]
    public async Task Once_a_week_means_once_a_week_also_when_the_first_one_never_went_out()
    {
        using var database = await DeliverMailTests.PreparedAsync(now: DeliverMailTests.Monday.AddDays(-7));
        await using (var db = database.CreateDbContext())
        {
            var preference = new ReminderPreference(await db.Users.Select(user => user.Id).SingleAsync());
            preference.Choose(DigestRhythm.Weekly, 9, []);
            db.Add(preference);
            await db.SaveChangesAsync();
        }

        using MailBench bench = new(database);
        await bench.Plan.ExecuteAsync(default);
        Assert.Empty(await bench.RowsAsync());

        // Monday at nine it is written, but the mail server is away all day.
        database.Clock.Advance(TimeSpan.FromHours(2));
        await bench.Plan.ExecuteAsync(default);
        database.Clock.Advance(TimeSpan.FromDays(1));
        await bench.Plan.ExecuteAsync(default);
        await bench.WorkAsync();
        Assert.Single(bench.Files());

        for (var day = 0; day < 5; day++)
        {
            database.Clock.Advance(TimeSpan.FromDays(1));
            await bench.Plan.ExecuteAsync(default);
        }

        Assert.Equal(2, (await bench.RowsAsync()).Count);
        database.Clock.Advance(TimeSpan.FromDays(1));
        await bench.Plan.ExecuteAsync(default);
        await bench.ResumeAndWorkAsync();
        Assert.Equal(new DateOnly(2026, 10, 12), (await bench.RowsAsync())[^1].Day);
    }

    private static async Task<Dictionary<string, (string Subject, string Text, string Html)>> TextsAsync(TestDatabase database)
    {
        await using var db = database.CreateDbContext();
        var rows = await db.MailDeliveries.Join(db.Users, mail => mail.RecipientId, user => user.Id, (mail, user) => new { user.FullName, mail.Subject, mail.Text, mail.Html }).ToListAsync();
        return rows.ToDictionary(row => row.FullName, row => (row.Subject, row.Text, row.Html));
    }
}
