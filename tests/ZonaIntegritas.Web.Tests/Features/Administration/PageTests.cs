using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor.Services;
using Xunit;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Web.Features.Administration;
using ZonaIntegritas.Web.Features.Administration.Periods;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Tests.Features.Administration;

/// <summary>The pages over the real database: what an administrator sees, types and finds again.</summary>
public sealed class PageTests : IAsyncDisposable
{
    private readonly BunitContext _browser = new();
    private TestDatabase _database = null!;

    // Passing tests never wait for it; a busy machine may need it.
    static PageTests() => BunitContext.DefaultWaitTimeout = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task An_empty_installation_says_what_to_do_first_and_the_first_unit_is_added()
    {
        await SignInAsync();
        var page = _browser.Render<PeopleAndUnitsPage>();
        page.WaitForAssertion(() => Assert.Contains("Belum ada unit", page.Markup, StringComparison.Ordinal));
        Assert.Contains("Langkah pertama", page.Markup, StringComparison.Ordinal);

        Press(page, "Tambah unit");
        page.WaitForElement("#unit-nama").Change("Dinas Pendidikan");
        page.Find("#unit-singkat").Change("DISDIK");
        await page.Find("aside form").SubmitAsync();

        page.WaitForAssertion(() => Assert.Contains("Dinas Pendidikan", page.Find("table").TextContent, StringComparison.Ordinal));
        Assert.Empty(page.FindAll("aside"));
        await using var db = _database.CreateDbContext();
        Assert.Equal("DISDIK", (await db.WorkUnits.SingleAsync()).ShortName);
    }

    [Fact]
    public async Task A_refused_unit_keeps_what_was_typed_and_says_so_beside_the_field()
    {
        await SignInAsync();
        await _database.AddUnitAsync("DISDIK");
        var page = OpenAt<PeopleAndUnitsPage>("/pengguna?bagian=unit");
        Press(page, "Tambah unit");

        page.WaitForElement("#unit-nama").Change("Dinas Pendidikan");
        page.Find("#unit-singkat").Change("DISDIK");
        page.Find("#unit-kota").Change("Kota Contoh");
        await page.Find("aside form").SubmitAsync();

        page.WaitForAssertion(() => Assert.Contains("sudah dipakai", page.Find("#unit-singkat-salah").TextContent, StringComparison.Ordinal));
        Assert.Equal("Dinas Pendidikan", page.Find("#unit-nama").GetAttribute("value"));
        Assert.Equal("Kota Contoh", page.Find("#unit-kota").GetAttribute("value"));
    }

    [Fact]
    public async Task A_person_is_added_and_the_password_is_shown_once()
    {
        await SignInAsync();
        var unit = await _database.AddUnitAsync("DISDIK");
        var page = OpenAt<PeopleAndUnitsPage>("/pengguna?bagian=orang");
        Press(page, "Tambah orang");

        page.WaitForElement("#orang-nama").Change("Made Surya");
        page.Find("#orang-surel").Change("made@contoh.test");
        await page.Find("aside form").SubmitAsync();
        page.WaitForAssertion(() => Assert.Contains("harus punya unit", page.Find("#orang-unit-salah").TextContent, StringComparison.Ordinal));
        Assert.Equal("made@contoh.test", page.Find("#orang-surel").GetAttribute("value"));

        page.Find("#orang-unit").Change(unit.Id.ToString());
        await page.Find("aside form").SubmitAsync();

        var password = page.WaitForElement("[data-testid=kata-sandi]").TextContent;
        Assert.Equal(14, password.Length);
        Press(page, "Sudah disalin");
        Assert.DoesNotContain(password, page.Markup, StringComparison.Ordinal);
        Assert.Contains("made@contoh.test", page.Find("table").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_parts_and_the_search_follow_the_address()
    {
        await SignInAsync();
        await _database.AddUnitAsync("DISDIK");
        await _database.AddUnitAsync("BKD");
        var page = OpenAt<PeopleAndUnitsPage>("/pengguna?bagian=unit");
        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll("tbody tr").Count));

        page.Find("input[type=search]").Change("disd");
        page.WaitForAssertion(() => Assert.Single(page.FindAll("tbody tr")));
        Assert.EndsWith("?bagian=unit&cari=disd", _browser.Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);

        _browser.Services.GetRequiredService<NavigationManager>().NavigateTo("/pengguna?bagian=orang");
        page.WaitForAssertion(() => Assert.Contains("Bagus Prakoso", page.Find("table").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_period_is_opened_for_all_units_from_its_page()
    {
        await SignInAsync();
        await _database.AddUnitAsync("DISDIK");
        await _database.AddUnitAsync("BKD");
        var page = _browser.Render<PeriodsPage>();
        page.WaitForAssertion(() => Assert.Contains("Belum ada periode", page.Markup, StringComparison.Ordinal));
        Press(page, "Buka periode");

        page.WaitForElement("#hari-isi").Change("2026-02-01");
        page.Find("#hari-akhir").Change("2026-01-01");
        page.Find("#hari-tpi").Change("2026-11-30");
        Press(page, "Pilih semua");
        page.WaitForAssertion(() => Assert.Contains("2 unit dipilih", page.Markup, StringComparison.Ordinal));
        await page.Find("aside form").SubmitAsync();
        page.WaitForAssertion(() => Assert.Contains("mendahului", page.Find("#hari-akhir-salah").TextContent, StringComparison.Ordinal));

        page.Find("#hari-akhir").Change("2026-09-30");
        await page.Find("aside form").SubmitAsync();

        page.WaitForAssertion(() => Assert.Contains("Draf 2", page.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Somebody_else_sees_why_not()
    {
        await SignInAsync(Role.Pimpinan);
        Assert.Contains("tidak berwenang", _browser.Render<PeopleAndUnitsPage>().WaitForElement("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Contains("tidak berwenang", _browser.Render<PeriodsPage>().WaitForElement("[role=alert]").TextContent, StringComparison.Ordinal);
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

    private IRenderedComponent<T> OpenAt<T>(string address)
        where T : IComponent
    {
        _browser.Services.GetRequiredService<NavigationManager>().NavigateTo(address);
        return _browser.Render<T>();
    }

    private static void Press<T>(IRenderedComponent<T> page, string text)
        where T : IComponent
    {
        page.WaitForAssertion(() => Assert.Contains(page.FindAll("button"), button => button.TextContent.Trim() == text));
        page.FindAll("button").Last(button => button.TextContent.Trim() == text).Click();
    }
}
