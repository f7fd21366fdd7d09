using ZonaIntegritas.Domain.Common;

namespace ZonaIntegritas.Web.Features.Readiness.Figures;

/// <summary>How a value stands against its limit.</summary>
public enum Standing
{
    /// <summary>Nothing is answered yet, so there is nothing to judge.</summary>
    None,
    Below,

    /// <summary>Short by less than five per cent of the section's weight.</summary>
    Near,

    /// <summary>On the limit or above it.</summary>
    Met,
}

public static class Standings
{
    private const decimal NearShare = 0.05m;

    public static Standing Of(Fraction points, Fraction minimum, decimal weight, bool answered)
    {
        if (!answered)
        {
            return Standing.None;
        }

        if (points >= minimum)
        {
            return Standing.Met;
        }

        return minimum - points < weight * NearShare ? Standing.Near : Standing.Below;
    }

    public static string Say(Standing standing) => standing switch
    {
        Standing.None => "Belum dinilai",
        Standing.Below => "Di bawah batas",
        Standing.Near => "Mendekati",
        Standing.Met => "Terpenuhi",
        _ => throw new ArgumentOutOfRangeException(nameof(standing)),
    };

    /// <summary>The same of a whole predicate.</summary>
    public static string Judge(Standing standing) => standing switch
    {
        Standing.None => "Belum dinilai",
        Standing.Below => "Belum memenuhi",
        Standing.Near => "Hampir memenuhi",
        Standing.Met => "Memenuhi",
        _ => throw new ArgumentOutOfRangeException(nameof(standing)),
    };

    /// <summary>The style class that carries its colour and sign.</summary>
    public static string TagOf(Standing standing) => standing switch
    {
        Standing.None => "none",
        Standing.Below => "below",
        Standing.Near => "near",
        Standing.Met => "met",
        _ => throw new ArgumentOutOfRangeException(nameof(standing)),
    };
}
