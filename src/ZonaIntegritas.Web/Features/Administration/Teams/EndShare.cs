using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Auditing;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Features.Administration.Teams;

/// <summary>Akhiri penugasan: the person judges this unit no more; what was judged stays under that name.</summary>
public sealed class EndShare(IDbContextFactory<AppDbContext> dbFactory, Authorizer authorizer, TimeProvider clock)
{
    public async Task<Result> ExecuteAsync(Guid shareId, string reason, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var actor = await authorizer.RequireAsync(db, who => who.MayAdminister, ct);
        if (TeamRules.ReasonFault(reason) is { } fault)
        {
            return fault;
        }

        if (await db.ReviewAssignments.SingleOrDefaultAsync(each => each.Id == shareId && each.EndedAt == null, ct) is not { } share)
        {
            return TeamProblems.Ended;
        }

        var now = clock.GetUtcNow();
        share.End(actor.UserId, now, reason);
        db.Record(
            now, actor, AuditAction.AssignmentEnded, new(share.UnitId), new(ShareWords.Say(share), null), AboutPerson.Note(share.EvaluatorId, share.EndReason));
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return Result.Ok;
    }
}
