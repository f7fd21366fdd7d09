using Microsoft.EntityFrameworkCore;
using Xunit;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.WorkUnits;
using ZonaIntegritas.Web.Features.BackgroundWork;

namespace ZonaIntegritas.Web.Tests.Features.Reminders;

public sealed class PlanDigestsTests
{
    [Fact]
    public async Task Planned_once_a_day_even_when_run_twice_and_by_two_processes()
    {
        using var database = await TestDatabase.CreateAsync();
        var unit = await database.AddUnitAsync();
        await database.AddUserAsync(Role.Koordinator, unit);
        await database.AddUserAsync(Role.Pimpinan, unit);
        await database.AddSheetAsync(unit, await database.AddPeriodAsync());
        MailBench first = new(database), second = new(database);

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
        MailBench bench = new(database);

        await bench.Plan.ExecuteAsync(default);

        Assert.Empty(await bench.RowsAsync());
        Assert.Empty(bench.Dispatcher.Mails);
    }

    [Fact]
    public async Task Closed_accounts_and_older_periods_are_passed_over()
    {
        using var database = await TestDatabase.CreateAsync();
        var unit = await database.AddUnitAsync();
        var closed = await database.AddUserAsync(Role.Koordinator, unit);
        await database.CloseAccountAsync(closed);
        var other = await database.AddUnitAsync("Dinas Kesehatan");
        await database.AddUserAsync(Role.Koordinator, other);
        await database.AddSheetAsync(unit, await database.AddPeriodAsync());
        await database.AddSheetAsync(other, await database.AddPeriodAsync(2025));
        MailBench bench = new(database);

        await bench.Plan.ExecuteAsync(default);

        Assert.Empty(await bench.RowsAsync());
    }

    [Fact]
    public async Task Each_role_reads_its_own_work()
    {
        using var database = await TestDatabase.CreateAsync();
        var period = await database.AddPeriodAsync();
        WorkUnit asking = await database.AddUnitAsync(), filling = await database.AddUnitAsync("Dinas Kesehatan");
        var coordinator = await database.AddUserAsync(Role.Koordinator, asking, "Koordinator Satu");
        var evaluator = await database.AddUserAsync(Role.Evaluator, null, "Evaluator", asking, filling);
        await database.AddUserAsync(Role.Koordinator, filling, "Koordinator Dua");
        await database.AddUserAsync(Role.Pimpinan, null, "Gubernur");
        var returned = await database.AddSheetAsync(asking, period);
        var draft = await database.AddSheetAsync(filling, period);
        await database.SubmitAsync(returned, coordinator);
        await database.ReturnAsync(returned, evaluator, "A.I.1.i.a", "SK belum <ditandatangani> & kedaluwarsa.");
        await database.AnswerAsync(draft, questions: 100);
        MailBench bench = new(database);

        await bench.Plan.ExecuteAsync(default);

        var texts = await TextsAsync(database);
        Assert.Equal(["Evaluator", "Gubernur", "Koordinator Dua", "Koordinator Satu"], texts.Keys.Order());
        // One of 113 is at the unit; the draft is not TPI's at all.
        Assert.Contains("DPMPTSP: 112 soal menunggu penilaian Anda sebagai ketua tim.", texts["Evaluator"].Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Dinas Kesehatan", texts["Evaluator"].Text, StringComparison.Ordinal);
        Assert.Contains("Soal A.I.1.i.a dikembalikan TPI: “SK belum <ditandatangani> & kedaluwarsa.” Perbaiki", texts["Koordinator Satu"].Text, StringComparison.Ordinal);
        Assert.Contains($"https://zi.contoh.test/lembar-kerja/{returned.Id}?soal=A.I.1.i.a", texts["Koordinator Satu"].Text, StringComparison.Ordinal);
        Assert.Contains("SK belum &lt;ditandatangani&gt; &amp; kedaluwarsa.", texts["Koordinator Satu"].Html, StringComparison.Ordinal);
        Assert.Contains("13 soal LKE 2026 belum dijawab;", texts["Koordinator Dua"].Text, StringComparison.Ordinal);
        Assert.Contains("Yang terdekat: Dinas Kesehatan (7 hari lagi).", texts["Gubernur"].Text, StringComparison.Ordinal);
        Assert.Equal("Zona Integritas: 1 hal menunggu Anda, 10 Oktober 2026", texts["Gubernur"].Subject);
    }

    [Fact]
    public async Task Day_and_days_left_are_those_at_the_unit()
    {
        // 16 October, 22:30 in the west of Indonesia is 17 October, 00:30 in the east.
        using var database = await TestDatabase.CreateAsync(new(2026, 10, 16, 15, 30, 0, TimeSpan.Zero));
        var period = await database.AddPeriodAsync();
        foreach (var zone in (IndonesianZone[])[IndonesianZone.WIB, IndonesianZone.WIT])
        {
            var unit = await database.AddUnitAsync($"Unit {zone}", zone);
            await database.AddUserAsync(Role.Koordinator, unit, zone.ToString());
            await database.AddSheetAsync(unit, period);
        }

        MailBench bench = new(database);
        await bench.Plan.ExecuteAsync(default);

        var texts = await TextsAsync(database);
        Assert.Contains("(1 hari lagi)", texts["WIB"].Text, StringComparison.Ordinal);
        Assert.Contains("(hari ini hari terakhir)", texts["WIT"].Text, StringComparison.Ordinal);
        Assert.Equal(
            [new DateOnly(2026, 10, 16), new DateOnly(2026, 10, 17)], (await bench.RowsAsync()).Select(mail => mail.Day).Order());
    }

    [Fact]
    public async Task Administrator_hears_of_failed_mails()
    {
        using var database = await TestDatabase.CreateAsync();
        var unit = await database.AddUnitAsync();
        var coordinator = await database.AddUserAsync(Role.Koordinator, unit);
        await database.AddUserAsync(Role.Administrator, null, "Administrator");
        await database.AddSheetAsync(unit, await database.AddPeriodAsync());
        MailBench bench = new(database);
        await bench.Plan.ExecuteAsync(default);
        await database.CloseAccountAsync(coordinator);
        await bench.WorkAsync();

        await bench.Plan.ExecuteAsync(default);

        Assert.Single(await bench.RowsAsync(), mail => mail.State == WorkState.Failed);
        Assert.Contains("1 surat gagal dikirim", (await TextsAsync(database))["Administrator"].Text, StringComparison.Ordinal);
    }

    private static async Task<Dictionary<string, (string Subject, string Text, string Html)>> TextsAsync(TestDatabase database)
    {
        await using var db = database.CreateDbContext();
        var rows = await db.MailDeliveries.Join(db.Users, mail => mail.RecipientId, user => user.Id, (mail, user) => new { user.FullName, mail.Subject, mail.Text, mail.Html }).ToListAsync();
        return rows.ToDictionary(row => row.FullName, row => (row.Subject, row.Text, row.Html));
    }
}
