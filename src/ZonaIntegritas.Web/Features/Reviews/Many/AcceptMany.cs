using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Evidence;
using ZonaIntegritas.Domain.Reviews;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.Assessments;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Features.Reviews.Many;

/// <summary>One question as the list showed it; what has changed since is refused, not accepted unseen.</summary>
/// <param name="SeenVersion">Version of the own judgement; 0 for none.</param>
/// <param name="SeenBelow">Version of the judgement below the own; 0 for none.</param>
/// <param name="SeenUnit">Version of the unit's answer; 0 for none.</param>
/// <param name="Shown">The documents put forward when the list was loaded.</param>
public sealed record AcceptItem(string Code, int SeenVersion, int SeenBelow, int SeenUnit, IReadOnlyCollection<PutForward> Shown);

public sealed record AcceptManyCommand(Guid AssessmentId, IReadOnlyList<AcceptItem> Items);

/// <summary>Terima terpilih: takes over the value of the tier below, else the unit's, for each question on its own merits.</summary>
public sealed class AcceptMany(IDbContextFactory<AppDbContext> dbFactory, Authorizer authorizer, SheetKeeper sheets)
{
    public async Task<Result<ManyResult>> ExecuteAsync(AcceptManyCommand command, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var sheet = await sheets.OpenAsync(db, command.AssessmentId, ct);
        var actor = await authorizer.RequireAsync(db, who => who.MayReview(sheet.Assessment.UnitId), ct);
        if ((sheet.Assessment.MayReview(sheet.Period, sheet.Today).Problem ?? (command.Items.Count == 0 ? ReviewProblems.NothingChosen : null)) is { } refused)
        {
            return refused;
        }

        var pad = await JudgementPad.OpenAsync(db, sheet, actor, null, ct);
        List<ManyItem> items = [.. command.Items.DistinctBy(item => item.Code).Select(item => Accept(pad, sheet, item))];
        if (items.Any(item => item.Problem is null))
        {
            var (_, before) = await pad.SaveAsync(ct);
            await transaction.CommitAsync(ct);
            items = [.. items.Select(item => item.Undo is UndoJudgement undo ? item with { Undo = undo with { Basis = [.. before[item.Code]] } } : item)];
        }

        return new ManyResult(items);
    }

    private static ManyItem Accept(JudgementPad pad, OpenSheet sheet, AcceptItem item)
    {
        if ((pad.Refusal(item.Code) ?? NotAsSeen(pad, sheet, item)) is { } refused)
        {
            return new(item.Code, refused);
        }

        if (Offer(pad, item.Code) is not { Value: not null } offer)
        {
            return new(item.Code, ReviewProblems.NothingToAccept);
        }

        if (offer.Reason is null && pad.DiffersFromUnit(item.Code, offer.Value))
        {
            return new(item.Code, ReviewProblems.AcceptWithoutReason);
        }

        var mine = pad.Table.Of(item.Code, pad.Duty.Tier);
        var (before, basedOn) = (mine is null ? null : new Judgement(mine.Value, mine.Note, mine.Reason), mine?.BasedOn ?? 0);
        var judged = pad.Judge(new(
            sheet.Assessment.Id, item.Code, offer.Value, mine?.Note ?? "", item.SeenVersion, item.Shown, offer.Reason, item.SeenBelow));
        return judged.Succeeded
            ? new(item.Code, null, new UndoJudgement(item.Code, sheet.Now, judged.Value.Version, before, basedOn, []))
            : new(item.Code, judged.Problem);
    }

    private static Problem? NotAsSeen(JudgementPad pad, OpenSheet sheet, AcceptItem item) =>
        sheet.Assessment.ReturnedItems.Any(returned => returned.QuestionCode == item.Code && returned.State == ReturnedItemState.Open) ? ReviewProblems.WithUnit
        : (pad.UnitAnswer(item.Code)?.Version ?? 0) != item.SeenUnit ? ReviewProblems.UnitAnswerChanged
        : null;

    private static Judgement? Offer(JudgementPad pad, string code) =>
        pad.Table.Of(code).Where(below => below.Tier < pad.Duty.Tier && below.Value is not null).MaxBy(below => below.Tier) is { } judged
            ? new(judged.Value, "", judged.Reason)
            : new(pad.UnitAnswer(code)?.Value, "");
}
