using Xunit;
using ZonaIntegritas.Domain.Common;

namespace ZonaIntegritas.Domain.Tests.Common;

public class IndonesianTests
{
    [Theory]
    [InlineData(1.335, "1,34")]
    [InlineData(-1.335, "-1,34")]
    [InlineData(74.994999, "74,99")]
    [InlineData(0, "0,00")]
    [InlineData(1234.5, "1.234,50")]
    public void Points_show_two_decimals_half_away_from_zero(decimal points, string shown)
    {
        Assert.Equal(shown, Indonesian.Points(points));
        Assert.Equal(shown, Indonesian.Points((Fraction)points));
    }

    [Fact]
    public void Shares_show_as_percentages_with_one_decimal()
    {
        Assert.Equal("77,4 %", Indonesian.Percent(0.774m));
        Assert.Equal("66,7 %", Indonesian.Percent(Fraction.Of(2, 3)));
    }

    [Fact]
    public void Days_are_those_of_the_place_not_of_the_server()
    {
        var moment = new DateTimeOffset(2024, 10, 16, 23, 30, 0, TimeSpan.Zero);

        Assert.Equal("17 Oktober 2024 06.30 WIB", Indonesian.Moment(moment, IndonesianZone.WIB));
        Assert.Equal("08.30 WIT", Indonesian.Time(moment, IndonesianZone.WIT));
        Assert.Equal(new DateOnly(2024, 10, 17), IndonesianZone.WITA.Today(moment));
        Assert.Equal("1 Mei 2025", Indonesian.Date(new(2025, 5, 1)));
        Assert.Equal("1 Agu", Indonesian.ShortDate(new(2025, 8, 1)));
    }
}
