using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Web.Features.Planning;
using ZonaIntegritas.Web.Identity;
using ZonaIntegritas.Web.Tests.Features.Readiness;

namespace ZonaIntegritas.Web.Tests.Features.Planning;

public sealed class TryPageTests : PlanningPageTest
{
    [Fact]
    public async Task Tried_answers_show_their_score_and_are_saved_nowhere()
    {
        using var scene = await Scene.CreateAsync();
        var before = await scene.PrintAsync();
        var page = Show(scene, scene.Coordinator);

        await page.Find($"[data-testid='try-{Scene.YesNo}'] button").ClickAsync(new());

        Assert.Equal("0,00", page.Find("[data-testid=before]").TextContent);
        Assert.Equal("0,25", page.Find("[data-testid=after]").TextContent);
        Assert.Contains("Dicoba", page.Find($"[data-testid='try-{Scene.YesNo}']").TextContent, StringComparison.Ordinal);

        await Button(page, "Bila semua yang terbuka berhasil").ClickAsync(new());
        Assert.Equal("100,00", page.Find("[data-testid=after]").TextContent);
        Assert.Contains("Jadi terpenuhi", page.Find("[data-testid='gate-total']").TextContent, StringComparison.Ordinal);

        await Button(page, "Mulai lagi").ClickAsync(new());
        Assert.Equal("0,00", page.Find("[data-testid=after]").TextContent);
        Assert.Equal(before, await scene.PrintAsync());
        Assert.Empty(await ItemsAsync(scene));
    }

    [Fact]
    public async Task Answer_that_is_better_becomes_an_action_item_and_the_sheet_stays_as_it_is()
    {
        using var scene = await Scene.CreateAsync();
        await AnswerSets.AnswerAsync(scene.Database, scene.Sheet, AnswerSets.Poor);
        var answered = (await scene.AnswerAsync(Scene.YesNo))!.Version;
        var page = Show(scene, scene.Coordinator);
        await page.Find($"[data-testid='try-{Scene.YesNo}'] button").ClickAsync(new());
        await page.Find(".actions-form input[placeholder]").InputAsync("Sekretaris");

        await Button(page, "Jadikan rencana aksi (1)").ClickAsync(new());

        Assert.Equal(Scene.YesNo, Assert.Single(await ItemsAsync(scene)).QuestionCode);
        Assert.Equal(answered, (await scene.AnswerAsync(Scene.YesNo))!.Version);
        Assert.EndsWith($"/rencana/{scene.Sheet.Id}", Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_the_LHE_a_trial_is_for_next_time()
    {
        using var scene = await Scene.CreateAsync();
        await scene.MoveToAsync(AssessmentStatus.Concluded);

        Assert.Contains("bekal tahun berikutnya", Show(scene, scene.Coordinator).Find("[role=note]").TextContent, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Readers))]
    public async Task Whoever_does_not_fill_in_may_try_and_not_plan(string who)
    {
        using var scene = await Scene.CreateAsync();
        var page = Show(scene, await ReaderAsync(scene, who));

        await page.Find($"[data-testid='try-{Scene.YesNo}'] button").ClickAsync(new());

        Assert.Equal("0,25", page.Find("[data-testid=after]").TextContent);
        Assert.Empty(page.FindAll(".actions-form"));
    }

    [Theory, MemberData(nameof(Strangers))]
    public async Task Strangers_try_nothing(string who)
    {
        using var scene = await Scene.CreateAsync();

        var page = Show(scene, await StrangerAsync(scene, who));

        Assert.Equal("Uji coba tidak dapat dibuka", page.Find("[role=alert] h1").TextContent);
        Assert.Empty(page.FindAll("button, table"));
    }

    private IRenderedComponent<TryPage> Show(Scene scene, AppUser user) => OpenPlan<TryPage>(scene, user, "coba");
}
