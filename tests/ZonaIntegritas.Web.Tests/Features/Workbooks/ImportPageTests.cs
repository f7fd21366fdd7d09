using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using ZonaIntegritas.Domain.Scoring;
using ZonaIntegritas.Web.Features.Workbooks;
using ZonaIntegritas.Web.Features.Workbooks.Importing;
using ZonaIntegritas.Web.Shared.Files;
using ZonaIntegritas.Web.Tests.Shared;

namespace ZonaIntegritas.Web.Tests.Features.Workbooks;

/// <summary>What a coordinator sees of a workbook that comes back.</summary>
public sealed class ImportPageTests : PageTest
{
    [Fact]
    public async Task Differences_are_shown_first_and_then_written()
    {
        using var scene = await Scene.CreateAsync();
        var page = OpenImport(scene);
        Assert.Contains("Belum ada berkas yang dipilih", page.Find(".file-name").TextContent, StringComparison.Ordinal);

        await page.ChooseAsync(Services, "LKE isi.xlsx", await scene.FileAsync(new Dictionary<string, AnswerValue?> { [Scene.YesNo] = new ChoiceAnswer("Ya") }));

        Assert.Equal("LKE isi.xlsx", page.Find(".file-name").TextContent);
        page.WaitForAssertion(() => Assert.Contains("1 soal berbeda", page.Find("[data-testid=impor-pratinjau]").TextContent, StringComparison.Ordinal));
        Assert.Null(await scene.AnswerAsync(Scene.YesNo));
        page.Find("[data-testid=impor-pratinjau] button.primary").Click();
        page.WaitForAssertion(() => Assert.Contains("1 soal diperbarui", page.Find("[data-testid=impor-selesai]").TextContent, StringComparison.Ordinal));
        Assert.Equal(new ChoiceAnswer("Ya"), (await scene.AnswerAsync(Scene.YesNo))!.Value);
    }

    [Fact]
    public async Task A_fault_names_its_cell_and_another_file_begins_anew()
    {
        using var scene = await Scene.CreateAsync();
        var place = $"E{new BookPlan((await scene.BookAsync()).Instrument).Row(Scene.YesNo).Number}";
        var page = OpenImport(scene);

        await page.ChooseAsync(Services, "salah.xlsx", Tampering.Set(await scene.FileAsync(), (place, "Mungkin")));

        page.WaitForAssertion(() => Assert.Contains("1 hal perlu diperbaiki di salah.xlsx", page.Find("[data-testid=impor-salah]").TextContent, StringComparison.Ordinal));
        await page.ChooseAsync(Services, "benar.xlsx", await scene.FileAsync());
        page.WaitForAssertion(() => Assert.Contains("Tidak ada perbedaan", page.Find("[data-testid=impor-pratinjau]").TextContent, StringComparison.Ordinal));
        Assert.Empty(page.FindAll("[data-testid=impor-salah]"));
    }

    [Fact]
    public async Task What_the_door_refuses_stands_beside_the_field()
    {
        using var scene = await Scene.CreateAsync();
        var page = OpenImport(scene);
        var field = page.FindComponent<FileChoice>();

        await page.InvokeAsync(() => field.Instance.Chosen("besar.xlsx"));
        Assert.Contains("Mengirim berkas", page.Find("[role=status]").TextContent, StringComparison.Ordinal);
        await page.InvokeAsync(() => field.Instance.Refused(413, null));

        Assert.Contains("paling besar 10 MB", page.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        await page.InvokeAsync(() => field.Instance.Refused(422, "Selama perbaikan hanya soal yang dikembalikan."));
        Assert.Contains("Selama perbaikan", page.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        await page.InvokeAsync(() => field.Instance.Received("tidak ada"));
        Assert.Contains("Pilih lagi", page.Find("[role=alert]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_file_is_gone_when_the_page_is_left()
    {
        using var scene = await Scene.CreateAsync();
        var page = OpenImport(scene);
        await page.ChooseAsync(Services, "LKE.xlsx", await scene.FileAsync());
        var folder = Path.Combine(scene.Database.Folder, "handed-in");
        Assert.Single(Directory.GetFiles(folder));

        await DisposeComponentsAsync();

        Assert.Empty(Directory.GetFiles(folder));
    }

    private IRenderedComponent<ImportPage> OpenImport(Scene scene)
    {
        Services.AddWorkbooks();
        Services.AddSingleton<HandedFiles>();
        var page = Open<ImportPage>(scene, scene.Coordinator, $"/lembar/{scene.Sheet.Id}/impor", scene.Sheet.Id);
        page.WaitForElement(".file-choice");
        return page;
    }
}
