using Xunit;
using ZonaIntegritas.Domain.Instruments;
using ZonaIntegritas.Domain.Tests.Support;

namespace ZonaIntegritas.Domain.Tests.Instruments;

public class InstrumentComparisonTests
{
    private static readonly Dictionary<string, (Func<NextVersion, NextVersion> Change, string[] Expected)> Cases = new()
    {
        ["name"] = (next => next.Set("name", "LKE lain"), ["umum Name : LKE Zona Integritas menuju WBK/WBBM -> LKE lain"]),
        ["section renamed"] = (next => next.Rename("A.I.1.i", "Tim"), ["A.1 Changed A.I.1.i Name : Penyusunan Tim Kerja -> Tim"]),
        ["weights"] = (next => next.Shift("A.I.1.ii", "A.I.1.i", 0.25m),
        [
            "A.1 Changed A.I.1.i Weight : 0,5 -> 0,75",
            "A.1 Changed A.I.1.ii Weight : 1 -> 0,75",
            "A.1 Changed A.I.1.i.a Points : 0,25 -> 0,375",
            "A.1 Changed A.I.1.i.b Points : 0,25 -> 0,375",
            "A.1 Changed A.I.1.ii.a Points : 0,3333 -> 0,25",
            "A.1 Changed A.I.1.ii.b Points : 0,3333 -> 0,25",
            "A.1 Changed A.I.1.ii.c Points : 0,3333 -> 0,25",
        ]),
        ["question removed"] = (next => next.Without("A.I.1.i.b"),
        [
            "A.1 Changed A.I.1.i.a Points : 0,25 -> 0,5",
            "A.1 Removed A.I.1.i.b Place : A.I.1.i Penyusunan Tim Kerja -> (tidak ada)",
            "A.1 Removed A.I.1.i.b Points : 0,25 -> (tidak ada)",
        ]),
        ["question added"] = (next => next.Add("B.I.b", "B.I.c", "Soal baru"),
        [
            "B.I Changed B.I.b Points : 5 -> 2,5",
            "B.I Added B.I.c Place : (tidak ada) -> B.I.b Capai*",
            "B.I Added B.I.c Points : (tidak ada) -> 2,5",
        ]),
        ["statement"] = (next => next.Reword("A.I.1.i.a", "Tim kerja dibentuk."),
            ["A.1 Changed A.I.1.i.a Statement : Tim kerja pembangunan ZI sudah dibentuk di unit. -> Tim kerja dibentuk."]),
        ["guidance gone"] = (next => next.SetOf("B.I.a", "guidance", null), ["B.I Changed B.I.a Guidance : * -> (tidak ada)"]),
        ["option reworded"] = (next => next.RewordOption("A.I.1.i.a", "Ya", "Sudah"), ["A.1 Changed A.I.1.i.a OptionText Ya: Tim kerja ZI sudah dibentuk di unit -> Sudah"]),
        ["options"] = (next => next.Rescale("A.I.1.i.b", ("A", 1m), ("B", 0.6m), ("D", 0m)),
        [
            "A.1 Changed A.I.1.i.b OptionValue B: 0,5 -> 0,6",
            "A.1 Changed A.I.1.i.b Option D: (tidak ada) -> Pilihan D (bernilai 0)",
            "A.1 Changed A.I.1.i.b Option C: Anggota tim ditetapkan tanpa proses seleksi (bernilai 0) -> (tidak ada)",
        ]),
        ["scale"] = (next => next.Rescale("B.I.a", ("Baik", 1m), ("Buruk", 0m)),
        [
            "B.I Changed B.I.a Scale : indeks -> pilihan",
            "B.I Changed B.I.a Option Baik: (tidak ada) -> Pilihan Baik (bernilai 1)",
            "B.I Changed B.I.a Option Buruk: (tidak ada) -> Pilihan Buruk (bernilai 0)",
        ]),
        ["input added"] = (next => next.AddInput("A.II.1.i.a", "lain", "Lainnya"), ["A.1 Changed A.II.1.i.a Input lain: (tidak ada) -> Lainnya"]),
        ["zero rule"] = (next => Formula(next, "A.II.1.i.a", "whenWholeIsZero", "full"),
            ["A.1 Changed A.II.1.i.a ZeroRule : penyebut 0 tidak bernilai -> penyebut 0 dihitung penuh"]),
        ["formula kind"] = (next => Formula(next, "A.II.1.i.a", "kind", "decrease"),
            ["A.1 Changed A.II.1.i.a FormulaKind : bagian dibagi seluruhnya -> penurunan dari tahun sebelumnya"]),
        ["limits of counts gone"] = (next => Formula(next, "A.II.1.i.b", "limits", null), ["A.1 Changed A.II.1.i.b CountLimit : * -> (tidak ada)"]),
        ["evidence"] = (next => next.SetOf("A.I.1.i.a", "evidence", new System.Text.Json.Nodes.JsonArray("SK pembentukan tim kerja ZI tahun berjalan", "Foto rapat")),
        [
            "A.1 Changed A.I.1.i.a Evidence : Undangan, daftar hadir dan notulen rapat pembentukan tim -> (tidak ada)",
            "A.1 Changed A.I.1.i.a Evidence : (tidak ada) -> Foto rapat",
        ]),
        ["PortalRB"] = (next => next.SetOf("A.I.1.i.a", "portalRbId", 901), ["A.1 Changed A.I.1.i.a PortalRbId : 1 -> 901"]),
        ["minimum"] = (next => next.Minimum("WBBM", "total", 87.5m), ["predikat Changed WBBM Limit total: 85 -> 87,5"]),
    };

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_change_is_said_with_old_and_new(string name)
    {
        var (change, expected) = Cases[name];

        var said = Lines(Compare(change(Next())));

        Assert.Equal(expected.Length, said.Count);
        Assert.All(expected.Zip(said), pair => Assert.Matches("^" + System.Text.RegularExpressions.Regex.Escape(pair.First).Replace("\\*", ".+") + "$", pair.Second));
    }

