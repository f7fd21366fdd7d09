namespace ZonaIntegritas.Domain.Evidence;

/// <summary>What an upload is for: a question of a sheet, a new version of an item, or the unit's library alone.</summary>
/// <param name="AssessmentId">With <paramref name="QuestionCode"/>: the question it is put forward for.</param>
/// <param name="ItemId">The item that gets a new version.</param>
/// <param name="Suggestion">Which suggested document it is; empty when not said.</param>
public sealed record UploadPurpose(Guid UnitId, Guid? AssessmentId = null, string? QuestionCode = null, Guid? ItemId = null, string Suggestion = "");

/// <summary>
/// A file on its way in, in as many pieces as the line allows. How much has arrived is the length of the file on
/// disk, never a number kept beside it, so that a crash cannot make the two disagree.
/// </summary>
public sealed class IncomingUpload
{
    private IncomingUpload()
    {
    }

    public IncomingUpload(Guid id, Guid ownerId, UploadPurpose purpose, string name, long length, DateTimeOffset now, TimeSpan lifetime)
    {
        (Id, OwnerId, Name, Length, CreatedAt, ExpiresAt) = (id, ownerId, name, length, now, now + lifetime);
        (UnitId, AssessmentId, QuestionCode, ItemId, Suggestion) = (purpose.UnitId, purpose.AssessmentId, purpose.QuestionCode, purpose.ItemId, purpose.Suggestion);
    }

    public Guid Id { get; private set; }

    /// <summary>Nobody else may add to it, ask about it or end it.</summary>
    public Guid OwnerId { get; private set; }

    public Guid UnitId { get; private set; }

    public Guid? AssessmentId { get; private set; }

    public string? QuestionCode { get; private set; }

    public Guid? ItemId { get; private set; }

    public string Suggestion { get; private set; } = "";

    public string Name { get; private set; } = "";

    /// <summary>Bytes, as announced.</summary>
    public long Length { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>Moves on with each piece that arrives.</summary>
    public DateTimeOffset ExpiresAt { get; private set; }

    /// <summary>The version it became; null until it is whole.</summary>
    public Guid? VersionId { get; private set; }

    public UploadPurpose Purpose => new(UnitId, AssessmentId, QuestionCode, ItemId, Suggestion);

    public void Prolong(DateTimeOffset until) => ExpiresAt = until;

    public void Finish(Guid versionId) => VersionId = versionId;
}
