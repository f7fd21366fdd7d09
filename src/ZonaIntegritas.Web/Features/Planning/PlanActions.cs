using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Auditing;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Planning;
using ZonaIntegritas.Domain.Scoring;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.Assessments;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Features.Planning;

/// <param name="Aim">Null for "all of it".</param>
public sealed record PlannedAction(string QuestionCode, AnswerValue? Aim, ActionText Text);

/// <summary>Jadikan rencana aksi: chosen improvements become action items, all or none.</summary>
public sealed class PlanActions(IDbContextFactory<AppDbContext> dbFactory, Authorizer authorizer, SheetKeeper sheets)
{
    public async Task<Result> ExecuteAsync(Guid assessmentId, IReadOnlyList<PlannedAction> actions, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var sheet = await sheets.OpenAsync(db, assessmentId, ct);
        var actor = await authorizer.RequirePlannerAsync(db, sheet, ct);
        if (PlanSource.Closed(sheet) is { } closed)
        {
            return closed;
        }

        if (actions.Count == 0)
        {
            return PlanningProblems.NothingChosen;
        }

        var lines = (await PlanSource.ScoreAsync(db, sheet, ct)).Score.Lines.ToDictionary(line => line.Question.Code);
        var planned = (await db.ActionItems.Where(item => item.AssessmentId == assessmentId && item.State == ActionState.Open)
            .Select(item => new { item.QuestionCode, item.Aim }).ToListAsync(ct)).Select(item => (item.QuestionCode, item.Aim)).ToHashSet();
        foreach (var action in actions)
        {
            if (FaultOf(action, lines, sheet.Today) is { } fault)
            {
                return fault;
            }

            if (!planned.Add((action.QuestionCode, AimText(action))))
            {
                return PlanningProblems.AlreadyPlanned(action.QuestionCode);
            }

            var item = Make(assessmentId, action, GainOf(lines[action.QuestionCode], action.Aim), actor.UserId, sheet.Now);
            db.ActionItems.Add(item);
            db.Record(
                sheet.Now, actor, AuditAction.ActionPlanned, new(sheet.Unit.Id, assessmentId, item.QuestionCode, item.Id),
                new(null, ActionTrace.Of(item)), "butir baru");
        }

        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return Result.Ok;
    }

    private static ActionItem Make(Guid assessmentId, PlannedAction action, Fraction gain, Guid by, DateTimeOffset now)
    {
        var text = action.Text.Trimmed;
        var item = new ActionItem(Guid.CreateVersion7(now), assessmentId, action.QuestionCode, by, now);
        item.Describe(text.What, text.Who, text.DueOn!.Value);
        item.AimAt(AimText(action), gain.ToDecimal());
        return item;
    }

    private static Problem? FaultOf(PlannedAction action, Dictionary<string, ScoreLine> lines, UnitDay today) =>
        !lines.TryGetValue(action.QuestionCode, out var line) ? AssessmentProblems.UnknownQuestion
        : action.Aim is { } aim && (AnswerRules.FaultsOf(line.Question, aim).Count > 0 || !AnswerRules.IsComplete(line.Question, aim))
            ? PlanningProblems.UnacceptableAim(action.QuestionCode)
        : action.Text.Fault(today);

    private static string AimText(PlannedAction action) => action.Aim is { } aim ? AnswerJson.Write(aim) : "";

    // As the sheet stands now, whatever the page showed.
    private static Fraction GainOf(ScoreLine line, AnswerValue? aim) => aim switch
    {
        null => line.Lost,
        ChoiceAnswer choice => (line.Question.Option(choice.Key)!.Worth - line.Value) * line.Factor,
        LevelAnswer level => (Fraction.Of(level.Value, line.Question.Scale.Maximum) - line.Value) * line.Factor,
        CountsAnswer counts => (CountScoring.Value(line.Question.Formula!, counts).Value - line.Value) * line.Factor,
        _ => throw new InvalidOperationException($"Unknown answer {aim.GetType().Name}."),
    };
}
