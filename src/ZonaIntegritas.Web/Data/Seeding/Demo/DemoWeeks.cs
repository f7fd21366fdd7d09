using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Readiness;
using ZonaIntegritas.Domain.Scoring;
using ZonaIntegritas.Web.Features.Assessments;

namespace ZonaIntegritas.Web.Data.Seeding.Demo;

/// <summary>How a layer's score grew from week to week, scored from the answers that were there at each week's end.</summary>
internal static class DemoWeeks
{
    public static void Add(AppDbContext db, OpenSheet sheet, Layer layer, IReadOnlyList<Answer> answers)
    {
        var values = answers.Where(answer => answer.Value is not null).ToList();
        List<GateAlert> alerts = [];
        string? before = null;
        foreach (var week in values.Select(answer => WeekOf(sheet, answer)).Distinct().Order())
        {
            var there = values.Where(answer => WeekOf(sheet, answer) <= week).ToList();
            var score = ScoringEngine.Score(sheet.Instrument, there.ToDictionary(answer => answer.QuestionCode, answer => answer.Value!));
            var verdicts = Eligibility.DecideAll(score, sheet.Unit.HeldPredicates);
            var stored = new StoredScore(sheet.Assessment.Id, layer);
            stored.Take(score, sheet.Assessment.Target, verdicts, there.Max(answer => answer.ChangedAt));
            var kept = new ScoreWeek(sheet.Assessment.Id, layer, week);
            kept.Take(stored);
            db.ScoreWeeks.Add(kept);
            if (layer == Layer.Unit)
            {
                before ??= UnmetGates.Of(Eligibility.DecideAll(ScoringEngine.Score(sheet.Instrument, new Dictionary<string, AnswerValue>()), []));
                alerts.AddRange(GateWatch.Alert(stored, GateWatch.Crossed(UnmetGates.Read(before), Target(sheet, verdicts)), alerts, stored.ScoredAt));
                before = stored.UnmetGates;
            }
        }

        db.GateAlerts.AddRange(alerts);
    }

    /// <summary>TPI has judged everything: what the unit counted as met and TPI does not.</summary>
    public static void AlertTpi(AppDbContext db, OpenSheet sheet, ScoreSheet own, ScoreSheet judged, DateTimeOffset at)
    {
        if (judged.Completeness.AnsweredQuestions < judged.Completeness.Questions)
        {
            return;
        }

        var before = UnmetGates.Of(Eligibility.DecideAll(own, sheet.Unit.HeldPredicates));
        var verdicts = Eligibility.DecideAll(judged, sheet.Unit.HeldPredicates);
        var stored = new StoredScore(sheet.Assessment.Id, Layer.Tpi);
        stored.Take(judged, sheet.Assessment.Target, verdicts, at);
        db.GateAlerts.AddRange(GateWatch.Alert(stored, GateWatch.Crossed(UnmetGates.Read(before), Target(sheet, verdicts)), [], at));
    }

    private static Verdict Target(OpenSheet sheet, IReadOnlyList<Verdict> verdicts) =>
        verdicts.Single(verdict => verdict.Predicate.Code == sheet.Assessment.Target);

    private static DateOnly WeekOf(OpenSheet sheet, Answer answer) =>
        ScoreWeek.WeekOf(sheet.Unit.Zone.Today(answer.ChangedAt));
}
