using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.Assessments;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Features.Reviews;

/// <summary>One tier of TPI gives its own value and note to a question, beside the unit's and after the tier below.</summary>
public sealed class SaveTpiAnswer(IDbContextFactory<AppDbContext> dbFactory, Authorizer authorizer, SheetKeeper sheets)
{
    public async Task<Result<SavedAnswer>> ExecuteAsync(SaveAnswerCommand command, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var sheet = await sheets.OpenAsync(db, command.AssessmentId, ct);
        var actor = await authorizer.RequireAsync(db, who => who.MayReview(sheet.Assessment.UnitId), ct);
        if (sheet.Assessment.MayReview(sheet.Period, sheet.Today).Problem is { } closed)
        {
            return closed;
        }

        var pad = await JudgementPad.OpenAsync(db, sheet, actor, command.QuestionCode, ct);
        var judged = pad.Judge(command);
        if (!judged.Succeeded)
        {
            return judged.Problem!;
        }

        var (score, _) = await pad.SaveAsync(ct);
        await transaction.CommitAsync(ct);
        return new SavedAnswer(judged.Value.Version, sheet.Now, score);
    }
}
