using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Web.Features.Papers.Shelf;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Tests.Features.Papers;

/// <summary>The list of papers, as each role finds it.</summary>
public sealed class PapersPageTests : PageTest
{
    [Fact]
    public async Task The_head_of_the_instansi_finds_every_unit_and_the_papers_of_the_year()
    {
        using var scene = await ConcludedAsync();
        var other = await scene.Database.AddSheetAsync(await scene.Database.AddUnitAsync("Dinsos"), scene.Period);

        var page = OpenShelf(scene, await scene.Database.AddUserAsync(Role.Pimpinan));

        Assert.Equal(["Rekap instansi tahun 2026", "Konsep surat usulan tahun 2026", "Konsep SPTJM tahun 2026"], Links(page.Find("section[aria-labelledby=instansi]")));
        Assert.Contains("Tiap unit (2)", page.Find("#unit").TextContent, StringComparison.Ordinal);
        Assert.Equal(["Syarat belum terpenuhi DPMPTSP 2026", "Berita acara evaluasi DPMPTSP 2026", "LHE TPI DPMPTSP 2026"], Links(RowOf(page, "DPMPTSP")));
        Assert.Equal($"/naskah/lhe/{scene.Sheet.Id}", RowOf(page, "DPMPTSP").QuerySelectorAll(".choices a")[^1].GetAttribute("href"));
        // What cannot be made yet is said and leads nowhere.
        Assert.Equal(["Syarat belum terpenuhi Dinsos 2026"], Links(RowOf(page, "Dinsos")));
        Assert.Contains("LHE TPI: LHE belum terbit", RowOf(page, "Dinsos").TextContent, StringComparison.Ordinal);
        Assert.NotEqual(other.Id, scene.Sheet.Id);
    }

    [Fact]
    public async Task TPI_issues_LHE_and_minutes_of_its_units_and_nothing_of_the_instansi()
    {
        using var scene = await ConcludedAsync();
        await scene.Database.AddSheetAsync(await scene.Database.AddUnitAsync("Dinsos"), scene.Period);

        var page = OpenShelf(scene, scene.Evaluator);

        Assert.Empty(page.FindAll("section[aria-labelledby=instansi]"));
        Assert.Single(page.FindAll("tbody tr"));
        Assert.Equal(["Syarat belum terpenuhi DPMPTSP 2026", "Berita acara evaluasi DPMPTSP 2026", "LHE TPI DPMPTSP 2026"], Links(RowOf(page, "DPMPTSP")));
    }

    [Fact]
    public async Task The_unit_finds_its_own_alone_and_TPIs_papers_only_after_the_LHE()
    {
        using var scene = await Scene.CreateAsync();
        await scene.Database.AddSheetAsync(await scene.Database.AddUnitAsync("Dinsos"), scene.Period);
        await scene.MoveToAsync(AssessmentStatus.InReview);

        var page = OpenShelf(scene, scene.Coordinator);

        Assert.Empty(page.FindAll("section[aria-labelledby=instansi]"));
        Assert.Single(page.FindAll("tbody tr"));
        Assert.Equal(["Syarat belum terpenuhi DPMPTSP 2026"], Links(RowOf(page, "DPMPTSP")));
        Assert.DoesNotContain("LHE", RowOf(page, "DPMPTSP").QuerySelector(".choices")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_search_without_a_hit_and_a_house_without_sheets_say_what_to_do()
    {
        using var scene = await ConcludedAsync();
        var page = OpenShelf(scene, await scene.Database.AddUserAsync(Role.Pimpinan));
        page.Find("input[type=search]").Change("tidak ada");
        Assert.EndsWith("/naskah?tahun=2026&cari=tidak%20ada", Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);
        page.WaitForAssertion(() => Assert.Contains("Tampilkan semua unit", page.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_a_sheet_there_is_nothing_to_make_a_paper_of()
    {
        using var scene = await Scene.CreateAsync();
        var page = OpenShelf(scene, await scene.Database.AddUserAsync(Role.Koordinator, await scene.Database.AddUnitAsync("Baru")));

        Assert.Contains("Belum ada lembar kerja", page.Find(".empty").TextContent, StringComparison.Ordinal);
    }

    private static async Task<Scene> ConcludedAsync()
    {
        var scene = await Scene.CreateAsync();
        await scene.MoveToAsync(AssessmentStatus.Concluded);
        return scene;
    }

    private static IElement RowOf(IRenderedComponent<PapersPage> page, string unit) => page.FindAll("tbody tr").Single(row => row.QuerySelector("strong")!.TextContent == unit);

    private static IEnumerable<string> Links(IElement part) => part.QuerySelectorAll(".choices a").Select(link => link.TextContent);

    private IRenderedComponent<PapersPage> OpenShelf(Scene scene, AppUser person)
    {
        Services.AddSingleton(new PaperBench(scene.Database).Queries(person));
        var page = Open<PapersPage>(scene, person, "/naskah");
        page.WaitForState(() => !page.Markup.Contains("Memuat", StringComparison.Ordinal));
        return page;
    }
}
