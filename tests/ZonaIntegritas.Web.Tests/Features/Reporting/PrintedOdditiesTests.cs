using Xunit;
using ZonaIntegritas.Web.Features.Reporting.Documents;

namespace ZonaIntegritas.Web.Tests.Features.Reporting;

public sealed class PrintedOdditiesTests
{
    [Fact]
    public void A_word_of_three_hundred_letters_is_broken_and_kept_whole()
    {
        var word = string.Concat(Enumerable.Range(0, 300).Select(i => (char)('a' + i % 26)));

        using var pdf = Paper.PrintAndOpen(new Paragraph(word), new Table([new("Kode"), new("Uraian")], [TableRow.Of(word, "pendek")]));

        Assert.Contains(word, Paper.LettersOf(pdf), StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_picture_becomes_a_note_with_its_caption()
    {
        using var pdf = Paper.PrintAndOpen(new Image(default, "Gambar 1. Ruang pelayanan"));

        Assert.Empty(Paper.MissingWords(pdf, "Gambar tidak dapat ditampilkan. Gambar 1. Ruang pelayanan"));
    }

    [Fact]
    public void A_cut_off_or_false_picture_becomes_a_note()
    {
        using var pdf = Paper.PrintAndOpen(
            new Image(Samples.Pixel.AsMemory(0, Samples.Pixel.Length - 24), "Gambar 1"), new Image("bukan gambar"u8.ToArray(), "Gambar 2"));

        Assert.Equal(2, Paper.WordsOf(pdf).Count(word => word == "ditampilkan."));
    }

    [Fact]
    public void A_readable_picture_is_printed()
    {
        using var pdf = Paper.PrintAndOpen(new Image(Samples.Pixel, "Gambar 1") { WidthShare = 0.2f });

        Assert.Single(pdf.GetPage(1).GetImages());
    }

    [Theory]
    [InlineData("Laporan \U0001F600\U0001F468\u200D\U0001F469 selesai", "Laporan selesai")]
    [InlineData("gaji\u202Efdp.exe", "gajifdp.exe")]
    [InlineData("satu\u0000\u0007\u001Bdua\ttiga", "satu dua tiga")]
    [InlineData("lone \uD83D surrogate \uDE00", "lone surrogate")]
    [InlineData("e\u0301clair Ha\u0323ji", "éclair Hạji")]
    [InlineData("baris\r\nbaru\u2028lagi", "baris baru lagi")]
    [InlineData("عربي dan 中文 tetap", "dan tetap")]
    [InlineData("jumlah 1\u202F000\u00A0poin", "jumlah 1\u00A0000\u00A0poin")]
    public void Odd_characters_neither_stop_the_print_nor_hide_words(string text, string expected)
    {
        using var pdf = Paper.PrintAndOpen(new Paragraph(text), new Table([new(text)], [TableRow.Of(text)]), new Heading(1, text));

        Assert.Empty(Paper.MissingWords(pdf, expected.Replace('\u00A0', ' ')));
    }

    [Fact]
    public void Odd_characters_in_title_language_and_foot_leave_a_readable_file()
    {
        const string odd = "a)(\\<>\u202E\uD83D\u0000/Lang";
        var document = new PaperDocument(odd, new PaperFooter(odd, odd, odd, odd), [new Heading(1, odd)]) { Language = odd, Subject = odd, Author = odd };

        using var pdf = UglyToad.PdfPig.PdfDocument.Open(Paper.Print(document));

        Assert.Equal(1, pdf.NumberOfPages);
    }

    [Fact]
    public void Tones_are_told_in_words()
    {
        using var pdf = Paper.PrintAndOpen(new BarChart(
            [new("A", 80, "80,0 %", Tone.Met), new("B", 65, "65,0 %", Tone.Near), new("C", 40, "40,0 %", Tone.Below), new("D", 0, "–", Tone.None)],
            [new(60, "WBK 60 %"), new(75, "WBBM 75 %")]));

        Assert.Empty(Paper.MissingWords(pdf, "Terpenuhi Mendekati Di bawah batas Belum dinilai WBK 60 % WBBM 75 % 80,0"));
    }
}
