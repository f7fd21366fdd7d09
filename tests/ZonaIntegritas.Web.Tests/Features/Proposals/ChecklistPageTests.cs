using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Web.Features.Proposals.Conditions;
using ZonaIntegritas.Web.Features.Proposals.Conditions.Instansi;
using ZonaIntegritas.Web.Features.Proposals.Conditions.Sheet;
using ZonaIntegritas.Web.Identity;
using ZonaIntegritas.Web.Tests.Features.Evidence.Library;

namespace ZonaIntegritas.Web.Tests.Features.Proposals;

public sealed class ChecklistPageTests : PageTest
{
    [Fact]
    public async Task The_coordinator_records_in_place_with_a_document_of_the_library()
    {
        using var scene = await Scene.CreateAsync();
        await scene.ShelveAsync("Rekap TLHP.pdf");
        var page = Open(scene, scene.Coordinator);
        Assert.Contains("Belum layak diusulkan menuju WBK", page.Find("[data-testid=verdict]").TextContent, StringComparison.Ordinal);
        Assert.Equal("Catat", page.Find("[data-testid=tlhp] .condition-actions button").TextContent);

        await page.Find("[data-testid=tlhp] .condition-actions button").ClickAsync(new());
        await page.Find("#tlhp-nilai").ChangeAsync(new() { Value = "100" });
        await page.Find("#tlhp-tanggal").ChangeAsync(new() { Value = "2026-03-03" });
        await page.Find("#tlhp-dasar").ChangeAsync(new() { Value = "700/12/2026 rekap" });
        await page.Find(".chooser button").ClickAsync(new());
        await page.Find(".choices li button").ClickAsync(new());
        Assert.Contains("Rekap TLHP, versi 1", page.Find(".chosen-name").TextContent, StringComparison.Ordinal);
        await page.Find("form").SubmitAsync();

        var record = await scene.RecordOfAsync(ConditionDesk.Tlhp);
        Assert.Equal(("100", "700/12/2026 rekap", new DateOnly(2026, 3, 3)), (record!.Value, record.Basis, record.DocumentDate));
        Assert.NotNull(record.EvidenceVersionId);
        Assert.Empty(page.FindAll("form"));
        Assert.Contains("Menunggu konfirmasi", page.Find("[data-testid=tlhp] .tag").TextContent, StringComparison.Ordinal);
        Assert.Equal($"/berkas/{record.EvidenceVersionId}", page.Find("[data-testid=tlhp] .proof a").GetAttribute("href"));
        Assert.Empty(page.FindAll("[data-testid=spip] button"));
    }

