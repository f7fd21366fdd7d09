using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Reviews;
using ZonaIntegritas.Web.Features.Reviews.DeskList;
using ZonaIntegritas.Web.Identity;
using ZonaIntegritas.Web.Tests.Features.Reviews.Many;

namespace ZonaIntegritas.Web.Tests.Features.Reviews.DeskList;

public sealed class DeskListPageTests : PageTest
{
    [Fact]
    public async Task All_that_waits_is_accepted_at_once_and_undone_at_once()
    {
        using var scene = await Scene.CreateAsync();
        await scene.MoveToAsync(AssessmentStatus.Submitted);
        var page = Open(scene, scene.Evaluator);
        Assert.Equal(113, page.FindAll("tbody tr").Count);

        await Button(page, "Pilih semua").ClickAsync(new());
        Assert.Equal("113 dipilih", page.Find("[data-testid=picked]").TextContent);
        await Button(page, "Terima terpilih").ClickAsync(new());

        Assert.Equal("113 diterima", page.Find("[data-testid=outcome]").TextContent.Trim());
        Assert.Equal(113, (await scene.StoredScoreAsync(Layer.Tpi))!.AnsweredQuestions);
        Assert.Contains("Tidak ada yang menunggu Anda", page.Markup, StringComparison.Ordinal);

        await Button(page, "Urungkan").ClickAsync(new());

        Assert.Equal("113 diurungkan", page.Find("[data-testid=outcome]").TextContent.Trim());
        Assert.Equal(0, (await scene.StoredScoreAsync(Layer.Tpi))!.AnsweredQuestions);
        Assert.Equal(113, page.FindAll("tbody tr").Count);
        Assert.DoesNotContain(page.FindAll("button"), button => button.TextContent.Trim() == "Urungkan");
    }

    [Fact]
    public async Task What_is_refused_is_named_with_its_reason_and_stays()
    {
        using var scene = await Scene.CreateAsync();
        await scene.MoveToAsync(AssessmentStatus.InReview);
        await scene.DisagreeAsync(reason: null);
        await scene.AcceptAsync(null, ManyBench.Item(Scene.Abc));
        var page = Open(scene, scene.Controller);
        Assert.Equal(2, page.FindAll("tbody tr").Count);

        await Button(page, "Pilih semua").ClickAsync(new());
        await Button(page, "Terima terpilih").ClickAsync(new());

        Assert.Contains("1 diterima", page.Find("[data-testid=outcome]").TextContent, StringComparison.Ordinal);
        Assert.Contains($"{Scene.YesNo} ditolak: {ReviewProblems.AcceptWithoutReason.Message}", page.Find(".outcome li").TextContent, StringComparison.Ordinal);
        Assert.Equal(Scene.YesNo, page.FindAll("tbody tr").Single().GetAttribute("data-code"));
    }

