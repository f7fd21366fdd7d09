using ZonaIntegritas.Domain.Evidence;

namespace ZonaIntegritas.Web.Features.Evidence.Library;

/// <summary>What needs a look. Of files and links it is the newest version that counts.</summary>
public enum LibraryState
{
    All,

    /// <summary>On no question now.</summary>
    Unused,

    /// <summary>Its last day is within <see cref="EvidenceSign.ExpiringDays"/>.</summary>
    Expiring,
    Expired,

    /// <summary>The address is locked, dead or not public.</summary>
    LinkTrouble,
    AwaitingScan,
    Infected,

    /// <summary>Password, damage, or bytes that are no longer those that came in.</summary>
    FileTrouble,

    /// <summary>The content was put forward in a year before the newest sheet's.</summary>
    FromEarlierYear,

    /// <summary>Questions use the document, and none its newest version.</summary>
    NewestUnused,
}

public enum LibrarySort
{
    Newest,
    Title,
    DocumentDate,
}

/// <summary>What a reader asked of the library; it stands in the address, so that a link shows the same list.</summary>
/// <param name="Area">Code of a section: documents on questions in it.</param>
/// <param name="Year">Documents on that year's sheet.</param>
/// <param name="Page">From 1.</param>
public sealed record LibraryFilter(
    string? Area = null,
    string? Question = null,
    EvidenceKind? Kind = null,
    int? Year = null,
    LibraryState State = LibraryState.All,
    string Search = "",
    LibrarySort Sort = LibrarySort.Newest,
    int Page = 1)
{
    public const int Size = 25;

    /// <summary>Whether anything narrows the list.</summary>
    public bool Narrows => this with { Sort = LibrarySort.Newest, Page = 1 } != new LibraryFilter();
}
