using System.Diagnostics;

namespace ZonaIntegritas.E2E.Support;

/// <summary>Waits for something outside the browser, as Playwright's expectations wait for something in it.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    public static async Task TrueAsync(Func<bool> condition, string what)
    {
        var waited = Stopwatch.StartNew();
        while (!condition())
        {
            Assert.True(waited.Elapsed < Limit, $"Still not so after {Limit.TotalSeconds} s: {what}.");
            await Task.Delay(100);
        }
    }
}
