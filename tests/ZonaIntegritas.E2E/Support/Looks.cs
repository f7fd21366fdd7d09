using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;

namespace ZonaIntegritas.E2E.Support;

/// <summary>What a machine can say about whether everybody can use a page.</summary>
internal static class Looks
{
    private static readonly AxeRunOptions Wcag22 = new()
    {
        RunOnly = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] },
    };

    /// <returns>One line for each place that a rule is broken at; empty is good.</returns>
    public static async Task<IReadOnlyList<string>> FaultsAsync(IPage page)
    {
        // A message that fades away has no contrast to speak of.
        await Expect(page.Locator(".mud-snackbar")).ToHaveCountAsync(0);
        var result = await page.RunAxe(Wcag22);
        return [.. result.Violations
            .Where(rule => rule.Impact is "serious" or "critical")
            .SelectMany(rule => rule.Nodes.Select(node => $"{rule.Id}: {node.Html} ({string.Join("; ", node.Any.Select(check => check.Message))})"))];
    }

    /// <returns>Elements that make the page wider than the screen; those inside an own scrolling box do not.</returns>
    public static Task<string[]> OverflowAsync(IPage page) => page.EvaluateAsync<string[]>(
        """
        () => {
          const width = document.documentElement.clientWidth;
          if (document.documentElement.scrollWidth <= width) return [];
          const scrolls = (e) => e && e !== document.body && (["auto", "scroll", "hidden"].includes(getComputedStyle(e).overflowX) || scrolls(e.parentElement));
          return [...document.querySelectorAll("body *")]
            .filter((e) => e.getBoundingClientRect().right > width + 1 && !scrolls(e.parentElement))
            .map((e) => `${e.tagName}.${e.className}`).slice(0, 8).concat(`page is ${document.documentElement.scrollWidth} wide`);
        }
        """);
}
