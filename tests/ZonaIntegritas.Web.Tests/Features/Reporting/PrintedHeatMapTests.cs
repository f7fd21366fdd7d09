using Xunit;
using ZonaIntegritas.Web.Features.Reporting.Documents;

namespace ZonaIntegritas.Web.Tests.Features.Reporting;

public sealed class PrintedHeatMapTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(6)]
    [InlineData(8)]
    [InlineData(12)]
    public void Figures_stand_in_their_cells_and_the_head_on_every_page(int columns)
    {
        using var pdf = Paper.PrintAndOpen(Samples.Map(120, columns));

        Assert.True(pdf.NumberOfPages > 1);
        Assert.All(pdf.GetPages(), page => Assert.Empty(Paper.Overlaps(page)));
        Assert.All(pdf.GetPages(), page => Assert.Empty(Paper.Outside(page)));
        Assert.All(pdf.GetPages(), page => Assert.Contains("total", Paper.WordsOf(page)));
        Assert.Equal(120, Paper.WordsOf(pdf).Count(word => word == "Contoh"));
    }

    [Fact]
    public void The_signs_are_explained_in_words()
    {
        using var pdf = Paper.PrintAndOpen(Samples.Map(2, 6));

        Assert.Empty(Paper.MissingWords(pdf, "Terpenuhi Mendekati Di bawah batas Belum dinilai"));
    }

    [Fact]
    public void Long_names_and_figures_wrap()
    {
        var word = new string('w', 300);

        using var pdf = Paper.PrintAndOpen(new HeatMap(word, [word, "B"], [new(word, [new(word, Tone.Near), new("1", Tone.Met), new("berlebih", Tone.Met)]), new("pendek", [])]));

        Assert.All(pdf.GetPages(), page => Assert.Empty(Paper.Overlaps(page)));
        Assert.All(pdf.GetPages(), page => Assert.Empty(Paper.Outside(page)));
        Assert.DoesNotContain("berlebih", Paper.WordsOf(pdf));
        Assert.Contains("pendek", Paper.WordsOf(pdf));
    }

    [Fact]
    public void A_map_without_rows_says_so()
    {
        using var pdf = Paper.PrintAndOpen(new HeatMap("Unit kerja", ["A.1"], []), new HeatMap("Unit", [], []));

        Assert.Equal(2, Paper.WordsOf(pdf).Count(word => word == "data."));
    }
}
