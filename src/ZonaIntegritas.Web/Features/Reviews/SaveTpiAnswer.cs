using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.Assessments;
using ZonaIntegritas.Web.Features.Evidence;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Features.Reviews;

/// <summary>TPI gives its own answer and note to a question, beside the unit's.</summary>
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

        var write = new AnswerWrite(Layer.Tpi, command.QuestionCode, command.Value, command.Note, command.SeenVersion);
        sheet.Assessment.BeginReview();
        sheet.Assessment.CloseRepaired(command.QuestionCode, actor.UserId, sheet.Now);
        var saved = await AnswerWriter.WriteAsync(db, sheet, write, actor.UserId, ct);
        if (saved.Succeeded)
        {
            await ReviewBasis.RecordAsync(db, command.AssessmentId, Layer.Tpi, command.QuestionCode, command.Shown, ct);
            await transaction.CommitAsync(ct);
        }

        return saved;
    }
}
