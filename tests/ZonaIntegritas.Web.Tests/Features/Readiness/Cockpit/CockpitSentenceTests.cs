using Xunit;
using ZonaIntegritas.Domain.Instruments;
using ZonaIntegritas.Domain.Scoring;
using ZonaIntegritas.Web.Features.Readiness.Cockpit;
using ZonaIntegritas.Web.Tests.Features.Administration.Instruments;

namespace ZonaIntegritas.Web.Tests.Features.Readiness.Cockpit;

/// <summary>The sentence names what lacks most, whichever predicate lacks it.</summary>
public sealed class CockpitSentenceTests
{
    private const string Pengawasan = "A.5";
    private const string Pelayanan = "A.6";

    private static readonly Instrument Instrument = InstrumentFile.Read(InstrumentFiles.Shipped).Instrument!;

    [Fact]
    public void Nothing_missing_ends_with_the_counts() => Assert.Equal(
        "4 dari 4 unit memenuhi syarat nilai WBK dan 4 memenuhi WBBM.", Say(4, 4, Gate(Pengawasan, 0, 0)));

    [Fact]
    public void Only_WBK_missing_is_named() => Assert.Equal(
        "2 dari 4 unit memenuhi syarat nilai WBK dan 4 memenuhi WBBM; paling sering kurang: A.5 (2 unit).", Say(2, 4, Gate(Pengawasan, 2, 0)));

    [Fact]
    public void Only_WBBM_missing_is_named_with_its_predicate() => Assert.Equal(
        "4 dari 4 unit memenuhi syarat nilai WBK dan 1 memenuhi WBBM; paling sering kurang untuk WBBM: A.6 (3 unit).",
        Say(4, 1, Gate(Pengawasan, 0, 2), Gate(Pelayanan, 0, 3)));

    [Fact]
    public void Both_missing_names_what_keeps_from_the_first() => Assert.Equal(
        "3 dari 4 unit memenuhi syarat nilai WBK dan 0 memenuhi WBBM; paling sering kurang: A.5 (1 unit).",
        Say(3, 0, Gate(Pelayanan, 0, 4), Gate(Pengawasan, 1, 2)));

    [Fact]
    public void A_part_is_named_before_the_sum_that_lacks_because_of_it() => Assert.Equal(
        "0 dari 4 unit memenuhi syarat nilai WBK dan 0 memenuhi WBBM; paling sering kurang: A.5 (1 unit).",
        Say(0, 0, Gate(Limit.TotalTarget, 4, 4), Gate("A", 4, 4), Gate(Pengawasan, 1, 4)));

    [Fact]
    public void A_predicate_to_be_held_before_is_named_only_when_nothing_else_lacks()
    {
        GateCount held = new(ConditionResult.HeldPredicateCode, "Sudah berpredikat WBK", [new("WBBM", "WBBM:predikat", "", 4)]);

        Assert.EndsWith("paling sering kurang untuk WBBM: total (1 unit).", Say(4, 0, held, Gate(Limit.TotalTarget, 0, 1)), StringComparison.Ordinal);
        Assert.EndsWith("paling sering kurang untuk WBBM: Sudah berpredikat WBK (4 unit).", Say(4, 0, held), StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_to_count_is_said()
    {
        Assert.Equal("Belum ada lembar kerja.", CockpitSentence.Of(Instrument, 0, 0, [], []));
        Assert.StartsWith("Belum ada dari 4 unit yang mulai menjawab", CockpitSentence.Of(Instrument, 4, 0, [], []), StringComparison.Ordinal);
    }

    private static string Say(int wbk, int wbbm, params GateCount[] gates) =>
        CockpitSentence.Of(Instrument, 4, 4, [new("WBK", "WBK", wbk, 2), new("WBBM", "WBBM", wbbm, 2)], gates);

    private static GateCount Gate(string target, int wbk, int wbbm) =>
        new(target, target, [new("WBK", $"WBK:{target}", "", wbk), new("WBBM", $"WBBM:{target}", "", wbbm)]);
}
