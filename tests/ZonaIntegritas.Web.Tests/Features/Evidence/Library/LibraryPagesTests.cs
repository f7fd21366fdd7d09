using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;
using MudBlazor.Services;
using Xunit;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.Assessments;
using ZonaIntegritas.Web.Features.Evidence;
using ZonaIntegritas.Web.Features.Evidence.Library;
using ZonaIntegritas.Web.Features.Reviews;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Tests.Features.Evidence.Library;

public sealed class LibraryPagesTests : BunitContext
{
    [Fact]
    public async Task The_filters_stand_in_the_address_and_an_empty_result_says_what_to_do()
    {
        using var scene = await Scene.CreateAsync();
        await scene.ShelveAsync("SK Tim.pdf");
        var page = Open<LibraryPage>(scene, "/pustaka?keadaan=belum-dipakai&cari=tim");

        Assert.Equal(["SK Tim"], page.FindAll(".document a").Select(link => link.TextContent));
        Assert.Equal("belum-dipakai", page.Find("select").GetAttribute("value"));
        Assert.Equal(["Belum dipakai"], page.FindAll(".signed").Select(sign => sign.TextContent));

        await page.Find("input[type=search]").ChangeAsync(new() { Value = "tidak ada" });

        Assert.EndsWith("/pustaka?keadaan=belum-dipakai&cari=tidak%20ada", Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);
        Assert.Contains("Tidak ada yang cocok", page.Find(".empty").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_library_tells_the_coordinator_the_first_step()
    {
        using var scene = await Scene.CreateAsync();

        var page = Open<LibraryPage>(scene, "/pustaka");

        Assert.Contains("Unggah SK", page.Find(".empty").TextContent, StringComparison.Ordinal);
        Assert.NotEmpty(page.FindAll("input[type=file]"));
    }

    [Fact]
    public async Task An_evaluator_chooses_a_unit_and_can_add_nothing()
    {
        using var scene = await Scene.CreateAsync();
        await scene.AddEvidenceAsync();

        var chooser = Open<LibraryPage>(scene, "/pustaka", scene.Evaluator);
        Assert.Equal($"/pustaka/{scene.Unit.Id}", chooser.Find("td a").GetAttribute("href"));

        var page = Render<LibraryPage>(parameters => parameters.Add(p => p.UnitId, scene.Unit.Id));
        Assert.Single(page.FindAll(".document a"));
        Assert.Empty(page.FindAll("input[type=file]"));
    }

    [Fact]
    public async Task Somebody_of_another_unit_reads_why_the_library_is_closed()
    {
        using var scene = await Scene.CreateAsync();
        var stranger = await scene.Database.AddUserAsync(Role.Koordinator, await scene.Database.AddUnitAsync("Dinas Sosial"));
        Open<LibraryPage>(scene, "/pustaka", stranger);

        var page = Render<LibraryPage>(parameters => parameters.Add(p => p.UnitId, scene.Unit.Id));

        Assert.Contains("tidak berwenang", page.Find("[role=alert]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_documents_details_are_saved_by_the_button_and_a_stale_save_keeps_what_was_typed()
    {
        using var scene = await Scene.CreateAsync();
        var item = await scene.ShelveAsync();
        var page = OpenDocument(scene, item.Id);
        Assert.True(page.Find("button[type=submit]").HasAttribute("disabled"));

        await page.Find("#dok-judul").ChangeAsync(new() { Value = "SK Tim ZI" });
        Assert.Contains("Belum disimpan", page.Find(".saved").TextContent, StringComparison.Ordinal);
        await page.Find("form.form").SubmitAsync();

        Assert.Equal("SK Tim ZI", (await scene.StoredAsync(item.Id)).Title);
        Assert.Equal("SK Tim ZI", page.Find("h1").TextContent);
        Assert.Contains("Tersimpan", page.Find(".saved").TextContent, StringComparison.Ordinal);

        await scene.Describe().ExecuteAsync(new(item.Id, Shelf.Details("Dari rekan"), 1), default);
        await page.Find("#dok-judul").ChangeAsync(new() { Value = "Dari layar ini" });
        await page.Find("form.form").SubmitAsync();

        Assert.Contains("baru saja diubah orang lain", page.Find(".form-error").TextContent, StringComparison.Ordinal);
        Assert.Equal("Dari layar ini", page.Find("#dok-judul").GetAttribute("value"));
        Assert.Equal("Dari rekan", (await scene.StoredAsync(item.Id)).Title);
    }

    [Fact]
    public async Task A_reader_gets_the_details_as_text()
    {
        using var scene = await Scene.CreateAsync();
        var row = await scene.AddEvidenceAsync();

        var page = OpenDocument(scene, row.ItemId, scene.Evaluator);

        Assert.Empty(page.FindAll("form, input"));
        Assert.Contains("Lainnya", page.Find("dl").TextContent, StringComparison.Ordinal);
        Assert.Equal($"/penilaian/{scene.Sheet.Id}?soal={Scene.YesNo}", page.Find("li p a").GetAttribute("href"));
    }

    [Fact]
    public async Task What_is_missing_leads_to_the_question_on_the_worksheet()
    {
        using var scene = await Scene.CreateAsync();
        Open<LibraryPage>(scene, "/pustaka");

        var page = Render<MissingPage>(parameters => parameters.Add(p => p.AssessmentId, scene.Sheet.Id));

        Assert.Contains("113 dari 113 soal", page.Find("[data-testid=sum]").TextContent, StringComparison.Ordinal);
        Assert.Equal($"/lembar-kerja/{scene.Sheet.Id}?soal={Scene.YesNo}", page.Find(".question a").GetAttribute("href"));
    }

    private IRenderedComponent<DocumentPage> OpenDocument(Scene scene, Guid itemId, AppUser? user = null)
    {
        Prepare(scene, user);
        return Render<DocumentPage>(parameters => parameters.Add(page => page.ItemId, itemId));
    }

    private IRenderedComponent<TPage> Open<TPage>(Scene scene, string path, AppUser? user = null)
        where TPage : IComponent
    {
        Prepare(scene, user);
        Services.GetRequiredService<NavigationManager>().NavigateTo(path);
        return Render<TPage>();
    }

    private void Prepare(Scene scene, AppUser? user)
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddMudServices();
        Services.AddSingleton<IDbContextFactory<AppDbContext>>(scene.Database);
        Services.AddSingleton<TimeProvider>(scene.Database.Clock);
        Services.AddSingleton(scene.Database.Storage);
        Services.AddSingleton(TestDatabase.SignIn(user ?? scene.Coordinator));
        Services.AddAssessments().AddReviews().AddEvidence();
        Render<MudPopoverProvider>();
    }
}
