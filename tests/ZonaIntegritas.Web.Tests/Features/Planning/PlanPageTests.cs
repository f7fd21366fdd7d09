using Bunit;
using Microsoft.EntityFrameworkCore;
using Xunit;
using ZonaIntegritas.Domain.Planning;
using ZonaIntegritas.Web.Features.Planning;
using ZonaIntegritas.Web.Identity;
using ZonaIntegritas.Web.Tests.Features.Readiness;

namespace ZonaIntegritas.Web.Tests.Features.Planning;

public sealed class PlanPageTests : PlanningPageTest
{
    // Of a sheet that lacks nothing but a hundredth of this index.
    private const string Ipak = "B.I.a";

    [Fact]
    public async Task Shortest_way_is_shown_with_what_it_brings()
    {
        using var scene = await AnsweredAsync(AnswerSets.JustBelow);

        var page = Show(scene, scene.Coordinator);

        Assert.Equal("Jalan terpendek DPMPTSP 2026", page.Find("h1").TextContent);
        Assert.StartsWith("1 perbaikan cukup untuk memenuhi seluruh syarat nilai WBK", page.Find("[data-testid=way-summary]").TextContent, StringComparison.Ordinal);
        var row = page.Find($"tr[data-testid='{Ipak}']").TextContent;
        Assert.Contains("+0,04", row, StringComparison.Ordinal);
        Assert.Contains("3,59 → 3,6", row, StringComparison.Ordinal);
        Assert.Contains("Jadi terpenuhi", page.Find($"tr[data-testid='gate-{Ipak}']").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Effort_that_is_set_is_kept_and_changes_the_way_at_once()
    {
        using var scene = await AnsweredAsync(AnswerSets.JustBelow);
        var page = Show(scene, scene.Coordinator);

        await page.Find($"select[aria-label='Usaha soal {Ipak}']").ChangeAsync($"{QuestionEffort.Impossible}");

        Assert.Contains("belum dapat dicapai", page.Find("[data-testid=way-summary]").TextContent, StringComparison.Ordinal);
        Assert.Contains(Ipak, page.Find("section[aria-labelledby='tidak-mungkin']").TextContent, StringComparison.Ordinal);
        await using (var db = scene.Database.CreateDbContext())
        {
            Assert.Equal((Ipak, QuestionEffort.Impossible), await db.QuestionEfforts.Select(effort => ValueTuple.Create(effort.QuestionCode, effort.Effort)).SingleAsync());
        }

        await page.Find($"select[aria-label='Usaha soal {Ipak}']").ChangeAsync($"{QuestionEffort.Most}");

        Assert.Contains($"{QuestionEffort.Most}", page.Find(".summary dl").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("section[aria-labelledby='tidak-mungkin']"));
    }

    [Fact]
    public async Task Chosen_improvements_become_action_items_with_person_and_date()
    {
        using var scene = await AnsweredAsync(AnswerSets.Poor);
        var page = Show(scene, scene.Coordinator);
        var codes = page.FindAll("input[type=checkbox]").Take(2).Select(box => box.Closest("tr")!.GetAttribute("data-testid")!).ToList();
        await page.Find($"tr[data-testid='{codes[0]}'] input").ChangeAsync(true);
        await page.Find($"tr[data-testid='{codes[1]}'] input").ChangeAsync(true);

        await Button(page, "Jadikan rencana aksi (2)").ClickAsync(new());

        Assert.Equal([PlanningProblems.WhoMissing.Message], Messages);
        Assert.Empty(await ItemsAsync(scene));
        await page.Find(".actions-form textarea").InputAsync("Susun SK tim");
        await page.Find(".actions-form input[placeholder]").InputAsync("Sekretaris");
        await page.Find(".actions-form input[type=date]").ChangeAsync("2026-10-15");
        await Button(page, "Jadikan rencana aksi (2)").ClickAsync(new());

        var items = await ItemsAsync(scene);
        Assert.Equal(codes.Order(StringComparer.Ordinal), items.Select(item => item.QuestionCode));
        Assert.All(items, item => Assert.Equal(("Sekretaris", new DateOnly(2026, 10, 15)), (item.Who, item.DueOn)));
        Assert.Equal("Susun SK tim", items.Single(item => item.QuestionCode == codes[0]).What);
        Assert.Equal(2, page.FindAll("[data-testid=action]").Count);
        Assert.All(codes, code => Assert.Contains("Sudah direncanakan", page.Find($"tr[data-testid='{code}']").TextContent, StringComparison.Ordinal));
        Assert.All(codes, code => Assert.Empty(page.FindAll($"tr[data-testid='{code}'] input")));
    }

    [Fact]
    public async Task Item_is_closed_with_what_came_of_it()
    {
        using var scene = await AnsweredAsync(AnswerSets.Poor);
        await PlanAsync(scene, (Scene.Abc, new(2026, 10, 17)));
        var page = Show(scene, scene.Coordinator);
        Assert.Contains("7 hari lagi", page.Find("[data-testid=action]").TextContent, StringComparison.Ordinal);

        await Button(page, "Tandai selesai").ClickAsync(new());
        await page.Find(".editor textarea").InputAsync("SK terbit.");
        await Button(page, "Tandai selesai").ClickAsync(new());

        Assert.Equal((ActionState.Done, "SK terbit."), (await ItemsAsync(scene)).Select(item => (item.State, item.Outcome)).Single());
        Assert.Contains("Hasil: SK terbit.", page.Find("[data-testid=action]").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("[data-testid=action] button"));
    }

    [Fact]
    public async Task What_was_typed_stays_when_somebody_else_was_first()
    {
        using var scene = await AnsweredAsync(AnswerSets.Poor);
        await PlanAsync(scene, (Scene.Abc, new(2026, 10, 17)));
        var page = Show(scene, scene.Coordinator);
        await Button(page, "Ubah").ClickAsync(new());
        await page.Find(".editor textarea").InputAsync("Terbitkan SK");
        var item = Assert.Single(await ItemsAsync(scene));
        var other = new ChangeAction(scene.Database, TestDatabase.SignIn(scene.Coordinator), scene.Database.Sheets);
        Assert.Null((await other.ExecuteAsync(new(scene.Sheet.Id, item.Id, item.Version), new("Kata orang lain", "Kepala bidang", item.DueOn), default)).Problem);

        await Button(page, "Simpan").ClickAsync(new());

        Assert.Equal("Kata orang lain", Assert.Single(await ItemsAsync(scene)).What);
        Assert.Contains("Kata orang lain", page.Find("[data-testid=action] p").TextContent, StringComparison.Ordinal);
        Assert.Equal("Terbitkan SK", page.Find(".editor textarea").GetAttribute("value"));
        Assert.Single(Messages);
    }

    [Theory, MemberData(nameof(Readers))]
    public async Task Whoever_does_not_fill_in_reads_the_plan_and_changes_nothing(string who)
    {
        using var scene = await AnsweredAsync(AnswerSets.Poor);
        await PlanAsync(scene, (Scene.Abc, new(2026, 10, 17)));

        var page = Show(scene, await ReaderAsync(scene, who));

        Assert.Single(page.FindAll("[data-testid=action]"));
        Assert.NotEmpty(page.FindAll("tr[data-testid]"));
        Assert.Empty(page.FindAll("input, textarea, button"));
        Assert.All(page.FindAll("select"), select => Assert.True(select.HasAttribute("disabled")));
    }

    [Theory, MemberData(nameof(Strangers))]
    public async Task Strangers_see_no_plan(string who)
    {
        using var scene = await AnsweredAsync(AnswerSets.Poor);

        var page = Show(scene, await StrangerAsync(scene, who));

        Assert.Equal("Rencana tidak dapat dibuka", page.Find("[role=alert] h1").TextContent);
        Assert.Empty(page.FindAll("table, select"));
    }

    [Fact]
    public async Task Page_that_stayed_open_after_the_account_was_closed_writes_nothing()
    {
        using var scene = await AnsweredAsync(AnswerSets.JustBelow);
        var page = Show(scene, scene.Coordinator);
        await scene.Database.CloseAccountAsync(scene.Coordinator);

        await page.Find($"select[aria-label='Usaha soal {Ipak}']").ChangeAsync($"{QuestionEffort.Most}");

        Assert.Single(Messages);
        await using var db = scene.Database.CreateDbContext();
        Assert.False(await db.QuestionEfforts.AnyAsync());
    }

    private IRenderedComponent<PlanPage> Show(Scene scene, AppUser user) => OpenPlan<PlanPage>(scene, user, "rencana");

    private static async Task<Scene> AnsweredAsync(string set)
    {
        var scene = await Scene.CreateAsync();
        await AnswerSets.AnswerAsync(scene.Database, scene.Sheet, set);
        return scene;
    }
}
