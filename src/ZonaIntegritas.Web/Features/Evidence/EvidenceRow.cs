using ZonaIntegritas.Domain.Evidence;

namespace ZonaIntegritas.Web.Features.Evidence;

/// <summary>A document put forward for a question, as the lists beside the question show it.</summary>
/// <param name="Name">The item's title.</param>
/// <param name="FileName">The file's own name, or the address of a link.</param>
/// <param name="Latest">Number of the item's newest version; higher than <paramref name="Number"/> when a newer one is not put forward.</param>
/// <param name="EarlierYear">A year whose sheet already had this document; null when it is new.</param>
public sealed record EvidenceRow(
    Guid LinkId,
    string QuestionCode,
    Guid ItemId,
    Guid VersionId,
    int Number,
    int Latest,
    string Name,
    string FileName,
    EvidenceType Type,
    long Size,
    string? Url,
    int? Page,
    string Passage,
    string Suggestion,
    ContentWarning Warning,
    ScanState Scan,
    LinkState Link,
    string LinkRemark,
    DateOnly? DocumentDate,
    DateOnly? ValidUntil,
    int? EarlierYear,
    string By,
    DateTimeOffset At)
{
    /// <summary>What the scanner called it; empty when it found nothing.</summary>
    public string Threat { get; init; } = "";

    /// <summary>When the address was last looked at; null when not yet, and for files.</summary>
    public DateTimeOffset? LinkCheckedAt { get; init; }

    /// <summary>"hal. 12, diktum kedua"; empty when the whole document is meant.</summary>
    public string Place => string.Join(", ", ((string[])[Page is { } page ? $"hal. {page}" : "", Passage]).Where(part => part.Length > 0));

    /// <summary>Whether its bytes may be shown or downloaded.</summary>
    public bool MayBeServed => Type != EvidenceType.Link && Scan.MayBeServed();

    public bool IsDrawn => MayBeServed && Type.OpensInBrowser();
}
