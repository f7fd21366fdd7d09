using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Auditing;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Reviews;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.Assessments;
using ZonaIntegritas.Web.Features.Reminders.Tell;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Features.Administration.Teams;

/// <param name="Areas">Codes of areas and outcomes; none for all.</param>
public sealed record ChangeShareCommand(Guid ShareId, ReviewTier Tier, IReadOnlyCollection<string> Areas);

/// <summary>Ubah tugas: another tier or other areas for the same person; the former share is ended, so that the history tells both.</summary>
public sealed class ChangeShare(IDbContextFactory<AppDbContext> dbFactory, Authorizer authorizer, InstrumentLibrary instruments, TimeProvider clock)
{
    private const string Reason = "Jenjang atau area diubah.";

    public async Task<Result> ExecuteAsync(ChangeShareCommand command, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var actor = await authorizer.RequireAsync(db, who => who.MayAdminister, ct);
        if (await db.ReviewAssignments.SingleOrDefaultAsync(share => share.Id == command.ShareId && share.EndedAt == null, ct) is not { } former)
        {
            return TeamProblems.Ended;
        }

        if (await TeamRules.EvaluatorFaultAsync(db, former.EvaluatorId, ct) is { } fault)
        {
            return fault;
        }

        var areas = await TeamRules.AreasAsync(db, instruments, former.UnitId, command.Areas, ct);
        if (areas.Problem is { } unknown)
        {
            return unknown;
        }

        if (command.Tier == former.Tier && areas.Value.SequenceEqual(former.Areas))
        {
            return TeamProblems.Unchanged;
        }

        var now = clock.GetUtcNow();
        former.End(actor.UserId, now, Reason);
        // Saved before the new one is added: a person holds one active share of a unit.
        await db.SaveChangesAsync(ct);
        var share = new ReviewAssignment(Guid.CreateVersion7(now), former.EvaluatorId, former.UnitId, command.Tier, areas.Value, actor.UserId, now);
        db.Add(share);
        db.Record(
            now, actor, AuditAction.AssignmentGiven, new(share.UnitId), new(ShareWords.Say(former), ShareWords.Say(share)), AboutPerson.Note(share.EvaluatorId));
        await TellReviewers.AssignedAsync(db, share.EvaluatorId, actor, now, ct);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return Result.Ok;
    }
}
