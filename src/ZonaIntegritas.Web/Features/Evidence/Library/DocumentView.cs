using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Auditing;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Evidence;

namespace ZonaIntegritas.Web.Features.Evidence.Library;

/// <summary>One document with all that is known of it.</summary>
/// <param name="Revision">Of its details, for whoever changes them.</param>
/// <param name="UsesSheets">Where this reader opens a question: "lembar-kerja", "penilaian", or null for readers who open none.</param>
public sealed record DocumentView(
    Guid ItemId,
    LibraryUnit Unit,
    bool IsOwn,
    bool MayChange,
    EvidenceDetails Details,
    int Revision,
    DateTimeOffset? DiscardedAt,
    IReadOnlyList<EvidenceSign> Signs,
    IReadOnlyList<VersionRow> Versions,
    IReadOnlyList<UseRow> Uses,
    string? UsesSheets);

/// <param name="Health">Of this version; validity and years belong to the item and are not in it.</param>
public sealed record VersionRow(
    Guid VersionId, int Number, string Name, EvidenceType Type, long Size, string? Url, string By, DateTimeOffset At, EvidenceHealth Health, DateTimeOffset? LinkCheckedAt)
{
    /// <summary>Whether its bytes may be opened and downloaded.</summary>
    public bool MayBeServed => Type != EvidenceType.Link && Health.Scan.MayBeServed();

    /// <summary>An address that may stand in a link; anything but https was never accepted.</summary>
    public string? SafeUrl => Url?.StartsWith("https://", StringComparison.OrdinalIgnoreCase) == true ? Url : null;
}

/// <summary>A question on which the document lies now.</summary>
/// <param name="Number">Of the version put forward there.</param>
public sealed record UseRow(
    Guid AssessmentId, int Year, AssessmentStatus Status, string Code, string Statement, int Number, string Place, string Suggestion);

/// <summary>One line of the document's trail.</summary>
/// <param name="By">Empty for the program itself.</param>
/// <param name="Year">Of the sheet it was about; null when it was about none.</param>
public sealed record HistoryRow(Guid Id, DateTimeOffset At, string By, AuditAction Action, string? QuestionCode, int? Year, int? Number, string Note)
{
    /// <summary>"soal A.I.1.i.a LKE 2026 · versi 2".</summary>
    public string About => string.Join(" · ", ((string[])
    [
        QuestionCode is null ? "" : Year is null ? $"soal {QuestionCode}" : $"soal {QuestionCode} LKE {Year}",
        // The note of most entries already says which version.
        Number is null || Note.Contains("versi", StringComparison.Ordinal) ? "" : $"versi {Number}",
        Note,
    ]).Where(part => part.Length > 0));
}

/// <param name="Zone">The unit's, in which the moments are said.</param>
public sealed record HistoryView(IReadOnlyList<HistoryRow> Rows, int Total, IndonesianZone Zone);
