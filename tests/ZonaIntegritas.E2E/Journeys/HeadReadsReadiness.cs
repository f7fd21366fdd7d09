using System.Text.Json;
using ZonaIntegritas.Domain.Common;

namespace ZonaIntegritas.E2E.Journeys;

/// <summary>A head reads how a unit stands, and takes it along on paper.</summary>
public sealed class HeadReadsReadiness(World world) : Journey(world)
{
    [Theory]
    [InlineData("Satpol PP", "unit")]
    [InlineData("Satpol PP", "tpi")]
    [InlineData("Samsat Misalia", "tpi")]
    [InlineData("Disdukcapil", "tpi", "WBK")]
    public async Task Screen_paper_and_the_auditors_command_say_the_same_of_the_same_answers(string unit, string layer, params string[] held)
    {
        var sheet = await App.Database.SheetAsync(unit);
        var scored = await ScoreProgram.RunAsync(await App.Database.AnswersAsync(sheet, layer == "tpi" ? "Tpi" : "Unit"), held);
        var readiness = new ReadinessPage(await SignInAsync(Demo.Head));

        await readiness.OpenAsync(sheet, layer);
        var paper = PaperText.Read(await readiness.ExportAsync());

        var total = Points(scored.GetProperty("total"));
        await Expect(readiness.Figure("total")).ToHaveTextAsync(total);
        Assert.Contains($"{total}", paper, StringComparison.Ordinal);
        await ComparesAsync(scored.GetProperty("components"), readiness, paper, row: false);
        await ComparesAsync(scored.GetProperty("areas"), readiness, paper, row: true);
        foreach (var predicate in scored.GetProperty("eligibility").EnumerateObject())
        {
            var conditions = predicate.Value.GetProperty("conditions").EnumerateArray().Select(condition => condition.GetProperty("met").GetBoolean()).ToList();
            await Expect(readiness.Gates(predicate.Name)).ToHaveTextAsync($"{conditions.Count(met => met)} dari {conditions.Count} terpenuhi");
        }

        Assert.Contains(Spaces(await readiness.Verdict.InnerTextAsync()), paper, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_of_units_leads_to_a_unit_and_back()
    {
        var page = await SignInAsync(Demo.Head);

        await page.GotoAsync("/");
        await Expect(page).ToHaveURLAsync(new Uri(App.Address, "/kesiapan").ToString());
        await page.GetByRole(AriaRole.Link, new() { Name = "Satpol PP", Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Kesiapan Satpol PP");
        await page.GetByRole(AriaRole.Link, new() { Name = "Semua unit" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Kesiapan unit");
    }

    [Fact]
    public async Task The_head_of_one_unit_gets_neither_page_nor_paper_of_another()
    {
        var sheet = await App.Database.SheetAsync("Disdukcapil");
        var page = await SignInAsync("kepala.satpolpp@contoh.invalid");

        await page.GotoAsync($"/kesiapan/{sheet}");

        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("tidak dapat dibuka");
        await page.GotoAsync($"/naskah/pratinjau/kesiapan/{sheet}?lapisan=unit");
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("tidak dapat dibuka");
    }

    private static async Task ComparesAsync(JsonElement sections, ReadinessPage readiness, string paper, bool row)
    {
        foreach (var section in sections.EnumerateArray())
        {
            var (code, points) = (section.GetProperty("code").GetString()!, Points(section.GetProperty("points")));
            var share = Indonesian.Percent(section.GetProperty("percent").GetDecimal() / 100m);
            await Expect(readiness.Figure(code)).ToContainTextAsync(points);
            if (row)
            {
                await Expect(readiness.Figure(code)).ToContainTextAsync(share);
            }

            Assert.Contains(points, paper, StringComparison.Ordinal);
            Assert.Contains(share, paper, StringComparison.Ordinal);
        }
    }

    private static string Points(JsonElement number) => Indonesian.Points(number.GetDecimal());

    private static string Spaces(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
