using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Instruments;
using ZonaIntegritas.Domain.Scoring;

namespace ZonaIntegritas.Web.Features.Readiness.Figures;

/// <summary>The answer to "do we get there?" in one sentence, with the few things that lack most.</summary>
public static class VerdictSentence
{
    private const int MostReasons = 3;

    public static string Of(string unit, Layer layer, ScoreSheet sheet, Verdict verdict)
    {
        var done = sheet.Completeness;
        var target = verdict.Predicate.Code;
        if (done.AnsweredQuestions == 0)
        {
            return layer == Layer.Unit
                ? $"{unit} belum mengisi lembar kerja, jadi kesiapan {target} belum dapat dinilai."
                : $"TPI belum menilai {unit}, jadi kesiapan {target} menurut TPI belum ada.";
        }

        var judged = $"{unit} {Judge(sheet, verdict)}.";
        var verb = layer == Layer.Unit ? "dijawab" : "dinilai TPI";
        return done.AnsweredQuestions == done.Questions
            ? judged
            : $"{judged} Baru {done.AnsweredQuestions} dari {done.Questions} soal {verb}; sisanya dihitung 0.";
    }

    private static string Judge(ScoreSheet sheet, Verdict verdict)
    {
        var target = verdict.Predicate.Code;
        if (verdict.Eligible)
        {
            return $"memenuhi seluruh syarat nilai {target}";
        }

        return verdict.LimitsMet
            ? $"memenuhi seluruh syarat nilai {target}, tetapi belum berpredikat {verdict.Predicate.Requires}"
            : $"belum memenuhi {target}: {Reasons(sheet, verdict)}";
    }

    /// <summary>Parts before sums, for a sum lacks only because a part does; then what lacks most of its weight.</summary>
    private static string Reasons(ScoreSheet sheet, Verdict verdict)
    {
        List<ConditionResult> unmet = [.. verdict.Unmet
            .OrderBy(condition => IsSum(sheet, condition))
            .ThenByDescending(condition => condition.IsAboutPoints ? (condition.Missing / condition.Weight).ToDecimal() : 0m)];
        var said = unmet.Count <= MostReasons ? unmet : unmet[..(MostReasons - 1)];
        List<string> reasons = [.. said.Select(condition => Reason(sheet, verdict, condition))];
        if (said.Count < unmet.Count)
        {
            reasons.Add($"{unmet.Count - said.Count} syarat lain");
        }

        return Join(reasons);
    }

    private static string Reason(ScoreSheet sheet, Verdict verdict, ConditionResult condition)
    {
        if (!condition.IsAboutPoints)
        {
            return $"belum berpredikat {verdict.Predicate.Requires}";
        }

        if (Survey.Of(sheet, condition) is { } survey)
        {
            return survey.Index is null ? $"{condition.Label} belum diisi" : $"{condition.Label} {survey.Index} dari {survey.Minimum}";
        }

        return condition.Code == Limit.TotalTarget
            ? $"nilai total kurang {Figure.Missing(condition.Missing)} poin"
            : $"kurang {Figure.Missing(condition.Missing)} poin di {condition.Label}";
    }

    private static bool IsSum(ScoreSheet sheet, ConditionResult condition) =>
        condition.IsAboutPoints
        && (condition.Code == Limit.TotalTarget || sheet.Section(condition.Code).Kind == SectionKind.Component);

    private static string Join(List<string> parts) => parts switch
    {
        [var only] => only,
        [var first, var second] => $"{first} dan {second}",
        _ => $"{string.Join(", ", parts[..^1])}, dan {parts[^1]}",
    };
}
