using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Instruments;
using ZonaIntegritas.Domain.Proposals;
using ZonaIntegritas.Domain.Scoring;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.Assessments;
using ZonaIntegritas.Web.Features.Proposals.Conditions;
using ZonaIntegritas.Web.Features.Readiness;
using ZonaIntegritas.Web.Features.Readiness.Figures;

namespace ZonaIntegritas.Web.Features.Papers.UnmetConditions;

/// <summary>Reads what a sheet still lacks. Asks nobody's leave: the caller has.</summary>
public sealed class UnmetReader(SheetKeeper sheets, ReadinessSource source)
{
    private const int MostQuestions = 3;

    public async Task<UnmetFacts> ReadAsync(AppDbContext db, Guid assessmentId, Layer layer, CancellationToken ct)
    {
        var sheet = await sheets.OpenAsync(db, assessmentId, ct);
        var report = await source.MakeAsync(db, sheet, layer, ct);
        var score = await ScoreAsync(db, sheet, layer, ct);
        var records = await db.ConditionRecords
            .Where(record => record.PeriodId == sheet.Period.Id && (record.UnitId == null || record.UnitId == sheet.Unit.Id))
            .Select(record => new RecordedCondition(record.Code, record.Value, record.ConfirmedAt != null))
            .ToListAsync(ct);
        return new(
            report,
            report.Predicates.SelectMany(predicate => predicate.Unmet).Where(gate => gate.IsAboutPoints).Select(gate => gate.Code).Distinct()
                .ToDictionary(code => code, code => CostlyOf(score, code)),
            ProposalState.ConditionsOf(sheet, records),
            sheet.Unit.IsAffirmed && sheet.Period.Instansi == InstansiKind.Pemda,
            Situation.TurnOf(sheet.Assessment.Status, sheet.Assessment.Outcome),
            sheet.Unit.Zone);
    }

    /// <summary>The same sheet as the report's: frozen once the LHE is out.</summary>
    private static async Task<ScoreSheet> ScoreAsync(AppDbContext db, OpenSheet sheet, Layer layer, CancellationToken ct)
    {
        var id = sheet.Assessment.Id;
        var frozen = SheetLife.IsAfterLhe(sheet.Assessment.Status)
            ? await db.FrozenSheets.Where(kept => kept.AssessmentId == id && kept.Layer == layer).OrderByDescending(kept => kept.Edition).Select(kept => kept.Json).FirstOrDefaultAsync(ct)
            : null;
        return frozen is null
            ? await SheetKeeper.ScoreAsync(db, id, sheet.Instrument, layer, ct)
            : ScoringEngine.Score(sheet.Instrument, FrozenAnswers.Read(sheet.Instrument, frozen).Answers);
    }

    private static IReadOnlyList<LostPoints> CostlyOf(ScoreSheet score, string gate) =>
    [
        .. score.Lines
            .Where(line => line.Lost > Fraction.Zero && (gate == Limit.TotalTarget || PathOf(score, line).Any(section => section.Code == gate)))
            .OrderByDescending(line => line.Lost)
            .Take(MostQuestions)
            .Select(line => new LostPoints(
                line.Question.Code, line.Question.Statement, score.Instrument.Place(line.Question.Code)!.Area.Name, AnswerWords.Say(line), Figure.Points(line.Lost))),
    ];

    private static IReadOnlyList<Section> PathOf(ScoreSheet score, ScoreLine line) => score.Instrument.Place(line.Question.Code)!.Path;
}
