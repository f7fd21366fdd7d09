using System.Net;
using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.Assessments;
using ZonaIntegritas.Web.Tests.Features.Account;

namespace ZonaIntegritas.Web.Tests.Smoke;

public sealed partial class StartTests
{
    [Fact]
    public async Task On_an_empty_folder_in_production_it_migrates_and_asks_for_the_first_administrator()
    {
        var folder = Path.Combine(Directory.CreateTempSubdirectory("zi-empty-").FullName, "data");
        await using (var app = new WebAppUnderTest(folder))
        {
            using var visitor = app.Visitor();

            using var health = await visitor.GetAsync("/health");
            using var signIn = await visitor.GetAsync("/masuk");
            using var start = await visitor.GetAsync("/mulai");
            using var home = await visitor.GetAsync("/");

            Assert.Equal((HttpStatusCode.OK, "Healthy"), (health.StatusCode, await health.Content.ReadAsStringAsync()));
            Assert.Equal((HttpStatusCode.Found, "/mulai"), (signIn.StatusCode, PathOf(signIn)));
            Assert.Equal(HttpStatusCode.OK, start.StatusCode);
            Assert.Equal((HttpStatusCode.Found, "/masuk"), (home.StatusCode, PathOf(home).Split('?')[0]));
            Assert.Equal(12, FirstAdministratorTests.CodeIn(app).Length);
            Assert.DoesNotContain(app.Log, line => line.StartsWith("Error", StringComparison.Ordinal) || line.StartsWith("Critical", StringComparison.Ordinal));
            await using var db = await app.Services.GetRequiredService<IDbContextFactory<AppDbContext>>().CreateDbContextAsync();
            Assert.Empty(await db.Database.GetPendingMigrationsAsync());
            // No demo in production: nobody, no unit, no sheet; the instrument and the roles only.
            Assert.Equal((0, 0, 0, 1), (await db.Users.CountAsync(), await db.WorkUnits.CountAsync(), await db.Assessments.CountAsync(), await db.InstrumentVersions.CountAsync()));
            Assert.Equal(Enum.GetNames<Role>().Order(), (await db.Roles.Select(role => role.Name!).ToListAsync()).Order());
        }

        Directory.Delete(Path.GetDirectoryName(folder)!, recursive: true);
    }

    [Fact]
    public async Task A_second_start_changes_nothing_and_keeps_people_signed_in()
    {
        using var scene = await Scene.CreateAsync();
        await scene.Database.AddUserAsync(Role.Administrator);
        var before = await scene.PrintAsync();
        Cookie cookie;
        await using (var first = new WebAppUnderTest(scene.Database))
        {
            cookie = await first.CookieAsync(scene.Coordinator);
        }

        await using var second = new WebAppUnderTest(scene.Database);
        using var browser = second.Visitor(cookie);
        using var response = await browser.GetAsync("/antiforgery");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(before, await scene.PrintAsync());
    }

    [Theory]
    [InlineData(Role.Koordinator)]
    [InlineData(Role.Evaluator)]
    [InlineData(Role.Pimpinan)]
    [InlineData(Role.Administrator)]
    public async Task Every_page_answers_every_role(Role role)
    {
        using var scene = await Scene.CreateAsync();
        await scene.Database.AddUserAsync(Role.Administrator);
        var person = role switch
        {
            Role.Koordinator => scene.Coordinator,
            Role.Evaluator => scene.Evaluator,
            _ => await scene.Database.AddUserAsync(role),
        };
        await using var app = new WebAppUnderTest(scene.Database);
        using var browser = await app.SignInAsync(person);
        using var visitor = app.Visitor();
        var paths = typeof(WorkspaceQueries).Assembly.GetTypes().SelectMany(type => type.GetCustomAttributes<RouteAttribute>())
            .Select(route => Parameter().Replace(route.Template, scene.Sheet.Id.ToString())).Order(StringComparer.Ordinal).ToList();

        Assert.NotEmpty(paths);
        foreach (var path in paths)
        {
            using var page = await browser.GetAsync(path);
            // A page for another role sends to the one that says so; the page that says "not found" says it with its status.
            var expected = path == "/tidak-ditemukan" ? [HttpStatusCode.OK, HttpStatusCode.NotFound] : new[] { HttpStatusCode.OK, HttpStatusCode.Found };
            Assert.True(expected.Contains(page.StatusCode), $"{path} as {role}: {page.StatusCode}");
            Assert.Contains("script-src 'self'", string.Join(", ", page.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
            Assert.Equal("nosniff", page.Headers.GetValues("X-Content-Type-Options").Single());
            using var anonymous = await visitor.GetAsync(path);
            Assert.True(anonymous.StatusCode != HttpStatusCode.OK || AnonymousPages.Contains(path) || path.StartsWith("/verifikasi", StringComparison.Ordinal), $"{path} for nobody: {anonymous.StatusCode}");
        }

        Assert.DoesNotContain(app.Log, line => line.StartsWith("Error", StringComparison.Ordinal) || line.StartsWith("Critical", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_address_that_is_not_there_says_so_and_leaks_nothing()
    {
        using var scene = await Scene.CreateAsync();
        await scene.Database.AddUserAsync(Role.Administrator);
        await using var app = new WebAppUnderTest(scene.Database);
        using var browser = await app.SignInAsync(scene.Coordinator);

        using var response = await browser.GetAsync("/tidak/ada");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains("Halaman tidak ditemukan", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static string[] AnonymousPages => ["/galat", "/masuk", "/mulai", "/tidak-berwenang", "/tidak-ditemukan"];

    private static string PathOf(HttpResponseMessage response) =>
        response.Headers.Location is { IsAbsoluteUri: true } absolute ? absolute.PathAndQuery : response.Headers.Location!.ToString();

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Parameter();
}
