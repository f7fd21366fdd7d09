using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Web.Features.Readiness;
using ZonaIntegritas.Web.Features.Reporting.Documents;

namespace ZonaIntegritas.Web.Features.Reporting;

/// <summary>What is still to be done, and what the reader should know about the figures.</summary>
internal static class ReadinessLists
{
    private const ColumnAlignment Right = ColumnAlignment.Right;

    public static IEnumerable<PaperBlock> Unmet(ReadinessReport report)
    {
        yield return new Heading(1, "Syarat nilai yang belum terpenuhi");
        foreach (var predicate in report.Predicates)
        {
            yield return new Heading(2, predicate.Name);
            yield return predicate.Eligible
                ? new Paragraph("Seluruh syarat nilai terpenuhi.")
                : UnmetTable(predicate);
        }
    }

    public static IEnumerable<PaperBlock> Returned(ReadinessReport report) =>
    [
        new Heading(1, "Soal yang dikembalikan TPI"),
        report.Returned.Count == 0
            ? new Paragraph("Tidak ada soal yang sedang dikembalikan.")
            : new Table(
                [new("Soal", 1.1f), new("Alasan pengembalian", 4), new("Tanggapan unit", 3), new("Keadaan", 1.6f)],
                [.. report.Returned.Select(item => TableRow.Of(item.Code, item.Reason, item.Response.Length > 0 ? item.Response : "–", item.State))]),
    ];

    public static IEnumerable<PaperBlock> Open(ReadinessReport report)
    {
        var verb = report.Head.Layer == Layer.Tpi ? "dinilai TPI" : "dijawab";
        yield return new Heading(1, $"Soal yang belum {verb}");
        if (report.OpenCount == 0)
        {
            yield return new Paragraph($"Seluruh soal sudah {verb}.");
            yield break;
        }

        yield return new Table(
            [new("Soal", 1.1f), new("Pernyataan", 5), new("Area", 2.4f), new("Nilai soal", 1, Right)],
            [.. report.OpenQuestions.Select(open => TableRow.Of(open.Code, open.Statement, open.Area, open.Worth.Text))]);
        if (report.OpenCount > report.OpenQuestions.Count)
        {
            yield return new Paragraph(
                $"Ditampilkan {report.OpenQuestions.Count} dari {report.OpenCount} soal, dari yang nilainya terbesar.", ParagraphStyle.Muted);
        }
    }

    public static IEnumerable<PaperBlock> Losses(ReadinessReport report) => report.Losses.Count == 0
        ? []
        :
        [
            new Heading(1, "Jawaban yang paling banyak mengurangi nilai"),
            new Table(
                [new("Soal", 1.1f), new("Pernyataan", 4), new("Jawaban", 3), new("Berkurang", 1.2f, Right)],
                [.. report.Losses.Select(loss => TableRow.Of(loss.Code, loss.Statement, loss.Answer, loss.Lost.Text))]),
        ];

    public static IEnumerable<PaperBlock> Notes(ReadinessReport report)
    {
        var done = report.Completeness;
        var open = done.IsComplete
            ? $"Seluruh {done.Questions} soal sudah diisi."
            : $"Soal yang belum diisi dihitung 0; terisi {done.Text} ({done.Share}).";
        yield return new Paragraph(
            $"{open} Batas bersifat minimal dan dibandingkan dengan nilai sebelum pembulatan; angka ditampilkan dua desimal. "
            + "Laporan ini menilai syarat nilai; syarat pengusulan lain diperiksa terpisah.",
            ParagraphStyle.Muted);
    }

    private static Table UnmetTable(PredicateFigures predicate) => new(
        [new("Syarat", 3.4f), new("Minimal", 1, Right), new("Capaian", 1, Right), new("Kurang", 1, Right), new("Rincian", 2.6f)],
        [.. predicate.Unmet.Select(condition => TableRow.Of(
            new TableCell(condition.Label, PaperTones.Of(condition.Standing)),
            condition.Minimum, condition.Actual, condition.Missing?.Text ?? "–", condition.Detail.Length > 0 ? condition.Detail : "–"))]);
}
