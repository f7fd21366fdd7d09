using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor.Services;
using Xunit;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Web.Features.Administration.Instruments;
using ZonaIntegritas.Web.Features.Administration.Instruments.Comparing;
using ZonaIntegritas.Web.Features.Administration.Instruments.Loading;
using ZonaIntegritas.Web.Identity;
using ZonaIntegritas.Web.Shared.Files;
using ZonaIntegritas.Web.Tests.Shared;

namespace ZonaIntegritas.Web.Tests.Features.Administration.Instruments;

/// <summary>What an administrator sees of the versions, and hands in.</summary>
public sealed class InstrumentPagesTests : IAsyncDisposable
{
    private readonly BunitContext _browser = new();
    private AdministrationBench _bench = null!;

    static InstrumentPagesTests() => BunitContext.DefaultWaitTimeout = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task The_list_leads_to_each_version_and_to_its_comparison()
    {
        await SignInAsync();
        var first = (await _bench.As<InstrumentQueries>().VersionsAsync(default))[0];
        var second = await _bench.LoadAsync();

        var page = _browser.Render<InstrumentsPage>();

        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll("tbody tr").Count));
        Assert.Equal($"/instrumen/banding?dari={first.Id}&ke={second.Id}", page.Find("tbody tr a.button").GetAttribute("href"));
        Assert.Contains("Belum dipakai", page.Find("tbody tr").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_version_is_searched_by_code_and_word()
    {
        await SignInAsync();
        var version = (await _bench.As<InstrumentQueries>().VersionsAsync(default))[0];
        var page = _browser.Render<InstrumentPage>(parameters => parameters.Add(shown => shown.VersionId, version.Id));
        page.WaitForAssertion(() => Assert.Equal(113, page.FindAll("details.question").Count));

        page.Find("input[type=search]").Change("A.1");

        page.WaitForAssertion(() => Assert.InRange(page.FindAll("details.question").Count, 1, 112));
    }

    [Fact]
    public async Task A_version_that_is_not_there_says_so()
    {
        await SignInAsync();

        var page = _browser.Render<InstrumentPage>(parameters => parameters.Add(shown => shown.VersionId, Guid.CreateVersion7()));

        Assert.Contains("Versi ini tidak ada", page.WaitForElement("[role=alert]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_broken_file_shows_each_fault_and_a_mended_one_is_loaded()
    {
        await SignInAsync();
        var page = _browser.Render<LoadPage>();
        Press(page, "Periksa dan muat");
        page.WaitForAssertion(() => Assert.Contains("Pilih berkas", page.Find("[role=alert]").TextContent, StringComparison.Ordinal));

        await HandAsync(page, InstrumentFiles.Next().SetOf("B.I.a", "statement", "").Minimum("WBK", "total", 200m).Bytes);
        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll(".faults li").Count));
        Assert.Contains("2 hal perlu diperbaiki di versi-2.json", page.Find(".faults h2").TextContent, StringComparison.Ordinal);

        await HandAsync(page, InstrumentFiles.Second);
        page.WaitForAssertion(() => Assert.Contains("versi 2", page.Find("#muat-selesai").TextContent, StringComparison.Ordinal));
        Assert.Empty(page.FindAll(".faults"));
        Assert.Equal(2, await _bench.QueryAsync(db => db.InstrumentVersions.CountAsync()));

        await HandAsync(page, InstrumentFiles.Second);
        page.WaitForAssertion(() => Assert.Contains("Sudah ada", page.Find("#muat-selesai").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_file_too_large_for_an_instrument_is_refused_beside_the_field()
    {
        await SignInAsync();
        var page = _browser.Render<LoadPage>();

        await HandAsync(page, new byte[LoadInstrument.MaxBytes + 1]);

        page.WaitForAssertion(() => Assert.Contains("lebih besar dari 2 MB", page.Find("[role=alert]").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Differences_stand_by_area_old_beside_new()
    {
        await SignInAsync();
        var first = (await _bench.As<InstrumentQueries>().VersionsAsync(default))[0];
        var second = await _bench.LoadAsync(InstrumentFiles.Next().Reword("A.I.2.i.a", "Rumusan baru.").Bytes);
        _browser.Services.GetRequiredService<NavigationManager>().NavigateTo(ComparisonPage.Url(first.Id, second.Id));

        var page = _browser.Render<ComparisonPage>();

        page.WaitForAssertion(() => Assert.Contains("1 soal ditambah, 1 soal dihapus, 2 soal berubah", page.Markup, StringComparison.Ordinal));
        Assert.Contains("A.1 Manajemen Perubahan", page.FindAll("h2").Select(heading => heading.TextContent));
        Assert.Equal(["75", "76"], page.Find("[aria-labelledby=b-predikat]").QuerySelectorAll("td").Select(cell => cell.TextContent));
        Assert.Contains("Rumusan baru.", page.Markup, StringComparison.Ordinal);

        page.Find("input[type=checkbox]").Change(true);
        page.WaitForAssertion(() => Assert.DoesNotContain("Rumusan baru.", page.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_version_beside_itself_has_no_difference()
    {
        await SignInAsync();
        var first = (await _bench.As<InstrumentQueries>().VersionsAsync(default))[0];
        await _bench.LoadAsync();
        _browser.Services.GetRequiredService<NavigationManager>().NavigateTo(ComparisonPage.Url(first.Id, first.Id));

        var page = _browser.Render<ComparisonPage>();

        page.WaitForAssertion(() => Assert.Contains("Tidak ada perbedaan isi", page.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Somebody_else_sees_why_not()
    {
        await SignInAsync(Role.Pimpinan);

        Assert.Contains("tidak berwenang", _browser.Render<InstrumentsPage>().WaitForElement("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Contains("tidak berwenang", _browser.Render<ComparisonPage>().WaitForElement("[role=alert]").TextContent, StringComparison.Ordinal);
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _bench.Dispose();
    }

    private async Task HandAsync(IRenderedComponent<LoadPage> page, byte[] file)
    {
        await page.ChooseAsync(_browser.Services, "versi-2.json", file);
        Press(page, "Periksa dan muat");
    }

    private static void Press<T>(IRenderedComponent<T> page, string text)
        where T : IComponent => page.FindAll("button").Single(button => button.TextContent.Trim() == text).Click();

    private async Task SignInAsync(Role role = Role.Administrator)
    {
        _bench = await AdministrationBench.CreateAsync();
        var person = role == Role.Administrator ? _bench.Administrator : await _bench.Database.AddUserAsync(role);
        _browser.JSInterop.Mode = JSRuntimeMode.Loose;
        _browser.Services.AddMudServices();
        AdministrationBench.AddTo(_browser.Services, _bench.Database);
        _browser.Services.AddSingleton(_bench.Database.Storage).AddSingleton<HandedFiles>();
        _browser.Services.GetRequiredService<CurrentUser>().Set(TestDatabase.PrincipalOf(person));
    }
}
