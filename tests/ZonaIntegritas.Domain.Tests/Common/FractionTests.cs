using Xunit;
using ZonaIntegritas.Domain.Common;

namespace ZonaIntegritas.Domain.Tests.Common;

public class FractionTests
{
    [Fact]
    public void Default_is_zero() => Assert.Equal((Fraction.Zero, "0/1", 0m), (default, default(Fraction).ToString(), default(Fraction).ToDecimal()));

    [Theory]
    [InlineData(2, 4, "1/2")]
    [InlineData(-2, 4, "-1/2")]
    [InlineData(2, -4, "-1/2")]
    [InlineData(-2, -4, "1/2")]
    [InlineData(0, -4, "0/1")]
    [InlineData(0.67, 0.01, "67/1")]
    public void Fractions_are_kept_in_lowest_terms(decimal numerator, decimal denominator, string expected) =>
        Assert.Equal(expected, Fraction.Of(numerator, denominator).ToString());

    [Fact]
    public void Division_by_zero_is_an_error_not_a_number()
    {
        Assert.Throws<DivideByZeroException>(() => Fraction.Of(1, 0));
        Assert.Throws<DivideByZeroException>(() => Fraction.One / default(Fraction));
    }

    [Theory]
    [InlineData(1, 3, "0.3333333333333333333333333333")]
    [InlineData(2, 3, "0.6666666666666666666666666667")]
    [InlineData(-2, 3, "-0.6666666666666666666666666667")]
    [InlineData(200, 3, "66.666666666666666666666666667")]
    [InlineData(1, 8, "0.125")]
    public void Decimal_is_the_nearest_there_is(decimal numerator, decimal denominator, string expected) =>
        Assert.Equal(expected, Fraction.Of(numerator, denominator).ToDecimal().ToString(System.Globalization.CultureInfo.InvariantCulture));

    [Fact]
    public void Terms_too_large_for_a_decimal_still_give_the_nearest_decimal()
    {
        var huge = Fraction.FromDecimal(decimal.MaxValue);

        Assert.Equal(1m, (huge * huge + 1m) / (huge * huge) is var almostOne ? almostOne.ToDecimal() : 0m);
        Assert.Equal(0.5m, (huge * huge / (huge * huge * 2m)).ToDecimal());
        Assert.Equal(66.666666666666666666666666667m, (huge * huge / (huge * huge + 1m) * Fraction.Of(200, 3)).ToDecimal());
        Assert.Equal(decimal.MaxValue, (huge + Fraction.Of(1, 3)).ToDecimal());
        Assert.Throws<OverflowException>(() => (huge * huge).ToDecimal());
    }
}
