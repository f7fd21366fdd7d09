namespace ZonaIntegritas.Domain.Evidence;

/// <summary>Berkas data dukung: bytes that a unit uploaded, never changed afterwards.</summary>
public sealed class EvidenceFile
{
    public const int NameMaxLength = 200;

    private EvidenceFile()
    {
    }

    public EvidenceFile(
        Guid id, Guid unitId, string name, EvidenceType type, long size, string sha256, Guid uploadedBy, DateTimeOffset uploadedAt)
    {
        (Id, UnitId, Name, Type, Size, Sha256) = (id, unitId, name, type, size, sha256);
        (UploadedBy, UploadedAt) = (uploadedBy, uploadedAt);
    }

    public Guid Id { get; private set; }

    public Guid UnitId { get; private set; }

    /// <summary>The name people see; the file on disk is named by its hash.</summary>
    public string Name { get; private set; } = "";

    public EvidenceType Type { get; private set; }

    /// <summary>Bytes.</summary>
    public long Size { get; private set; }

    /// <summary>64 lower-case hexadecimal digits.</summary>
    public string Sha256 { get; private set; } = "";

    public Guid UploadedBy { get; private set; }

    public DateTimeOffset UploadedAt { get; private set; }
}

/// <summary>A file put forward for one question of one sheet. Detaching leaves the row, with who and when.</summary>
public sealed class EvidenceLink
{
    private EvidenceLink()
    {
    }

    public EvidenceLink(Guid id, Guid assessmentId, string questionCode, Guid fileId, Guid by, DateTimeOffset at)
    {
        (Id, AssessmentId, QuestionCode, FileId) = (id, assessmentId, questionCode, fileId);
        (AttachedBy, AttachedAt) = (by, at);
    }

    public Guid Id { get; private set; }

    public Guid AssessmentId { get; private set; }

    public string QuestionCode { get; private set; } = "";

    public Guid FileId { get; private set; }

    public Guid AttachedBy { get; private set; }

    public DateTimeOffset AttachedAt { get; private set; }

    public Guid? DetachedBy { get; private set; }

    public DateTimeOffset? DetachedAt { get; private set; }

    public void Detach(Guid by, DateTimeOffset at) => (DetachedBy, DetachedAt) = (by, at);
}
