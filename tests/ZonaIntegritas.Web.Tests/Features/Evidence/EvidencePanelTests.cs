using AngleSharp.Dom;
using Bunit;
using Xunit;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Web.Features.Assessments.Worksheet;

namespace ZonaIntegritas.Web.Tests.Features.Evidence;

/// <summary>The documents of a question as the coordinator meets them on the worksheet.</summary>
public sealed class EvidencePanelTests : PageTest
{
    [Fact]
    public async Task A_page_and_a_suggested_document_are_named_in_place()
    {
        using var scene = await Scene.CreateAsync();
        await scene.AddEvidenceAsync("SK Tim.pdf");
        var page = Open(scene);
        Assert.Equal("Disarankan (0 dari 2 ada)", page.Find(".suggested summary").TextContent);

        await Button(page, "Tunjuk halaman").ClickAsync(new());
        await page.Find(".place-form .page").ChangeAsync(" 12 ");
        await page.Find(".place-form .passage input").ChangeAsync("diktum kedua");
        await page.Find(".place-form select").ChangeAsync(page.FindAll(".place-form option")[1].GetAttribute("value")!);
        await page.Find(".place-form").SubmitAsync();

        page.WaitForAssertion(() => Assert.Equal("hal. 12, diktum kedua", page.Find(".card .place").TextContent));
        Assert.Empty(page.FindAll(".place-form"));
        Assert.Equal("Disarankan (1 dari 2 ada)", page.Find(".suggested summary").TextContent);
    }

    [Fact]
    public async Task A_page_that_is_no_number_is_refused_and_what_was_typed_stays()
    {
        using var scene = await Scene.CreateAsync();
        await scene.AddEvidenceAsync();
        var page = Open(scene);

        await Button(page, "Tunjuk halaman").ClickAsync(new());
        await page.Find(".place-form .page").ChangeAsync("dua belas");
        await page.Find(".place-form .passage input").ChangeAsync("diktum kedua");
        await page.Find(".place-form").SubmitAsync();

        Assert.Contains("angka dari 1", page.Find(".place-form [role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Equal("dua belas", page.Find(".place-form .page").GetAttribute("value"));
        Assert.Equal("diktum kedua", page.Find(".place-form .passage input").GetAttribute("value"));
    }

    [Fact]
    public async Task A_closed_question_shows_its_documents_and_no_way_to_change_them()
    {
        using var scene = await Scene.CreateAsync();
        await scene.AddEvidenceAsync("SK Tim.pdf");
        await scene.MoveToAsync(AssessmentStatus.Submitted);
        var page = Open(scene);

        Assert.Equal("SK Tim", page.Find(".card .file-name").TextContent);
        Assert.Equal("v1", page.Find(".card .version").TextContent);
        Assert.DoesNotContain(page.FindAll("button"), button => button.TextContent.Trim() is "Lepas" or "Versi baru" or "Tunjuk halaman" or "Tambah tautan");
        Assert.Empty(page.FindAll("[data-action=unggah]"));
    }

    [Fact]
    public async Task A_newer_version_that_is_not_put_forward_is_pointed_out()
    {
        using var scene = await Scene.CreateAsync();
        var decree = await scene.AddEvidenceAsync("SK Tim.pdf");
        await scene.MoveToAsync(AssessmentStatus.Submitted);
        await scene.UploadAsync(new MemoryStream(SmallFiles.Jpeg), "baru.jpg", null, new(scene.Unit.Id, ItemId: decree.ItemId));

        var page = Open(scene);

        Assert.Contains("Ada versi 2", page.Find(".card .signs").TextContent, StringComparison.Ordinal);
    }

    private static IElement Button(IRenderedComponent<WorksheetPage> page, string text) =>
        page.FindAll("button").First(button => button.TextContent.Trim() == text);

    private IRenderedComponent<WorksheetPage> Open(Scene scene) =>
        Open<WorksheetPage>(scene, scene.Coordinator, $"/lembar-kerja/{scene.Sheet.Id}?soal={Scene.YesNo}", scene.Sheet.Id);
}
