using System.Numerics;

namespace ZonaIntegritas.Domain.Common;

/// <summary>
/// An exact rational number. Points are sums of thirds, sixths and counted ratios; <see cref="decimal"/> would turn
/// three thirds into 0.999… and a unit that stands exactly on a limit would fail it.
/// </summary>
public readonly struct Fraction : IEquatable<Fraction>, IComparable<Fraction>
{
    // What a decimal can hold: 28 digits after the point and 96 bits in all.
    private const int MostDigits = 28;

    private static readonly BigInteger LargestMantissa = (BigInteger)decimal.MaxValue;

    private readonly BigInteger _numerator;
    private readonly BigInteger _denominatorMinusOne;

    private Fraction(BigInteger numerator, BigInteger denominator)
    {
        var divisor = BigInteger.GreatestCommonDivisor(numerator, denominator);
        _numerator = divisor.IsOne ? numerator : numerator / divisor;
        _denominatorMinusOne = (divisor.IsOne ? denominator : denominator / divisor) - 1;
    }

    public static Fraction Zero => default;

    public static Fraction One { get; } = new(1, 1);

    // Kept as "minus one" so that default(Fraction) is zero and not 0/0.
    private BigInteger Denominator => _denominatorMinusOne + 1;

    public bool IsZero => _numerator.IsZero;

    /// <exception cref="DivideByZeroException">The denominator is zero.</exception>
    public static Fraction Of(decimal numerator, decimal denominator) =>
        FromDecimal(numerator) / FromDecimal(denominator);

    public static Fraction FromDecimal(decimal value)
    {
        var scale = value.Scale;
        return new(Mantissa(value, scale), BigInteger.Pow(10, scale));
    }

    public static implicit operator Fraction(decimal value) => FromDecimal(value);

    public static Fraction operator +(Fraction left, Fraction right)
    {
        if (left.IsZero)
        {
            return right;
        }

        if (right.IsZero)
        {
            return left;
        }

        return left._denominatorMinusOne == right._denominatorMinusOne
            ? new(left._numerator + right._numerator, left.Denominator)
            : new((left._numerator * right.Denominator) + (right._numerator * left.Denominator), left.Denominator * right.Denominator);
    }

    public static Fraction operator -(Fraction left, Fraction right) =>
        left + new Fraction(-right._numerator, right.Denominator);

    public static Fraction operator *(Fraction left, Fraction right) =>
        new(left._numerator * right._numerator, left.Denominator * right.Denominator);

    public static Fraction operator /(Fraction left, Fraction right)
    {
        if (right.IsZero)
        {
            throw new DivideByZeroException();
        }

        var sign = right._numerator.Sign;
        return new(sign * left._numerator * right.Denominator, left.Denominator * BigInteger.Abs(right._numerator));
    }

    public static bool operator <(Fraction left, Fraction right) => left.CompareTo(right) < 0;

    public static bool operator >(Fraction left, Fraction right) => left.CompareTo(right) > 0;

    public static bool operator <=(Fraction left, Fraction right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Fraction left, Fraction right) => left.CompareTo(right) >= 0;

    public static bool operator ==(Fraction left, Fraction right) => left.Equals(right);

    public static bool operator !=(Fraction left, Fraction right) => !left.Equals(right);

    public static Fraction Min(Fraction left, Fraction right) => left <= right ? left : right;

    public static Fraction Max(Fraction left, Fraction right) => left >= right ? left : right;

    public int CompareTo(Fraction other) =>
        (_numerator * other.Denominator).CompareTo(other._numerator * Denominator);

    public bool Equals(Fraction other) =>
        _numerator == other._numerator && _denominatorMinusOne == other._denominatorMinusOne;

    public override bool Equals(object? obj) => obj is Fraction other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(_numerator, _denominatorMinusOne);

    /// <summary>The nearest decimal, for showing and storing; never for comparing with a limit.</summary>
    /// <exception cref="OverflowException">Larger than any decimal.</exception>
    public decimal ToDecimal()
    {
        if (BigInteger.Abs(_numerator) <= LargestMantissa && _denominatorMinusOne < LargestMantissa)
        {
            return (decimal)_numerator / (decimal)Denominator;
        }

        // As many decimals as there is room for in front of the point.
        for (var digits = MostDigits; ; digits--)
        {
            var power = BigInteger.Pow(10, digits);
            var rounded = BigInteger.DivRem((2 * _numerator * power) + (_numerator.Sign * Denominator), 2 * Denominator, out _);
            if (digits == 0 || BigInteger.Abs(rounded) <= LargestMantissa)
            {
                return (decimal)rounded / (decimal)power;
            }
        }
    }

    public override string ToString() => $"{_numerator}/{Denominator}";

    private static BigInteger Mantissa(decimal value, int scale)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        var magnitude = bits[1] == 0 && bits[2] == 0
            ? (uint)bits[0]
            : ((BigInteger)(uint)bits[2] << 64) + ((BigInteger)(uint)bits[1] << 32) + (uint)bits[0];
        return value < 0 ? -magnitude : magnitude;
    }
}
