using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Auditing;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.Assessments;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Features.Proposals.Tpn;

/// <summary>
/// Samakan dengan TPI: where nothing of TPN's was entered, TPI's value stands, so that only the differences are typed.
/// TPN's own values are not touched.
/// </summary>
public sealed class CopyTpiToTpn(IDbContextFactory<AppDbContext> dbFactory, Authorizer authorizer, SheetKeeper sheets)
{
    /// <returns>How many questions were filled.</returns>
    public async Task<Result<int>> ExecuteAsync(Guid assessmentId, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var sheet = await sheets.OpenAsync(db, assessmentId, ct);
        var actor = await authorizer.RequireAsync(db, who => who.May(SheetMove.RecordStage, sheet.Assessment.UnitId), ct);
        if (sheet.Assessment.MayEnterTpn().Problem is { } closed)
        {
            return closed;
        }

        var answers = (await db.Answers.Where(answer => answer.AssessmentId == assessmentId && answer.Layer != Layer.Unit).ToListAsync(ct))
            .ToLookup(answer => answer.QuestionCode);
        var copied = 0;
        foreach (var question in sheet.Instrument.Places.Select(place => place.Question))
        {
            var tpn = answers[question.Code].FirstOrDefault(answer => answer.Layer == Layer.Tpn);
            if (tpn?.Value is not null || answers[question.Code].FirstOrDefault(answer => answer.Layer == Layer.Tpi)?.Value is not { } value)
            {
                continue;
            }

            if (tpn is null)
            {
                db.Answers.Add(tpn = new(Guid.CreateVersion7(sheet.Now), assessmentId, Layer.Tpn, question.Code));
            }

            tpn.Change(value, tpn.Note, actor.UserId, sheet.Now);
            db.Record(
                sheet.Now, actor, AuditAction.AnswerSaved, new(sheet.Unit.Id, assessmentId, question.Code, Layer: Layer.Tpn),
                new(AnswerWriter.Describe(question, null), AnswerWriter.Describe(question, value)), "sama dengan TPI");
            copied++;
        }

        await db.SaveChangesAsync(ct);
        await SheetKeeper.RescoreAsync(db, sheet, Layer.Tpn, ct);
        await transaction.CommitAsync(ct);
        return copied;
    }
}
