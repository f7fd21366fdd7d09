using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Evidence;
using ZonaIntegritas.Web.Data;

namespace ZonaIntegritas.Web.Features.Evidence.Library;

/// <summary>Free text over documents: each word must stand in the title, the letter number or the newest file's name.</summary>
internal static class SearchWords
{
    /// <summary>More words than this find nothing more, and each costs a look at every row.</summary>
    private const int Most = 5;

    public static IQueryable<EvidenceItem> Containing(this IQueryable<EvidenceItem> items, AppDbContext db, string? typed)
    {
        foreach (var word in (typed ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Take(Most))
        {
            var pattern = SearchText.Containing(word);
            items = items.Where(item =>
                EF.Functions.Like(item.Title, pattern, SearchText.Escape)
                || EF.Functions.Like(item.LetterNumber, pattern, SearchText.Escape)
                || db.EvidenceVersions.Any(version => version.ItemId == item.Id && version.Number == item.LatestVersion
                    && EF.Functions.Like(version.Name, pattern, SearchText.Escape)));
        }

        return items;
    }
}
