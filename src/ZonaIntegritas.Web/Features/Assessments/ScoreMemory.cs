using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Readiness;
using ZonaIntegritas.Domain.Scoring;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.Reminders.Tell;

namespace ZonaIntegritas.Web.Features.Assessments;

/// <param name="Gates">What was not met; empty for a score that had not been taken yet.</param>
/// <param name="Complete">Whether every question was answered.</param>
public sealed record ScoreBefore(string Gates, bool Complete);

/// <summary>What is remembered when a score changes: where the week ends, and which limits were crossed.</summary>
public static class ScoreMemory
{
    public static async Task KeepAsync(
        AppDbContext db, OpenSheet sheet, StoredScore now, ScoreBefore before, IReadOnlyList<Verdict> verdicts, CancellationToken ct)
    {
        await KeepWeekAsync(db, sheet, now, ct);
        if (await StoodBeforeAsync(db, now, before, ct) is { } unmet && unmet != now.UnmetGates)
        {
            var target = verdicts.Single(verdict => verdict.Predicate.Code == sheet.Assessment.Target);
            await AlertAsync(db, now, GateWatch.Crossed(UnmetGates.Read(unmet), target), sheet.Now, ct);
        }
    }

    private static async Task KeepWeekAsync(AppDbContext db, OpenSheet sheet, StoredScore now, CancellationToken ct)
    {
        var week = ScoreWeek.WeekOf(sheet.Today.Date);
        var kept = await db.ScoreWeeks.FindAsync([now.AssessmentId, now.Layer, week], ct);
        if (kept is null)
        {
            db.ScoreWeeks.Add(kept = new(now.AssessmentId, now.Layer, week));
        }

        kept.Take(now);
    }

    /// <summary>
    /// TPI judges question by question, from nothing: only its whole judgement is held against the unit's own, and a
    /// whole one that changes against itself. Null when there is nothing to compare with.
    /// </summary>
    private static async Task<string?> StoodBeforeAsync(AppDbContext db, StoredScore now, ScoreBefore before, CancellationToken ct)
    {
        if (now.Layer == Layer.Unit)
        {
            return before.Gates.Length > 0 ? before.Gates : null;
        }

        if (now.AnsweredQuestions < now.Questions)
        {
            return null;
        }

        return before is { Complete: true, Gates.Length: > 0 }
            ? before.Gates
            : await db.StoredScores.Where(score => score.AssessmentId == now.AssessmentId && score.Layer == Layer.Unit && score.UnmetGates != "")
                .Select(score => score.UnmetGates).SingleOrDefaultAsync(ct);
    }

    private static async Task AlertAsync(AppDbContext db, StoredScore score, IReadOnlyList<CrossedGate> crossed, DateTimeOffset now, CancellationToken ct)
    {
        if (crossed.Count == 0)
        {
            return;
        }

        var open = await db.GateAlerts
            .Where(alert => alert.AssessmentId == score.AssessmentId && alert.Layer == score.Layer && alert.ClearedAt == null)
            .ToListAsync(ct);
        var raised = GateWatch.Alert(score, crossed, open, now);
        db.GateAlerts.AddRange(raised);
        if (raised.All(alert => alert.Crossing != GateCrossing.Fell) && open.TrueForAll(alert => alert.ClearedAt is not null || alert.Crossing != GateCrossing.Fell))
        {
            await TellUnit.AlertsClearedAsync(db, score.AssessmentId, now, ct);
        }
    }
}
