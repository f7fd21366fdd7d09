using UglyToad.PdfPig;
using Xunit;
using ZonaIntegritas.Web.Features.Reporting.Documents;

namespace ZonaIntegritas.Web.Tests.Features.Reporting;

public sealed class PrintedTableTests
{
    private static readonly string ThousandWords = string.Join(' ', Enumerable.Range(1, 1_000).Select(i => $"kata{i}"));

    [Fact]
    public void A_table_of_a_thousand_rows_repeats_its_header_on_each_page_and_loses_no_row()
    {
        using var pdf = Paper.PrintAndOpen(Paper.TableOf(1_000));

        Assert.All(pdf.GetPages(), page => Assert.Single(Paper.WordsOf(page), word => word == "Catatan"));
        Assert.Equal(
            Enumerable.Range(1, 1_000).Select(i => $"Dinas-{i}"),
            Paper.WordsOf(pdf).Where(word => word.StartsWith("Dinas-", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_row_taller_than_a_page_goes_on_under_a_repeated_header()
    {
        using var pdf = Paper.PrintAndOpen(new Table([new("Kode"), new("Uraian")], [TableRow.Of("A.1", ThousandWords), TableRow.Of("A.2", "singkat")]));

        Assert.True(pdf.NumberOfPages > 2);
        Assert.All(pdf.GetPages(), page => Assert.Contains("Uraian", Paper.WordsOf(page)));
        Assert.Empty(Paper.MissingWords(pdf, $"{ThousandWords} A.2 singkat"));
    }

    [Fact]
    public void No_two_words_overlap_when_cells_are_long()
    {
        var table = new Table(
            [new("Kode", 0.5f), new("Pertanyaan penilaian", 2), new("Nilai", 1, ColumnAlignment.Right), new("Status", 1)],
            [.. Enumerable.Range(1, 40).Select(i => TableRow.Of(
                $"A.{i}", string.Join(' ', Enumerable.Repeat("pertanggungjawaban kinerja", i)),
                new TableCell("1.234.567.890.123.456,78", Tone.Near), new TableCell("Di bawah batas minimum", Tone.Below, true, 3)))]);

        using var pdf = Paper.PrintAndOpen(table);

        Assert.All(pdf.GetPages(), page => Assert.Empty(Paper.Overlaps(page)));
    }

    [Fact]
    public void No_two_words_overlap_in_a_document_with_every_block()
    {
        using var pdf = PdfDocument.Open(Paper.Print(Samples.Everything()));

        Assert.All(pdf.GetPages(), page => Assert.Empty(Paper.Overlaps(page)));
    }

    [Fact]
    public void Figures_of_a_right_aligned_column_end_and_align_alike()
    {
        using var pdf = Paper.PrintAndOpen(new Table([new("Unit"), new("Nilai", 1, ColumnAlignment.Right)],
            [TableRow.Of("a", "11,11"), TableRow.Of("b", "88,88"), TableRow.Of("c", "100,00")]));

        var letters = pdf.GetPage(1).Letters;
        var commas = letters.Where(letter => letter.Value == ",").Select(letter => Math.Round(letter.StartBaseLine.X, 1));

        Assert.Single(commas.Distinct());
    }

    [Fact]
    public void A_first_row_never_stands_alone_at_the_foot_of_a_page()
    {
        for (var lines = 20; lines < 45; lines++)
        {
            using var pdf = Paper.PrintAndOpen([.. Enumerable.Repeat(new Paragraph("Isi"), lines), Paper.TableOf(5)]);

            Assert.Contains(pdf.GetPages(), page => Paper.WordsOf(page).Contains("Dinas-1") && Paper.WordsOf(page).Contains("Dinas-2"));
        }
    }

    [Fact]
    public void A_table_without_rows_says_so()
    {
        using var pdf = Paper.PrintAndOpen(new Table([new("Unit")], []));

        Assert.Empty(Paper.MissingWords(pdf, "Unit Tidak ada data."));
    }

    [Fact]
    public void A_group_row_stays_with_its_first_row()
    {
        for (var rows = 30; rows < 60; rows++)
        {
            using var pdf = Paper.PrintAndOpen(new Table([new("Unit")],
                [.. Enumerable.Range(1, rows).Select(i => TableRow.Of($"u{i}")), TableRow.Group("Hasil"), TableRow.Of("pertama"), TableRow.Of("kedua")]));

            Assert.Single(pdf.GetPages(), page => Paper.WordsOf(page).Contains("Hasil") && Paper.WordsOf(page).Contains("pertama"));
        }
    }

    [Fact]
    public void Rows_with_too_few_or_too_many_cells_are_printed_to_the_columns()
    {
        using var pdf = Paper.PrintAndOpen(new Table([new("Satu"), new("Dua")], [TableRow.Of("a"), TableRow.Of("b", "c", "berlebih")]));

        Assert.Empty(Paper.MissingWords(pdf, "a b c"));
        Assert.DoesNotContain("berlebih", Paper.WordsOf(pdf));
    }

    [Fact]
    public void A_cell_of_twenty_thousand_characters_runs_over_pages_without_loss()
    {
        var words = string.Join(' ', Enumerable.Range(1, 2_250).Select(i => $"uraian{i}"));
        Assert.True(words.Length > 20_000);

        using var pdf = Paper.PrintAndOpen(
            new Table([new("Kode"), new("Uraian", 2), new("Tanggapan")], [TableRow.Of("A.1", words, "pendek"), TableRow.Of("A.2", "x", "y")]), new Paragraph("Sesudah"));

        Assert.Empty(Paper.MissingWords(pdf, $"{words} A.2 Sesudah"));
        Assert.All(pdf.GetPages(), page => Assert.Empty(Paper.Overlaps(page)));
        Assert.All(pdf.GetPages(), page => Assert.Empty(Paper.Outside(page)));
    }

    [Fact]
    public void Two_tall_cells_of_one_row_end_where_they_end()
    {
        var longer = string.Join(' ', Enumerable.Range(1, 900).Select(i => $"kiri{i}"));
        var shorter = string.Join(' ', Enumerable.Range(1, 500).Select(i => $"kanan{i}"));

        using var pdf = Paper.PrintAndOpen(new Table([new("Kiri"), new("Kanan")], [TableRow.Of(longer, shorter), TableRow.Total("Jumlah", "2")]));

        Assert.Empty(Paper.MissingWords(pdf, $"{longer} {shorter} Jumlah"));
        Assert.All(pdf.GetPages(), page => Assert.Empty(Paper.Overlaps(page)));
    }

    [Fact]
    public void A_word_of_four_hundred_letters_stays_in_its_narrow_cell()
    {
        var word = string.Concat(Enumerable.Range(0, 400).Select(i => (char)('a' + i % 26)));

        using var pdf = Paper.PrintAndOpen(new Table([new("A", 3), new("B"), new("C", 3)], [TableRow.Of("kiri", new TableCell(word, Tone.Below, true, 2), "kanan")]));

        // Heads and feet may stand between its pieces.
        var pieces = pdf.GetPages().SelectMany(page => page.GetWords()).Select(found => found.Text).Where(text => text.Length > 2 && word.Contains(text, StringComparison.Ordinal));
        Assert.Equal(word, string.Concat(pieces));
        Assert.All(pdf.GetPages(), page => Assert.Empty(Paper.Overlaps(page)));
        Assert.All(pdf.GetPages(), page => Assert.Empty(Paper.Outside(page)));
    }

    [Fact]
    public void Twelve_columns_stand_side_by_side()
    {
        var columns = Enumerable.Range(1, 12).Select(i => new TableColumn($"Kolom-{i}", 1, i > 1 ? ColumnAlignment.Right : ColumnAlignment.Left)).ToList();
        using var pdf = Paper.PrintAndOpen(new Table(columns,
            [.. Enumerable.Range(1, 80).Select(row => TableRow.Of([.. Enumerable.Range(1, 12).Select(i => (TableCell)$"{row},{i:D2}")]))]));

        Assert.All(pdf.GetPages(), page => Assert.Empty(Paper.Overlaps(page)));
        Assert.All(pdf.GetPages(), page => Assert.Empty(Paper.Outside(page)));
        Assert.Empty(Paper.MissingWords(pdf, string.Join(' ', Enumerable.Range(1, 80).SelectMany(row => Enumerable.Range(1, 12).Select(i => $"{row},{i:D2}")))));
    }
}
