using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Xunit;
using ZonaIntegritas.Domain.Common;

namespace ZonaIntegritas.Domain.Tests.Common;

[Properties(Arbitrary = [typeof(Numbers)], MaxTest = 300)]
public class FractionProperties
{
    [Property]
    public void Addition_and_multiplication_do_not_mind_the_order(Fraction a, Fraction b)
    {
        Assert.Equal(a + b, b + a);
        Assert.Equal(a * b, b * a);
    }

    [Property]
    public void Addition_and_multiplication_do_not_mind_the_grouping(Fraction a, Fraction b, Fraction c)
    {
        Assert.Equal(a + (b + c), a + b + c);
        Assert.Equal(a * (b * c), a * b * c);
        Assert.Equal((a * b) + (a * c), a * (b + c));
    }

    [Property]
    public void What_is_taken_away_or_divided_can_be_given_back(Fraction a, Fraction b)
    {
        Assert.Equal(a, a - b + b);
        Assert.Equal(Fraction.Zero, a - a);
        Assert.Equal(a, b.IsZero ? a : a / b * b);
    }

    [Property]
    public void Zero_and_one_change_nothing(Fraction a)
    {
        Assert.Equal(a, a + Fraction.Zero);
        Assert.Equal(a, a * Fraction.One);
        Assert.Equal(Fraction.Zero, a * Fraction.Zero);
    }

    [Property]
    public void Decimals_come_back_as_they_went(decimal a) => Assert.Equal(a, Fraction.FromDecimal(a).ToDecimal());

    [Property]
    public void Fractions_stand_in_the_order_of_their_decimals(decimal a, decimal b)
    {
        Fraction left = a, right = b;

        Assert.Equal(Math.Sign(a.CompareTo(b)), Math.Sign(left.CompareTo(right)));
        Assert.Equal(a == b, left == right);
        Assert.Equal([a < b, b < a, a <= b, b <= a], new[] { left < right, right < left, left <= right, right <= left });
        Assert.Equal((Math.Min(a, b), Math.Max(a, b)), (Fraction.Min(left, right).ToDecimal(), Fraction.Max(left, right).ToDecimal()));
    }

    [Property]
    public void Order_agrees_with_the_sign_of_the_difference(Fraction a, Fraction b) =>
        Assert.Equal((a - b).CompareTo(Fraction.Zero), a.CompareTo(b));

    [Property]
    public void Equal_fractions_have_equal_hashes(Fraction a, Fraction b)
    {
        var detour = a + b - b;

        Assert.Equal(a.GetHashCode(), detour.GetHashCode());
        Assert.Equal(a, detour);
    }
}

/// <summary>Decimals of every size and scale, and fractions small, awkward and far beyond 64 bits.</summary>
internal static class Numbers
{
    public static Arbitrary<decimal> Decimals() => AnyDecimal.ToArbitrary();

    public static Arbitrary<Fraction> Fractions() => Gen.Frequency(
        (3, Ratio(12, 12)),
        (3, Ratio(1_000_000_000, 1_000_000_000)),
        (1, Ratio(12, int.MaxValue)),
        (2, AnyDecimal.Select(value => (Fraction)value))).ToArbitrary();

    private static Gen<decimal> AnyDecimal =>
        from low in Word
        from middle in Gen.OneOf(Gen.Constant(0), Word)
        from high in Gen.OneOf(Gen.Constant(0), Word)
        from negative in Gen.Elements(true, false)
        from scale in Gen.Choose(0, 28)
        select new decimal(low, middle, high, negative, (byte)scale);

    private static Gen<int> Word => Gen.OneOf(Gen.Choose(0, 200), Gen.Choose(int.MinValue, int.MaxValue));

    private static Gen<Fraction> Ratio(int numerator, int denominator) =>
        from above in Gen.Choose(-numerator, numerator)
        from below in Gen.Choose(1, denominator)
        select Fraction.Of(above, below);
}
