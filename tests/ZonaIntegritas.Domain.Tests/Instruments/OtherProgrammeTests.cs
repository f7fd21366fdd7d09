using Xunit;
using ZonaIntegritas.Domain.Instruments;
using ZonaIntegritas.Domain.Scoring;
using ZonaIntegritas.Domain.Tests.Support;

namespace ZonaIntegritas.Domain.Tests.Instruments;

/// <summary>Another programme with three areas, its own scale and named bands, and not a line of code for it.</summary>
public class OtherProgrammeTests
{
    private readonly Instrument _programme = New.Instrument()
        .WithScale("kekerapan", (">1 kali", 1m), ("1 kali", 0.4m), ("tidak", 0m))
        .WithArea("1", 50m, New.Question("1.a", "kekerapan", ">1 kali", "1 kali", "tidak"), New.Question("1.b", "kekerapan", ">1 kali", "1 kali", "tidak"))
        .WithArea("2", 30m, New.Counted("2.a"))
        .WithArea("3", 20m, New.Counted("3.a"))
        .WithBand("Kurang Baik", 0m)
        .WithBand("Sangat Baik", 80m)
        .WithBand("Baik", 60m)
        .Build();

    [Fact]
    public void Own_scale_and_areas_are_scored_as_the_file_says()
    {
        var sheet = new AnswerSheet(_programme)
            .Choose("1.a", ">1 kali").Choose("1.b", "1 kali")
            .Count("2.a", ("bagian", 1), ("seluruh", 3)).Count("3.a", ("bagian", 3), ("seluruh", 3))
            .Score();

        Assert.Equal(35m, sheet.Section("1").Points);  // (1 + 0.4) / 2 x 50
        Assert.Equal(10m, sheet.Section("2").Points);  // 1/3 x 30
        Assert.Equal(20m, sheet.Section("3").Points);  // 3/3 x 20
        Assert.Equal(65m, sheet.Total.Points);
        Assert.Equal("Baik", BandTable.Place(sheet)!.Name);
    }

    [Theory]
    [InlineData(0, "Kurang Baik")]
    [InlineData(5_999_999, "Kurang Baik")]
    [InlineData(6_000_000, "Baik")]
    [InlineData(7_733_000, "Baik")]
    [InlineData(7_999_000, "Baik")]
    [InlineData(7_999_999, "Baik")] // would show as 80,00; the band looks at the unrounded 79.99999
    [InlineData(8_000_000, "Sangat Baik")]
    [InlineData(10_000_000, "Sangat Baik")]
    public void Total_stands_in_the_highest_band_it_reaches_unrounded(long tenMillionths, string band)
    {
        var programme = New.Instrument().WithArea("1", 100m, New.Counted("1.a"))
            .WithBand("Sangat Baik", 80m).WithBand("Baik", 60m).WithBand("Kurang Baik", 0m).Build();
        var sheet = new AnswerSheet(programme).Count("1.a", ("bagian", tenMillionths), ("seluruh", 10_000_000)).Score();

        Assert.Equal(tenMillionths / 100_000m, sheet.Total.Points.ToDecimal());
        Assert.Equal(band, BandTable.Place(sheet)!.Name);
    }

    [Fact]
    public void Instrument_without_bands_places_nobody() =>
        Assert.Null(BandTable.Place(new AnswerSheet(TheInstrument.Lke2021).BestEverywhere().Score()));
}
