using UglyToad.PdfPig;
using UglyToad.PdfPig.Tokens;
using Xunit;
using ZonaIntegritas.Web.Features.Reporting.Documents;

namespace ZonaIntegritas.Web.Tests.Features.Reporting;

public sealed class PrintedPageTests
{
    [Fact]
    public void Every_word_of_a_paragraph_can_be_found_and_copied()
    {
        const string text = "Tim penilai menemukan 14 pertanyaan tanpa bukti: “pengaduan”, gratifikasi (≥ 60 %), é, dan fi/fl/ffi.";

        using var pdf = Paper.PrintAndOpen(new Paragraph(text));

        Assert.Empty(Paper.MissingWords(pdf, text));
    }

    [Fact]
    public void Every_page_says_which_of_how_many_it_is()
    {
        using var pdf = Paper.PrintAndOpen(Paper.TableOf(120));

        Assert.True(pdf.NumberOfPages > 3);
        Assert.All(pdf.GetPages(), page =>
            Assert.Contains($"Halaman {page.Number} dari {pdf.NumberOfPages}", string.Join(' ', Paper.WordsOf(page)), StringComparison.Ordinal));
    }

    [Fact]
    public void Every_foot_names_number_period_layer_and_moment()
    {
        using var pdf = Paper.PrintAndOpen(new Paragraph("Satu"), new PageBreak(), new Paragraph("Dua"));

        Assert.All(pdf.GetPages(), page =>
            Assert.Empty("Register 700/184/2026 Tahun 2026 Penilaian mandiri Dibuat 17 Oktober 2026 pukul 14.02 WIB".Split(' ').Except(Paper.WordsOf(page))));
    }

    [Fact]
    public void No_word_leaves_the_margins()
    {
        using var pdf = PdfDocument.Open(Paper.Print(Samples.Everything()));

        Assert.All(pdf.GetPages(), page => Assert.Empty(Paper.Outside(page)));
    }

    [Fact]
    public void An_empty_document_is_one_page()
    {
        using var pdf = PdfDocument.Open(Paper.Print(new PaperDocument("", PaperFooter.Empty, [])));

        Assert.Equal(1, pdf.NumberOfPages);
    }

    [Fact]
    public void A_page_break_at_the_end_adds_no_empty_page()
    {
        using var pdf = Paper.PrintAndOpen(new Paragraph("Satu"), new PageBreak(), new PageBreak());

        Assert.Equal(1, pdf.NumberOfPages);
    }

    [Fact]
    public void A_page_break_at_the_start_adds_no_empty_page()
    {
        using var pdf = PdfDocument.Open(Paper.Print(new PaperDocument("", PaperFooter.Empty, [new PageBreak(), new Paragraph("Satu")])));

        Assert.Equal(1, pdf.NumberOfPages);
    }

    [Fact]
    public void No_first_or_last_line_of_a_paragraph_stands_alone_on_a_page()
    {
        for (var lines = 20; lines < 45; lines++)
        {
            using var pdf = Paper.PrintAndOpen([.. Enumerable.Repeat(new Paragraph("Isi"), lines), new Paragraph("Satu\nDua\nTiga\nEmpat")]);

            Assert.Contains(pdf.GetPages(), page => Paper.WordsOf(page).Contains("Satu") && Paper.WordsOf(page).Contains("Dua"));
            Assert.Contains(pdf.GetPages(), page => Paper.WordsOf(page).Contains("Tiga") && Paper.WordsOf(page).Contains("Empat"));
        }
    }

