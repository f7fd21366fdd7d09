using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor.Services;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.Discussion;
using ZonaIntegritas.Web.Features.Readiness.UnitList;
using ZonaIntegritas.Web.Features.Readiness.UnitReport;
using ZonaIntegritas.Web.Features.Readiness.Working;
using ZonaIntegritas.Web.Features.Reporting.Preview;
using ZonaIntegritas.Web.Identity;
using ZonaIntegritas.Web.Tests.Features.Reporting;

namespace ZonaIntegritas.Web.Tests.Features.Readiness;

/// <summary>The readiness pages over the real database, as this person sees them.</summary>
internal sealed class ReadinessPageTest : IAsyncDisposable
{
    private readonly BunitContext _context = new();

    public ReadinessPageTest(ReadinessWorld world, AppUser reader)
    {
        _context.JSInterop.Mode = JSRuntimeMode.Loose;
        _context.Services.AddMudServices();
        _context.Services.AddSingleton<IDbContextFactory<AppDbContext>>(world.Database);
        _context.Services.AddSingleton(world.QueriesFor(reader));
        _context.Services.AddSingleton(world.VisitFor(reader));
        _context.Services.AddSingleton(world.WorkingFor(reader));
        _context.Services.AddSingleton(TestDatabase.SignIn(reader));
        _context.Services.AddDiscussion();
        ReportBench reports = new(world.Database);
        _context.Services.AddSingleton(reports.Issue(reader)).AddSingleton(reports.Queries(reader));
        _context.Services.AddSingleton(new CurrentOffice(world.Database, TestDatabase.SignIn(reader), ReadinessWorld.Offices));
    }

    public NavigationManager Navigation => _context.Services.GetRequiredService<NavigationManager>();

    public IRenderedComponent<ReadinessPage> ShowUnit(string address)
    {
        Navigation.NavigateTo(address);
        var id = Guid.Parse(new Uri(Navigation.Uri).Segments[^1]);
        var page = _context.Render<ReadinessPage>(parameters => parameters.Add(page => page.AssessmentId, id));
        page.WaitForState(() => !page.Markup.Contains("Memuat", StringComparison.Ordinal), TimeSpan.FromSeconds(20));
        return page;
    }

    public IRenderedComponent<ReadinessPreviewPage> ShowPreview(Guid assessmentId, string query = "")
    {
        Navigation.NavigateTo($"/naskah/pratinjau/kesiapan/{assessmentId}{query}");
        var page = _context.Render<ReadinessPreviewPage>(parameters => parameters.Add(page => page.AssessmentId, assessmentId));
        page.WaitForState(() => !page.Markup.Contains("Menyiapkan", StringComparison.Ordinal), TimeSpan.FromSeconds(20));
        return page;
    }

    public IRenderedComponent<ReadinessListPage> ShowList(string address)
    {
        Navigation.NavigateTo(address);
        var page = _context.Render<ReadinessListPage>();
        page.WaitForState(
            () => !page.Markup.Contains("Memuat", StringComparison.Ordinal) || !Navigation.Uri.EndsWith(address, StringComparison.Ordinal),
            TimeSpan.FromSeconds(20));
        return page;
    }

    public IRenderedComponent<WorkingPage> ShowWorking(string address)
    {
        Navigation.NavigateTo(address);
        var id = Guid.Parse(new Uri(Navigation.Uri).Segments[^2].TrimEnd('/'));
        var page = _context.Render<WorkingPage>(parameters => parameters.Add(page => page.AssessmentId, id));
        page.WaitForState(() => !page.Markup.Contains("Memuat", StringComparison.Ordinal), TimeSpan.FromSeconds(20));
        return page;
    }

    public ValueTask DisposeAsync() => _context.DisposeAsync();
}
