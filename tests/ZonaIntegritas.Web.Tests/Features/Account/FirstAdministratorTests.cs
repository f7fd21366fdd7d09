using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Web.Features.Account;

namespace ZonaIntegritas.Web.Tests.Features.Account;

public sealed partial class FirstAdministratorTests
{
    private const string Password = "Kunci-2026-rapat";

    [Fact]
    public async Task The_code_of_the_log_makes_one_administrator_and_then_no_other()
    {
        using var database = await TestDatabase.CreateAsync();
        await using var app = new WebAppUnderTest(database);
        app.StartServer();
        var first = app.Services.GetRequiredService<FirstAdministrator>();
        var code = CodeIn(app);

        Assert.Single(await first.CreateAsync("SALAH2345678", "Dewi", "dewi@contoh.test", Password));
        Assert.Single(await first.CreateAsync("", "Dewi", "dewi@contoh.test", Password));
        Assert.Equal(["Kata sandi paling sedikit 10 huruf."], await first.CreateAsync(code, "Dewi", "dewi@contoh.test", "Aa1"));
        Assert.Empty(await first.CreateAsync($" {code} ", "Dewi", "dewi@contoh.test", Password));
        Assert.Single(await first.CreateAsync(code, "Penyusup", "penyusup@contoh.test", Password));

        await using var db = database.CreateDbContext();
        Assert.Equal(["Dewi"], await db.Users.Select(user => user.FullName).ToListAsync());
        Assert.False(await first.IsMissingAsync());
    }

    [Fact]
    public async Task Of_ten_with_the_right_code_at_once_one_becomes_administrator()
    {
        using var database = await TestDatabase.CreateAsync();
        await using var app = new WebAppUnderTest(database);
        app.StartServer();
        var code = CodeIn(app);

        var tries = await Task.WhenAll(Enumerable.Range(0, 10).Select(index => Task.Run(() =>
            app.Services.GetRequiredService<FirstAdministrator>().CreateAsync(code, $"Orang {index}", $"orang{index}@contoh.test", Password))));

        Assert.Single(tries, faults => faults.Count == 0);
        await using var db = database.CreateDbContext();
        Assert.Equal(1, await db.Users.CountAsync());
    }

    [Fact]
    public async Task There_is_no_code_and_no_page_when_an_administrator_exists()
    {
        using var database = await TestDatabase.CreateAsync();
        await database.AddUserAsync(Role.Administrator);
        await using var app = new WebAppUnderTest(database);
        using var visitor = app.Visitor();

        using var page = await visitor.GetAsync("/mulai");

        Assert.Equal((HttpStatusCode.Found, "/masuk"), (page.StatusCode, PathOf(page)));
        Assert.DoesNotContain(app.Log, line => line.Contains("one-time code", StringComparison.Ordinal));
        Assert.Single(await app.Services.GetRequiredService<FirstAdministrator>().CreateAsync("", "Penyusup", "penyusup@contoh.test", Password));
    }

    [Fact]
    public async Task The_way_in_works_through_the_forms()
    {
        using var database = await TestDatabase.CreateAsync();
        await using var app = new WebAppUnderTest(database);
        using var visitor = app.Visitor();

        using var made = await WebAppUnderTest.PostFormAsync(
            visitor, "/mulai", ("Input.Code", CodeIn(app)), ("Input.Name", "Dewi"), ("Input.Email", "dewi@contoh.test"), ("Input.Password", Password));
        using var signedIn = await WebAppUnderTest.PostFormAsync(visitor, "/masuk", ("Input.Email", "dewi@contoh.test"), ("Input.Password", Password));
        using var home = await visitor.GetAsync("/");

        Assert.Equal((HttpStatusCode.Found, "/masuk"), (made.StatusCode, PathOf(made)));
        Assert.Equal((HttpStatusCode.Found, "/"), (signedIn.StatusCode, PathOf(signedIn)));
        Assert.Equal(HttpStatusCode.OK, home.StatusCode);
    }

    internal static string CodeIn(WebAppUnderTest app) =>
        app.Log.Select(line => Code().Match(line)).Single(match => match.Success).Groups[1].Value;

    private static string PathOf(HttpResponseMessage response) =>
        response.Headers.Location is { IsAbsoluteUri: true } absolute ? absolute.PathAndQuery : response.Headers.Location!.ToString();

    [GeneratedRegex("one-time code: ([A-HJ-NP-Z2-9]{12})")]
    private static partial Regex Code();
}
