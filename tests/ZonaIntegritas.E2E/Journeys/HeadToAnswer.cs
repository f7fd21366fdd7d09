using ZonaIntegritas.Domain.Common;

namespace ZonaIntegritas.E2E.Journeys;

/// <summary>From a cell of the map down to the answer that made it, and from what lacks to somebody who does it.</summary>
public sealed class HeadToAnswer(World world) : Journey(world)
{
    [Fact]
    public async Task A_head_follows_a_figure_of_the_map_down_to_the_answer_and_its_rule()
    {
        var page = await SignInAsync(Demo.Head);
        await page.GotoAsync("/kesiapan");
        var cell = page.GetByRole(AriaRole.Row).Filter(new() { Has = page.GetByRole(AriaRole.Link, new() { Name = "Satpol PP", Exact = true }) })
            .GetByRole(AriaRole.Link, new() { NameRegex = new("Penataan Tatalaksana") });
        var share = (await cell.Locator(".sign").InnerTextAsync()).Trim();

        await cell.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Bagaimana angka ini dihitung?");
        await Expect(page.Locator(".points")).ToContainTextAsync($"{share} %");
        await Expect(page.GetByTestId("batas-WBK")).ToContainTextAsync("minimal");

        // Down through the tree: every step names its rule, and its figure is the line that was followed.
        for (var steps = 0; steps < 4 && await page.Locator("#jawaban").CountAsync() == 0; steps++)
        {
            var line = page.Locator("tr[data-testid^=baris-]").First;
            var points = (await line.Locator("td").Last.InnerTextAsync()).Split('\n')[^1].Trim();
            var code = (await line.GetAttributeAsync("data-testid"))!["baris-".Length..];
            await line.GetByRole(AriaRole.Link).ClickAsync();
            await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex($"bagian={code.Replace(".", "\\.", StringComparison.Ordinal)}$"));
            await Expect(page.GetByTestId("nilai")).ToHaveTextAsync(points);
            await Expect(page.Locator(".rule").First).Not.ToBeEmptyAsync();
        }

        await Expect(page.Locator("section[aria-labelledby=jawaban]")).ToContainTextAsync("(dipilih)");
        await Expect(page.Locator("section[aria-labelledby=bukti]")).ToBeVisibleAsync();
        await Expect(page.Locator("section[aria-labelledby=aturan]").GetByRole(AriaRole.Link, new() { Name = "Penataan Tatalaksana" })).Not.ToHaveCountAsync(0);
        // A head reads and does not answer.
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Buka soal di lembar kerja" })).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_coordinator_makes_the_proposed_way_into_action_items_and_closes_one()
    {
        var page = await SignInAsync(Demo.Coordinator("satpolpp"));
        var plan = new PlanPart(page);
        var until = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(10);
        await page.GotoAsync("/rencana");
        await page.Locator(".page-head").GetByRole(AriaRole.Link, new() { Name = "Jalan terpendek" }).ClickAsync();
        await Expect(plan.Summary).ToContainTextAsync("perbaikan cukup");
        var proposed = await plan.Proposed.CountAsync();

        var first = await plan.PlanFirstAsync("Sekretaris Satuan", until);
        await Expect(plan.Items).ToHaveCountAsync(1);
        var second = await plan.PlanFirstAsync("Tim kerja", until.AddDays(1));

        await Expect(plan.Items).ToHaveCountAsync(2);
        await Expect(plan.Proposed).ToHaveCountAsync(proposed - 2);
        await Expect(plan.Items.First).ToContainTextAsync($"Sekretaris Satuan · sampai {Indonesian.Date(until)}");

        await plan.CloseAsync(plan.Items.First, "SK terbit.");

        await Expect(plan.Items.Filter(new() { HasText = "Hasil: SK terbit." })).ToContainTextAsync(first);
        await page.GetByRole(AriaRole.Link, new() { Name = "Semua rencana aksi" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Rencana aksi");
        await Expect(page.Locator("tbody tr")).ToHaveCountAsync(1);
        await Expect(page.Locator("tbody tr")).ToContainTextAsync(second);
        await Expect(page.Locator("tbody tr")).ToContainTextAsync("Tim kerja");
    }
}
