using System.Globalization;
using System.Text.RegularExpressions;
using ZonaIntegritas.Domain.Common;

namespace ZonaIntegritas.Domain.Proposals;

/// <summary>Reads what a person wrote as a condition's value, forgivingly in form and strictly in meaning.</summary>
public static partial class ConditionReader
{
    private const int MostDecimals = 3;
    private const decimal MostLevel = 5;
    private const decimal MostPercent = 100;
    private const int MostMonths = 50 * 12;

    private static readonly Dictionary<string, string> OpinionNames = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Wajar Tanpa Pengecualian"] = "WTP",
        ["Wajar Dengan Pengecualian"] = "WDP",
        ["Tidak Wajar"] = "TW",
        ["Tidak Menyatakan Pendapat"] = "TMP",
    };

    public static Result<ConditionValue> Read(ConditionKind kind, string text)
    {
        var written = Spaces().Replace(text.Trim(), " ");
        if (written.Length == 0)
        {
            return ConditionProblems.ValueMissing;
        }

        return kind switch
        {
            ConditionKind.Opinion => Choose(kind, OpinionNames.GetValueOrDefault(written, written)),
            ConditionKind.Grade or ConditionKind.YesNo => Choose(kind, written),
            ConditionKind.Level => Number(kind, LevelWord().Replace(written, ""), MostLevel),
            ConditionKind.Percent => Number(kind, written.TrimEnd('%').TrimEnd(), MostPercent),
            ConditionKind.Duration => ReadDuration(written),
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };
    }

    private static Result<ConditionValue> Choose(ConditionKind kind, string written)
    {
        List<string> choices = [.. ConditionValue.ChoicesOf(kind)];
        var rank = choices.FindIndex(choice => string.Equals(choice, written, StringComparison.OrdinalIgnoreCase));
        return rank < 0 ? ConditionProblems.NotAChoice(written, choices) : new ConditionValue(kind, rank, choices[rank]);
    }

    private static Result<ConditionValue> Number(ConditionKind kind, string written, decimal most)
    {
        if (!DecimalNumber().IsMatch(written))
        {
            return ConditionProblems.NotANumber(written);
        }

        var number = decimal.Parse(written.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
        if (decimal.Round(number, MostDecimals) != number)
        {
            return ConditionProblems.TooFine(MostDecimals);
        }

        return number > most
            ? ConditionProblems.TooLarge(Indonesian.Number(most))
            : new ConditionValue(kind, number, Indonesian.Number(number));
    }

    private static Result<ConditionValue> ReadDuration(string written)
    {
        var found = YearsAndMonths().Match(written);
        if (!found.Success)
        {
            return ConditionProblems.NotADuration(written);
        }

        var months = (12 * Part(found, "years")) + Part(found, "months");
        return months > MostMonths
            ? ConditionProblems.TooLarge(ConditionValue.Duration(MostMonths))
            : new ConditionValue(ConditionKind.Duration, months, ConditionValue.Duration(months));
    }

    private static int Part(Match found, string name) =>
        found.Groups[name] is { Success: true, Value: var digits } ? int.Parse(digits, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex("^level ?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex LevelWord();

    [GeneratedRegex("^[0-9]{1,6}([.,][0-9]{1,9})?$")]
    private static partial Regex DecimalNumber();

    // A number alone counts years, as the regulation does.
    [GeneratedRegex(
        "^(?<years>[0-9]{1,3})( ?(tahun|thn|th)( ?(?<months>[0-9]{1,3}) ?(bulan|bln))?)?$|^(?<months>[0-9]{1,3}) ?(bulan|bln)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex YearsAndMonths();
}
