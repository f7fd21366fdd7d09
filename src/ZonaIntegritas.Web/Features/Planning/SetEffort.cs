using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Auditing;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Planning;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.Assessments;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Features.Planning;

/// <summary>The unit says how hard a question is to improve.</summary>
public sealed class SetEffort(IDbContextFactory<AppDbContext> dbFactory, Authorizer authorizer, SheetKeeper sheets)
{
    public async Task<Result> ExecuteAsync(Guid assessmentId, string questionCode, int effort, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var sheet = await sheets.OpenAsync(db, assessmentId, ct);
        var actor = await authorizer.RequirePlannerAsync(db, sheet, ct);
        if (PlanSource.Closed(sheet) is { } closed)
        {
            return closed;
        }

        if (sheet.Instrument.Question(questionCode) is null)
        {
            return AssessmentProblems.UnknownQuestion;
        }

        if (!EffortWords.All.Contains(effort))
        {
            return PlanningProblems.UnknownEffort;
        }

        var stored = await db.QuestionEfforts.FindAsync([assessmentId, questionCode], ct);
        var before = stored?.Effort ?? QuestionEffort.Least;
        if (stored is null)
        {
            db.QuestionEfforts.Add(stored = new(assessmentId, questionCode));
        }

        stored.Set(effort, actor.UserId, sheet.Now);
        db.Record(
            sheet.Now, actor, AuditAction.ActionPlanned, new(sheet.Unit.Id, assessmentId, questionCode),
            new(EffortWords.Say(before), EffortWords.Say(effort)), "tingkat usaha");
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return Result.Ok;
    }
}
