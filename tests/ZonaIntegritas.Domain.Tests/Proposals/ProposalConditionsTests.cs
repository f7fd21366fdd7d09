using Xunit;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Proposals;

namespace ZonaIntegritas.Domain.Tests.Proposals;

/// <summary>Every condition of P5 Tabel 5 below, on and above its minimum, for both predicates and both kinds of instansi.</summary>
public class ProposalConditionsTests
{
    private const InstansiKind Pemda = InstansiKind.Pemda;
    private const InstansiKind Ministry = InstansiKind.KementerianLembaga;

    /// <summary>Code, predicate, kind, a value just below, the minimum itself, a value above (empty: there is none).</summary>
    public static TheoryData<string, string, InstansiKind, string, string, string> Table
    {
        get
        {
            var table = new TheoryData<string, string, InstansiKind, string, string, string>
            {
                { "indeks-rb", "WBK", Pemda, "C", "CC", "B" }, { "indeks-rb", "WBBM", Pemda, "CC", "B", "BB" },
                { "indeks-rb", "WBK", Ministry, "CC", "B", "BB" }, { "indeks-rb", "WBBM", Ministry, "B", "BB", "A" },
            };
            foreach (var kind in Enum.GetValues<InstansiKind>())
            {
                AddSameForBothKinds(table, kind);
            }

            return table;
        }
    }

    private static void AddSameForBothKinds(TheoryData<string, string, InstansiKind, string, string, string> table, InstansiKind kind)
    {
        foreach (var grade in new[] { "sakip-instansi", "sakip-unit" })
        {
            table.Add(grade, "WBK", kind, "CC", "B", "BB");
            table.Add(grade, "WBBM", kind, "B", "BB", "A");
        }

        foreach (var predicate in new[] { "WBK", "WBBM" })
        {
            table.Add("opini-bpk", predicate, kind, "WDP", "WTP", "");
            table.Add("spip", predicate, kind, "2,999", "3", "3,001");
            table.Add("layanan-utama", predicate, kind, "tidak", "ya", "");
            table.Add("persepsi-publik", predicate, kind, "tidak", "ya", "");
            table.Add("tlhp", predicate, kind, "99,999", "100", "");
            table.Add("lhkpn", predicate, kind, "99,999", "100", "");
            table.Add("lhkan", predicate, kind, "99,999", "100", "");
            table.Add("pembangunan-zi", predicate, kind, "11 bulan", "1 tahun", "1 tahun 1 bulan");
        }
    }

    [Theory]
    [MemberData(nameof(Table))]
    public void Below_fails_whether_confirmed_or_not(string code, string predicate, InstansiKind kind, string below, string minimum, string above)
    {
        Assert.Equal((minimum, ConditionStanding.NotMet), (Held(code, predicate, kind, below).Minimum.Text, Held(code, predicate, kind, below).Standing));
        Assert.Equal(ConditionStanding.NotMet, Held(code, predicate, kind, below, confirmed: false).Standing);
        Assert.NotEqual(below, above);
    }

    [Theory]
    [MemberData(nameof(Table))]
    public void On_the_minimum_and_above_it_is_met_once_confirmed(string code, string predicate, InstansiKind kind, string below, string minimum, string above)
    {
        foreach (var value in new[] { minimum, above }.Where(value => value.Length > 0))
        {
            Assert.Equal(ConditionStanding.Met, Held(code, predicate, kind, value).Standing);
            Assert.Equal(ConditionStanding.Unconfirmed, Held(code, predicate, kind, value, confirmed: false).Standing);
        }

        Assert.NotEqual(below, minimum);
    }

    [Fact]
    public void Table_above_is_all_there_is() => Assert.Equal(
        Table.Select(row => (row.Data.Item1, row.Data.Item2, row.Data.Item3)).Order(),
        from condition in ProposalConditions.All
        from predicate in new[] { "WBK", "WBBM" }
        from kind in Enum.GetValues<InstansiKind>()
        orderby condition.Code, predicate, kind
        select (condition.Code, predicate, kind));

    [Fact]
    public void Nothing_recorded_misses_every_condition_at_once()
    {
        var states = ProposalConditions.Hold("WBK", Pemda, []);

        Assert.Equal(ProposalConditions.All, states.Select(state => state.Condition));
        Assert.All(states, state => Assert.Equal((ConditionStanding.Missing, ""), (state.Standing, state.Distance)));
    }

    [Fact]
    public void What_cannot_be_read_any_more_is_asked_for_again()
    {
        var state = Held("spip", "WBK", Pemda, "tiga");

        Assert.Equal((ConditionStanding.Missing, false), (state.Standing, state.Confirmed));
    }

    [Fact]
    public void Unknown_codes_and_unknown_predicates_ask_nothing()
    {
        Assert.Null(ProposalConditions.Find("nilai-total"));
        Assert.Empty(ProposalConditions.Hold("LAIN", Pemda, [new("spip", "3", true)]));
        Assert.All(ProposalConditions.Hold("WBK", Pemda, [new("lain", "3", true)]), state => Assert.Equal(ConditionStanding.Missing, state.Standing));
    }

    [Fact]
    public void Codes_are_unique_and_four_conditions_are_the_instansis()
    {
        Assert.Equal(ProposalConditions.All.Count, ProposalConditions.All.Select(condition => condition.Code).Distinct().Count());
        Assert.Equal(
            ["opini-bpk", "sakip-instansi", "indeks-rb", "spip"],
            ProposalConditions.All.Where(condition => condition.Level == ConditionLevel.Instansi).Select(condition => condition.Code));
        Assert.All(ProposalConditions.All, condition => Assert.Equal("PermenPANRB 5/2024 Tabel 5", condition.Source));
    }

    private static ConditionState Held(string code, string predicate, InstansiKind kind, string value, bool confirmed = true) =>
        ProposalConditions.Hold(predicate, kind, [new(code, value, confirmed)]).Single(state => state.Condition.Code == code);
}
