using Xunit;
using ZonaIntegritas.Web.Features.Reporting.Documents;

namespace ZonaIntegritas.Web.Tests.Features.Reporting;

public sealed class PrintedLineChartTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(12)]
    [InlineData(53)]
    [InlineData(160)]
    public void Every_figure_is_printed_and_nothing_overlaps(int weeks)
    {
        using var pdf = Paper.PrintAndOpen(Samples.Trend(weeks));

        var figures = Enumerable.Range(1, weeks).SelectMany(i => i < 4 ? [$"{50 + i},25"] : new[] { $"{50 + i},25", $"{48 + i},75" });
        Assert.Empty(Paper.MissingWords(pdf, $"{string.Join(' ', figures)} WBK WBBM Penilaian mandiri TPI Pekan"));
        Assert.All(pdf.GetPages(), page => Assert.Empty(Paper.Overlaps(page)));
        Assert.All(pdf.GetPages(), page => Assert.Empty(Paper.Outside(page)));
    }

    [Fact]
    public void Limits_close_to_each_other_keep_their_labels_apart()
    {
        using var pdf = Paper.PrintAndOpen(Samples.Trend(6) with { Limits = [new(75, "WBK 75"), new(75.2, "WBBM 75,2"), new(100, "Penuh"), new(0, "Nol")] });

        Assert.Empty(Paper.MissingWords(pdf, "WBK WBBM Penuh Nol"));
        Assert.All(pdf.GetPages(), page => Assert.Empty(Paper.Overlaps(page)));
    }

    [Fact]
    public void Odd_values_and_long_names_stay_inside()
    {
        var word = new string('w', 300);

        using var pdf = Paper.PrintAndOpen(new LineChart("Pekan", ["a", "b"],
            [new(word, [new(double.NaN, "–"), new(900, "900,00")]), new("sedikit", [new(-5, "-5,00")])], [new(500, word)]));

        Assert.All(pdf.GetPages(), page => Assert.Empty(Paper.Overlaps(page)));
        Assert.All(pdf.GetPages(), page => Assert.Empty(Paper.Outside(page)));
    }

    [Fact]
    public void A_chart_without_points_says_so()
    {
        using var pdf = Paper.PrintAndOpen(new LineChart("Pekan", [], [], []));

        Assert.Empty(Paper.MissingWords(pdf, "Belum ada data untuk digambar."));
    }
}
