using System.Net;
using Xunit;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Web.Features.Reporting;

namespace ZonaIntegritas.Web.Tests.Features.Reporting;

public sealed class ReportDownloadTests
{
    [Fact]
    public async Task A_report_is_served_to_its_unit_and_hidden_from_everyone_else()
    {
        using var database = await TestDatabase.CreateAsync();
        var unit = await database.AddUnitAsync();
        var sheet = await database.AddSheetAsync(unit, await database.AddPeriodAsync());
        var owner = await database.AddUserAsync(Role.Koordinator, unit);
        var stranger = await database.AddUserAsync(Role.Koordinator, await database.AddUnitAsync("Dinas Sosial"));
        ReportBench bench = new(database);
        await database.AnswerAsync(sheet, questions: 1);
        await database.AnswerAsync(sheet, Layer.Tpi, 1);
        await bench.RequestAsync();
        var rows = await bench.RowsAsync();
        var (id, ofTpi) = (rows.Single(row => row.Layer == Layer.Unit).Id, rows.Single(row => row.Layer == Layer.Tpi).Id);
        await using var app = new TestApp(database);

        Assert.Equal(HttpStatusCode.NotFound, (await app.ClientOf(owner).GetAsync(ReportEndpoints.Url(id))).StatusCode);
        await bench.WorkAsync();
        var served = await app.ClientOf(owner).GetAsync(ReportEndpoints.Url(id));

        Assert.Equal(HttpStatusCode.OK, served.StatusCode);
        Assert.Equal("application/pdf", served.Content.Headers.ContentType!.MediaType);
        Assert.Equal($"%PDF-1.7 {sheet.Id} Unit", await served.Content.ReadAsStringAsync());
        Assert.Equal("attachment", served.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("Laporan kesiapan DPMPTSP 2026 (unit) 2026-10-10.pdf", served.Content.Headers.ContentDisposition.FileNameStar);
        Assert.Equal("nosniff", served.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.StartsWith("default-src 'none'; sandbox", served.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);

        // TPI's figures are the unit's to read once the LHE is out; the head of the instansi reads them before.
        Assert.Equal(HttpStatusCode.NotFound, (await app.ClientOf(owner).GetAsync(ReportEndpoints.Url(ofTpi))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await app.ClientOf(await database.AddUserAsync(Role.Pimpinan)).GetAsync(ReportEndpoints.Url(ofTpi))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await app.ClientOf(stranger).GetAsync(ReportEndpoints.Url(id))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await app.ClientOf(owner).GetAsync(ReportEndpoints.Url(sheet.Id))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await app.ClientOf(null).GetAsync(ReportEndpoints.Url(id))).StatusCode);
        await database.CloseAccountAsync(owner);
        Assert.Equal(HttpStatusCode.NotFound, (await app.ClientOf(owner).GetAsync(ReportEndpoints.Url(id))).StatusCode);
    }

    [Theory]
    [InlineData(null, Layer.Unit, "Laporan kesiapan 2026 (unit) 2026-11-24.pdf")]
    [InlineData("DPMPTSP", Layer.Unit, "Laporan kesiapan DPMPTSP 2026 (unit) 2026-11-24.pdf")]
    [InlineData("RSUD dr. A/B \"Contoh\"\r\n", Layer.Tpi, "Laporan kesiapan RSUD dr. A-B Contoh 2026 (TPI) 2026-11-24.pdf")]
    public void File_name_says_what_it_is(string? unit, Layer layer, string name) =>
        Assert.Equal(name, ReportEndpoints.FileName(new(PaperKind.Progress, unit, 2026, layer, new(2026, 11, 24), 1, "")));
}
