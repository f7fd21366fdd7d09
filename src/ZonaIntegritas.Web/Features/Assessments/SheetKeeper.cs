using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Instruments;
using ZonaIntegritas.Domain.Scoring;
using ZonaIntegritas.Domain.WorkUnits;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Identity;
using ZonaIntegritas.Web.Measuring;

namespace ZonaIntegritas.Web.Features.Assessments;

/// <summary>A sheet with all that its rules need, loaded inside one operation.</summary>
public sealed record OpenSheet(Assessment Assessment, WorkUnit Unit, AssessmentPeriod Period, Instrument Instrument, DateTimeOffset Now)
{
    /// <summary>The date at the unit, in its zone.</summary>
    public UnitDay Today => new(Unit.Zone.Today(Now), Unit.Zone);
}

/// <summary>Loads sheets for use cases and keeps the stored score equal to the answers, in the same transaction.</summary>
public sealed class SheetKeeper(InstrumentLibrary instruments, TimeProvider clock)
{
    /// <exception cref="ForbiddenException">There is no such sheet; said as "not allowed", so that ids tell nothing.</exception>
    public async Task<OpenSheet> OpenAsync(AppDbContext db, Guid assessmentId, CancellationToken ct)
    {
        // One command: it stands at the beginning of every save, inside the transaction that others wait for.
        var (assessment, unit, period) = await (
            from sheet in db.Assessments.Include(a => a.ReturnedItems)
            where sheet.Id == assessmentId
            join itsUnit in db.WorkUnits on sheet.UnitId equals itsUnit.Id
            join itsPeriod in db.Periods on sheet.PeriodId equals itsPeriod.Id
            select new { sheet, itsUnit, itsPeriod })
            .SingleOrDefaultAsync(ct) is { } found
            ? (found.sheet, found.itsUnit, found.itsPeriod)
            : throw new ForbiddenException(Authorizer.NotAllowed);
        var instrument = await instruments.GetAsync(db, assessment.InstrumentVersionId, ct);
        return new(assessment, unit, period, instrument, clock.GetUtcNow());
    }

    /// <summary>Scores what is saved, after the caller's changes were saved, and stores the figures.</summary>
    public static async Task<ScoreSheet> RescoreAsync(AppDbContext db, OpenSheet sheet, Layer layer, CancellationToken ct)
    {
        var score = await ScoreAsync(db, sheet.Assessment.Id, sheet.Instrument, layer, ct);
        var stored = await db.StoredScores.FindAsync([sheet.Assessment.Id, layer], ct);
        if (stored is null)
        {
            db.StoredScores.Add(stored = new(sheet.Assessment.Id, layer));
        }

        var before = new ScoreBefore(stored.UnmetGates, stored.Questions > 0 && stored.AnsweredQuestions == stored.Questions);
        var verdicts = Eligibility.DecideAll(score, sheet.Unit.HeldPredicates);
        stored.Take(score, sheet.Assessment.Target, verdicts, sheet.Now);
        await ScoreMemory.KeepAsync(db, sheet, stored, before, verdicts, ct);
        await db.SaveChangesAsync(ct);
        return score;
    }

    public static async Task<ScoreSheet> ScoreAsync(
        AppDbContext db, Guid assessmentId, Instrument instrument, Layer layer, CancellationToken ct)
    {
        using var activity = Measures.Source.StartActivity("score sheet");
        var begun = Stopwatch.GetTimestamp();
        var answers = await db.Answers.AsNoTracking()
            .Where(answer => answer.AssessmentId == assessmentId && answer.Layer == layer && answer.Value != null)
            .Select(answer => new { answer.QuestionCode, answer.Value })
            .ToDictionaryAsync(answer => answer.QuestionCode, answer => answer.Value!, ct);
        var score = ScoringEngine.Score(instrument, answers);
        Measures.Scoring.Record(Measures.SecondsSince(begun), Measures.Tag("layer", layer.ToString()));
        return score;
    }

    public static Verdict TargetVerdict(OpenSheet sheet, ScoreSheet score) =>
        Eligibility.Decide(score, sheet.Instrument.Predicate(sheet.Assessment.Target)!, sheet.Unit.HeldPredicates);
}
