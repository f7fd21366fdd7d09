using System.Globalization;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using ZonaIntegritas.Web.Features.Reporting.Documents;
using ZonaIntegritas.Web.Features.Reporting.Rendering;

namespace ZonaIntegritas.Web.Tests.Features.Reporting;

/// <summary>Builds paper documents and reads the printed file back.</summary>
internal static class Paper
{
    public static PaperFooter Footer { get; } = new("700/184/2026", "Tahun 2026", "Penilaian mandiri", "17 Oktober 2026 pukul 14.02 WIB");

    public static PaperDocument With(params PaperBlock[] blocks) => new("Ringkasan Kesiapan", Footer, blocks);

    public static Table TableOf(int rows) => new(
        [new("No", 0.6f, ColumnAlignment.Right), new("Unit kerja", 3), new("Catatan", 4), new("Nilai", 1, ColumnAlignment.Right)],
        [.. Enumerable.Range(1, rows).Select(Row)]);

    public static TableRow Row(int number) => TableRow.Of(
        number.ToString(CultureInfo.InvariantCulture), $"Dinas-{number}", "Nilai dihitung dari jawaban dengan data dukung lengkap", "77,33");

    public static byte[] Print(PaperDocument document)
    {
        using var output = new MemoryStream();
        new SkiaPdfRenderer().Render(document, output);
        return output.ToArray();
    }

    public static PdfDocument PrintAndOpen(params PaperBlock[] blocks) => PdfDocument.Open(Print(With(blocks)));

    public static IReadOnlyList<string> WordsOf(PdfDocument pdf) => [.. pdf.GetPages().SelectMany(WordsOf)];

    public static IReadOnlyList<string> WordsOf(Page page) => [.. page.GetWords().Select(word => word.Text)];

    /// <summary>All text without any blanks, for words that run over several lines.</summary>
    public static string LettersOf(PdfDocument pdf) => string.Concat(
        pdf.GetPages().SelectMany(page => page.Letters).Select(letter => letter.Value).Where(letter => letter != " "));

    public static IReadOnlyList<string> MissingWords(PdfDocument pdf, string text) =>
        [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Except(WordsOf(pdf))];

    /// <summary>Pairs of words that lie on each other.</summary>
    public static IReadOnlyList<string> Overlaps(Page page)
    {
        const double touch = 0.3;
        var words = page.GetWords().ToList();
        var pairs = words.SelectMany((word, i) => words.Skip(i + 1).Select(other => (word, other)));
        return [.. pairs.Where(pair =>
        {
            var (a, b) = (pair.word.BoundingBox, pair.other.BoundingBox);
            return Math.Min(a.Right, b.Right) - Math.Max(a.Left, b.Left) > touch && Math.Min(a.Top, b.Top) - Math.Max(a.Bottom, b.Bottom) > touch;
        }).Select(pair => $"{pair.word.Text} / {pair.other.Text}")];
    }

    /// <summary>Words outside of the margins.</summary>
    public static IReadOnlyList<string> Outside(Page page)
    {
        const double margin = 56.69 - 0.6;
        return [.. page.GetWords().Where(word =>
            word.BoundingBox.Left < margin || word.BoundingBox.Right > page.Width - margin
            || word.BoundingBox.Bottom < margin || word.BoundingBox.Top > page.Height - margin).Select(word => word.Text)];
    }
}
