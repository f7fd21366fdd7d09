using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.Assessments;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Features.Proposals.Tpn;

/// <summary>The administrator enters what TPN holds on a question, with its note and reason; the score follows.</summary>
public sealed class SaveTpnAnswer(IDbContextFactory<AppDbContext> dbFactory, Authorizer authorizer, SheetKeeper sheets)
{
    public async Task<Result<SavedAnswer>> ExecuteAsync(SaveAnswerCommand command, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var sheet = await sheets.OpenAsync(db, command.AssessmentId, ct);
        var actor = await authorizer.RequireAsync(db, who => who.May(SheetMove.RecordStage, sheet.Assessment.UnitId), ct);
        if (sheet.Assessment.MayEnterTpn().Problem is { } closed)
        {
            return closed;
        }

        var write = new AnswerWrite(Layer.Tpn, command.QuestionCode, command.Value, command.Note, command.SeenVersion, command.Reason);
        var saved = await AnswerWriter.WriteAsync(db, sheet, write, actor, ct);
        if (saved.Succeeded)
        {
            await transaction.CommitAsync(ct);
        }

        return saved;
    }
}
