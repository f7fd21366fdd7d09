using ZonaIntegritas.Domain.Assessments;

namespace ZonaIntegritas.Domain.Auditing;

/// <summary>One line of the trail: who did what to what, when. Written with the change itself, never changed, never removed.</summary>
public sealed class AuditEntry
{
    public const int NoteMaxLength = 500;
    public const int ChangeMaxLength = 5000;

    private AuditEntry()
    {
    }

    /// <param name="by">Null for the program itself.</param>
    public AuditEntry(Guid id, DateTimeOffset at, Guid? by, AuditAction action, AuditSubject subject, string note = "")
    {
        (Id, At, By, Action) = (id, at, by, action);
        Note = note.Length <= NoteMaxLength ? note : note[..NoteMaxLength];
        (UnitId, AssessmentId, QuestionCode, ItemId, VersionId) = (subject.UnitId, subject.AssessmentId, subject.QuestionCode, subject.ItemId, subject.VersionId);
        Layer = subject.Layer;
    }

    /// <param name="origin">The address the person worked from; null when it is not known.</param>
    public AuditEntry(Guid id, DateTimeOffset at, Guid? by, AuditAction action, AuditSubject subject, string note, AuditChange change, string? origin)
        : this(id, at, by, action, subject, note)
    {
        (Before, After, Origin) = (Cut(change.Before), Cut(change.After), origin);
    }

    public Guid Id { get; private set; }

    public DateTimeOffset At { get; private set; }

    public Guid? By { get; private set; }

    public AuditAction Action { get; private set; }

    public Guid? UnitId { get; private set; }

    public Guid? AssessmentId { get; private set; }

    public string? QuestionCode { get; private set; }

    public Guid? ItemId { get; private set; }

    public Guid? VersionId { get; private set; }

    /// <summary>Whose view of the answers it concerns: what TPI holds is not shown to the unit before the LHE.</summary>
    public Layer? Layer { get; private set; }

    public string? Before { get; private set; }

    public string? After { get; private set; }

    /// <summary>The address the person worked from.</summary>
    public string? Origin { get; private set; }

    /// <summary>What a reader needs beside the subject: a version number, what changed. No names, no personal data.</summary>
    public string Note { get; private set; } = "";

    private static string? Cut(string? text) => text is null || text.Length <= ChangeMaxLength ? text : text[..ChangeMaxLength];
}

/// <summary>What something was and became, in words: those that are written over and stand nowhere else afterwards.</summary>
public sealed record AuditChange(string? Before, string? After)
{
    public static AuditChange None { get; } = new(null, null);
}

/// <summary>What a line of the trail is about; as much of it as applies.</summary>
public sealed record AuditSubject(
    Guid? UnitId = null, Guid? AssessmentId = null, string? QuestionCode = null, Guid? ItemId = null, Guid? VersionId = null, Layer? Layer = null);

public enum AuditAction
{
    EvidenceAttached,
    EvidenceDetached,

    /// <summary>Which page, passage or suggested document a link means.</summary>
    EvidencePointed,
    EvidenceVersionAdded,
    EvidenceDescribed,
    EvidenceDiscarded,
    EvidencePreviewed,
    EvidenceDownloaded,
    EvidenceScanned,
    EvidenceLinkChecked,

    /// <summary>The bytes on disk are missing, or not those that came in.</summary>
    EvidenceFoundBroken,

    /// <summary>An answer or note of any layer; for TPI the note names the tier.</summary>
    AnswerSaved,

    /// <summary>An answer was taken over from the year before.</summary>
    AnswerCarriedOver,

    /// <summary>A step in the sheet's life; the note names the move.</summary>
    SheetMoved,
    TargetChanged,
    MessageWritten,
    PeriodOpened,
    PeriodChanged,
    PeriodClosed,
    InstrumentLoaded,
    InstrumentApplied,
    InstrumentUndone,
    ConditionRecorded,
    ConditionConfirmed,
    UnitAffirmed,
    UnitChanged,
    PersonChanged,
    AssignmentGiven,
    AssignmentEnded,
    TpnImported,
    TrailExported,

    /// <summary>A paper was made and numbered; the note names its kind.</summary>
    PaperIssued,

    /// <summary>An evidence pack or a workbook left the app.</summary>
    SheetExported,
    WorkbookImported,
    SettingsChanged,

    /// <summary>A line of the unit's action plan was written, changed or closed.</summary>
    ActionPlanned,

    /// <summary>A recurring job was started by hand; the note names it.</summary>
    JobStarted,

    /// <summary>Failed background work was put up for another round of tries.</summary>
    WorkTriedAgain,

    /// <summary>Background work was taken back by whoever asked, or set aside by an administrator.</summary>
    WorkWithdrawn,
}