    [Fact]
    public async Task A_refusal_stands_in_the_form_and_keeps_what_was_typed()
    {
        using var scene = await Scene.CreateAsync();
        var page = Open(scene, scene.Coordinator);
        await page.Find("[data-testid=tlhp] .condition-actions button").ClickAsync(new());
        await page.Find("#tlhp-nilai").ChangeAsync(new() { Value = "semua" });
        await page.Find("#tlhp-dasar").ChangeAsync(new() { Value = "700/12/2026 rekap" });

        await page.Find("form").SubmitAsync();

        Assert.Contains("“semua” bukan angka", page.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Equal("true", page.Find("#tlhp-nilai").GetAttribute("aria-invalid"));
        Assert.Equal("700/12/2026 rekap", page.Find("#tlhp-dasar").GetAttribute("value"));
    }

    [Fact]
    public async Task Somebody_elses_save_is_told_and_the_second_save_is_meant_for_it()
    {
        using var scene = await Scene.CreateAsync();
        var page = Open(scene, scene.Coordinator);
        await page.Find("[data-testid=tlhp] .condition-actions button").ClickAsync(new());
        await page.Find("#tlhp-nilai").ChangeAsync(new() { Value = "100" });
        await page.Find("#tlhp-tanggal").ChangeAsync(new() { Value = "2026-03-03" });
        await page.Find("#tlhp-dasar").ChangeAsync(new() { Value = "dari layar ini" });
        await scene.RecordAsync(entry: ConditionDesk.Entry("90"));

        await page.Find("form").SubmitAsync();
        Assert.Contains("baru saja diubah orang lain menjadi: 90 %", page.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Equal("dari layar ini", page.Find("#tlhp-dasar").GetAttribute("value"));
        Assert.Contains("90 %", page.Find("[data-testid=tlhp] .value").TextContent, StringComparison.Ordinal);

        await page.Find("form").SubmitAsync();
        Assert.Empty(page.FindAll("[role=alert]").Select(alert => alert.TextContent));
        Assert.Equal("100", (await scene.RecordOfAsync(ConditionDesk.Tlhp))!.Value);
    }

    [Fact]
    public async Task The_ketua_tim_confirms_and_records_nothing()
    {
        using var scene = await Scene.CreateAsync();
        await scene.RecordAsync();
        var page = Open(scene, scene.Evaluator);
        var button = Assert.Single(page.FindAll(".condition-actions button"));
        Assert.Equal("Konfirmasi", button.TextContent);

        await button.ClickAsync(new());

        Assert.NotNull((await scene.RecordOfAsync(ConditionDesk.Tlhp))!.ConfirmedAt);
        Assert.Contains("Terpenuhi", page.Find("[data-testid=tlhp] .tag").TextContent, StringComparison.Ordinal);
        Assert.Contains("Dikonfirmasi Tono Hartono, 10 Oktober 2026", page.Find("[data-testid=tlhp] .people").TextContent, StringComparison.Ordinal);
        Assert.Contains(Messages, message => message.Contains("dikonfirmasi", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_confirmation_that_is_refused_is_said_and_the_page_shows_what_is_there_now()
    {
        using var scene = await Scene.CreateAsync();
        await scene.RecordAsync();
        var page = Open(scene, scene.Evaluator);
        await scene.RecordAsync(entry: ConditionDesk.Entry("90"));

        await page.Find(".condition-actions button").ClickAsync(new());

        Assert.Contains(Messages, message => message.Contains("baru saja diubah menjadi: 90 %", StringComparison.Ordinal));
        Assert.Contains("90 %", page.Find("[data-testid=tlhp] .value").TextContent, StringComparison.Ordinal);
        Assert.Null((await scene.RecordOfAsync(ConditionDesk.Tlhp))!.ConfirmedAt);
    }

    [Fact]
    public async Task Score_limits_stand_with_their_distance_and_everything_that_lacks_can_be_read()
    {
        using var scene = await Scene.CreateAsync();
        var page = Open(scene, scene.Coordinator);

        Assert.Contains("kurang 75,00", page.Find("tr[data-testid=total]").TextContent, StringComparison.Ordinal);
        Assert.Contains("Baru 0 dari 113 soal dijawab", page.Markup, StringComparison.Ordinal);
        Assert.Equal(23, page.FindAll("details li").Count);
    }

    [Fact]
    public async Task A_reader_of_another_unit_is_told_why()
    {
        using var scene = await Scene.CreateAsync();
        var stranger = await scene.Database.AddUserAsync(Role.Koordinator, await scene.Database.AddUnitAsync("BKD"));
        Assert.Contains("tidak berwenang", Open(scene, stranger).Find("[role=alert]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_closed_list_says_why_and_has_no_buttons()
    {
        using var scene = await Scene.CreateAsync();
        await scene.ChangeAsync(async db => await Task.FromResult(db.Periods.Single().Close(scene.Evaluator.Id, scene.Database.Clock.GetUtcNow())));

        var page = Open(scene, scene.Coordinator);

        Assert.Contains("Periode 2026 sudah ditutup", page.Find("[data-testid=closed]").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll(".condition-actions"));
    }

    [Fact]
    public async Task The_administrator_records_for_the_instansi_and_the_head_confirms()
    {
        using var scene = await Scene.CreateAsync();
        var administrator = await scene.Database.AddUserAsync(Role.Administrator);
        var page = OpenInstansi(scene, administrator);
        Assert.Contains("WBK: 0 dari 4 terpenuhi; opini BPK belum dicatat", page.Find("[data-testid=sum-WBK]").TextContent, StringComparison.Ordinal);
        await page.Find("[data-testid=opini-bpk] .condition-actions button").ClickAsync(new());
        Assert.Empty(page.FindAll(".chooser"));
        await page.Find("#opini-bpk-nilai").ChangeAsync(new() { Value = "WTP" });
        await page.Find("#opini-bpk-tanggal").ChangeAsync(new() { Value = "2026-05-27" });
        await page.Find("#opini-bpk-dasar").ChangeAsync(new() { Value = "LHP BPK 21.A/2026" });
        await page.Find("form").SubmitAsync();

        Assert.Equal("WTP", (await scene.RecordOfAsync("opini-bpk"))!.Value);
        Assert.Contains("Menunggu konfirmasi", page.Find("[data-testid=opini-bpk] .tag").TextContent, StringComparison.Ordinal);
        Assert.Equal(["Ubah"], page.FindAll("[data-testid=opini-bpk] .condition-actions button").Select(button => button.TextContent));
    }

    [Fact]
    public async Task The_head_confirms_for_the_instansi()
    {
        using var scene = await Scene.CreateAsync();
        var administrator = await scene.Database.AddUserAsync(Role.Administrator);
        await scene.RecordingInstansi(TestDatabase.SignIn(administrator)).ExecuteAsync(new(scene.Period.Id, "opini-bpk", ConditionDesk.Entry("WTP"), 0), default);
        var page = OpenInstansi(scene, await scene.Database.AddUserAsync(Role.Pimpinan));

        await Assert.Single(page.FindAll(".condition-actions button")).ClickAsync(new());

        Assert.Contains("WBK: 1 dari 4 terpenuhi", page.Find("[data-testid=sum-WBK]").TextContent, StringComparison.Ordinal);
        Assert.NotNull((await scene.RecordOfAsync("opini-bpk"))!.ConfirmedAt);
    }

    private IRenderedComponent<ChecklistPage> Open(Scene scene, AppUser user)
    {
        Services.AddConditions();
        return Open<ChecklistPage>(scene, user, $"/syarat/{scene.Sheet.Id}", scene.Sheet.Id);
    }

    private IRenderedComponent<InstansiPage> OpenInstansi(Scene scene, AppUser user)
    {
        Services.AddConditions();
        Prepare(scene, user);
        return Render<InstansiPage>(parameters => parameters.Add(page => page.PeriodId, scene.Period.Id));
    }

    private void Prepare(Scene scene, AppUser user) => Open<Nothing>(scene, user, $"/syarat-instansi/{scene.Period.Id}");

    private sealed class Nothing : Microsoft.AspNetCore.Components.ComponentBase;
}
