namespace ZonaIntegritas.Domain.Auditing;

/// <summary>One line of the trail: who did what to what, when. Written with the change itself, never changed, never removed.</summary>
public sealed class AuditEntry
{
    public const int NoteMaxLength = 500;

    private AuditEntry()
    {
    }

    /// <param name="by">Null for the program itself.</param>
    public AuditEntry(Guid id, DateTimeOffset at, Guid? by, AuditAction action, AuditSubject subject, string note = "")
    {
        (Id, At, By, Action) = (id, at, by, action);
        Note = note.Length <= NoteMaxLength ? note : note[..NoteMaxLength];
        (UnitId, AssessmentId, QuestionCode, ItemId, VersionId) = (subject.UnitId, subject.AssessmentId, subject.QuestionCode, subject.ItemId, subject.VersionId);
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

    /// <summary>What a reader needs beside the subject: a version number, what changed. No names, no personal data.</summary>
    public string Note { get; private set; } = "";
}

/// <summary>What a line of the trail is about; as much of it as applies.</summary>
public sealed record AuditSubject(
    Guid? UnitId = null, Guid? AssessmentId = null, string? QuestionCode = null, Guid? ItemId = null, Guid? VersionId = null);

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
}
