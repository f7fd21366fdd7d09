using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Reviews;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.Assessments;
using ZonaIntegritas.Web.Features.Reminders.Tell;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Features.Reviews.Many;

public sealed record UndoManyCommand(Guid AssessmentId, IReadOnlyList<UndoStep> Steps);

/// <summary>
/// Urungkan: each judgement goes back to what it was and each return is taken back, unless somebody has changed it
/// since. Undoing is judging too: asked, written and kept in the trail as such.
/// </summary>
public sealed class UndoMany(IDbContextFactory<AppDbContext> dbFactory, Authorizer authorizer, SheetKeeper sheets)
{
    public async Task<Result<ManyResult>> ExecuteAsync(UndoManyCommand command, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var sheet = await sheets.OpenAsync(db, command.AssessmentId, ct);
        var actor = await authorizer.RequireAsync(db, who => who.MayReview(sheet.Assessment.UnitId), ct);
        if ((sheet.Assessment.MayReview(sheet.Period, sheet.Today).Problem ?? (command.Steps.Count == 0 ? ReviewProblems.NothingChosen : null)) is { } refused)
        {
            return refused;
        }

        var pad = await JudgementPad.OpenAsync(db, sheet, actor, null, ct);
        List<ManyItem> items = [.. command.Steps.Select(step => new ManyItem(step.Code, step switch
        {
            UndoJudgement judged => Undo(pad, sheet, actor, judged),
            UndoReturn returned => Undo(db, sheet, actor, returned),
            _ => throw new ArgumentOutOfRangeException(nameof(command)),
        }))];
        if (items.Any(item => item.Problem is null))
        {
            foreach (var (step, item) in command.Steps.Zip(items).Where(pair => pair.First is UndoReturn && pair.Second.Problem is null))
            {
                await TellUnit.SettledAsync(db, sheet, step.Code, ct);
            }

            await pad.SaveAsync(ct);
            await transaction.CommitAsync(ct);
        }

        return new ManyResult(items);
    }

    private static Problem? Undo(JudgementPad pad, OpenSheet sheet, Actor actor, UndoJudgement step)
    {
        var waits = sheet.Assessment.ReturnedItems.Any(item => item.QuestionCode == step.Code && item.State != ReturnedItemState.Closed);
        if (pad.Table.Of(step.Code, pad.Duty.Tier) is not { } mine || mine.Version != step.Version || mine.By != actor.UserId || waits)
        {
            return ReviewProblems.ChangedSince;
        }

        var before = step.Before ?? new(null, "");
        var judged = pad.Judge(
            new(sheet.Assessment.Id, step.Code, before.Value, before.Note, step.Version, step.Basis, before.Reason), step.BasedOn);
        if (judged.Succeeded)
        {
            // A repair that the undone judgement had looked at waits for a look again.
            sheet.Assessment.ReopenRepaired(step.Code, actor.UserId, step.At);
        }

        return judged.Problem;
    }

    private static Problem? Undo(AppDbContext db, OpenSheet sheet, Actor actor, UndoReturn step)
    {
        if (sheet.Instrument.Place(step.Code) is not { } place || !actor.DutyOn(sheet.Unit.Id)!.Covers(place.Area.Code))
        {
            return ReviewProblems.NotYourArea;
        }

        var open = sheet.Assessment.ReturnedItems.FirstOrDefault(item => item.QuestionCode == step.Code && item.State == ReturnedItemState.Open);
        if (open is null || (open.ReturnedBy, open.ReturnedAt) != (actor.UserId, step.At))
        {
            return open is null ? ReviewProblems.NothingToTakeBack : ReviewProblems.ChangedSince;
        }

        var result = sheet.Assessment.TakeBackReturn(step.Code, sheet.Period, actor.UserId, sheet.Now, sheet.Today);
        if (result.Succeeded)
        {
            db.RecordMove(sheet.Assessment, actor);
        }

        return result.Problem;
    }
}
