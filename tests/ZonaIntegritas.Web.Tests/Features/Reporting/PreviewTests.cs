using AngleSharp.Dom;
using Bunit;
using UglyToad.PdfPig;
using Xunit;
using ZonaIntegritas.Web.Features.Reporting.Documents;
using ZonaIntegritas.Web.Features.Reporting.Preview;

namespace ZonaIntegritas.Web.Tests.Features.Reporting;

/// <summary>Screen and paper are drawn from one document, and say the same words.</summary>
public sealed class PreviewTests : BunitContext
{
    public static TheoryData<string> Blocks { get; } = [.. BlocksByName().Keys];

    [Theory, MemberData(nameof(Blocks))]
    public void Screen_and_paper_say_the_same_words(string name)
    {
        var document = Paper.With(BlocksByName()[name]) with
        {
            Subtitle = "Dinas Contoh",
            Seal = new("https://zi.contoh.go.id/verifikasi/0123456789abcdef01234567"),
            Letterhead = new(["PEMERINTAH PROVINSI CONTOH", "INSPEKTORAT DAERAH"], "Jalan Merdeka 1") { Logo = Samples.Pixel },
        };

        Assert.Equal(PrintedWords(document), ShownWords(document));
    }

    [Fact]
    public void Tables_name_their_columns_and_rows()
    {
        var shown = Render<PaperView>(parameters => parameters.Add(view => view.Document, Paper.With(Paper.TableOf(2), Samples.Map(2, 3))));

        Assert.All(shown.FindAll("thead th"), head => Assert.Equal("col", head.GetAttribute("scope")));
        Assert.All(shown.FindAll("tbody tr"), row => Assert.Equal("row", row.QuerySelector("th")?.GetAttribute("scope")));
    }

    [Fact]
    public void Text_is_text_and_never_markup()
    {
        var shown = Render<PaperView>(parameters => parameters.Add(view => view.Document, Paper.With(new Paragraph("<script>alert(1)</script>"))));

        Assert.Empty(shown.FindAll("script"));
    }

    private static Dictionary<string, PaperBlock> BlocksByName() => new()
    {
        ["heading"] = new Heading(2, "Kesiapan per area"),
        ["paragraph"] = new Paragraph("Nilai 77,33 \U0001F600 selesai\nbaris kedua"),
        ["verdict"] = new Paragraph("Belum memenuhi WBK.", ParagraphStyle.VerdictBelow),
        ["points"] = new PointList(["Satu", "Dua"]),
        ["keys"] = new KeyValues([new("Unit kerja", "Dinas Contoh")]),
        ["keys of a letter"] = new KeyValues([new("Nomor", "000.8/5/2026"), new("Hal", "Usulan")]) { Beside = "Kota Contoh, 12 Oktober 2026" },
        ["table"] = new Table([new("Kode"), new("Nilai", 1, ColumnAlignment.Right)],
            [TableRow.Group("Pengungkit"), TableRow.Of("A.1", new TableCell("7,50", Tone.Met)), TableRow.Total("Jumlah", "7,50")]) { Caption = "Tabel 1" },
        ["empty table"] = new Table([new("Kode")], []),
        ["bars"] = new BarChart([new("Area satu", 54, "54,0 %", Tone.Below), new("Area dua", 80, "80,0 %", Tone.Plain)], [new(60, "WBK 60"), new(75, "WBBM 75")]) { Caption = "Capaian" },
        ["heat"] = Samples.Map(3, 6),
        ["lines"] = Samples.Trend(6),
        ["no lines"] = new LineChart("Pekan", [], [], []),
        ["picture"] = new Image(Samples.Pixel, "Gambar satu") { WidthShare = 0.2f },
        ["missing picture"] = new Image(default, "Gambar dua"),
        ["signatures"] = new Signatures([new("Kota Contoh, 17 Oktober 2026", "Kepala Dinas,", "Bambang Wijaya", "1978 1 003")]),
        ["blank signature with a stamp"] = new Signatures([new("", "Yang menyatakan,", "..............", "") { Stamp = "Meterai Rp10.000" }]),
        ["together"] = new KeepTogether([new Spacer(4), new Paragraph("Bersama")]),
    };

    private static SortedSet<string> PrintedWords(PaperDocument document)
    {
        using var pdf = PdfDocument.Open(Paper.Print(document));
        var words = pdf.GetPages().SelectMany(Paper.WordsOf).ToList();
        var number = words.IndexOf("Halaman");
        words.RemoveRange(number, 4);
        return [.. words.Where(word => word != "•")];
    }

    private SortedSet<string> ShownWords(PaperDocument document)
    {
        var shown = Render<PaperView>(parameters => parameters.Add(view => view.Document, document));
        // Each text node by itself: neighbours on screen are not one word.
        var texts = shown.Nodes.SelectMany(node => node.Descendants<IText>()).Select(text => text.Text);
        return [.. texts.SelectMany(text => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))];
    }
}
