using System.Text;
using Xunit;
using ZonaIntegritas.Domain.Instruments;

namespace ZonaIntegritas.Domain.Tests.Instruments;

public class InstrumentFileTests
{
    [Fact]
    public void Every_fault_of_a_file_is_listed_at_once()
    {
        var json = SmallInstrument.With(
            ("\"totalWeight\": 10", "\"totalWeight\": 12"),
            ("\"Area dua\", \"weight\": 2", "\"Area dua\", \"weight\": 3"),
            ("\"code\": \"q3\"", "\"code\": \"q1\""),
            ("\"scale\": \"indeks\"", "\"scale\": \"rahasia\""),
            ("\"Ya\": \"Ada\"", "\"Ya\": \"\""),
            ("\"part\": [\"bagian\"]", "\"part\": [\"potongan\"]"),
            ("\"minimum\": 7.5", "\"minimum\": 75"),
            ("\"target\": \"B\"", "\"target\": \"Z\""),
            ("\"requires\": \"P1\"", "\"requires\": \"P9\""));

        Assert.Equal(
            [
                "Instrumen: bobot 12, tetapi jumlah bobot isinya 10.",
                "Bagian A: bobot 6, tetapi jumlah bobot isinya 7.",
                "Soal q1: kode ganda.",
                "Soal q1: teks pilihan Ya tidak ada.",
                "Soal q2: part memakai isian potongan yang tidak ada.",
                "Soal q1: skala rahasia tidak dikenal.",
                "Predikat P1, batas total: minimum 75 tidak dapat dicapai.",
                "Predikat P2: predikat prasyarat P9 tidak ada.",
                "Predikat P2, batas Z: bagian yang dituju tidak ada.",
            ],
            SmallInstrument.Read(json).Faults);
    }

    [Theory]
    [InlineData("\"statement\": \"Soal satu\"", "\"statment\": \"Soal satu\"", "statment")]
    [InlineData("\"minimum\": 7.5", "\"minimal\": 7.5", "minimal")]
    [InlineData("\"id\": \"kecil\"", "\"id\": \"kecil\", \"id\": \"besar\"", "id")]
    [InlineData("\"Ya\": 1,", "\"Ya\": 1, \"Ya\": 0.5,", "Ya")]
    [InlineData("\"kind\": \"area\"", "\"kind\": \"wilayah\"", "kind")]
    [InlineData("\"kind\": \"area\"", "\"kind\": 1", "kind")]
    [InlineData("\"totalWeight\": 10", "\"totalWeight\": \"10\"", "totalWeight")]
    [InlineData("\"components\": [", "\"components\": [,", "components")]
    [InlineData("\"name\": \"Instrumen kecil\"", "\"name\": \"\\ud800\"", "name")]
    [InlineData("\"Ya\": 1", "\"\\ud800\": 1", "$")]
    [InlineData("\"programme\": \"Uji\"", "\"\\ud800\": \"Uji\"", "$")]
    public void Misspelt_doubled_or_mistyped_members_are_refused_with_their_name(string spot, string replacement, string member)
    {
        var reading = SmallInstrument.Read(SmallInstrument.With((spot, replacement)));

        Assert.Null(reading.Instrument);
        Assert.Contains(member, Assert.Single(reading.Faults), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{ \"id\": ")]
    [InlineData("bukan JSON")]
    public void Text_that_is_no_instrument_at_all_is_one_fault(string json) =>
        Assert.Single(SmallInstrument.Read(json).Faults);

    [Fact]
    public void Empty_object_is_told_everything_it_lacks() => Assert.Equal(
        ["id: wajib diisi.", "version: wajib diisi.", "programme: wajib diisi.", "name: wajib diisi.", "source: wajib diisi.", "components: wajib diisi."],
        SmallInstrument.Read("{}").Faults);

    [Fact]
    public void Instrument_of_weight_zero_with_nothing_in_it_is_refused() =>
        Assert.Contains("components: wajib diisi.", SmallInstrument.Read("""{ "totalWeight": 0, "components": [] }""").Faults);

    [Theory]
    [InlineData("\"scales\": [", "\"scales\": [ null,", "$.scales[0]: tidak boleh null.")]
    [InlineData("\"components\": [", "\"components\": [ null,", "$.components[0]: tidak boleh null.")]
    [InlineData("\"part\": [\"bagian\"]", "\"part\": [\"bagian\", null]", "$.components[0].sections[1].questions[0].formula.part[1]: tidak boleh null.")]
    public void Null_inside_a_list_is_refused_with_its_path(string spot, string replacement, string fault) =>
        Assert.Contains(fault, SmallInstrument.Read(SmallInstrument.With((spot, replacement))).Faults);

    [Fact]
    public void Byte_order_mark_of_a_windows_editor_does_no_harm() =>
        Assert.Empty(InstrumentFile.Read([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(SmallInstrument.Json)]).Faults);
}