    [Fact]
    public void A_higher_version_number_alone_is_no_difference()
    {
        var comparison = Compare(Next().Version("2"));

        Assert.True(comparison.IsEmpty);
        Assert.False(comparison.AffectsScore);
        Assert.Equal("2", comparison.After.Title.Version);
    }

    [Fact]
    public void A_moved_question_stands_under_its_new_area()
    {
        var comparison = Compare(Next().Move("A.I.1.i.b", "A.I.2.i"));

        var moved = Assert.Single(comparison.Areas.Single(area => area.Code == "A.2").Questions, question => question.Kind == ChangeKind.Moved);
        Assert.Equal("A.I.1.i.b", moved.Code);
        Assert.StartsWith("A.I.1.i ", moved.Differences[0].Before, StringComparison.Ordinal);
        Assert.StartsWith("A.I.2.i ", moved.Differences[0].After, StringComparison.Ordinal);
    }

    [Fact]
    public void A_question_with_another_code_is_another_question_and_its_twin_is_named()
    {
        var comparison = Compare(Next().SetOf("A.I.1.i.a", "code", "A.I.1.i.z"));

        Assert.Equal(
            [(ChangeKind.Added, "A.I.1.i.z", "A.I.1.i.a"), (ChangeKind.Removed, "A.I.1.i.a", "A.I.1.i.z")],
            comparison.Questions.Select(question => (question.Kind, question.Code, question.Twin!)));
    }

    [Fact]
    public void Another_order_is_said_once_where_the_questions_stand()
    {
        var comparison = Compare(Next().Move("A.I.1.i.a", "A.I.1.i"));

        var change = Assert.Single(comparison.Sections);
        Assert.Equal(new Difference(Aspect.Order, "A.I.1.i.a, A.I.1.i.b", "A.I.1.i.b, A.I.1.i.a"), Assert.Single(change.Differences));
        Assert.False(comparison.AffectsScore);
    }

    [Fact]
    public void A_predicate_that_is_gone_takes_its_limits_along()
    {
        var next = Next();
        next.Predicate("WBBM").Parent!.AsArray().Remove(next.Predicate("WBBM"));

        var gone = Assert.Single(Compare(next).Predicates);

        Assert.Equal((ChangeKind.Removed, "WBBM", 12), (gone.Kind, gone.Code, gone.Differences.Count));
        Assert.All(gone.Differences, difference => Assert.Null(difference.After));
    }

    [Fact]
    public void Another_instrument_altogether_can_be_compared()
    {
        var small = SmallInstrument.Read(SmallInstrument.Json).Instrument!;

        var comparison = InstrumentComparison.Between(TheInstrument.Lke2021, small);

        Assert.Equal(113, comparison.Questions.Count(question => question.Kind == ChangeKind.Removed));
        Assert.Equal(3, comparison.Questions.Count(question => question.Kind == ChangeKind.Added));
        Assert.Contains(comparison.General, difference => difference is { Aspect: Aspect.Band, Part: "Tinggi", Before: null, After: "5" });
    }

    private static NextVersion Next() => new(Files.Bytes("seed-data/instruments/lke-zi-2021.json"));

    private static NextVersion Formula(NextVersion next, string question, string member, string? value)
    {
        next.Formula(question)[member] = value;
        return next;
    }

    private static InstrumentComparison Compare(NextVersion next)
    {
        var reading = InstrumentFile.Read(next.Bytes);
        Assert.Empty(reading.Faults);
        return InstrumentComparison.Between(TheInstrument.Lke2021, reading.Instrument!);
    }

    private static List<string> Lines(InstrumentComparison comparison) =>
    [
        .. comparison.General.Select(difference => $"umum {Say(difference)}"),
        .. comparison.Areas.SelectMany(area => area.Sections.SelectMany(change => change.Differences.Select(difference => $"{area.Code} {change.Kind} {change.Code} {Say(difference)}"))
            .Concat(area.Questions.SelectMany(change => change.Differences.Select(difference => $"{area.Code} {change.Kind} {change.Code} {Say(difference)}")))),
        .. comparison.Predicates.SelectMany(change => change.Differences.Select(difference => $"predikat {change.Kind} {change.Code} {Say(difference)}")),
    ];

    private static string Say(Difference difference) =>
        $"{difference.Aspect} {difference.Part}: {difference.Before ?? "(tidak ada)"} -> {difference.After ?? "(tidak ada)"}";
}
