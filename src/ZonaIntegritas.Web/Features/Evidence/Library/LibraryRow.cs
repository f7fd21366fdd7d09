using ZonaIntegritas.Domain.Evidence;

namespace ZonaIntegritas.Web.Features.Evidence.Library;

/// <summary>A document in the list: its details, and its newest version.</summary>
/// <param name="Uses">Questions on which it lies now, of all years.</param>
/// <param name="NewestIsUsed">At least one of them has the newest version.</param>
public sealed record LibraryRow(
    Guid ItemId,
    string Title,
    EvidenceKind Kind,
    string LetterNumber,
    DateOnly? DocumentDate,
    int Number,
    string FileName,
    EvidenceType Type,
    long Size,
    string By,
    DateTimeOffset At,
    int Uses,
    bool NewestIsUsed,
    EvidenceHealth Health)
{
    public IReadOnlyList<EvidenceSign> Signs(DateOnly today) =>
    [
        .. EvidenceSign.Of(Health, today),
        .. Uses == 0 ? [EvidenceSign.Unused] : NewestIsUsed ? (EvidenceSign[])[] : [EvidenceSign.NewestUnused],
    ];
}

/// <summary>One page of a unit's library.</summary>
/// <param name="IsOwn">The reader's own unit, which has the short address.</param>
/// <param name="UsedBytes">Null for readers whom the unit's room does not concern.</param>
/// <param name="Areas">Code and name of the areas of the newest instrument, with their questions' codes.</param>
public sealed record LibraryView(
    LibraryUnit Unit, bool IsOwn, bool MayChange, LibrarySums Sums, IReadOnlyList<LibraryRow> Rows, long? UsedBytes, IReadOnlyList<LibraryArea> Areas, DateOnly Today);

/// <param name="Found">Documents that the filter finds, on all pages.</param>
/// <param name="Expiring">Of all documents, whatever the filter.</param>
public sealed record LibrarySums(int Found, int Expiring, int Expired);

public sealed record LibraryArea(string Code, string Name, IReadOnlyList<string> Questions);
