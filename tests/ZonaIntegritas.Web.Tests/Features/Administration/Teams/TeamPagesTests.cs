using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor.Services;
using Xunit;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Reviews;
using ZonaIntegritas.Web.Features.Administration.Teams;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Tests.Features.Administration.Teams;

public sealed class TeamPagesTests : IAsyncDisposable
{
    private readonly BunitContext _browser = new();
    private TestDatabase _database = null!;

    [Fact]
    public async Task A_team_is_put_together_and_the_warning_goes()
    {
        await SignInAsync();
        var unit = await _database.AddUnitAsync();
        await _database.AssignAsync(await _database.AddUserAsync(Role.Evaluator, null, "Made Ketua"), unit, ReviewTier.Lead);
        var second = await _database.AddUserAsync(Role.Evaluator, null, "Putu Anggota");
        var page = OpenAt("/tim");
        page.WaitForAssertion(() => Assert.Contains("Baru satu orang", page.Markup, StringComparison.Ordinal));

        page.Find("button[aria-label='Atur tim DPMPTSP']").Click();
        page.WaitForAssertion(() => Assert.Contains(page.FindAll("aside button"), button => button.TextContent == "Tambah evaluator"));
        page.FindAll("aside button").Single(button => button.TextContent == "Tambah evaluator").Click();
        page.WaitForElement("#tugas-orang");
        await page.Find("aside form").SubmitAsync();
        page.WaitForAssertion(() => Assert.Contains("Pilih evaluatornya.", page.Markup, StringComparison.Ordinal));
        page.Find("#tugas-orang").Change(second.Id.ToString());
        await page.Find("aside form").SubmitAsync();

        page.WaitForAssertion(() => Assert.Contains("Putu Anggota", page.Find("aside .shares").TextContent, StringComparison.Ordinal));
        Assert.Contains("Lengkap", page.Find("table").TextContent, StringComparison.Ordinal);
        await using var db = _database.CreateDbContext();
        Assert.Equal(ReviewTier.Member, (await db.ReviewAssignments.SingleAsync(share => share.EvaluatorId == second.Id)).Tier);
    }

    [Fact]
    public async Task A_link_from_the_list_of_people_opens_the_persons_shares()
    {
        await SignInAsync();
        var unit = await _database.AddUnitAsync();
        var evaluator = await _database.AddUserAsync(Role.Evaluator, null, "Made Ketua", unit);

        var page = OpenAt($"/tim?bagian=evaluator&orang={evaluator.Id}");

        page.WaitForAssertion(() => Assert.Contains("DPMPTSP", page.Find("aside .shares").TextContent, StringComparison.Ordinal));
        Assert.Contains("1 sebagai ketua tim", page.Find("table").TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/tim", "Belum ada unit")]
    [InlineData("/tim?bagian=evaluator", "Belum ada evaluator")]
    public async Task Empty_lists_say_what_to_do_first(string address, string title)
    {
        await SignInAsync();
        Assert.Equal(title, OpenAt(address).WaitForElement(".empty h2").TextContent);
    }

    [Fact]
    public async Task Somebody_else_sees_why_not()
    {
        await SignInAsync(Role.Evaluator);
        Assert.Contains("tidak berwenang", OpenAt("/tim").WaitForElement("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Contains("tidak berwenang", OpenAt("/tim?bagian=evaluator").WaitForElement("[role=alert]").TextContent, StringComparison.Ordinal);
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _database.Dispose();
    }

    private async Task SignInAsync(Role role = Role.Administrator)
    {
        _database = await TestDatabase.CreateAsync();
        var person = await _database.AddUserAsync(role, name: "Bagus Prakoso");
        _browser.JSInterop.Mode = JSRuntimeMode.Loose;
        _browser.Services.AddMudServices();
        AdministrationBench.AddTo(_browser.Services, _database);
        _browser.Services.GetRequiredService<CurrentUser>().Set(TestDatabase.PrincipalOf(person));
    }

    private IRenderedComponent<TeamsPage> OpenAt(string address)
    {
        _browser.Services.GetRequiredService<NavigationManager>().NavigateTo(address);
        return _browser.Render<TeamsPage>();
    }
}
