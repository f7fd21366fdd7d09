using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Instruments;
using ZonaIntegritas.Domain.Reviews;
using ZonaIntegritas.Domain.Scoring;

namespace ZonaIntegritas.Web.Features.Reviews.Desk;

/// <summary>Words of the desk, its list and the differences.</summary>
public static class DeskWords
{
    /// <summary>In the order of their keys 1 to 5.</summary>
    public static IReadOnlyList<DifferenceReason> Reasons { get; } = Enum.GetValues<DifferenceReason>();

    public static string Name(ReviewTier tier) => Capital(ReviewProblems.Say(tier));

    /// <summary>For narrow places: "anggota", "ketua", "pengendali".</summary>
    public static string Brief(ReviewTier tier) => tier switch
    {
        ReviewTier.Member => "anggota",
        ReviewTier.Lead => "ketua",
        ReviewTier.Controller => "pengendali",
        _ => throw new ArgumentOutOfRangeException(nameof(tier)),
    };

    /// <summary>A value in a narrow column: counts as the percentage they make.</summary>
    public static string Brief(Question question, AnswerValue? value) => value switch
    {
        null => "–",
        CountsAnswer counts => AnswerRules.IsComplete(question, counts) && AnswerRules.FaultsOf(question, counts).Count == 0
            ? Indonesian.Percent(CountScoring.Value(question.Formula!, counts).Value)
            : "belum lengkap",
        _ => ScoreExplanation.Answer(question, value),
    };

    /// <summary>What a value costs the unit: "−0,25 poin", or what it adds.</summary>
    public static string Cost(Fraction lost) => $"{SignedPoints(lost)} poin";

    /// <summary>Points lost as the change they make: 0.25 is "−0,25".</summary>
    public static string SignedPoints(Fraction lost) =>
        lost.IsZero ? "0,00" : lost > Fraction.Zero ? $"−{Indonesian.Points(lost)}" : $"+{Indonesian.Points(Fraction.Zero - lost)}";

    public static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
