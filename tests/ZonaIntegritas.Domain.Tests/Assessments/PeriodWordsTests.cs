using Xunit;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Common;

namespace ZonaIntegritas.Domain.Tests.Assessments;

public sealed class PeriodWordsTests
{
    private static readonly PeriodSchedule Schedule = new(
        new(new(2026, 2, 1), new(2026, 4, 15), new(2026, 3, 1), new(2026, 6, 30), new(2026, 6, 20), new(2027, 5, 31)), InstansiKind.Pemda);

    [Fact]
    public void A_schedule_is_said_line_by_line() => Assert.Equal(
        "Pengisian: 1 Februari 2026 – 15 April 2026\nEvaluasi TPI: 1 Maret 2026 – 30 Juni 2026\nPerbaikan: sampai 20 Juni 2026\n"
        + "Pengusulan ke TPN: sampai 31 Mei 2027\nJenis instansi: Pemerintah daerah",
        PeriodWords.Say(Schedule));

    [Fact]
    public void A_difference_says_only_what_differs() => Assert.Equal(
        ("Perbaikan: sampai 20 Juni 2026\nPengusulan ke TPN: sampai 31 Mei 2027", "Perbaikan: sampai 30 Juni 2026\nPengusulan ke TPN: tanpa batas tanggal"),
        PeriodWords.Difference(Schedule, Schedule with { Windows = Schedule.Windows with { RepairUntil = new(2026, 6, 30), ProposeUntil = null } }));

    [Fact]
    public void Nothing_differs_from_itself() => Assert.Equal(("", ""), PeriodWords.Difference(Schedule, Schedule));

    [Fact]
    public void Every_kind_has_its_words()
    {
        Assert.All(Enum.GetValues<PeriodChangeKind>(), kind => Assert.NotEmpty(PeriodWords.Say(kind)));
        Assert.All(Enum.GetValues<InstansiKind>(), kind => Assert.NotEmpty(PeriodWords.Say(kind)));
    }

    [Theory]
    [InlineData(IndonesianZone.WIB, "17 Oktober 2026 pukul 24.00 WIB")]
    [InlineData(IndonesianZone.WITA, "17 Oktober 2026 pukul 24.00 WITA")]
    [InlineData(IndonesianZone.WIT, "17 Oktober 2026 pukul 24.00 WIT")]
    [InlineData(null, "17 Oktober 2026 pukul 24.00 waktu unit")]
    public void A_day_ends_at_midnight_in_its_zone(IndonesianZone? zone, string said) =>
        Assert.Equal(said, new UnitDay(new(2026, 10, 18), zone).EndOf(new(2026, 10, 17)));

    [Fact]
    public void A_closed_period_takes_no_other_kind_of_instansi()
    {
        var period = new AssessmentPeriod(Guid.Empty, 2026, Guid.Empty, Schedule.Windows);
        Assert.True(period.BelongTo(InstansiKind.KementerianLembaga).Succeeded);
        period.Close(Guid.Empty, default);

        Assert.Equal("period.closed", period.BelongTo(InstansiKind.Pemda).Problem?.Code);
        Assert.Equal(InstansiKind.KementerianLembaga, period.Instansi);
    }
}
