using AngleSharp.Dom;
using Bunit;
using UglyToad.PdfPig;
using Xunit;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Web.Features.Readiness;
using ZonaIntegritas.Web.Features.Reporting;
using ZonaIntegritas.Web.Features.Reporting.Documents;
using ZonaIntegritas.Web.Features.Reporting.Preview;
using ZonaIntegritas.Web.Features.Reporting.Rendering;
using ZonaIntegritas.Web.Tests.Features.Readiness;

namespace ZonaIntegritas.Web.Tests.Features.Reporting;

/// <summary>The progress report says what its screen says: four figures that are never mixed, and the total week by week.</summary>
public sealed class ReadinessCourseTests : BunitContext
{
    [Fact]
    public async Task Four_figures_are_printed_with_what_each_is_worth()
    {
        using var world = await ReadinessWorld.CreateAsync(set: AnswerSets.Half);
        var report = await world.ReportAsync();

        using var pdf = PdfDocument.Open(Paper.Print(ReadinessPaper.Compose(report, ReadinessWorld.Office)));

        var letters = Paper.LettersOf(pdf);
        Assert.Equal(4, report.Four.Count);
        Assert.All(report.Four, figure => Assert.Contains(
            $"{figure.Label}{figure.Total?.Text ?? "–"}".Replace(" ", "", StringComparison.Ordinal), letters, StringComparison.Ordinal));
        Assert.Contains("53soalbelumdijawab,", letters, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Total_week_by_week_is_drawn_with_its_figures_and_limits()
    {
        using var world = await GrownAsync(weeksApart: 2);

        var chart = ChartOf(await world.ReportAsync());

        // Nothing changed in the week between: it stood where it stood.
        Assert.Equal(["5 Okt", "12 Okt", "19 Okt"], chart.Labels);
        var own = Assert.Single(chart.Series);
        Assert.Equal("Penilaian mandiri", own.Name);
        Assert.Equal(own.Points[0], own.Points[1]);
        Assert.Equal("98,67", own.Points[2]!.Text);
        Assert.Equal(["WBK 75,00", "WBBM 85,00"], chart.Limits.Select(limit => limit.Label));
    }

    [Fact]
    public async Task A_long_time_is_drawn_in_even_steps_that_keep_their_figures()
    {
        using var world = await GrownAsync(weeksApart: 29);
        var report = await world.ReportAsync();

        var chart = ChartOf(report);

        Assert.Equal(10, chart.Labels.Count);
        Assert.Equal(report.Trend[0].Points[^1].Text, chart.Series[0].Points[^1]!.Text);
        using var pdf = Paper.PrintAndOpen(chart);
        Assert.All(pdf.GetPages(), page => Assert.Empty(Paper.Overlaps(page)));
        Assert.DoesNotContain("Lapisan", Paper.WordsOf(pdf));
    }

    [Fact]
    public async Task One_week_is_no_chart_yet()
    {
        using var world = await ReadinessWorld.CreateAsync(set: AnswerSets.Half);

        var document = ReadinessPaper.Compose(await world.ReportAsync(), ReadinessWorld.Office);

        Assert.Empty(document.Blocks.OfType<LineChart>());
        Assert.Contains(document.Blocks.OfType<Paragraph>(), paragraph => paragraph.Text.StartsWith("Grafik muncul", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Screen_and_paper_say_the_same_words()
    {
        using var world = await GrownAsync(weeksApart: 2);
        var document = ReadinessPaper.Compose(await world.ReportAsync(), ReadinessWorld.Office);

        using var pdf = PdfDocument.Open(Paper.Print(document));
        var shown = Render<PaperView>(parameters => parameters.Add(view => view.Document, document));

        var letters = Paper.LettersOf(pdf);
        var texts = shown.Nodes.SelectMany(node => node.Descendants<IText>()).SelectMany(text => text.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        Assert.All(texts.Distinct(), word => Assert.Contains(word, letters, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_paper_of_the_units_own_layer_keeps_TPI_to_itself_whoever_has_it_made()
    {
        using var world = await ReadinessWorld.CreateAsync();
        await world.ReviewAsync(AnswerSets.Mixed);
        world.Database.Clock.Advance(TimeSpan.FromDays(7));
        await AnswerSets.ReplaceAsync(world.Database, world.Sheet, AnswerSets.Poor, Layer.Tpi);
        var queries = world.QueriesFor(await world.Database.AddUserAsync(Role.Pimpinan));
        var judged = (await queries.LoadAsync(world.Sheet.Id, Layer.Unit, default)).Report.Four[1].Total!.Text;

        var preview = await queries.ForPaperAsync(world.Sheet.Id, Layer.Unit, default);

        Assert.Equal((null, "terlihat setelah LHE terbit"), (preview.Four[1].Total?.Text, preview.Four[1].State));
        Assert.Equal(["Penilaian mandiri"], preview.Trend.Select(series => series.Label));
        using var pdf = PdfDocument.Open(await IssueAsync(world, Layer.Unit));
        Assert.DoesNotContain(judged, Paper.WordsOf(pdf));
        using var theirs = PdfDocument.Open(await IssueAsync(world, Layer.Tpi));
        Assert.Contains(judged, Paper.WordsOf(theirs));
    }

    private static LineChart ChartOf(ReadinessReport report) =>
        Assert.Single(ReadinessPaper.Compose(report, ReadinessWorld.Office).Blocks.OfType<LineChart>());

    private static async Task<ReadinessWorld> GrownAsync(int weeksApart)
    {
        var world = await ReadinessWorld.CreateAsync(set: AnswerSets.Half);
        world.Database.Clock.Advance(TimeSpan.FromDays(7 * weeksApart));
        await AnswerSets.ReplaceAsync(world.Database, world.Sheet, AnswerSets.Best);
        return world;
    }

    private static async Task<byte[]> IssueAsync(ReadinessWorld world, Layer layer)
    {
        var maker = new ProgressPaperMaker(world.Database.Sheets, new(world.Database.Sheets, world.Database.Instruments), ReadinessWorld.Offices, new SkiaPdfRenderer());
        using var file = new MemoryStream();
        await using var db = world.Database.CreateDbContext();
        await maker.WriteAsync(db, new(Guid.CreateVersion7(), new(PaperKind.Progress, world.Sheet.Id, null, layer), new("k", new(2026, 10, 10), 1, null), default), file, default);
        return file.ToArray();
    }
}
