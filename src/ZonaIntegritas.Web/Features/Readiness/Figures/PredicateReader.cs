using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Scoring;

namespace ZonaIntegritas.Web.Features.Readiness.Figures;

/// <summary>Reads a verdict as figures, condition by condition.</summary>
public static class PredicateReader
{
    public static PredicateFigures Read(string unit, Layer layer, ScoreSheet sheet, Verdict verdict, bool isTarget) => new(
        verdict.Predicate.Code,
        verdict.Predicate.Name,
        isTarget,
        verdict.Eligible,
        VerdictSentence.Of(unit, layer, sheet, verdict),
        [.. verdict.Conditions.Select(condition => Read(sheet, condition))]);

    /// <summary>A verdict is near when all that lacks is near.</summary>
    public static Standing StandingOf(PredicateFigures predicate, bool answered)
    {
        if (!answered)
        {
            return Standing.None;
        }

        if (predicate.Eligible)
        {
            return Standing.Met;
        }

        return predicate.Unmet.All(condition => condition.Standing == Standing.Near) ? Standing.Near : Standing.Below;
    }

    private static ConditionFigures Read(ScoreSheet sheet, ConditionResult condition) =>
        condition.IsAboutPoints ? ReadPoints(sheet, condition) : ReadHeld(condition);

    private static ConditionFigures ReadHeld(ConditionResult condition) => new(
        condition.Code, condition.Label, condition.Met, condition.Met ? Standing.Met : Standing.Below,
        condition.Met ? "sudah" : "belum", "sudah", condition.Met ? "terpenuhi" : "belum berpredikat", null, "");

    private static ConditionFigures ReadPoints(ScoreSheet sheet, ConditionResult condition)
    {
        var answered = sheet.Section(condition.Code).Answered > 0;
        return new(
            condition.Code,
            condition.Label,
            condition.Met,
            Standings.Of(condition.Actual, condition.Minimum, condition.Weight, answered),
            Figure.Points(condition.Actual).Text,
            Figure.Points(condition.Minimum).Text,
            Distance(condition),
            condition.Met ? null : Figure.Missing(condition.Missing),
            Detail(sheet, condition));
    }

    private static string Distance(ConditionResult condition)
    {
        if (!condition.Met)
        {
            return $"kurang {Figure.Missing(condition.Missing)}";
        }

        var surplus = condition.Actual - condition.Minimum;
        return surplus.IsZero ? "tepat di batas" : $"lebih {Figure.Missing(surplus)}";
    }

    private static string Detail(ScoreSheet sheet, ConditionResult condition)
    {
        if (Survey.Of(sheet, condition) is { } survey)
        {
            return survey.Index is null ? $"indeks belum diisi, minimal {survey.Minimum}" : $"indeks {survey.Index}, minimal {survey.Minimum}";
        }

        return condition.MinimumPercent is { } percent
            ? $"{Figure.Share(condition.Actual / condition.Weight)}, minimal {Figure.LimitShare(percent)}"
            : "";
    }
}
