using ZonaIntegritas.Domain.Reviews;

namespace ZonaIntegritas.Web.Features.Administration.Teams;

/// <summary>A share of TPI's work in words, for screens and for the trail.</summary>
public static class ShareWords
{
    public static string Say(ReviewTier tier, IReadOnlyCollection<string> areas) => $"{ReviewProblems.Say(tier)}, {SayAreas(areas)}";

    public static string Say(ReviewAssignment share) => Say(share.Tier, share.Areas);

    public static string SayAreas(IReadOnlyCollection<string> areas) => areas.Count == 0 ? "semua area" : $"area {string.Join(", ", areas)}";

    public static string Title(ReviewTier tier)
    {
        var words = ReviewProblems.Say(tier);
        return char.ToUpperInvariant(words[0]) + words[1..];
    }
}
