using System.Globalization;
using BenchmarkDotNet.Attributes;
using ZonaIntegritas.Web.Features.Reporting.Documents;
using ZonaIntegritas.Web.Features.Reporting.Rendering;

namespace ZonaIntegritas.Benchmarks;

/// <summary>Bars: the 20-page table in 60 ms warm, and ten times its rows in less than twelve times its time.</summary>
[MemoryDiagnoser]
public class PdfBenchmarks
{
    private const int RowsOnTwentyPages = 280;

    private readonly SkiaPdfRenderer _renderer = new();
    private readonly PaperDocument _twentyPages = Recap(RowsOnTwentyPages);
    private readonly PaperDocument _twoHundredPages = Recap(10 * RowsOnTwentyPages);

    [Benchmark(Baseline = true)]
    public long Twenty_pages() => Print(_twentyPages);

    [Benchmark]
    public long Ten_times_the_rows() => Print(_twoHundredPages);

    private static PaperDocument Recap(int rows) => new("Rekap kesiapan unit kerja",
        new PaperFooter("700/184/2026", "Tahun 2026", "Penilaian mandiri", "17 Oktober 2026 pukul 14.02 WIB"),
        [
            new Heading(1, "Rekap"),
            new Table(
                [new("No", 0.6f, ColumnAlignment.Right), new("Unit kerja", 3), new("Catatan", 4), new("Nilai", 1, ColumnAlignment.Right), new("Status", 1.7f)],
                [.. Enumerable.Range(1, rows).Select(Row)]),
        ]);

    private static TableRow Row(int number) => TableRow.Of(
        number.ToString(CultureInfo.InvariantCulture),
        $"Dinas Contoh Nomor {number}",
        "Nilai dihitung dari jawaban yang disertai data dukung lengkap dan telah diperiksa oleh penilai",
        "77,33",
        new TableCell("Terpenuhi", Tone.Met));

    private long Print(PaperDocument document)
    {
        using var output = new MemoryStream();
        _renderer.Render(document, output);
        return output.Length;
    }
}
