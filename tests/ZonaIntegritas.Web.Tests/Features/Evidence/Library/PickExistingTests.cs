using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor.Services;
using Xunit;
using ZonaIntegritas.Domain.Evidence;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.Assessments;
using ZonaIntegritas.Web.Features.Evidence;
using ZonaIntegritas.Web.Features.Evidence.Library;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Tests.Features.Evidence.Library;

public sealed class PickExistingTests : BunitContext
{
    private int _attached;

    [Fact]
    public async Task It_opens_under_the_question_with_the_newest_first_and_says_which_lies_there_already()
    {
        using var scene = await Scene.CreateAsync();
        var there = await scene.AddEvidenceAsync("SK Tim.pdf", Scene.YesNo, Shelf.AnotherPdf());
        scene.Database.Clock.Advance(TimeSpan.FromDays(1));
        await scene.ShelveAsync("Notulen rapat.pdf");

        var pick = Open(scene);
        Assert.Empty(pick.FindAll("input"));
        await pick.Find("button[aria-expanded=false]").ClickAsync(new());

        Assert.Equal(["Notulen rapat", there.Name], pick.FindAll(".pick-title").Select(title => title.TextContent));
        Assert.Equal(["Sudah terpasang"], pick.FindAll("li .tag.met").Select(tag => tag.TextContent));
        Assert.Equal("Pakai Notulen rapat", Assert.Single(pick.FindAll("li button")).GetAttribute("aria-label"));
        Assert.Contains("2 dokumen", pick.Find("[role=status]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_click_attaches_and_the_row_says_so()
    {
        using var scene = await Scene.CreateAsync();
        var item = await scene.ShelveAsync("Notulen rapat.pdf");
        var pick = Open(scene);
        await pick.Find("button").ClickAsync(new());

        await pick.Find("li button").ClickAsync(new());

        Assert.Equal(1, _attached);
        Assert.Equal(item.Id, Assert.Single(await scene.Queries(scene.Coordinator).EvidenceAsync(scene.Sheet.Id, default)).ItemId);
        Assert.Equal("Notulen rapat terpasang pada soal ini.", pick.Find("[role=status]").TextContent);
        Assert.Single(pick.FindAll("li .tag.met"));
    }

    [Fact]
    public async Task Words_narrow_the_list_a_moment_after_the_typing_pauses()
    {
        using var scene = await Scene.CreateAsync();
        await scene.ShelveAsync("Notulen rapat.pdf");
        await scene.ShelveAsync("SK Tim 100%.pdf");
        var pick = Open(scene);
        await pick.Find("button").ClickAsync(new());

        var typing = pick.Find("input").InputAsync(new() { Value = "tim 100%" });
        Assert.Equal(2, pick.FindAll("li").Count);
        scene.Database.Clock.Advance(TimeSpan.FromMilliseconds(300));
        await typing;
        pick.WaitForAssertion(() => Assert.Equal(["SK Tim 100%"], pick.FindAll(".pick-title").Select(title => title.TextContent)));

        typing = pick.Find("input").InputAsync(new() { Value = "tidak ada" });
        scene.Database.Clock.Advance(TimeSpan.FromMilliseconds(300));
        await typing;
        pick.WaitForAssertion(() => Assert.Contains("Tidak ada yang cocok", pick.Find("[role=status]").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Escape_closes_it_and_so_does_another_question()
    {
        using var scene = await Scene.CreateAsync();
        await scene.ShelveAsync();
        var pick = Open(scene);
        await pick.Find("button").ClickAsync(new());
        await pick.Find("section").KeyDownAsync(Key.Escape);
        Assert.Empty(pick.FindAll("input"));

        await pick.Find("button").ClickAsync(new());
        pick.Render(parameters => parameters.Add(p => p.Code, Scene.Abc));

        Assert.Empty(pick.FindAll("input"));
    }

    [Fact]
    public async Task It_warns_of_last_years_documents_and_offers_no_infected_one()
    {
        using var scene = await Scene.CreateAsync();
        var last = await scene.Database.AddSheetAsync(scene.Unit, await scene.Database.AddPeriodAsync(2025));
        await scene.ShelveAsync("SK lama.pdf");
        await scene.ChangeAsync(async db => db.Add(new EvidenceLink(
            Guid.CreateVersion7(), last.Id, Scene.YesNo, await db.EvidenceVersions.SingleAsync(), scene.Coordinator.Id, scene.Database.Clock.GetUtcNow())));
        scene.Database.Clock.Advance(TimeSpan.FromDays(1));
        await scene.ShelveAsync("Virus.pdf");
        await scene.ChangeAsync(async db => (await db.EvidenceContents.OrderBy(content => content.StoredAt).LastAsync()).TakeScan(ScanState.Infected, "Eicar"));

        var pick = Open(scene);
        await pick.Find("button").ClickAsync(new());

        Assert.Equal(["Terinfeksi", "Dipakai pada LKE 2025"], pick.FindAll("li .signed").Select(sign => sign.TextContent));
        Assert.Equal("Pakai SK lama", Assert.Single(pick.FindAll("li button")).GetAttribute("aria-label"));
    }

    [Fact]
    public async Task A_question_that_was_closed_meanwhile_is_refused_in_place()
    {
        using var scene = await Scene.CreateAsync();
        await scene.ShelveAsync();
        var pick = Open(scene);
        await pick.Find("button").ClickAsync(new());
        await scene.MoveToAsync(Domain.Assessments.AssessmentStatus.Submitted);

        await pick.Find("li button").ClickAsync(new());

        Assert.Contains("sudah diajukan", pick.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Equal(0, _attached);
    }

    [Theory]
    [InlineData("evaluator of the unit")]
    [InlineData("coordinator of another unit")]
    [InlineData("closed account")]
    public async Task Whoever_does_not_fill_in_is_shown_no_documents(string intruder)
    {
        using var scene = await Scene.CreateAsync();
        await scene.ShelveAsync();
        var pick = Open(scene, await Intruders.OfFilling[intruder](scene));

        await pick.Find("button").ClickAsync(new());

        Assert.Empty(pick.FindAll("li"));
        Assert.NotEmpty(pick.FindAll("[role=alert]"));
    }

    private IRenderedComponent<PickExisting> Open(Scene scene, Authorizer? who = null)
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddMudServices();
        Services.AddSingleton<IDbContextFactory<AppDbContext>>(scene.Database);
        Services.AddSingleton<TimeProvider>(scene.Database.Clock);
        Services.AddSingleton(scene.Database.Storage);
        Services.AddSingleton(who ?? TestDatabase.SignIn(scene.Coordinator));
        Services.AddAssessments().AddEvidence();
        return Render<PickExisting>(parameters => parameters
            .Add(pick => pick.AssessmentId, scene.Sheet.Id)
            .Add(pick => pick.Code, Scene.YesNo)
            .Add(pick => pick.OnAttached, EventCallback.Factory.Create(this, () => _attached++)));
    }
}
