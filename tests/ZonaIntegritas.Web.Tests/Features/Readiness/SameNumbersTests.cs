using System.Text.Json;
using Bunit;
using UglyToad.PdfPig;
using Xunit;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Scoring;
using ZonaIntegritas.Web.Features.Readiness;
using ZonaIntegritas.Web.Features.Reporting;
using ZonaIntegritas.Web.Tests.Features.Reporting;

namespace ZonaIntegritas.Web.Tests.Features.Readiness;

/// <summary>The sheet's JSON, the report, the page and the paper say the same about the same answers.</summary>
public sealed class SameNumbersTests
{
    public static TheoryData<string, string> Cases { get; } = new()
    {
        { AnswerSets.Best, "WBK" },
        { AnswerSets.Mixed, "WBK" },
        { AnswerSets.Mixed, "WBBM" },
        { AnswerSets.Poor, "WBK" },
        { AnswerSets.Half, "WBK" },
        { AnswerSets.JustBelow, "WBBM" },
    };

    [Theory, MemberData(nameof(Cases))]
    public async Task Report_says_what_the_sheets_json_says(string set, string target)
    {
        using var world = await ReadinessWorld.CreateAsync(target, set);
        var report = await world.ReportAsync();
        using var json = await JsonOfAsync(world);

        Assert.Equal(Points(json.RootElement, "total"), report.Total.Points.Text);
        Assert.Equal(
            json.RootElement.GetProperty("areas").EnumerateArray().Select(area => (Points(area, "points"), Share(area))),
            report.Areas.Select(area => (area.Points.Text, area.Share.Text)));
        Assert.Equal(
            json.RootElement.GetProperty("components").EnumerateArray().Select(component => Points(component, "points")),
            report.Components.Select(component => component.Points.Text));
        Assert.All(report.Predicates, predicate => AssertConditions(json.RootElement.GetProperty("eligibility").GetProperty(predicate.Code), predicate));
    }

    [Theory, MemberData(nameof(Cases))]
    public async Task Page_shows_the_reports_figures(string set, string target)
    {
        using var world = await ReadinessWorld.CreateAsync(target, set);
        var report = await world.ReportAsync();
        await using var page = new ReadinessPageTest(world, world.Head);

        var shown = page.ShowUnit($"/kesiapan/{world.Sheet.Id}?lapisan=unit");

        Assert.Equal(report.Verdict, shown.Find("[data-testid=verdict]").TextContent);
        Assert.Equal(report.Total.Points.Text, shown.Find("[data-testid=total]").TextContent);
        Assert.All(report.Areas, area =>
        {
            var row = shown.Find($"[data-testid='{area.Code}']").TextContent;
            Assert.Contains(area.Points.Text, row, StringComparison.Ordinal);
            Assert.Contains(area.Share.Text, row, StringComparison.Ordinal);
        });
        Assert.All(
            report.Predicates.SelectMany(predicate => predicate.Conditions.Select(condition => (predicate.Code, condition))),
            gate =>
            {
                var row = shown.Find($"[data-testid='{gate.Code}-{gate.condition.Code}']").TextContent;
                Assert.Contains(gate.condition.Actual, row, StringComparison.Ordinal);
                Assert.Contains(gate.condition.Minimum, row, StringComparison.Ordinal);
                Assert.Contains(gate.condition.Distance, row, StringComparison.Ordinal);
            });
    }

    [Theory, MemberData(nameof(Cases))]
    public async Task Paper_prints_the_reports_figures(string set, string target)
    {
        using var world = await ReadinessWorld.CreateAsync(target, set);
        var report = await world.ReportAsync();

        using var pdf = PdfDocument.Open(Paper.Print(ReadinessPaper.Compose(report, ReadinessWorld.Office)));
        var letters = Paper.LettersOf(pdf);

        AssertPrinted(letters, report.Verdict);
        AssertPrinted(letters, report.Total.Points.Text);
        Assert.All(report.Areas, area =>
        {
            AssertPrinted(letters, $"{area.Points} / {area.Weight}");
            AssertPrinted(letters, area.Share.Text);
            Assert.All(area.Parts, part => AssertPrinted(letters, $"{part.Points} / {part.Weight}"));
        });
        Assert.All(report.Outcomes, outcome => AssertPrinted(letters, outcome.Section.Points.Text));
        Assert.All(report.Predicates.SelectMany(predicate => predicate.Unmet), condition =>
        {
            AssertPrinted(letters, condition.Actual);
            AssertPrinted(letters, condition.Minimum);
            AssertPrinted(letters, condition.Missing?.Text ?? "");
        });
        Assert.All(report.Losses, loss => AssertPrinted(letters, loss.Lost.Text));
    }

    private static void AssertConditions(JsonElement verdict, PredicateFigures predicate)
    {
        Assert.Equal(verdict.GetProperty("eligible").GetBoolean(), predicate.Eligible);
        Assert.Equal(
            verdict.GetProperty("conditions").EnumerateArray().Select(condition => (condition.GetProperty("code").GetString()!, condition.GetProperty("met").GetBoolean())),
            predicate.Conditions.Select(condition => (condition.Code, condition.Met)));
        Assert.Equal(
            verdict.GetProperty("conditions").EnumerateArray().Where(condition => condition.TryGetProperty("actual", out _))
                .Select(condition => (Points(condition, "actual"), Points(condition, "minimum"))),
            predicate.Conditions.Where(condition => condition.IsAboutPoints).Select(condition => (condition.Actual, condition.Minimum)));
    }

    private static void AssertPrinted(string letters, string text) =>
        Assert.Contains(text.Replace(" ", "", StringComparison.Ordinal), letters, StringComparison.Ordinal);

    private static async Task<JsonDocument> JsonOfAsync(ReadinessWorld world)
    {
        var (sheet, open) = await world.ScoreAsync();
        using var written = new MemoryStream();
        ScoreSheetJson.Write(written, open.Unit.Name, sheet, open.Unit.HeldPredicates);
        return JsonDocument.Parse(written.ToArray());
    }

    private static string Points(JsonElement element, string name) => Indonesian.Points(element.GetProperty(name).GetDecimal());

    private static string Share(JsonElement element) => Indonesian.Percent(element.GetProperty("percent").GetDecimal() / 100m);
}
