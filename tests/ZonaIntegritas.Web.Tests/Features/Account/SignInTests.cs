using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Tests.Features.Account;

public sealed class SignInTests : IAsyncLifetime
{
    private const string Password = "Kunci-2026-rapat";

    private TestDatabase _database = null!;
    private WebAppUnderTest _app = null!;
    private AppUser _user = null!;

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        await _database.AddUserAsync(Role.Administrator);
        var user = await _database.AddUserAsync(Role.Koordinator, await _database.AddUnitAsync());
        _app = new(_database);
        _app.StartServer();
        await using var scope = _app.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<AppUser>>();
        _user = (await users.FindByIdAsync(user.Id.ToString()))!;
        Assert.True((await users.AddPasswordAsync(_user, Password)).Succeeded);
        // As every account has that is made through Identity.
        Assert.True((await users.SetLockoutEnabledAsync(_user, true)).Succeeded);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _database.Dispose();
    }

    [Theory]
    [InlineData(null, "/")]
    [InlineData("/lembar-kerja/01?soal=A.I", "/lembar-kerja/01?soal=A.I")]
    [InlineData("https://jahat.test/", "/")]
    [InlineData("//jahat.test", "/")]
    [InlineData("/\\jahat.test", "/")]
    [InlineData("/x\\..\\jahat", "/")]
    [InlineData("javascript:alert(1)", "/")]
    [InlineData("lembar-kerja", "/")]
    [InlineData("", "/")]
    public async Task Signing_in_leads_only_to_paths_of_this_app(string? wanted, string path)
    {
        using var visitor = _app.Visitor();
        var address = wanted is null ? "/masuk" : $"/masuk?ReturnUrl={Uri.EscapeDataString(wanted)}";

        using var response = await WebAppUnderTest.PostFormAsync(visitor, address, ("Input.Email", _user.Email!), ("Input.Password", Password));

        Assert.Equal(HttpStatusCode.Found, response.StatusCode);
        Assert.Equal(new Uri(visitor.BaseAddress!, path), new Uri(visitor.BaseAddress!, response.Headers.Location!));
        var cookie = response.Headers.GetValues("Set-Cookie").Single(set => set.StartsWith("zi-masuk=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_closed_account_is_told_the_same_as_a_wrong_password_and_as_a_stranger()
    {
        using var visitor = _app.Visitor();

        var wrong = await RefusalAsync(visitor, _user.Email!, "bukan-ini-12A");
        var stranger = await RefusalAsync(visitor, "siapa@contoh.test", Password);
        await _database.CloseAccountAsync(_user);
        var closed = await RefusalAsync(visitor, _user.Email!, Password);

        Assert.Contains("Alamat surel atau kata sandi tidak cocok.", wrong, StringComparison.Ordinal);
        Assert.Equal(wrong, stranger);
        Assert.Equal(wrong, closed);
    }

    [Fact]
    public async Task After_five_wrong_passwords_the_right_one_must_wait()
    {
        using var visitor = _app.Visitor();
        for (var i = 0; i < 5; i++)
        {
            await RefusalAsync(visitor, _user.Email!, "bukan-ini-12A");
        }

        Assert.Contains("Tunggu lima menit", await RefusalAsync(visitor, _user.Email!, Password), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_that_guesses_is_slowed_down()
    {
        using var visitor = _app.Visitor();
        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < 21; i++)
        {
            using var response = await WebAppUnderTest.PostFormAsync(visitor, "/masuk", ("Input.Email", $"orang{i}@contoh.test"), ("Input.Password", "x"));
            answers.Add(response.StatusCode);
        }

        // 20 a minute from one address.
        Assert.All(answers.Take(20), status => Assert.Equal(HttpStatusCode.OK, status));
        Assert.Equal(HttpStatusCode.TooManyRequests, answers[20]);
    }

    [Fact]
    public async Task A_form_without_the_pages_token_is_not_read()
    {
        using var visitor = _app.Visitor();
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["_handler"] = "masuk", ["Input.Email"] = _user.Email!, ["Input.Password"] = Password });

        using var response = await visitor.PostAsync("/masuk", form);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.False(response.Headers.Contains("Set-Cookie") && response.Headers.GetValues("Set-Cookie").Any(set => set.StartsWith("zi-masuk=", StringComparison.Ordinal)));
    }

    private static async Task<string> RefusalAsync(HttpClient visitor, string email, string password)
    {
        using var response = await WebAppUnderTest.PostFormAsync(visitor, "/masuk", ("Input.Email", email), ("Input.Password", password));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var page = await response.Content.ReadAsStringAsync();
        var from = page.IndexOf("form-error", StringComparison.Ordinal);
        return page[from..page.IndexOf("</p>", from, StringComparison.Ordinal)];
    }
}
