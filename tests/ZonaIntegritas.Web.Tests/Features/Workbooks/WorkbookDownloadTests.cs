using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Xunit;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Auditing;
using ZonaIntegritas.Domain.Scoring;
using ZonaIntegritas.Web.Features.Workbooks;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Tests.Features.Workbooks;

public sealed class WorkbookDownloadTests
{
    [Fact]
    public async Task Whoever_sees_the_unit_gets_a_named_file_and_the_trail_says_so()
    {
        using var scene = await Scene.CreateAsync();
        await using var app = new TestApp(scene.Database);
        using var client = app.ClientOf(scene.Coordinator);

        using var response = await client.GetAsync(new Uri($"/lembar/{scene.Sheet.Id}/lke.xlsx", UriKind.Relative));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("attachment", response.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("LKE DPMPTSP 2026.xlsx", response.Content.Headers.ContentDisposition.FileNameStar);
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        using var file = new MemoryStream(await response.Content.ReadAsByteArrayAsync());
        Assert.Equal("Jawaban Unit", new Spreadsheet(file).Text("LKE", "E4"));
        await using var db = scene.Database.CreateDbContext();
        Assert.Equal("LKE Excel", (await db.AuditEntries.SingleAsync(entry => entry.Action == AuditAction.SheetExported)).Note);
    }

    [Theory]
    [InlineData(Role.Koordinator)]
    [InlineData(Role.Pimpinan)]
    [InlineData(Role.Evaluator)]
    public async Task Somebody_of_another_unit_gets_not_found(Role role)
    {
        using var scene = await Scene.CreateAsync();
        var other = await scene.Database.AddUserAsync(role, await scene.Database.AddUnitAsync("Dinas Sosial"));
        await using var app = new TestApp(scene.Database);
        using var client = app.ClientOf(other);

        using var response = await client.GetAsync(new Uri($"/lembar/{scene.Sheet.Id}/lke.xlsx", UriKind.Relative));

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        await Assert.ThrowsAsync<ForbiddenException>(() => scene.Export(TestDatabase.SignIn(other)).ExecuteAsync(scene.Sheet.Id, default));
    }

    [Fact]
    public async Task TPIs_columns_are_for_TPI_until_the_LHE_is_out()
    {
        using var scene = await Scene.CreateAsync();
        await scene.Database.SubmitAsync(scene.Sheet, scene.Coordinator);
        await scene.Judge().ExecuteAsync(scene.Answering(Scene.YesNo, new ChoiceAnswer("Tidak"), "belum"), default);

        Assert.Null((await scene.BookAsync()).Tpi);
        var theirs = (await scene.BookAsync(TestDatabase.SignIn(scene.Evaluator))).Tpi!;
        Assert.Equal((new ChoiceAnswer("Tidak"), "belum"), (theirs.Answer(Scene.YesNo), theirs.Note(Scene.YesNo)));
    }

    [Fact]
    public async Task After_the_LHE_the_unit_sees_them_too()
    {
        using var scene = await Scene.CreateAsync();
        await scene.MoveToAsync(AssessmentStatus.Concluded);

        Assert.NotNull((await scene.BookAsync()).Tpi);
    }

    [Fact]
    public async Task Evidence_is_named_with_its_place_and_its_address()
    {
        using var scene = await Scene.CreateAsync();
        var one = await scene.AddEvidenceAsync("sk.pdf");
        // Documents come in the order in which they were attached.
        scene.Database.Clock.Advance(TimeSpan.FromMinutes(1));
        var two = await scene.AddEvidenceAsync("notulen.csv", Scene.YesNo, "1;2\n"u8.ToArray());
        await scene.Point().ExecuteAsync(new(one.LinkId, 12, "diktum kedua", ""), default);

        var book = await scene.BookAsync();
        var sheet = new Spreadsheet(new MemoryStream(ZonaIntegritas.Web.Features.Workbooks.Writing.BookWriter.Write(book)));
        var row = new BookPlan(book.Instrument).Row(Scene.YesNo).Number;

        Assert.Equal("1. sk (hal. 12, diktum kedua)\n2. notulen", sheet.Text("LKE", $"H{row}"));
        Assert.Equal($"1.\u00A0http://localhost:5080/berkas/{one.VersionId}\n2.\u00A0http://localhost:5080/berkas/{two.VersionId}", sheet.Text("LKE", $"I{row}"));
    }

    [Fact]
    public async Task Every_printed_page_says_when_the_workbook_was_downloaded()
    {
        using var scene = await Scene.CreateAsync();
        using var file = SpreadsheetDocument.Open(new MemoryStream(ZonaIntegritas.Web.Features.Workbooks.Writing.BookWriter.Write(await scene.BookAsync())), isEditable: false);

        var feet = file.WorkbookPart!.WorksheetParts.SelectMany(part => part.Worksheet!.Descendants<OddFooter>()).ToList();

        Assert.Equal(2, feet.Count);
        // The size ends where the text begins: "&810 Oktober" would be text of 810 points.
        Assert.All(feet, foot => Assert.Matches(@"&C&8 \d+ ", foot.Text));
    }
}
