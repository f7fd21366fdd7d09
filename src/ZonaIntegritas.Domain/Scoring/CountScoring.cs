using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Instruments;

namespace ZonaIntegritas.Domain.Scoring;

/// <summary>The eight counted percentages (P90 Lampiran III, reform): counts in, a value between 0 and 1 out.</summary>
public static class CountScoring
{
    /// <param name="counts">Complete: every input of the formula is present.</param>
    public static (Fraction Value, ScoreReason Reason) Value(CountFormula formula, CountsAnswer counts)
    {
        var whole = counts.Sum(formula.Whole);
        var part = counts.Sum(formula.Part);
        if (NothingWasDue(formula, whole, part))
        {
            return formula.WhenWholeIsZero == ZeroRule.Full
                ? (Fraction.One, ScoreReason.NothingDueFull)
                : (Fraction.Zero, ScoreReason.NothingThereZero);
        }

        return formula.Kind switch
        {
            FormulaKind.Ratio when part > whole => (Fraction.One, ScoreReason.RatioCapped),
            FormulaKind.Ratio => (Fraction.Of(part, whole), ScoreReason.Ratio),
            // From nothing to something is a rise, whatever the size.
            FormulaKind.Decrease when part >= whole => (Fraction.Zero, ScoreReason.NoDecrease),
            FormulaKind.Decrease => (Fraction.Of(whole - part, whole), ScoreReason.Ratio),
            _ => throw new InvalidOperationException($"Unknown formula {formula.Kind}."),
        };
    }

    /// <summary>Whether the whole is zero, so that no ratio exists. A decrease also needs this year to be zero.</summary>
    public static bool NothingWasDue(CountFormula formula, CountsAnswer counts) =>
        NothingWasDue(formula, counts.Sum(formula.Whole), counts.Sum(formula.Part));

    private static bool NothingWasDue(CountFormula formula, decimal whole, decimal part) =>
        whole == 0 && (formula.Kind == FormulaKind.Ratio || part == 0);
}