    [Fact]
    public void The_file_tells_its_title_author_subject_moment_and_language()
    {
        var moment = new DateTimeOffset(2026, 10, 17, 14, 2, 0, TimeSpan.FromHours(7));
        var document = Paper.With() with { Title = "Kesiapan – DPMPTSP", Author = "Inspektorat", Subject = "WBK", CreatedAt = moment };

        using var pdf = PdfDocument.Open(Paper.Print(document));

        Assert.Equal("Kesiapan – DPMPTSP", pdf.Information.Title);
        Assert.Equal("Inspektorat", pdf.Information.Author);
        Assert.Equal("WBK", pdf.Information.Subject);
        Assert.Equal(moment.UtcDateTime, pdf.Information.GetCreatedDateTimeOffset()?.UtcDateTime);
        Assert.True(pdf.Structure.Catalog.CatalogDictionary.TryGet(NameToken.Create("Lang"), out StringToken language));
        Assert.Equal("id", language.Data);
        Assert.True(pdf.Structure.Catalog.CatalogDictionary.TryGet(NameToken.Create("ViewerPreferences"), out DictionaryToken window));
        Assert.True(window.TryGet(NameToken.Create("DisplayDocTitle"), out BooleanToken shown) && shown.Data);
    }

    [Fact]
    public void Headings_become_nested_bookmarks_that_lead_to_their_pages()
    {
        using var pdf = Paper.PrintAndOpen(new Heading(1, "Kesiapan"), new Heading(2, "Área é"), new PageBreak(), new Heading(1, "Syarat"));

        Assert.True(pdf.TryGetBookmarks(out var bookmarks));
        Assert.Equal(["Kesiapan", "Syarat"], bookmarks.Roots.Select(node => node.Title));
        Assert.Equal("Área é", Assert.Single(bookmarks.Roots[0].Children).Title);
        Assert.Equal([1, 2], bookmarks.Roots.Cast<UglyToad.PdfPig.Outline.DocumentBookmarkNode>().Select(node => node.PageNumber));
    }

    [Fact]
    public void A_heading_never_stands_alone_at_the_foot_of_a_page()
    {
        for (var lines = 20; lines < 50; lines++)
        {
            using var pdf = Paper.PrintAndOpen([.. Enumerable.Repeat(new Paragraph("Isi"), lines), new Heading(1, "Judul"), new Paragraph("Lanjutan")]);

            var page = Assert.Single(pdf.GetPages(), page => Paper.WordsOf(page).Contains("Judul"));
            Assert.Contains("Lanjutan", Paper.WordsOf(page));
        }
    }

    [Fact]
    public void Signatures_bring_the_paragraph_before_them_along()
    {
        for (var lines = 15; lines < 40; lines++)
        {
            using var pdf = Paper.PrintAndOpen([.. Enumerable.Repeat(new Paragraph("Isi"), lines), new Paragraph("Penutup"), new Signatures([new("Kota Contoh", "Kepala,", "Wijaya", "")])]);

            Assert.Single(pdf.GetPages(), page => Paper.WordsOf(page).Contains("Penutup") && Paper.WordsOf(page).Contains("Wijaya"));
        }
    }

    [Fact]
    public void A_letter_opens_without_its_title_but_the_file_keeps_it()
    {
        using var pdf = PdfDocument.Open(Paper.Print(Paper.With(new Paragraph("Isi")) with { IsLetter = true }));

        Assert.DoesNotContain("RINGKASAN", Paper.WordsOf(pdf));
        Assert.Equal("Ringkasan Kesiapan", pdf.Information.Title);
    }

    [Fact]
    public void Blocks_kept_together_move_together()
    {
        for (var lines = 20; lines < 40; lines++)
        {
            using var pdf = Paper.PrintAndOpen([.. Enumerable.Repeat(new Paragraph("Isi"), lines),
                new KeepTogether([new Paragraph("Awal"), new Spacer(60), new Paragraph("Akhir")])]);

            Assert.Single(pdf.GetPages(), page => Paper.WordsOf(page).Contains("Awal") && Paper.WordsOf(page).Contains("Akhir"));
        }
    }

    [Fact]
    public void Threads_can_print_at_the_same_time()
    {
        var files = new byte[16][];

        Parallel.For(0, files.Length, i => files[i] = Paper.Print(Samples.Everything()));

        Assert.All(files, file =>
        {
            using var pdf = PdfDocument.Open(file);
            Assert.Contains("Wijaya,", Paper.WordsOf(pdf));
        });
    }
}
