using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Instruments;
using ZonaIntegritas.Domain.Scoring;

namespace ZonaIntegritas.Web.Features.Assessments.CarryOver;

/// <summary>Whether an answer of last year may be taken for this year, and what a person should look at first.</summary>
/// <param name="Caution">Empty when nothing speaks against it.</param>
public sealed record CarryOffer(Problem? Refusal, string Caution)
{
    /// <param name="impact">The answer as this year's instrument takes it.</param>
    /// <param name="question">As this year asks it.</param>
    public static CarryOffer Of(AnswerImpact impact, Question? question, int year)
    {
        if (impact.Stored.Value is not { } value)
        {
            return new(CarryOverProblems.NothingToTake, "");
        }

        if (question is null || impact.Fate == AnswerFate.Uncounted)
        {
            return new(CarryOverProblems.NoLongerFits(impact.Reason), "");
        }

        return AnswerRules.IsComplete(question, value)
            ? new(null, CautionOf(impact, value, year))
            : new(CarryOverProblems.Unfinished, "");
    }

    // A choice describes how things are; a figure was counted in its year.
    private static string CautionOf(AnswerImpact impact, AnswerValue value, int year) =>
        impact.Fate == AnswerFate.Recheck ? $"{impact.Reason} Baca lagi sebelum dipakai."
        : value is CountsAnswer ? $"Ini hitungan tahun {year}; pastikan angkanya masih sama."
        : value is LevelAnswer ? $"Ini hasil survei tahun {year}; ganti bila survei tahun ini sudah ada."
        : "";
}
