using UglyToad.PdfPig;
using Xunit;
using ZonaIntegritas.Web.Features.Reporting.Documents;
using ZonaIntegritas.Web.Features.Reporting.Rendering;

namespace ZonaIntegritas.Web.Tests.Features.Reporting;

public sealed class PrintedSealTests
{
    private const string Url = "https://zi.contoh.go.id/verifikasi/0123456789abcdef01234567";

    private static readonly PaperSeal Seal = new(Url);
    private static readonly Signatures Signed = new([new("Kota Contoh, 17 Oktober 2026", "Kepala Dinas,", "Bambang Wijaya", "19780823 200212 1 003")]);

    [Fact]
    public void The_last_page_tells_where_and_by_which_code_the_paper_is_checked()
    {
        using var pdf = PdfDocument.Open(Paper.Print(Paper.With(Paper.TableOf(60), Signed) with { Seal = Seal }));

        var last = Paper.WordsOf(pdf.GetPage(pdf.NumberOfPages));
        Assert.Empty($"Keaslian naskah ini dapat diperiksa di Kode pemeriksaan: 0123456789abcdef01234567 {Url}".Split(' ').Except(last));
    }

    [Fact]
    public void A_paper_without_a_seal_says_nothing_of_checking()
    {
        using var pdf = PdfDocument.Open(Paper.Print(Paper.With(Signed)));

        Assert.DoesNotContain("Keaslian", Paper.WordsOf(pdf));
    }

    [Fact]
    public void Seal_and_signatures_never_part()
    {
        for (var lines = 15; lines < 40; lines++)
        {
            using var pdf = PdfDocument.Open(Paper.Print(Paper.With([.. Enumerable.Repeat(new Paragraph("Isi"), lines), Signed]) with { Seal = Seal }));

            Assert.Single(pdf.GetPages(), page => Paper.WordsOf(page).Contains("Bambang") && Paper.WordsOf(page).Contains("Keaslian"));
        }
    }

    [Fact]
    public void The_code_is_drawn_with_lines_on_each_page_and_not_as_a_picture()
    {
        using var plain = PdfDocument.Open(Paper.Print(Paper.With(Paper.TableOf(60))));
        using var pdf = PdfDocument.Open(Paper.Print(Paper.With(Paper.TableOf(60)) with { Seal = Seal }));

        Assert.All(pdf.GetPages(), page => Assert.Empty(page.GetImages()));
        Assert.True(pdf.GetPage(1).Paths.Count > plain.GetPage(1).Paths.Count);
    }

    [Fact]
    public void An_address_of_any_length_stays_beside_its_pattern()
    {
        var seal = new PaperSeal($"https://{new string('w', 200)}.contoh.go.id/verifikasi/0123456789abcdef01234567");

        using var pdf = PdfDocument.Open(Paper.Print(Paper.With(Signed) with { Seal = seal }));

        Assert.All(pdf.GetPages(), page => Assert.Empty(Paper.Overlaps(page)));
        Assert.All(pdf.GetPages(), page => Assert.Empty(Paper.Outside(page)));
    }

    [Fact]
    public void A_pattern_has_its_three_finders_and_no_quiet_zone_of_its_own()
    {
        var pattern = QrPattern.Sturdy(Url);

        bool Dark(int column, int row) => pattern.Runs.Any(run => run.Row == row && column >= run.Column && column < run.Column + run.Length);
        var edge = pattern.Size - 1;
        Assert.All(Enumerable.Range(0, 7), i => Assert.True(Dark(i, 0) && Dark(0, i) && Dark(edge - i, 0) && Dark(0, edge - i)));
        Assert.False(Dark(7, 0));
        Assert.False(Dark(1, 1));
        Assert.True(QrPattern.Coarse(Url).Size <= pattern.Size);
    }
}
