using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Scoring;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.Assessments;
using ZonaIntegritas.Web.Features.Readiness;
using ZonaIntegritas.Web.Features.Readiness.Figures;

namespace ZonaIntegritas.Web.Features.Proposals.Conditions;

/// <summary>The score a checklist is held against, and whose it is.</summary>
internal sealed record SheetScore(Layer Layer, ScoreSheet Sheet, Verdict Verdict)
{
    /// <summary>
    /// TPI's view once it has judged every question, and for the unit not before the LHE is out; else the unit's own.
    /// After the LHE it is the frozen one, with the predicate that the unit held then.
    /// </summary>
    public static async Task<SheetScore> ReadAsync(AppDbContext db, OpenSheet sheet, Actor actor, CancellationToken ct)
    {
        var id = sheet.Assessment.Id;
        if (SheetLife.IsAfterLhe(sheet.Assessment.Status))
        {
            return await ReadFrozenAsync(db, sheet, ct);
        }

        var isUnits = actor.BelongsTo(sheet.Unit.Id);
        var layer = !isUnits && await db.StoredScores.AnyAsync(
            stored => stored.AssessmentId == id && stored.Layer == Layer.Tpi && stored.AnsweredQuestions == stored.Questions, ct) ? Layer.Tpi : Layer.Unit;
        var score = await SheetKeeper.ScoreAsync(db, id, sheet.Instrument, layer, ct);
        return new(layer, score, SheetKeeper.TargetVerdict(sheet, score));
    }

    public ScoreLimits Limits(string unit) => new(
        Layer, PredicateReader.Read(unit, Layer, Sheet, Verdict, isTarget: true), Sheet.Completeness.AnsweredQuestions, Sheet.Completeness.Questions);

    private static async Task<SheetScore> ReadFrozenAsync(AppDbContext db, OpenSheet sheet, CancellationToken ct)
    {
        var json = await db.FrozenSheets
            .Where(kept => kept.AssessmentId == sheet.Assessment.Id && kept.Layer == Layer.Tpi)
            .OrderByDescending(kept => kept.Edition).Select(kept => kept.Json).FirstAsync(ct);
        var kept = FrozenAnswers.Read(sheet.Instrument, json);
        var score = ScoringEngine.Score(sheet.Instrument, kept.Answers);
        return new(Layer.Tpi, score, Eligibility.Decide(score, sheet.Instrument.Predicate(sheet.Assessment.Target)!, kept.HeldPredicates));
    }
}