    [Fact]
    public async Task What_the_tier_below_sees_as_the_unit_does_is_ticked_in_one_click()
    {
        using var scene = await Scene.CreateAsync();
        await scene.MoveToAsync(AssessmentStatus.InReview);
        await scene.DisagreeAsync();
        await scene.AcceptAsync(null, ManyBench.Item(Scene.Abc));
        var page = Open(scene, scene.Controller);

        await Button(page, "Pilih yang ketua sama dengan unit").ClickAsync(new());

        Assert.Equal("1 dipilih", page.Find("[data-testid=picked]").TextContent);
        Assert.True(page.Find($"tr[data-code='{Scene.Abc}'] input").HasAttribute("checked"));
        var differing = page.Find($"tr[data-code='{Scene.YesNo}']").TextContent;
        Assert.Contains("bukti kurang", differing, StringComparison.Ordinal);
        Assert.Contains("−0,25", differing, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_are_returned_for_one_reason_and_that_is_undone_too()
    {
        using var scene = await Scene.CreateAsync();
        await scene.MoveToAsync(AssessmentStatus.InReview);
        var page = Open(scene, scene.Evaluator);
        await page.Find($"tr[data-code='{Scene.YesNo}'] input").ChangeAsync(true);
        await page.Find($"tr[data-code='{Scene.Abc}'] input").ChangeAsync(true);

        await Button(page, "Kembalikan terpilih").ClickAsync(new());
        await Button(page, "Kembalikan ke unit").ClickAsync(new());
        Assert.Equal([AssessmentProblems.ReasonMissing.Message], Messages);
        await page.Find("#alasan").InputAsync("Bukti tahun lalu.");
        await Button(page, "Kembalikan ke unit").ClickAsync(new());

        Assert.Equal("2 dikembalikan", page.Find("[data-testid=outcome]").TextContent.Trim());
        Assert.All((await scene.StoredSheetAsync()).ReturnedItems, item => Assert.Equal("Bukti tahun lalu.", item.Reason));

        await Button(page, "Urungkan").ClickAsync(new());
        Assert.Equal(AssessmentStatus.InReview, (await scene.StoredSheetAsync()).Status);
    }

    [Fact]
    public async Task Filters_stand_in_the_address_and_an_empty_one_says_so()
    {
        using var scene = await Scene.CreateAsync();
        await scene.MoveToAsync(AssessmentStatus.InRepair);
        await scene.DisagreeAsync();

        Assert.Equal([Scene.YesNo], Codes(Open(scene, scene.Evaluator, "saring=dikembalikan")));
        Services.GetRequiredService<NavigationManager>().NavigateTo($"/penilaian/{scene.Sheet.Id}/daftar?saring=berbeda");
        Assert.Equal([Scene.YesNo], Codes(Render<DeskListPage>(p => p.Add(page => page.AssessmentId, scene.Sheet.Id))));
        Services.GetRequiredService<NavigationManager>().NavigateTo($"/penilaian/{scene.Sheet.Id}/daftar?saring=berubah");
        Assert.Contains("Tidak ada yang berubah", Render<DeskListPage>(p => p.Add(page => page.AssessmentId, scene.Sheet.Id)).Markup, StringComparison.Ordinal);
        Services.GetRequiredService<NavigationManager>().NavigateTo($"/penilaian/{scene.Sheet.Id}/daftar?saring=semua&area=B.I");
        Assert.All(Codes(Render<DeskListPage>(p => p.Add(page => page.AssessmentId, scene.Sheet.Id))), code => Assert.StartsWith("B.I.", code, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Keys_move_tick_and_open()
    {
        using var scene = await Scene.CreateAsync();
        await scene.MoveToAsync(AssessmentStatus.InReview);
        var page = Open(scene, scene.Evaluator);

        await PressAsync("j");
        await PressAsync("j");
        await PressAsync("x");
        Assert.Equal(Scene.Abc, page.Find("tr[aria-current]").GetAttribute("data-code"));
        Assert.Equal("1 dipilih", page.Find("[data-testid=picked]").TextContent);

        await PressAsync("enter");
        Assert.EndsWith($"/penilaian/{scene.Sheet.Id}?soal={Scene.Abc}", Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_does_not_judge_reads_and_ticks_nothing_and_strangers_do_not_even_read()
    {
        using var scene = await Scene.CreateAsync();
        await scene.MoveToAsync(AssessmentStatus.InReview);
        var page = Open(scene, await scene.Database.AddUserAsync(Role.Administrator), "saring=semua");

        Assert.Equal(113, page.FindAll("tbody tr").Count);
        Assert.Empty(page.FindAll("input[type=checkbox]"));
        Assert.Empty(page.FindAll(".bar"));
    }

    [Fact]
    public async Task Another_units_sheet_is_not_shown()
    {
        using var scene = await Scene.CreateAsync();

        var page = Open(scene, await scene.Database.AddUserAsync(Role.Evaluator));

        Assert.Contains("tidak dapat dibuka", page.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("DPMPTSP", page.Markup, StringComparison.Ordinal);
    }

    private IRenderedComponent<DeskListPage> Open(Scene scene, AppUser who, string query = "") =>
        Open<DeskListPage>(scene, who, $"/penilaian/{scene.Sheet.Id}/daftar?{query}", scene.Sheet.Id);

    private static IEnumerable<string?> Codes(IRenderedComponent<DeskListPage> page) => page.FindAll("tbody tr").Select(row => row.GetAttribute("data-code"));

    private static IElement Button(IRenderedComponent<DeskListPage> page, string text) =>
        page.FindAll("button").Single(button => button.TextContent.Trim() == text);
}
