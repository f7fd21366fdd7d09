using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using UglyToad.PdfPig;
using Xunit;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.Assessments;
using ZonaIntegritas.Web.Features.Readiness;
using ZonaIntegritas.Web.Hosting;
using ZonaIntegritas.Web.Identity;
using ZonaIntegritas.Web.Tests.Features.Reporting;

namespace ZonaIntegritas.Web.Tests.Features.Readiness;

public sealed class ReadinessEndpointTests
{
    [Fact]
    public async Task The_head_of_the_unit_downloads_a_named_pdf_that_nothing_may_run_in()
    {
        using var world = await ReadinessWorld.CreateAsync(set: AnswerSets.Mixed);
        await using var app = await StartAsync(world, world.Head);

        using var response = await app.GetTestClient().GetAsync(new Uri($"/kesiapan/{world.Sheet.Id}/laporan.pdf?lapisan=unit", UriKind.Relative));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("application/pdf", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("attachment", response.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("Kesiapan DPMPTSP 2026 (Penilaian mandiri).pdf", response.Content.Headers.ContentDisposition.FileNameStar);
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        using var pdf = PdfDocument.Open(await response.Content.ReadAsByteArrayAsync());
        Assert.Empty(Paper.MissingWords(pdf, (await world.ReportAsync()).Verdict));
    }

    [Theory]
    [InlineData(Role.Pimpinan)]
    [InlineData(Role.Koordinator)]
    [InlineData(Role.Evaluator)]
    public async Task Somebody_of_another_unit_gets_not_found(Role role)
    {
        using var world = await ReadinessWorld.CreateAsync(set: AnswerSets.Mixed);
        var stranger = await world.Database.AddUserAsync(role, await world.Database.AddUnitAsync("Bapenda"));
        await using var app = await StartAsync(world, stranger);

        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(app, $"/kesiapan/{world.Sheet.Id}/laporan.pdf?lapisan=unit"));
    }

    [Fact]
    public async Task A_sheet_or_layer_that_is_not_there_is_not_found()
    {
        using var world = await ReadinessWorld.CreateAsync(set: AnswerSets.Mixed);
        await using var app = await StartAsync(world, world.Head);

        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(app, $"/kesiapan/{Guid.CreateVersion7()}/laporan.pdf"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(app, $"/kesiapan/{world.Sheet.Id}/laporan.pdf?lapisan=tpn"));
    }

    private static async Task<HttpStatusCode> StatusAsync(WebApplication app, string address)
    {
        using var response = await app.GetTestClient().GetAsync(new Uri(address, UriKind.Relative));
        return response.StatusCode;
    }

    private static async Task<WebApplication> StartAsync(ReadinessWorld world, AppUser user)
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseTestServer();
        builder.Services
            .AddSingleton<IDbContextFactory<AppDbContext>>(world.Database)
            .AddSingleton<TimeProvider>(world.Database.Clock)
            .AddSingleton(world.Database.Instruments)
            .AddScoped<SheetKeeper>()
            .AddScoped<CurrentUser>()
            .AddScoped<Authorizer>()
            .AddReadiness()
            .AddRateLimits();
        builder.Services.AddOptions<AgencyOptions>();
        var app = builder.Build();
        app.Use((http, next) =>
        {
            http.RequestServices.GetRequiredService<CurrentUser>().Set(TestDatabase.PrincipalOf(user));
            return next(http);
        });
        app.UseRouting();
        app.UseRateLimiter();
        app.MapReadiness();
        await app.StartAsync();
        return app;
    }
}
