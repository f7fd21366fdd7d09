using ZonaIntegritas.Domain.Common;

namespace ZonaIntegritas.Domain.Evidence;

/// <summary>
/// A version of an item put forward for one question of one sheet, with the place in it that proves the answer.
/// Detaching leaves the row, with who and when.
/// </summary>
public sealed class EvidenceLink
{
    public const int PassageMaxLength = 200;
    public const int SuggestionMaxLength = 400;
    public const int MaxPage = 100_000;

    private EvidenceLink()
    {
    }

    public EvidenceLink(Guid id, Guid assessmentId, string questionCode, EvidenceVersion version, Guid by, DateTimeOffset at)
    {
        (Id, AssessmentId, QuestionCode, ItemId, VersionId) = (id, assessmentId, questionCode, version.ItemId, version.Id);
        (AttachedBy, AttachedAt) = (by, at);
    }

    public Guid Id { get; private set; }

    public Guid AssessmentId { get; private set; }

    public string QuestionCode { get; private set; } = "";

    public Guid ItemId { get; private set; }

    /// <summary>The exact version put forward. It follows a new upload only while the unit may change this question.</summary>
    public Guid VersionId { get; private set; }

    /// <summary>From 1; null when the whole document is meant.</summary>
    public int? Page { get; private set; }

    /// <summary>"diktum kedua", "tabel 4"; empty when none is named.</summary>
    public string Passage { get; private set; } = "";

    /// <summary>Which of the question's suggested documents this is, in the instrument's words; empty when not said.</summary>
    public string Suggestion { get; private set; } = "";

    public Guid AttachedBy { get; private set; }

    public DateTimeOffset AttachedAt { get; private set; }

    public Guid? DetachedBy { get; private set; }

    public DateTimeOffset? DetachedAt { get; private set; }

    public void Detach(Guid by, DateTimeOffset at) => (DetachedBy, DetachedAt) = (by, at);

    public void PutForward(EvidenceVersion version) => VersionId = version.ItemId == ItemId
        ? version.Id
        : throw new ArgumentException("A version of another item.", nameof(version));

    /// <summary>Names the place in the document; null and empty mean the whole of it.</summary>
    public Result PointAt(int? page, string passage)
    {
        if (page is < 1 or > MaxPage)
        {
            return EvidenceFaults.PageOutOfRange;
        }

        if (passage.Trim().Length > PassageMaxLength)
        {
            return EvidenceFaults.TooLong("Bagian", PassageMaxLength);
        }

        (Page, Passage) = (page, passage.Trim());
        return Result.Ok;
    }

    /// <param name="suggestion">One of the question's suggestions, or empty.</param>
    public void Answer(string suggestion) => Suggestion = suggestion;
}
