using System.Globalization;
using Xunit;
using ZonaIntegritas.Domain.Instruments;
using ZonaIntegritas.Domain.Tests.Support;

namespace ZonaIntegritas.Domain.Tests.Instruments;

public class ShippedInstrumentTests
{
    private readonly Instrument _lke = TheInstrument.Lke2021;

    [Fact]
    public void Shipped_file_loads_without_a_fault() => Assert.Empty(TheInstrument.Reading.Faults);

    [Fact]
    public void It_has_110_enabler_questions_and_3_results()
    {
        Assert.Equal(110, _lke.Places.Count(place => place.Path[0].Code == "A"));
        Assert.Equal(["B.I.a", "B.I.b", "B.II.a"], _lke.Places.Where(place => place.Path[0].Code == "B").Select(place => place.Question.Code));
    }

    [Theory]
    [InlineData("A", 60)]
    [InlineData("B", 40)]
    [InlineData("B.I", 22.5)]
    [InlineData("B.I.a", 17.5)]
    [InlineData("B.I.b", 5)]
    [InlineData("B.II", 17.5)]
    public void Components_and_results_weigh_what_the_regulation_prints(string code, decimal weight) =>
        Assert.Equal(weight, _lke.Section(code)!.Weight);

    [Theory]
    [InlineData(1, "Manajemen Perubahan", 8, 4)]
    [InlineData(2, "Penataan Tatalaksana", 7, 3.5)]
    [InlineData(3, "Penataan Sistem Manajemen SDM Aparatur", 10, 5)]
    [InlineData(4, "Penguatan Akuntabilitas", 10, 5)]
    [InlineData(5, "Penguatan Pengawasan", 15, 7.5)]
    [InlineData(6, "Peningkatan Kualitas Pelayanan Publik", 10, 5)]
    public void Each_area_is_half_fulfilment_and_half_reform(int area, string name, decimal weight, decimal half)
    {
        Assert.Equal((name, weight), (_lke.Section($"A.{area}")!.Name, _lke.Section($"A.{area}")!.Weight));
        Assert.Equal((half, "A.I"), (_lke.Section($"A.I.{area}")!.Weight, _lke.Section($"A.I.{area}")!.Group));
        Assert.Equal((half, "A.II"), (_lke.Section($"A.II.{area}")!.Weight, _lke.Section($"A.II.{area}")!.Group));
    }

    [Fact]
    public void Questions_share_their_subcriterion_and_add_up_to_100()
    {
        Assert.Equal(100m, _lke.TotalWeight);
        Assert.Equal(30m, _lke.Sections.Where(section => section.Group == "A.I").Sum(section => section.Weight));
        Assert.Equal(30m, _lke.Sections.Where(section => section.Group == "A.II").Sum(section => section.Weight));
        Assert.Equal(100m, _lke.Sections.Where(section => section.Questions.Count > 0).Sum(section => section.Weight));
    }

    [Fact]
    public void Eight_questions_are_counted_with_22_typed_inputs()
    {
        string[] counted = ["A.II.1.i.a", "A.II.1.i.b", "A.II.3.iii.a", "A.II.4.i.a", "A.II.5.ii.a", "A.II.5.iii.a", "A.II.5.iii.b", "A.II.6.i.b"];

        Assert.Equal(counted, _lke.Places.Where(place => place.Question.Formula is not null).Select(place => place.Question.Code));
        // 2 + 2 + 3 + 2 + 3 + 4 + 4 + 2
        Assert.Equal(22, _lke.CountInputs);
    }

    [Fact]
    public void Every_number_of_PortalRB_from_1_to_127_occurs_once()
    {
        var ids = _lke.Places
            .Select(place => place.Question)
            .SelectMany(question => (question.Formula?.Inputs ?? []).Select(input => input.PortalRbId).Prepend(question.PortalRbId))
            .OfType<int>()
            .Order();

        Assert.Equal(Enumerable.Range(1, 127), ids);
    }

    [Theory]
    [InlineData("ya_tidak", "Ya=1 Tidak=0")]
    [InlineData("abc", "A=1 B=0.5 C=0")]
    [InlineData("abcd", "A=1 B=0.67 C=0.33 D=0")]
    [InlineData("abcde", "A=1 B=0.75 C=0.5 D=0.25 E=0")]
    public void Scales_hold_the_literal_constants_of_the_regulation(string scale, string expected)
    {
        var used = _lke.Places.Select(place => place.Question.Scale).First(candidate => candidate.Id == scale);

        Assert.Equal(expected, string.Join(' ', used.Options.Select(option => FormattableString.Invariant($"{option.Key}={option.Value}"))));
    }

    [Theory]
    [InlineData("WBK", null, 75, 40, "4.8 4.2 6 6 9 6", 18.25, 15.75, 2.5, 14)]
    [InlineData("WBBM", "WBK", 85, 48, "6 5.25 7.5 7.5 11.25 7.5", 19.5, 15.75, 3.75, 15.75)]
    public void Predicates_hold_the_minimums_of_table_6(
        string code, string? requires, decimal total, decimal enablers, string areas, decimal clean, decimal ipak, decimal performance, decimal ipkp)
    {
        var predicate = _lke.Predicate(code)!;
        decimal Minimum(string target) => predicate.Limits.Single(limit => limit.Target == target).MinimumPoints;
        var areaMinimums = areas.Split(' ').Select(text => decimal.Parse(text, CultureInfo.InvariantCulture));

        Assert.Equal(requires, predicate.Requires);
        Assert.Equal(12, predicate.Limits.Count);
        Assert.Equal((total, enablers), (Minimum("total"), Minimum("A")));
        Assert.Equal(areaMinimums, Enumerable.Range(1, 6).Select(area => Minimum($"A.{area}")));
        Assert.Equal((clean, ipak, performance, ipkp), (Minimum("B.I"), Minimum("B.I.a"), Minimum("B.I.b"), Minimum("B.II")));
    }

    [Fact]
    public void Every_limit_and_question_says_where_it_comes_from()
    {
        Assert.All(_lke.Predicates.SelectMany(predicate => predicate.Limits), limit => Assert.Contains("hlm.", limit.Source, StringComparison.Ordinal));
        Assert.All(_lke.Places, place => Assert.Contains("PermenPANRB 90/2021", place.Question.Source, StringComparison.Ordinal));
    }
}
