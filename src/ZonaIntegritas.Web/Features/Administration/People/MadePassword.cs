using System.Security.Cryptography;

namespace ZonaIntegritas.Web.Features.Administration.People;

/// <summary>A password that can be read out over the telephone: "h7Tk-mW3x-9qPd".</summary>
public static class MadePassword
{
    // Without letters and digits that are easily confused.
    private const string Upper = "ABCDEFGHJKLMNPQRSTUVWXYZ";
    private const string Lower = "abcdefghijkmnpqrstuvwxyz";
    private const string Digits = "23456789";

    public static string Make() => string.Join('-', Group(), Group(), Group());

    // One of each kind in every group, so that Identity's demands are always met.
    private static string Group()
    {
        var letters = (RandomNumberGenerator.GetString(Upper, 1) + RandomNumberGenerator.GetString(Lower, 2) + RandomNumberGenerator.GetString(Digits, 1))
            .ToCharArray();
        RandomNumberGenerator.Shuffle(letters.AsSpan());
        return new(letters);
    }
}
