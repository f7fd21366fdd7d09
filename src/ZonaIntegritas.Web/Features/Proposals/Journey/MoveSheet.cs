using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.Assessments;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Features.Proposals.Journey;

/// <param name="On">Date of the letter, decree, report or stage.</param>
/// <param name="Reference">Its number.</param>
/// <param name="Note">A reason or remark.</param>
public sealed record MovePaper(DateOnly? On = null, string Reference = "", string Note = "");

/// <param name="Stage">Only for a stage of TPN.</param>
public sealed record MoveCommand(Guid AssessmentId, SheetMove Move, MovePaper Paper, StageEntry? Stage = null);

public sealed record StageEntry(TpnStageKind Kind, TpnStageResult Result);

/// <summary>
/// One step of a whole sheet that rests on a decision or a paper alone: taken back, begun, reopened, proposed, TPN's
/// stages, its decision, monitoring, revocation. Steps with content of their own (submitting, returning, repairing, the
/// LHE) have their own use cases.
/// </summary>
public sealed class MoveSheet(IDbContextFactory<AppDbContext> dbFactory, Authorizer authorizer, SheetKeeper sheets)
{
    /// <summary>The moves that are made here.</summary>
    public static IReadOnlySet<SheetMove> Moves { get; } = new HashSet<SheetMove>
    {
        SheetMove.Withdraw, SheetMove.BeginPreliminary, SheetMove.BeginReview, SheetMove.Reopen, SheetMove.Propose, SheetMove.WithdrawProposal,
        SheetMove.RecordStage, SheetMove.Award, SheetMove.Decline, SheetMove.Monitor, SheetMove.Revoke,
    };

    public async Task<Result> ExecuteAsync(MoveCommand command, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var sheet = await sheets.OpenAsync(db, command.AssessmentId, ct);
        var actor = await authorizer.RequireAsync(db, who => who.May(command.Move, sheet.Assessment.UnitId), ct);
        var result = await MakeAsync(db, sheet, actor, command, ct);
        if (result.Succeeded)
        {
            db.RecordMove(sheet.Assessment, actor);
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
        }

        return result;
    }

    /// <summary>The step with all that follows from it; the caller has asked who may, and saves.</summary>
    internal static async Task<Result> MakeAsync(AppDbContext db, OpenSheet sheet, Actor actor, MoveCommand command, CancellationToken ct)
    {
        var (assessment, paper) = (sheet.Assessment, command.Paper);
        var detail = new MoveDetail(actor.UserId, sheet.Now, paper.On, paper.Reference, paper.Note);
        return command.Move switch
        {
            SheetMove.Withdraw => assessment.Withdraw(sheet.Period, detail, sheet.Today),
            SheetMove.BeginPreliminary => assessment.BeginPreliminary(sheet.Period, actor.UserId, sheet.Now, sheet.Today),
            SheetMove.BeginReview => assessment.BeginReview(sheet.Period, actor.UserId, sheet.Now, sheet.Today),
            SheetMove.Reopen => assessment.Reopen(sheet.Period, detail, sheet.Today),
            SheetMove.Propose => assessment.Propose(sheet.Period, detail, sheet.Today),
            SheetMove.WithdrawProposal => assessment.WithdrawProposal(detail),
            SheetMove.RecordStage => Record(db, assessment, command.Stage, detail),
            SheetMove.Award => await TpnDecision.AwardAsync(db, sheet, actor, detail, ct),
            SheetMove.Decline => await TpnDecision.DeclineAsync(db, sheet, detail, ct),
            SheetMove.Monitor => assessment.Monitor(detail),
            SheetMove.Revoke => TpnDecision.Revoke(db, sheet, actor, detail),
            _ => throw new ArgumentException($"{command.Move} has its own use case.", nameof(command)),
        };
    }

    private static Result Record(AppDbContext db, Assessment assessment, StageEntry? entry, MoveDetail detail)
    {
        if (entry is null)
        {
            return JourneyProblems.StageMissing;
        }

        var stage = assessment.RecordStage(entry.Kind, entry.Result, detail);
        if (stage.Problem is { } problem)
        {
            return problem;
        }

        db.TpnStages.Add(stage.Value);
        return Result.Ok;
    }
}
