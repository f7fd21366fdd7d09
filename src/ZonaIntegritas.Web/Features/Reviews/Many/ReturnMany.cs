using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Reviews;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.Assessments;
using ZonaIntegritas.Web.Features.Reminders.Tell;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Features.Reviews.Many;

public sealed record ReturnManyCommand(Guid AssessmentId, IReadOnlyList<string> Codes, string Reason);

/// <summary>Kembalikan terpilih: TPI sends several questions back to the unit for one reason.</summary>
public sealed class ReturnMany(IDbContextFactory<AppDbContext> dbFactory, Authorizer authorizer, SheetKeeper sheets)
{
    public async Task<Result<ManyResult>> ExecuteAsync(ReturnManyCommand command, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var sheet = await sheets.OpenAsync(db, command.AssessmentId, ct);
        var actor = await authorizer.RequireAsync(db, who => who.May(SheetMove.Return, sheet.Assessment.UnitId), ct);
        if ((sheet.Assessment.MayReview(sheet.Period, sheet.Today).Problem ?? Incomplete(command)) is { } refused)
        {
            return refused;
        }

        List<ManyItem> items = [.. command.Codes.Distinct().Select(code => Return(db, sheet, actor, code, command.Reason))];
        if (items.Any(item => item.Problem is null))
        {
            await TellUnit.ReturnedAsync(db, sheet, actor, ct);
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
        }

        return new ManyResult(items);
    }

    private static Problem? Incomplete(ReturnManyCommand command) =>
        command.Codes.Count == 0 ? ReviewProblems.NothingChosen
        : string.IsNullOrWhiteSpace(command.Reason) ? AssessmentProblems.ReasonMissing
        : null;

    private static ManyItem Return(AppDbContext db, OpenSheet sheet, Actor actor, string code, string reason)
    {
        if (sheet.Instrument.Place(code) is not { } place)
        {
            return new(code, AssessmentProblems.UnknownQuestion);
        }

        if (!actor.DutyOn(sheet.Unit.Id)!.Covers(place.Area.Code))
        {
            return new(code, ReviewProblems.NotYourArea);
        }

        var result = sheet.Assessment.Return(place.Question, reason, sheet.Period, actor.UserId, sheet.Now, sheet.Today);
        if (!result.Succeeded)
        {
            return new(code, result.Problem);
        }

        db.RecordMove(sheet.Assessment, actor);
        return new(code, null, new UndoReturn(code, sheet.Now));
    }
}
