using Microsoft.EntityFrameworkCore;
using Xunit;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Auditing;
using ZonaIntegritas.Web.Features.Administration.Periods;

namespace ZonaIntegritas.Web.Tests.Features.Administration.Periods;

public sealed class ChangePeriodWindowTests
{
    [Fact]
    public async Task What_changed_is_kept_in_words_with_who_when_and_why()
    {
        using var bench = await AdministrationBench.CreateAsync();
        var period = await bench.Database.AddPeriodAsync();
        var seen = PeriodBench.ScheduleOf(period);
        var wanted = new PeriodSchedule(
            seen.Windows with { FillUntil = new(2026, 10, 31), RepairUntil = new(2026, 11, 20), ProposeUntil = new(2027, 5, 31) }, InstansiKind.KementerianLembaga);

        Assert.Null((await bench.ChangeAsync(period, wanted, "  Banjir di dua kabupaten. ")).Problem);

        Assert.Equal(wanted, PeriodBench.ScheduleOf(await bench.StoredAsync(period)));
        var change = Assert.Single(await bench.ChangesAsync());
        Assert.Equal(
            (PeriodChangeKind.Windows, "Banjir di dua kabupaten.", bench.Administrator.Id, bench.Database.Clock.GetUtcNow()),
            (change.Kind, change.Reason, change.By, change.At));
        Assert.Equal(
            "Pengisian: 5 Januari 2026 – 17 Oktober 2026\nPerbaikan: sampai 30 November 2026\nPengusulan ke TPN: tanpa batas tanggal\nJenis instansi: Pemerintah daerah",
            change.Before);
        Assert.Equal(
            "Pengisian: 5 Januari 2026 – 31 Oktober 2026\nPerbaikan: sampai 20 November 2026\nPengusulan ke TPN: sampai 31 Mei 2027\nJenis instansi: Kementerian/lembaga",
            change.After);
        var entry = Assert.Single(await bench.TrailAsync());
        Assert.Equal(
            (AuditAction.PeriodChanged, (Guid?)bench.Administrator.Id, change.Before, change.After, "LKE 2026: Banjir di dua kabupaten."),
            (entry.Action, entry.By, entry.Before, entry.After, entry.Note));
    }

    [Theory]
    [InlineData("2026-01-05", "2026-01-04", "2026-01-05", "2026-11-30", "2026-11-30", null, "period.filling-order")]
    [InlineData("2026-01-05", "2026-10-17", "2026-01-05", "2026-10-16", "2026-10-16", null, "period.review-order")]
    [InlineData("2026-01-05", "2026-10-17", "2026-01-04", "2026-11-30", "2026-11-30", null, "period.review-begin")]
    [InlineData("2026-01-05", "2026-10-17", "2026-12-01", "2026-11-30", "2026-11-30", null, "period.review-begin")]
    [InlineData("2026-01-05", "2026-10-17", "2026-03-01", "2026-11-30", "2026-02-28", null, "period.repair-order")]
    [InlineData("2026-01-05", "2026-10-17", "2026-03-01", "2026-11-30", "2026-12-01", null, "period.repair-order")]
    [InlineData("2026-01-05", "2026-10-17", "2026-03-01", "2026-11-30", "2026-11-30", "2026-10-16", "period.proposal-order")]
    [InlineData("2026-01-05", "2026-10-17", "2026-01-05", "2026-11-30", "2026-11-30", null, "period.nothing-changed")]
    [InlineData("2026-01-05", "2026-10-17", "2026-10-18", "2026-11-30", "2026-11-30", "2026-10-17", null)]
    public async Task Days_stand_in_order(string from, string until, string reviewFrom, string reviewUntil, string repair, string? propose, string? code)
    {
        using var bench = await AdministrationBench.CreateAsync();
        var period = await bench.Database.AddPeriodAsync();
        var before = await bench.PrintAsync();
        PeriodWindows windows = new(Day(from), Day(until), Day(reviewFrom), Day(reviewUntil), Day(repair), propose is null ? null : Day(propose));

        Assert.Equal(code, (await bench.ChangeAsync(period, new(windows, InstansiKind.Pemda))).Problem?.Code);

        Assert.Equal(code is null ? windows : period.Windows, (await bench.StoredAsync(period)).Windows);
        Assert.Equal(code is not null, before == await bench.PrintAsync());
    }

    [Theory]
    [InlineData("", "period.reason-missing")]
    [InlineData("   ", "period.reason-missing")]
    [InlineData("long", "period.reason-too-long")]
    public async Task Without_a_fitting_reason_nothing_moves(string reason, string code)
    {
        using var bench = await AdministrationBench.CreateAsync();
        var period = await bench.Database.AddPeriodAsync();
        var before = await bench.PrintAsync();

        var text = reason == "long" ? new string('x', PeriodChange.ReasonMaxLength + 1) : reason;
        Assert.Equal(code, (await bench.ChangeAsync(period, PeriodBench.ScheduleOf(period).Extended(1), text)).Problem?.Code);

        Assert.Equal(before, await bench.PrintAsync());
    }

    [Fact]
    public async Task A_form_that_another_administrator_overtook_is_told_so()
    {
        using var bench = await AdministrationBench.CreateAsync();
        var period = await bench.Database.AddPeriodAsync();
        var seen = PeriodBench.ScheduleOf(period);
        Assert.Null((await bench.ChangeAsync(period, seen.Extended(3))).Problem);
        var before = await bench.PrintAsync();

        Assert.Equal(PeriodProblems.Stale, (await bench.ChangeAsync(period, seen.Extended(9))).Problem);
        Assert.Equal(before, await bench.PrintAsync());
    }

    [Fact]
    public async Task A_closed_period_keeps_its_schedule_and_one_that_is_gone_has_none()
    {
        using var bench = await AdministrationBench.CreateAsync();
        var period = await bench.Database.AddPeriodAsync();
        Assert.Null((await bench.CloseAsync(period)).Problem);
        var before = await bench.PrintAsync();

        Assert.Equal("period.closed", (await bench.ChangeAsync(period, PeriodBench.ScheduleOf(period).Extended(1))).Problem?.Code);
        Assert.Equal("admin.gone", (await bench.As<ChangePeriodWindow>().ExecuteAsync(
            new(Guid.CreateVersion7(), PeriodBench.ScheduleOf(period), PeriodBench.ScheduleOf(period).Extended(1), "x"), default)).Problem?.Code);
        Assert.Equal(before, await bench.PrintAsync());
    }

    [Fact]
    public async Task The_history_itself_can_neither_be_changed_nor_removed()
    {
        using var bench = await AdministrationBench.CreateAsync();
        var period = await bench.Database.AddPeriodAsync();
        await bench.ChangeAsync(period, PeriodBench.ScheduleOf(period).Extended(1));

        await Assert.ThrowsAnyAsync<Exception>(() => bench.QueryAsync(db => db.PeriodChanges.ExecuteDeleteAsync()));
        await Assert.ThrowsAnyAsync<Exception>(() => bench.QueryAsync(db =>
            db.PeriodChanges.ExecuteUpdateAsync(set => set.SetProperty(change => change.Reason, "lain"))));
        Assert.Equal("Surat 12/2026.", Assert.Single(await bench.ChangesAsync()).Reason);
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
