using Bunit;
using Xunit;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Planning;
using ZonaIntegritas.Web.Features.Planning;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Tests.Features.Planning;

public sealed class PlanListPageTests : PlanningPageTest
{
    private static readonly DateOnly Soon = new(2026, 10, 12);
    private static readonly DateOnly Later = new(2026, 10, 30);

    [Fact]
    public async Task Own_open_items_stand_by_date_and_lead_to_their_plan()
    {
        using var scene = await Scene.CreateAsync();
        await PlanAsync(scene, (Scene.Abc, Later), (Scene.YesNo, Soon));

        var page = Show(scene, scene.Coordinator);

        Assert.Equal([Scene.YesNo, Scene.Abc], page.FindAll("tbody tr a").Select(link => link.TextContent));
        Assert.Equal($"/rencana/{scene.Sheet.Id}", page.Find("tbody tr a").GetAttribute("href"));
        Assert.Contains("2 hari lagi", page.FindAll("tbody tr")[0].TextContent, StringComparison.Ordinal);
        Assert.Equal($"/coba/{scene.Sheet.Id}", page.FindAll(".page-head a")[1].GetAttribute("href"));
        Assert.DoesNotContain(page.FindAll("th"), head => head.TextContent == "Unit");
    }

    [Fact]
    public async Task Item_that_is_late_says_by_how_much_and_a_closed_one_is_gone()
    {
        using var scene = await Scene.CreateAsync();
        await PlanAsync(scene, (Scene.YesNo, Soon), (Scene.Abc, Later));
        scene.Database.Clock.Advance(TimeSpan.FromDays(5));
        var item = (await ItemsAsync(scene))[1];
        Assert.Null((await new CloseAction(scene.Database, TestDatabase.SignIn(scene.Coordinator), scene.Database.Sheets)
            .ExecuteAsync(new(scene.Sheet.Id, item.Id, item.Version), ActionState.Dropped, "Tidak jadi.", default)).Problem);

        var page = Show(scene, scene.Coordinator);

        Assert.Equal("Lewat 3 hari", Assert.Single(page.FindAll("tbody tr")).QuerySelector(".tag")!.TextContent);
    }

    [Theory, MemberData(nameof(Readers))]
    public async Task Whoever_sees_the_unit_sees_its_items(string who)
    {
        using var scene = await Scene.CreateAsync();
        await PlanAsync(scene, (Scene.YesNo, Soon));
        var reader = await ReaderAsync(scene, who);

        var page = Show(scene, reader);

        var row = Assert.Single(page.FindAll("tbody tr")).TextContent;
        Assert.Contains(Scene.YesNo, row, StringComparison.Ordinal);
        // Only who sees several units must be told which it is.
        Assert.Equal(reader.UnitId is null, row.Contains("DPMPTSP 2026", StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Strangers))]
    public async Task Strangers_find_an_empty_list_that_says_what_to_do(string who)
    {
        using var scene = await Scene.CreateAsync();
        await PlanAsync(scene, (Scene.YesNo, Soon));

        var page = Show(scene, await StrangerAsync(scene, who));

        Assert.Empty(page.FindAll("table"));
        Assert.Contains("Tidak ada butir rencana aksi yang terbuka", page.Find(".empty").TextContent, StringComparison.Ordinal);
        Assert.Equal("/kesiapan", page.Find(".empty a").GetAttribute("href"));
        Assert.Empty(page.FindAll(".page-head a"));
    }

    [Fact]
    public async Task Unit_without_items_is_shown_the_way_to_them()
    {
        using var scene = await Scene.CreateAsync();

        var page = Show(scene, await scene.Database.AddUserAsync(Role.Koordinator, scene.Unit));

        Assert.Equal($"/rencana/{scene.Sheet.Id}", page.Find(".empty a").GetAttribute("href"));
    }

    private IRenderedComponent<PlanListPage> Show(Scene scene, AppUser user)
    {
        Services.AddPlanning();
        var page = Open<PlanListPage>(scene, user, "/rencana");
        page.WaitForState(() => page.Markup.Contains("<h1", StringComparison.Ordinal));
        return page;
    }
}
