using Deque.AxeCore.Commons;

namespace ZonaIntegritas.E2E.Support;

/// <summary>What a machine can say about whether everybody can use a page.</summary>
internal static class Looks
{
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    /// <returns>One line for each place that a rule is broken at; empty is good.</returns>
    public static async Task<string[]> FaultsAsync(IPage page)
    {
        // A message that fades away has no contrast to speak of.
        await Expect(page.Locator(".mud-snackbar")).ToHaveCountAsync(0);
        // Run in the page itself: the package for Playwright opens another page for every look, which takes longer than the look.
        await page.EvaluateAsync(Axe);
        return await page.EvaluateAsync<string[]>(
            """
            async () => {
              const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
              const result = await axe.run(document, { runOnly: { type: "tag", values: tags }, resultTypes: ["violations"] });
              return result.violations
                .filter((rule) => ["serious", "critical"].includes(rule.impact))
                .flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${node.html} (${node.any.map((check) => check.message).join("; ")})`));
            }
            """);
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
