using UglyToad.PdfPig;
using Xunit;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Web.Features.Readiness.Figures;
using ZonaIntegritas.Web.Features.Reporting;
using ZonaIntegritas.Web.Features.Reporting.Rendering;
using ZonaIntegritas.Web.Tests.Features.Reporting;

namespace ZonaIntegritas.Web.Tests.Features.Readiness;

public sealed class ReadinessReportTests
{
    [Fact]
    public async Task A_predicate_won_by_a_sheet_does_not_count_as_held_before_it()
    {
        using var world = await ReadinessWorld.CreateAsync("WBBM");
        await world.ConcludeAsync();
        var before = await world.ReportAsync(Layer.Tpi);

        await world.Database.ChangeAsync(world.Sheet, open => open.Unit.Hold("WBK", 2026));

        Assert.Equal("DPMPTSP memenuhi seluruh syarat nilai WBBM, tetapi belum berpredikat WBK.", before.Verdict);
        Assert.Equal(before.Verdict, (await world.ReportAsync(Layer.Tpi)).Verdict);
    }

    [Fact]
    public async Task Returned_questions_stand_with_their_reason_until_TPI_has_looked_again()
    {
        using var world = await ReadinessWorld.CreateAsync();
        var coordinator = await world.Database.AddUserAsync(Role.Koordinator, world.Unit);
        await world.Database.SubmitAsync(world.Sheet, coordinator);
        await world.Database.ReturnAsync(world.Sheet, coordinator, "A.I.1.i.a", "Lampirkan SK tahun ini.");
        await world.Database.ReturnAsync(world.Sheet, coordinator, "A.I.1.i.b", "Notulen belum ditandatangani.");
        await world.Database.ChangeAsync(world.Sheet, open => Assert.Null(
            open.Assessment.SendRepair("A.I.1.i.a", "SK sudah diunggah.", open.Period, coordinator.Id, open.Now, open.Today).Problem));

        var report = await world.ReportAsync();

        Assert.Equal(
            [("A.I.1.i.b", "Notulen belum ditandatangani.", "", "Menunggu unit"), ("A.I.1.i.a", "Lampirkan SK tahun ini.", "SK sudah diunggah.", "Menunggu TPI")],
            report.Returned.Select(item => (item.Code, item.Reason, item.Response, item.State)));
        Assert.Equal("10 Oktober 2026 07.00 WIB", report.Head.GeneratedText);
    }

    [Fact]
    public async Task Both_layers_and_earlier_years_stand_side_by_side()
    {
        using var world = await ReadinessWorld.CreateAsync(set: AnswerSets.Best);
        var lastYear = await world.Database.AddSheetAsync(world.Unit, await world.Database.AddPeriodAsync(2025));
        await AnswerSets.AnswerAsync(world.Database, lastYear, AnswerSets.Mixed);
        await AnswerSets.AnswerAsync(world.Database, world.Sheet, AnswerSets.Poor, Layer.Tpi);

        var report = await world.ReportAsync();
        var tpi = await world.ReportAsync(Layer.Tpi);

        Assert.Equal([report.Total.Points.Text, tpi.Total.Points.Text], report.Four.Take(2).Select(figure => figure.Total?.Text));
        Assert.Equal([2025, 2026], report.Years.Select(year => year.Year));
        Assert.Null(report.Years[0].Tpi);
    }

    [Fact]
    public async Task Background_work_writes_the_paper_without_anybody_signed_in()
    {
        using var world = await ReadinessWorld.CreateAsync(set: AnswerSets.Half);
        var maker = new ProgressPaperMaker(world.Database.Sheets, new(world.Database.Sheets, world.Database.Instruments), ReadinessWorld.Offices, new SkiaPdfRenderer());
        using var file = new MemoryStream();

        await using (var db = world.Database.CreateDbContext())
        {
            await maker.WriteAsync(db, new(Guid.CreateVersion7(), new(PaperKind.Progress, world.Sheet.Id, null, Layer.Unit), new("k", new(2026, 10, 10), 1, null), default), file, default);
        }

        using var pdf = PdfDocument.Open(file.ToArray());
        Assert.Empty(Paper.MissingWords(pdf, $"{(await world.ReportAsync()).Verdict} Keaslian"));
    }

    [Theory]
    [InlineData("0.004", "< 0,01")]
    [InlineData("0.005", "0,01")]
    [InlineData("1.195", "1,20")]
    public void A_lack_is_never_shown_as_nought(string points, string shown) =>
        Assert.Equal(shown, Figure.Missing(decimal.Parse(points, System.Globalization.CultureInfo.InvariantCulture)).Text);

    [Theory]
    [InlineData(5.99, Standing.Near)]
    [InlineData(5.5, Standing.Below)]
    [InlineData(5.51, Standing.Near)]
    [InlineData(6, Standing.Met)]
    public void Near_is_less_than_five_per_cent_of_the_weight_below(double points, Standing standing) =>
        Assert.Equal(standing, Standings.Of((decimal)points, (Fraction)6m, 10m, answered: true));
}
