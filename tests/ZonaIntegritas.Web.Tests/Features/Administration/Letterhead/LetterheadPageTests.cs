using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor.Services;
using Xunit;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Web.Features.Administration.Letterhead;
using ZonaIntegritas.Web.Identity;
using ZonaIntegritas.Web.Tests.Features.Readiness;

namespace ZonaIntegritas.Web.Tests.Features.Administration.Letterhead;

/// <summary>Letterhead and signatories as an administrator sets them, beside a paper that shows them.</summary>
public sealed class LetterheadPageTests : IAsyncDisposable
{
    private readonly BunitContext _browser = new();
    private AdministrationBench _bench = null!;

    static LetterheadPageTests() => BunitContext.DefaultWaitTimeout = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task What_is_typed_shows_on_the_paper_at_once_and_is_kept_when_saved()
    {
        await SignInAsync();
        var page = Show();
        Assert.Contains("SEKRETARIAT REFORMASI BIROKRASI", page.Find(".paper").TextContent.ToUpperInvariant(), StringComparison.Ordinal);

        await page.Find("#kop-kantor").InputAsync("Inspektorat Contoh");
        await page.Find("#kop-tpi-nama").InputAsync("Ani Teladanwati");

        page.WaitForAssertion(() => Assert.Contains("INSPEKTORAT CONTOH", page.Find(".paper").TextContent.ToUpperInvariant(), StringComparison.Ordinal));
        Assert.Contains("Ani Teladanwati", page.Find(".signatures").TextContent, StringComparison.Ordinal);
        Assert.Equal(0, await _bench.QueryAsync(db => db.AgencyProfiles.CountAsync()));
        await page.Find("form.side").SubmitAsync();
        page.WaitForAssertion(() => Assert.Equal("1", page.Find("input[name=versi]").GetAttribute("value")));
        Assert.Equal("Inspektorat Contoh", (await _bench.QueryAsync(db => db.AgencyProfiles.SingleAsync())).Office);
    }

    [Fact]
    public async Task Somebody_elses_save_in_between_is_said_and_nothing_typed_is_lost()
    {
        await SignInAsync();
        var page = Show();
        await page.Find("#kop-kantor").InputAsync("Inspektorat Saya");
        Assert.Null((await _bench.As<SaveLetterhead>().ExecuteAsync(new("", "Inspektorat Lain", "", "", new("", "", ""), new("", "", "")), 0, default)).Problem);

        await page.Find("form.side").SubmitAsync();

        page.WaitForAssertion(() => Assert.Contains("baru saja diubah orang lain", page.Find(".form-error").TextContent, StringComparison.Ordinal));
        Assert.Equal("Inspektorat Saya", page.Find("#kop-kantor").GetAttribute("value"));
        Assert.Equal("Inspektorat Lain", (await _bench.QueryAsync(db => db.AgencyProfiles.SingleAsync())).Office);
    }

    [Theory]
    [InlineData("tersimpan", "status", "Logo tersimpan.")]
    [InlineData("logo.unreadable", "alert", "bukan gambar PNG atau JPEG")]
    public async Task The_answer_to_a_logo_is_said_above_the_form(string answer, string role, string words)
    {
        await SignInAsync();

        Assert.Contains(words, Show($"?logo={answer}").Find($".answer[role={role}]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_nobody_gave_says_nothing()
    {
        await SignInAsync();

        Assert.Empty(Show("?logo=Silakan+masuk+di+tempat+lain").FindAll(".answer"));
    }

    [Fact]
    public async Task Somebody_else_sees_why_not()
    {
        await SignInAsync(Role.Pimpinan);

        Assert.Contains("tidak berwenang", _browser.Render<LetterheadPage>().WaitForElement("[role=alert]").TextContent, StringComparison.Ordinal);
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _bench.Dispose();
    }

    private IRenderedComponent<LetterheadPage> Show(string query = "")
    {
        _browser.Services.GetRequiredService<NavigationManager>().NavigateTo("/pengaturan/kop" + query);
        var page = _browser.Render<LetterheadPage>();
        page.WaitForElement("form.side");
        return page;
    }

    private async Task SignInAsync(Role role = Role.Administrator)
    {
        _bench = await AdministrationBench.CreateAsync();
        var person = role == Role.Administrator ? _bench.Administrator : await _bench.Database.AddUserAsync(role);
        _browser.JSInterop.Mode = JSRuntimeMode.Loose;
        _browser.Services.AddMudServices();
        _browser.Services.AddSingleton(ReadinessWorld.Offices);
        AdministrationBench.AddTo(_browser.Services, _bench.Database);
        _browser.Services.GetRequiredService<CurrentUser>().Set(TestDatabase.PrincipalOf(person));
    }
}
