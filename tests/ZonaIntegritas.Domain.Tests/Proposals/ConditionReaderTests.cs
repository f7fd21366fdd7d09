using Xunit;
using ZonaIntegritas.Domain.Proposals;

namespace ZonaIntegritas.Domain.Tests.Proposals;

public class ConditionReaderTests
{
    [Theory]
    [InlineData(ConditionKind.Opinion, "wtp", "WTP", 3)]
    [InlineData(ConditionKind.Opinion, " Wajar  Tanpa Pengecualian ", "WTP", 3)]
    [InlineData(ConditionKind.Opinion, "Wajar Dengan Pengecualian", "WDP", 2)]
    [InlineData(ConditionKind.Opinion, "Tidak Wajar", "TW", 1)]
    [InlineData(ConditionKind.Opinion, "Tidak Menyatakan Pendapat", "TMP", 0)]
    [InlineData(ConditionKind.Grade, "D", "D", 0)]
    [InlineData(ConditionKind.Grade, "c", "C", 1)]
    [InlineData(ConditionKind.Grade, "CC", "CC", 2)]
    [InlineData(ConditionKind.Grade, "B", "B", 3)]
    [InlineData(ConditionKind.Grade, "bb", "BB", 4)]
    [InlineData(ConditionKind.Grade, "A", "A", 5)]
    [InlineData(ConditionKind.Grade, "AA", "AA", 6)]
    [InlineData(ConditionKind.Level, "3", "3", 3)]
    [InlineData(ConditionKind.Level, "Level 3", "3", 3)]
    [InlineData(ConditionKind.Level, "3,250", "3,25", 3.25)]
    [InlineData(ConditionKind.Level, "3.125", "3,125", 3.125)]
    [InlineData(ConditionKind.Level, "0", "0", 0)]
    [InlineData(ConditionKind.Level, "5", "5", 5)]
    [InlineData(ConditionKind.Percent, "100", "100", 100)]
    [InlineData(ConditionKind.Percent, "98,5 %", "98,5", 98.5)]
    [InlineData(ConditionKind.Percent, "98.5%", "98,5", 98.5)]
    [InlineData(ConditionKind.Percent, "0", "0", 0)]
    [InlineData(ConditionKind.Duration, "1", "1 tahun", 12)]
    [InlineData(ConditionKind.Duration, "2 tahun", "2 tahun", 24)]
    [InlineData(ConditionKind.Duration, "8 bulan", "8 bulan", 8)]
    [InlineData(ConditionKind.Duration, "18 bulan", "1 tahun 6 bulan", 18)] // and not one year and eight months
    [InlineData(ConditionKind.Duration, "12bln", "1 tahun", 12)]
    [InlineData(ConditionKind.Duration, "1 Tahun 6 Bulan", "1 tahun 6 bulan", 18)]
    [InlineData(ConditionKind.Duration, "1thn 6bln", "1 tahun 6 bulan", 18)]
    [InlineData(ConditionKind.Duration, "0", "0 bulan", 0)]
    [InlineData(ConditionKind.YesNo, "Ya", "ya", 1)]
    [InlineData(ConditionKind.YesNo, "TIDAK", "tidak", 0)]
    public void Reads_what_people_write(ConditionKind kind, string written, string text, double rank)
    {
        var value = ConditionReader.Read(kind, written).Value;

        Assert.Equal((kind, (decimal)rank, text), (value.Kind, value.Rank, value.Text));
        Assert.Equal(value, ConditionReader.Read(kind, value.Text).Value);
        Assert.Equal(value, ConditionReader.Read(kind, value.Shown).Value);
    }

    [Theory]
    [InlineData(ConditionKind.Opinion, "", "Isi nilai syarat ini lebih dahulu. Isian lain masih ada di layar.")]
    [InlineData(ConditionKind.Level, "  ", "Isi nilai syarat ini lebih dahulu. Isian lain masih ada di layar.")]
    [InlineData(ConditionKind.Opinion, "baik", "“baik” bukan pilihan yang ada. Pilih salah satu: TMP, TW, WDP, WTP.")]
    [InlineData(ConditionKind.Grade, "AAA", "“AAA” bukan pilihan yang ada. Pilih salah satu: D, C, CC, B, BB, A, AA.")]
    [InlineData(ConditionKind.YesNo, "mungkin", "“mungkin” bukan pilihan yang ada. Pilih salah satu: tidak, ya.")]
    [InlineData(ConditionKind.Level, "tiga", "“tiga” bukan angka. Tulis angka saja, misalnya 3,25 atau 100.")]
    [InlineData(ConditionKind.Level, "-1", "“-1” bukan angka. Tulis angka saja, misalnya 3,25 atau 100.")]
    [InlineData(ConditionKind.Level, "5,001", "Nilai paling besar 5. Periksa kembali dokumennya.")]
    [InlineData(ConditionKind.Level, "3,1234", "Paling banyak 3 angka di belakang koma. Tulis seperti pada dokumennya.")]
    [InlineData(ConditionKind.Percent, "100,001", "Nilai paling besar 100. Periksa kembali dokumennya.")]
    [InlineData(ConditionKind.Percent, "1.000,5", "“1.000,5” bukan angka. Tulis angka saja, misalnya 3,25 atau 100.")]
    [InlineData(ConditionKind.Percent, "٣", "“٣” bukan angka. Tulis angka saja, misalnya 3,25 atau 100.")]
    [InlineData(ConditionKind.Duration, "1,5", "“1,5” bukan lama waktu. Tulis tahun dan bulan, misalnya 1 tahun 6 bulan.")]
    [InlineData(ConditionKind.Duration, "sejak 2024", "“sejak 2024” bukan lama waktu. Tulis tahun dan bulan, misalnya 1 tahun 6 bulan.")]
    [InlineData(ConditionKind.Duration, "51", "Nilai paling besar 50 tahun. Periksa kembali dokumennya.")]
    public void Refuses_the_rest_in_words(ConditionKind kind, string written, string problem) =>
        Assert.Equal(problem, ConditionReader.Read(kind, written).Problem?.Message);

    [Fact]
    public void Long_text_is_cut_in_its_refusal() => Assert.Equal(
        $"“{new string('x', 40)}…” bukan angka. Tulis angka saja, misalnya 3,25 atau 100.",
        ConditionReader.Read(ConditionKind.Percent, new string('x', 500)).Problem?.Message);
}
