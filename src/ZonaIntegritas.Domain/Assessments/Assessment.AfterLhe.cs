using ZonaIntegritas.Domain.Common;

namespace ZonaIntegritas.Domain.Assessments;

/// <summary>What happens to a sheet once its LHE is out, and what that fixes.</summary>
public sealed partial class Assessment
{
    /// <summary>What stands in the way of a move before anything is filled in for it; null when nothing does.</summary>
    public Problem? Hindrance(SheetMove move, AssessmentPeriod period, UnitDay today) => move switch
    {
        SheetMove.Submit or SheetMove.Withdraw => FillingRefusal(move, period, today),
        SheetMove.BeginPreliminary => ReviewRefusal(move, period, today)
            ?? (period.Instansi == InstansiKind.KementerianLembaga ? null : AssessmentProblems.PreliminaryForMinistriesOnly),
        SheetMove.BeginReview or SheetMove.Return or SheetMove.TakeBackReturn or SheetMove.Conclude or SheetMove.Reopen => ReviewRefusal(move, period, today),
        SheetMove.Propose => SheetLife.Refusal(move, Status)
            ?? (Outcome != LheOutcome.Eligible ? AssessmentProblems.NotEligible
                : period.IsOpenForProposal(today) ? null
                : AssessmentProblems.OutsideProposal(period.ProposeUntil!.Value)),
        _ => SheetLife.Refusal(move, Status),
    };

    /// <summary>Whether TPN's values may be entered: after the proposal and before the decision.</summary>
    public Result MayEnterTpn() =>
        Status is AssessmentStatus.Proposed or AssessmentStatus.AtTpn ? Result.Ok : AssessmentProblems.NotAtTpn(Status);

    /// <summary>
    /// LHE → Dievaluasi ulang, with a reason; the frozen edition stays beside the next one. Only while evaluation is
    /// open: a sheet nobody may judge would be stuck.
    /// </summary>
    public Result Reopen(AssessmentPeriod period, MoveDetail detail, UnitDay today)
    {
        if ((Hindrance(SheetMove.Reopen, period, today) ?? ReasonFault(detail, AssessmentProblems.ReopenReasonMissing)) is { } refused)
        {
            return refused;
        }

        (ConcludedAt, ConcludedBy) = (null, null);
        return Move(SheetMove.Reopen, AssessmentStatus.ReReview, detail);
    }

    /// <summary>LHE → Diusulkan, with the letter (surat usulan and SPTJM).</summary>
    public Result Propose(AssessmentPeriod period, MoveDetail letter, UnitDay today) =>
        Hindrance(SheetMove.Propose, period, today) is { } refused ? refused : OnPaper(SheetMove.Propose, AssessmentStatus.Proposed, letter);

    /// <summary>Diusulkan → LHE, before TPN has begun.</summary>
    public Result WithdrawProposal(MoveDetail detail) =>
        (SheetLife.Refusal(SheetMove.WithdrawProposal, Status) ?? ReasonFault(detail, AssessmentProblems.WithdrawalReasonMissing)) is { } refused
            ? refused
            : Move(SheetMove.WithdrawProposal, AssessmentStatus.Concluded, detail);

    /// <summary>Diusulkan or Evaluasi TPN → Evaluasi TPN: a stage was held.</summary>
    public Result<TpnStage> RecordStage(TpnStageKind kind, TpnStageResult result, MoveDetail detail)
    {
        if ((SheetLife.Refusal(SheetMove.RecordStage, Status) ?? DateFault(detail) ?? NoteFault(detail)) is { } refused)
        {
            return refused;
        }

        Move(SheetMove.RecordStage, AssessmentStatus.AtTpn, detail with { Reference = kind.ToString() });
        return new TpnStage(Guid.CreateVersion7(detail.At), Id, kind, result, detail);
    }

    /// <summary>Evaluasi TPN → Ditetapkan, by a decree.</summary>
    /// <param name="stages">What was recorded of TPN: a stage that ended in a refusal stands in the way until it is corrected.</param>
    public Result Award(MoveDetail decree, IEnumerable<TpnStage> stages) =>
        SheetLife.Refusal(SheetMove.Award, Status) is null && TpnStage.FirstFailed(stages) is { } failed
            ? AssessmentProblems.StageFailed(failed)
            : OnPaper(SheetMove.Award, AssessmentStatus.Awarded, decree);

    /// <summary>Diusulkan or Evaluasi TPN → Tidak ditetapkan, with the letter that says so.</summary>
    public Result Decline(MoveDetail letter) => OnPaper(SheetMove.Decline, AssessmentStatus.NotAwarded, letter);

    /// <summary>Ditetapkan or Dipantau → Dipantau: a monitoring report, due at least every two years.</summary>
    public Result Monitor(MoveDetail report) => OnPaper(SheetMove.Monitor, AssessmentStatus.Monitored, report);

    /// <summary>Ditetapkan or Dipantau → Dicabut, by a decree and with the reason.</summary>
    public Result Revoke(MoveDetail decree) =>
        SheetLife.Refusal(SheetMove.Revoke, Status) is null && ReasonFault(decree, AssessmentProblems.RevocationReasonMissing) is { } fault
            ? fault
            : OnPaper(SheetMove.Revoke, AssessmentStatus.Revoked, decree);

    /// <summary>Another version of the instrument, while the LHE is not out. Answers stay as they are.</summary>
    public Result UseInstrument(Guid versionId)
    {
        if (SheetLife.IsAfterLhe(Status))
        {
            return AssessmentProblems.FixedByLhe;
        }

        InstrumentVersionId = versionId;
        return Result.Ok;
    }

    /// <summary>Another predicate to head for, while the unit has not handed the sheet in.</summary>
    public Result AimAt(string target)
    {
        if (Status != AssessmentStatus.Draft)
        {
            return AssessmentProblems.TargetFixed;
        }

        Target = target;
        return Result.Ok;
    }

    private Result OnPaper(SheetMove move, AssessmentStatus to, MoveDetail detail) =>
        (SheetLife.Refusal(move, Status) ?? PaperFault(detail)) is { } refused ? refused : Move(move, to, detail);

    private static Problem? PaperFault(MoveDetail paper) =>
        string.IsNullOrWhiteSpace(paper.Reference) ? AssessmentProblems.ReferenceMissing
        : paper.Reference.Trim().Length > SheetTransition.ReferenceMaxLength ? AssessmentProblems.ReferenceTooLong
        : DateFault(paper) ?? NoteFault(paper);

    // The date in the easternmost zone: what is in the future there is in the future in all of Indonesia.
    private static Problem? DateFault(MoveDetail paper) =>
        paper.On is not { } on ? AssessmentProblems.DateMissing
        : on > IndonesianZone.WIT.Today(paper.At) ? AssessmentProblems.DateInFuture
        : null;

    private static Problem? ReasonFault(MoveDetail detail, Problem missing) =>
        string.IsNullOrWhiteSpace(detail.Note) ? missing : NoteFault(detail);

    private static Problem? NoteFault(MoveDetail detail) =>
        detail.Note.Trim().Length > SheetTransition.NoteMaxLength ? AssessmentProblems.NoteTooLong(SheetTransition.NoteMaxLength) : null;
}
