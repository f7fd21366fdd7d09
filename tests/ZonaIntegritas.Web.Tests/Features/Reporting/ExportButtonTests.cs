using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.BackgroundWork;
using ZonaIntegritas.Web.Features.Reporting;
using ZonaIntegritas.Web.Features.Reporting.Preview;
using ZonaIntegritas.Web.Identity;
using ZonaIntegritas.Web.Tests.Features.Readiness;

namespace ZonaIntegritas.Web.Tests.Features.Reporting;

/// <summary>Ekspor PDF: one click issues the paper and takes it home, or says why not.</summary>
public sealed class ExportButtonTests : PageTest
{
    [Fact]
    public async Task One_click_keeps_a_version_and_fetches_it()
    {
        using var scene = await Scene.CreateAsync();
        var bench = new ReportBench(scene.Database);

        await PressAsync(scene, bench, scene.Coordinator, Layer.Unit);

        var made = Assert.Single(await bench.RowsAsync());
        Assert.Equal((WorkState.Done, 1, scene.Coordinator.Id), (made.State, made.Version, made.RequestedBy));
        Assert.EndsWith(ReportEndpoints.Url(made.Id), Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);
        Assert.Contains("Naskah terbit dan tersimpan di Laporan.", Messages);
    }

    [Theory]
    [InlineData("the unit before the LHE", Layer.Tpi)]
    [InlineData("another unit", Layer.Unit)]
    public async Task Whoever_may_not_is_told_and_nothing_is_made(string who, Layer layer)
    {
        using var scene = await Scene.CreateAsync();
        var bench = new ReportBench(scene.Database);
        var person = who == "another unit" ? await scene.Database.AddUserAsync(Role.Koordinator, await scene.Database.AddUnitAsync("Dinsos")) : scene.Coordinator;

        await PressAsync(scene, bench, person, layer);

        Assert.Empty(await bench.RowsAsync());
        Assert.EndsWith("/kesiapan", Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);
        Assert.Equal(Authorizer.NotAllowed.Message, Assert.Single(Messages));
    }

    [Fact]
    public async Task A_paper_that_is_not_ready_is_kept_and_said_to_come()
    {
        using var scene = await Scene.CreateAsync();
        var bench = new ReportBench(scene.Database, new Broken());

        await PressAsync(scene, bench, scene.Coordinator, Layer.Unit);

        Assert.NotEqual(WorkState.Done, Assert.Single(await bench.RowsAsync()).State);
        Assert.Contains("dicoba lagi sendiri", Assert.Single(Messages), StringComparison.Ordinal);
        Assert.EndsWith("/kesiapan", Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);
    }

    private async Task PressAsync(Scene scene, ReportBench bench, AppUser person, Layer layer)
    {
        Services.AddSingleton(bench.Issue(person)).AddSingleton(bench.Queries(person)).AddSingleton(ReadinessWorld.Offices);
        Open<Stub>(scene, person, "/kesiapan");
        var button = Render<ExportButton>(parameters => parameters.Add(shown => shown.AssessmentId, scene.Sheet.Id).Add(shown => shown.Layer, layer));
        await button.Find("button").ClickAsync();
        button.WaitForAssertion(() => Assert.False(button.Find("button").HasAttribute("disabled")));
    }

    /// <summary>A page around the button that does nothing itself.</summary>
    private sealed class Stub : ComponentBase;

    private sealed class Broken : IPaperMaker
    {
        public PaperKind Kind => PaperKind.Progress;

        public Task<PaperIdentity> WriteAsync(AppDbContext db, ReportRequest request, Stream output, CancellationToken ct) =>
            throw new WorkFailedException("Server sedang penuh.", permanent: false);
    }
}
