using System.Numerics;

namespace ZonaIntegritas.Domain.Common;

/// <summary>
/// An exact rational number. Points are sums of thirds, sixths and counted ratios; <see cref="decimal"/> would turn
/// three thirds into 0.999… and a unit that stands exactly on a limit would fail it.
/// </summary>
/// <remarks>
/// Always in lowest terms, the denominator positive. Terms below 2^62 are kept as they are, which is all that a sheet
/// with ordinary counts ever needs; larger ones are kept aside, so that no count overflows.
/// </remarks>
public readonly struct Fraction : IEquatable<Fraction>, IComparable<Fraction>
{
    // What a decimal can hold: 28 digits after the point and 96 bits in all.
    private const int MostDigits = 28;

    // Two products of terms below this, added, still fit into an Int128.
    private const long SmallLimit = 1L << 62;

    private static readonly BigInteger LargestMantissa = (BigInteger)decimal.MaxValue;

    private readonly long _numerator;

    // Kept as "minus one" so that default(Fraction) is zero and not 0/0.
    private readonly long _denominatorMinusOne;

    private readonly LargeTerms? _large;

    private Fraction(long numerator, long denominator) => (_numerator, _denominatorMinusOne) = (numerator, denominator - 1);

    private Fraction(LargeTerms large) => _large = large;

    private sealed record LargeTerms(BigInteger Numerator, BigInteger Denominator);

    private static ReadOnlySpan<int> PowersOfTen => [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000];

    public static Fraction Zero => default;

    public static Fraction One { get; } = new(1, 1);

    public bool IsZero => _numerator == 0 && _large is null;

    private Int128 SmallNumerator => _numerator;

    private Int128 SmallDenominator => _denominatorMinusOne + 1;

    internal BigInteger Numerator => _large?.Numerator ?? _numerator;

    internal BigInteger Denominator => _large?.Denominator ?? _denominatorMinusOne + 1;

    /// <exception cref="DivideByZeroException">The denominator is zero.</exception>
    public static Fraction Of(decimal numerator, decimal denominator) =>
        FromDecimal(numerator) / FromDecimal(denominator);

    public static Fraction FromDecimal(decimal value)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        var sign = value < 0 ? -1 : 1;
        if (bits[1] == 0 && bits[2] == 0 && value.Scale < PowersOfTen.Length)
        {
            return Reduce(sign * (Int128)(uint)bits[0], PowersOfTen[value.Scale]);
        }

        var mantissa = ((BigInteger)(uint)bits[2] << 64) + ((BigInteger)(uint)bits[1] << 32) + (uint)bits[0];
        return Reduce(sign * mantissa, BigInteger.Pow(10, value.Scale));
    }

    public static implicit operator Fraction(decimal value) => FromDecimal(value);

    public static Fraction operator +(Fraction left, Fraction right) => AreSmall(left, right)
        ? Reduce((left.SmallNumerator * right.SmallDenominator) + (right.SmallNumerator * left.SmallDenominator), left.SmallDenominator * right.SmallDenominator)
        : Reduce((left.Numerator * right.Denominator) + (right.Numerator * left.Denominator), left.Denominator * right.Denominator);

    public static Fraction operator -(Fraction left, Fraction right) => AreSmall(left, right)
        ? Reduce((left.SmallNumerator * right.SmallDenominator) - (right.SmallNumerator * left.SmallDenominator), left.SmallDenominator * right.SmallDenominator)
        : Reduce((left.Numerator * right.Denominator) - (right.Numerator * left.Denominator), left.Denominator * right.Denominator);

    public static Fraction operator *(Fraction left, Fraction right) => AreSmall(left, right)
        ? Reduce(left.SmallNumerator * right.SmallNumerator, left.SmallDenominator * right.SmallDenominator)
        : Reduce(left.Numerator * right.Numerator, left.Denominator * right.Denominator);

    public static Fraction operator /(Fraction left, Fraction right)
    {
        if (right.IsZero)
        {
            throw new DivideByZeroException();
        }

        var sign = right.Numerator.Sign;
        return AreSmall(left, right)
            ? Reduce(sign * left.SmallNumerator * right.SmallDenominator, left.SmallDenominator * (sign * right.SmallNumerator))
            : Reduce(sign * left.Numerator * right.Denominator, left.Denominator * (sign * right.Numerator));
    }

    public static bool operator <(Fraction left, Fraction right) => left.CompareTo(right) < 0;

    public static bool operator >(Fraction left, Fraction right) => left.CompareTo(right) > 0;

    public static bool operator <=(Fraction left, Fraction right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Fraction left, Fraction right) => left.CompareTo(right) >= 0;

    public static bool operator ==(Fraction left, Fraction right) => left.Equals(right);

    public static bool operator !=(Fraction left, Fraction right) => !left.Equals(right);

    public static Fraction Min(Fraction left, Fraction right) => left <= right ? left : right;

    public static Fraction Max(Fraction left, Fraction right) => left >= right ? left : right;

    public int CompareTo(Fraction other) => AreSmall(this, other)
        ? (SmallNumerator * other.SmallDenominator).CompareTo(other.SmallNumerator * SmallDenominator)
        : (Numerator * other.Denominator).CompareTo(other.Numerator * Denominator);

    public bool Equals(Fraction other) =>
        _numerator == other._numerator && _denominatorMinusOne == other._denominatorMinusOne && _large == other._large;

    public override bool Equals(object? obj) => obj is Fraction other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(_numerator, _denominatorMinusOne, _large);

    /// <summary>The nearest decimal, for showing and storing; never for comparing with a limit.</summary>
    /// <exception cref="OverflowException">Larger than any decimal.</exception>
    public decimal ToDecimal()
    {
        if (BigInteger.Abs(Numerator) <= LargestMantissa && Denominator <= LargestMantissa)
        {
            return (decimal)Numerator / (decimal)Denominator;
        }

        // As many decimals as there is room for behind the point.
        for (var digits = MostDigits; ; digits--)
        {
            var power = BigInteger.Pow(10, digits);
            var rounded = ((2 * Numerator * power) + (Numerator.Sign * Denominator)) / (2 * Denominator);
            if (digits == 0 || BigInteger.Abs(rounded) <= LargestMantissa)
            {
                return (decimal)rounded / (decimal)power;
            }
        }
    }

    public override string ToString() => $"{Numerator}/{Denominator}";

    private static bool AreSmall(Fraction left, Fraction right) => left._large is null && right._large is null;

    private static Fraction Reduce(Int128 numerator, Int128 denominator)
    {
        if (Int128.Abs(numerator) >= SmallLimit || denominator >= SmallLimit)
        {
            return Reduce((BigInteger)numerator, (BigInteger)denominator);
        }

        if (denominator == 1 || numerator == 0)
        {
            return new((long)numerator, 1);
        }

        var (rest, divisor) = ((ulong)Math.Abs((long)numerator), (ulong)denominator);
        while (rest != 0)
        {
            (rest, divisor) = (divisor % rest, rest);
        }

        return divisor == 1
            ? new((long)numerator, (long)denominator)
            : new((long)numerator / (long)divisor, (long)denominator / (long)divisor);
    }

    private static Fraction Reduce(BigInteger numerator, BigInteger denominator)
    {
        var divisor = BigInteger.GreatestCommonDivisor(numerator, denominator);
        (numerator, denominator) = (numerator / divisor, denominator / divisor);
        return BigInteger.Abs(numerator) < SmallLimit && denominator < SmallLimit
            ? new((long)numerator, (long)denominator)
            : new(new LargeTerms(numerator, denominator));
    }
}
