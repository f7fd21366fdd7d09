using ZonaIntegritas.Domain.Common;

namespace ZonaIntegritas.Domain.Evidence;

/// <summary>
/// Data dukung: one document or link of a unit, whatever happens to its content. The content is its versions, which
/// never change; a new upload adds one.
/// </summary>
public sealed class EvidenceItem
{
    public const int TitleMaxLength = 200;
    public const int LetterNumberMaxLength = 100;
    public const int DescriptionMaxLength = 2000;

    private EvidenceItem()
    {
    }

    public EvidenceItem(Guid id, Guid unitId, string title, Guid by, DateTimeOffset at)
    {
        (Id, UnitId, Title, CreatedBy, CreatedAt) = (id, unitId, title, by, at);
    }

    public Guid Id { get; private set; }

    public Guid UnitId { get; private set; }

    public string Title { get; private set; } = "";

    public EvidenceKind Kind { get; private set; } = EvidenceKind.Other;

    /// <summary>The date on the document, which is not the day it was uploaded.</summary>
    public DateOnly? DocumentDate { get; private set; }

    /// <summary>What the document is about in time, first day; null when unknown.</summary>
    public DateOnly? CoversFrom { get; private set; }

    /// <summary>Last day it is about.</summary>
    public DateOnly? CoversUntil { get; private set; }

    /// <summary>Last day on which it counts; null when it does not expire.</summary>
    public DateOnly? ValidUntil { get; private set; }

    /// <summary>Nomor surat.</summary>
    public string LetterNumber { get; private set; } = "";

    public string Description { get; private set; } = "";

    public Guid CreatedBy { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>Number of the newest version; 0 before the first.</summary>
    public int LatestVersion { get; private set; }

    /// <summary>Goes up with each change of the details; a change that names an older one is stale.</summary>
    public int Revision { get; private set; }

    /// <summary>Set when the unit threw the item away before anybody judged it.</summary>
    public DateTimeOffset? DiscardedAt { get; private set; }

    /// <summary>The number that a new version gets.</summary>
    public int NextVersion() => ++LatestVersion;

    public Result Describe(EvidenceDetails details)
    {
        if (details.Fault is { } fault)
        {
            return fault;
        }

        (Title, Kind) = (details.Title.Trim(), details.Kind);
        (DocumentDate, CoversFrom, CoversUntil, ValidUntil) = (details.DocumentDate, details.CoversFrom, details.CoversUntil, details.ValidUntil);
        (LetterNumber, Description) = (details.LetterNumber.Trim(), details.Description.Trim());
        Revision++;
        return Result.Ok;
    }

    public void Discard(DateTimeOffset at) => DiscardedAt = at;
}

/// <summary>What a unit says about a document, beside its content.</summary>
public sealed record EvidenceDetails(
    string Title,
    EvidenceKind Kind,
    DateOnly? DocumentDate,
    DateOnly? CoversFrom,
    DateOnly? CoversUntil,
    DateOnly? ValidUntil,
    string LetterNumber,
    string Description)
{
    /// <summary>The first thing wrong with it; null when it may be kept.</summary>
    public Problem? Fault =>
        string.IsNullOrWhiteSpace(Title) ? EvidenceFaults.TitleMissing
        : Title.Trim().Length > EvidenceItem.TitleMaxLength ? EvidenceFaults.TooLong("Judul", EvidenceItem.TitleMaxLength)
        : LetterNumber.Trim().Length > EvidenceItem.LetterNumberMaxLength ? EvidenceFaults.TooLong("Nomor surat", EvidenceItem.LetterNumberMaxLength)
        : Description.Trim().Length > EvidenceItem.DescriptionMaxLength ? EvidenceFaults.TooLong("Keterangan", EvidenceItem.DescriptionMaxLength)
        : CoversFrom > CoversUntil ? EvidenceFaults.CoversBackwards
        : DocumentDate > ValidUntil ? EvidenceFaults.ExpiresBeforeItsDate
        : null;
}

/// <summary>What kind of document it is, for finding it again; what the file is made of is <see cref="EvidenceType"/>.</summary>
public enum EvidenceKind
{
    Other,

    /// <summary>SK, peraturan.</summary>
    Decree,

    /// <summary>Surat, undangan, surat tugas.</summary>
    Letter,
    Report,

    /// <summary>Notulen, daftar hadir.</summary>
    Minutes,

    /// <summary>SOP, standar pelayanan.</summary>
    Procedure,

    /// <summary>Rencana aksi, rencana kerja.</summary>
    Plan,
    Photo,
    Screenshot,
    Video,

    /// <summary>Rekapitulasi, hasil survei.</summary>
    Data,

    /// <summary>Berita, unggahan media sosial, brosur.</summary>
    Publication,
}
