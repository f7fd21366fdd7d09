namespace ZonaIntegritas.Domain.Assessments;

/// <summary>TPN's stages in their order (P90; process.md).</summary>
public enum TpnStageKind
{
    /// <summary>Pra evaluasi.</summary>
    PreEvaluation,

    /// <summary>Desk evaluation.</summary>
    Desk,

    /// <summary>Survei.</summary>
    Survey,

    /// <summary>Evaluasi lapangan.</summary>
    Field,

    /// <summary>Clearance.</summary>
    Clearance,

    /// <summary>Panel.</summary>
    Panel,
}

public enum TpnStageResult
{
    /// <summary>Lulus, goes on.</summary>
    Passed,

    /// <summary>Tidak lulus.</summary>
    Failed,

    /// <summary>Selesai, without a result of its own.</summary>
    Done,
}

/// <summary>One stage of TPN as the administrator heard of it. Never changed: a correction is a later row.</summary>
public sealed class TpnStage
{
    public const int NoteMaxLength = 2000;

    private TpnStage()
    {
    }

    internal TpnStage(Guid id, Guid assessmentId, TpnStageKind kind, TpnStageResult result, MoveDetail detail)
    {
        (Id, AssessmentId, Kind, Result) = (id, assessmentId, kind, result);
        (HeldOn, Note, RecordedBy, RecordedAt) = (detail.On!.Value, detail.Note.Trim(), detail.By, detail.At);
    }

    public Guid Id { get; private set; }

    public Guid AssessmentId { get; private set; }

    public TpnStageKind Kind { get; private set; }

    public TpnStageResult Result { get; private set; }

    public DateOnly HeldOn { get; private set; }

    public string Note { get; private set; } = "";

    public Guid RecordedBy { get; private set; }

    public DateTimeOffset RecordedAt { get; private set; }

    /// <summary>The first stage whose latest record says that the unit did not pass; null when there is none.</summary>
    public static TpnStageKind? FirstFailed(IEnumerable<TpnStage> stages) => stages
        .GroupBy(stage => stage.Kind)
        .OrderBy(kind => kind.Key)
        .Where(kind => kind.MaxBy(stage => stage.RecordedAt)!.Result == TpnStageResult.Failed)
        .Select(kind => (TpnStageKind?)kind.Key)
        .FirstOrDefault();
}
