using System.Globalization;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Instruments;
using ZonaIntegritas.Domain.Reviews;
using ZonaIntegritas.Domain.Scoring;

namespace ZonaIntegritas.Web.Features.Readiness.Figures;

/// <summary>The unit's own total if every unanswered question and every returned item got its full value.</summary>
internal static class IfAllSucceed
{
    private const string Label = "Bila semua yang terbuka berhasil";

    public static StandingFigure Of(ReadinessInput input)
    {
        if (SheetLife.IsAfterLhe(input.Assessment.Status))
        {
            return new(null, Label, null, "tidak ada yang terbuka", IsFinal: false, "Lembar sudah selesai dievaluasi.");
        }

        var returned = input.Assessment.ReturnedItems.Where(item => item.State != ReturnedItemState.Closed).Select(item => item.QuestionCode).ToHashSet();
        List<ScoreLine> open = [.. input.Own.Lines.Where(line => !line.Answered || returned.Contains(line.Question.Code))];
        var total = input.Own.Total.Points + Sum(open);
        return new(null, Label, Figure.Points(total), Say(open, returned), IsFinal: false, StillMissing(input, open));
    }

    private static string Say(List<ScoreLine> open, HashSet<string> returned)
    {
        var unanswered = open.Count(line => !line.Answered && !returned.Contains(line.Question.Code));
        var back = open.Count - unanswered;
        return open.Count == 0 ? "tidak ada yang terbuka"
            : back == 0 ? Invariant($"{unanswered} soal belum dijawab, bernilai penuh")
            : unanswered == 0 ? Invariant($"{back} soal dikembalikan, bernilai penuh")
            : Invariant($"{unanswered} soal belum dijawab dan {back} dikembalikan, bernilai penuh");
    }

    /// <summary>Whether that would be enough for the target, limit by limit.</summary>
    private static string StillMissing(ReadinessInput input, List<ScoreLine> open)
    {
        var target = input.Sheet.Instrument.Predicate(input.Assessment.Target);
        if (target is null)
        {
            return "";
        }

        var missed = target.Limits.Where(limit => input.Own.Section(limit.Target).Points + Sum(Below(input.Own.Instrument, open, limit.Target)) < limit.MinimumPoints)
            .Select(limit => limit.Label).ToList();
        return missed.Count == 0
            ? $"Seluruh batas {target.Code} lalu terpenuhi."
            : Invariant($"Masih kurang untuk {target.Code}: {string.Join(", ", missed.Take(2))}{(missed.Count > 2 ? Invariant($" dan {missed.Count - 2} lain") : "")}.");
    }

    private static IEnumerable<ScoreLine> Below(Instrument instrument, List<ScoreLine> lines, string section) => section == Limit.TotalTarget
        ? lines
        : lines.Where(line => instrument.Place(line.Question.Code)!.Path.Any(part => part.Code == section || part.Group == section));

    private static Fraction Sum(IEnumerable<ScoreLine> lines) => lines.Aggregate(Fraction.Zero, (sum, line) => sum + line.Lost);

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
