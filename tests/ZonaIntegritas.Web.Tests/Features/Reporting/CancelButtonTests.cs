using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using ZonaIntegritas.Web.Features.BackgroundWork;
using ZonaIntegritas.Web.Features.EvidencePacks.Packs;
using ZonaIntegritas.Web.Features.Reporting;
using ZonaIntegritas.Web.Features.Reporting.ReportList;
using ZonaIntegritas.Web.Tests.Features.BackgroundWork;
using ZonaIntegritas.Web.Tests.Features.EvidencePacks;

namespace ZonaIntegritas.Web.Tests.Features.Reporting;

public sealed class CancelButtonTests : PageTest
{
    [Fact]
    public async Task A_pack_under_way_shows_its_progress_and_is_cancelled_from_its_page()
    {
        using var scene = await Scene.CreateAsync();
        var pack = await new WorkBench(scene).AddPaperAsync(
            row =>
            {
                row.Start(scene.Database.Clock.GetUtcNow());
                row.Advance(12, 40);
            },
            PaperKind.EvidencePack, scene.Coordinator);
        Prepare();
        var page = Open<PacksPage>(scene, scene.Coordinator, $"/paket/{scene.Sheet.Id}", scene.Sheet.Id);
        page.WaitForAssertion(() => Assert.Contains("12 dari 40 dokumen", page.Markup, StringComparison.Ordinal));

        await page.Find("button[aria-label='Batalkan paket 1']").ClickAsync();

        page.WaitForAssertion(() => Assert.Contains("Dibatalkan oleh yang meminta.", page.Markup, StringComparison.Ordinal));
        Assert.DoesNotContain("Dicoba lagi sendiri", page.Markup, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("button[aria-label^='Batalkan']"));
        Assert.Equal(WorkState.Withdrawn, (await new PackDesk(scene).RowAsync(pack.Id)).State);
    }

    [Fact]
    public async Task A_report_that_waits_is_cancelled_from_the_list()
    {
        using var scene = await Scene.CreateAsync();
        var paper = await new WorkBench(scene).AddPaperAsync(by: scene.Coordinator);
        Prepare();
        var page = Open<ReportsPage>(scene, scene.Coordinator, "/laporan");
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll("button[aria-label^='Batalkan']")));

        await page.Find("button[aria-label^='Batalkan']").ClickAsync();

        page.WaitForAssertion(() => Assert.Contains("Dibatalkan oleh yang meminta.", page.Markup, StringComparison.Ordinal));
        Assert.Equal(WorkState.Withdrawn, (await new WorkBench(scene).RowAsync<ReportRequest>(paper.Id)).State);
    }

    private void Prepare() => Services.AddReports().AddSingleton<WorkRunner>().AddScoped<RequestPack>().AddScoped<PackQueries>();
}
