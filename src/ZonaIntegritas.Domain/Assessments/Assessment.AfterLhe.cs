using ZonaIntegritas.Domain.Common;

namespace ZonaIntegritas.Domain.Assessments;

/// <summary>What happens to a sheet once its LHE is out, and what that fixes.</summary>
public sealed partial class Assessment
{
    /// <summary>LHE → Dievaluasi ulang, with a reason; the frozen edition stays beside the next one.</summary>
    public Result Reopen(AssessmentPeriod period, MoveDetail detail)
    {
        if (SheetLife.Refusal(SheetMove.Reopen, Status) is { } wrong)
        {
            return wrong;
        }

        if (period.IsClosed)
        {
            return AssessmentProblems.PeriodClosed(period.Year);
        }

        if (string.IsNullOrWhiteSpace(detail.Note))
        {
            return AssessmentProblems.ReopenReasonMissing;
        }

        (ConcludedAt, ConcludedBy) = (null, null);
        return Move(SheetMove.Reopen, AssessmentStatus.ReReview, detail);
    }

    /// <summary>LHE → Diusulkan, with the letter (surat usulan and SPTJM).</summary>
    public Result Propose(AssessmentPeriod period, MoveDetail letter, DateOnly today)
    {
        if (SheetLife.Refusal(SheetMove.Propose, Status) is { } wrong)
        {
            return wrong;
        }

        if (Outcome != LheOutcome.Eligible)
        {
            return AssessmentProblems.NotEligible;
        }

        return period.IsOpenForProposal(today)
            ? OnPaper(SheetMove.Propose, AssessmentStatus.Proposed, letter)
            : AssessmentProblems.OutsideProposal(period.ProposeUntil!.Value);
    }

    public Result WithdrawProposal(MoveDetail detail) =>
        SheetLife.Refusal(SheetMove.WithdrawProposal, Status) is { } wrong ? wrong
        : string.IsNullOrWhiteSpace(detail.Note) ? AssessmentProblems.WithdrawalReasonMissing
        : Move(SheetMove.WithdrawProposal, AssessmentStatus.Concluded, detail);

    /// <summary>Diusulkan or Evaluasi TPN → Evaluasi TPN: a stage was held.</summary>
    public Result<TpnStage> RecordStage(TpnStageKind kind, TpnStageResult result, MoveDetail detail)
    {
        if (SheetLife.Refusal(SheetMove.RecordStage, Status) is { } wrong)
        {
            return wrong;
        }

        if (detail.On is null)
        {
            return AssessmentProblems.DateMissing;
        }

        Move(SheetMove.RecordStage, AssessmentStatus.AtTpn, detail with { Reference = kind.ToString() });
        return new TpnStage(Guid.CreateVersion7(detail.At), Id, kind, result, detail);
    }

    /// <summary>Evaluasi TPN → Ditetapkan, by a decree.</summary>
    public Result Award(MoveDetail decree) => OnPaper(SheetMove.Award, AssessmentStatus.Awarded, decree);

    /// <summary>Diusulkan or Evaluasi TPN → Tidak ditetapkan, with the letter that says so.</summary>
    public Result Decline(MoveDetail letter) => OnPaper(SheetMove.Decline, AssessmentStatus.NotAwarded, letter);

    /// <summary>Ditetapkan or Dipantau → Dipantau: a monitoring report, due at least every two years.</summary>
    public Result Monitor(MoveDetail report) => OnPaper(SheetMove.Monitor, AssessmentStatus.Monitored, report);

    /// <summary>Ditetapkan or Dipantau → Dicabut, by a decree and with the reason.</summary>
    public Result Revoke(MoveDetail decree) =>
        SheetLife.Refusal(SheetMove.Revoke, Status) is null && string.IsNullOrWhiteSpace(decree.Note)
            ? AssessmentProblems.RevocationReasonMissing
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
        paper.On is null ? AssessmentProblems.DateMissing
        : string.IsNullOrWhiteSpace(paper.Reference) ? AssessmentProblems.ReferenceMissing
        : paper.Reference.Trim().Length > SheetTransition.ReferenceMaxLength ? AssessmentProblems.NoteTooLong(SheetTransition.ReferenceMaxLength)
        : paper.Note.Trim().Length > SheetTransition.NoteMaxLength ? AssessmentProblems.NoteTooLong(SheetTransition.NoteMaxLength)
        : null;
}
