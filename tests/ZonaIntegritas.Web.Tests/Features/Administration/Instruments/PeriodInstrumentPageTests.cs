using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor.Services;
using Xunit;
using ZonaIntegritas.Domain.Scoring;
using ZonaIntegritas.Web.Features.Administration.Instruments.Applying;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Tests.Features.Administration.Instruments;

/// <summary>Seen, applied and taken back from the page of a period.</summary>
public sealed class PeriodInstrumentPageTests : IAsyncDisposable
{
    private readonly BunitContext _browser = new();
    private InstrumentStage _stage = null!;

    static PeriodInstrumentPageTests() => BunitContext.DefaultWaitTimeout = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task What_would_happen_is_shown_for_all_and_for_each_sheet()
    {
        await SignInAsync();
        await _stage.Scene.Save().ExecuteAsync(_stage.Scene.Answering(Scene.Abc, new ChoiceAnswer("B"), "SK terlampir"), default);

        var page = Open($"?ke={_stage.Second.Id}&lembar={_stage.Scene.Sheet.Id}");

        page.WaitForAssertion(() => Assert.Contains("1 dari 1", page.Find("#pi-ringkas").ParentElement!.TextContent, StringComparison.Ordinal));
        var row = page.Find("tbody tr").TextContent;
        Assert.Contains("0,13 → 0,00", row, StringComparison.Ordinal); // half of A.I.1.i.b's 0,25
        Assert.Contains("Unit: 1 jawaban berhenti dihitung", row, StringComparison.Ordinal);
        Assert.Contains("Unit: 1 soal baru belum dijawab", row, StringComparison.Ordinal);
        var detail = page.Find("aside").TextContent;
        Assert.Contains("Soal ini tidak ada pada versi ini.", detail, StringComparison.Ordinal);
        Assert.Contains("SK terlampir", detail, StringComparison.Ordinal);
        Assert.Contains("A.I.1.iii.z", detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_version_is_applied_with_a_reason_and_taken_back()
    {
        await SignInAsync();
        await _stage.Scene.Save().ExecuteAsync(_stage.Scene.Answering(Scene.Abc, new ChoiceAnswer("B")), default);
        var page = Open($"?ke={_stage.Second.Id}");

        page.WaitForElement("form.reason").Submit();
        page.WaitForAssertion(() => Assert.Contains("Tulis alasannya", page.Find("#terap-salah").TextContent, StringComparison.Ordinal));
        page.Find("#terap-alasan").Change("Koreksi.");
        page.Find("form.reason").Submit();

        page.WaitForAssertion(() => Assert.Contains("Diterapkan", page.Find("#pi-riwayat").ParentElement!.TextContent, StringComparison.Ordinal));
        Assert.Equal(_stage.Second.Id, await _stage.VersionOfPeriodAsync());
        Assert.Contains("Unit: 1 tersimpan, tidak dihitung", page.Find("tbody tr").TextContent, StringComparison.Ordinal);
        _stage.Scene.Database.Clock.Advance(TimeSpan.FromMinutes(1));
        page.Find("#batal-alasan").Change("Salah berkas.");
        page.Find(".undo form").Submit();

        page.WaitForAssertion(() => Assert.Contains("Dibatalkan", page.Find("#pi-riwayat").ParentElement!.TextContent, StringComparison.Ordinal));
        Assert.Equal(_stage.First, await _stage.VersionOfPeriodAsync());
        Assert.Contains("Semua yang tersimpan dihitung", page.Find("tbody tr").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll(".undo"));
    }

    [Fact]
    public async Task What_blocks_stands_where_the_button_would_be()
    {
        await SignInAsync();
        await _stage.Scene.Database.SubmitAsync(_stage.Scene.Sheet, _stage.Scene.Coordinator);
        await _stage.Scene.Database.ReturnAsync(_stage.Scene.Sheet, _stage.Scene.Evaluator, Scene.Abc, "Belum lengkap.");

        var page = Open($"?ke={_stage.Second.Id}");

        page.WaitForAssertion(() => Assert.Contains("1 soal yang dikembalikan TPI", page.Find("#pi-terap").ParentElement!.TextContent, StringComparison.Ordinal));
        Assert.Empty(page.FindAll("form.reason"));
    }

    [Fact]
    public async Task A_period_without_another_version_or_that_is_not_there_says_so()
    {
        await SignInAsync(second: false);

        var page = Open("");
        var missing = _browser.Render<PeriodInstrumentPage>(parameters => parameters.Add(shown => shown.PeriodId, Guid.CreateVersion7()));

        page.WaitForAssertion(() => Assert.Contains("Belum ada versi lain", page.Markup, StringComparison.Ordinal));
        missing.WaitForAssertion(() => Assert.Contains("Periode ini tidak ada", missing.Markup, StringComparison.Ordinal));
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _stage.Dispose();
    }

    private IRenderedComponent<PeriodInstrumentPage> Open(string query)
    {
        _browser.Services.GetRequiredService<NavigationManager>().NavigateTo($"/instrumen/periode/{_stage.Scene.Period.Id}{query}");
        return _browser.Render<PeriodInstrumentPage>(parameters => parameters.Add(shown => shown.PeriodId, _stage.Scene.Period.Id));
    }

    private async Task SignInAsync(bool second = true)
    {
        _stage = await InstrumentStage.CreateAsync(second ? null : InstrumentFiles.Next().Set("id", "lain").Bytes);
        _browser.JSInterop.Mode = JSRuntimeMode.Loose;
        _browser.Services.AddMudServices();
        AdministrationBench.AddTo(_browser.Services, _stage.Scene.Database);
        _browser.Services.GetRequiredService<CurrentUser>().Set(TestDatabase.PrincipalOf(_stage.Bench.Administrator));
    }
}
