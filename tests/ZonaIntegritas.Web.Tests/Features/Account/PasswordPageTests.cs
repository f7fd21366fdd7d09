using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Web.Features.Reminders;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Tests.Features.Account;

public sealed class PasswordPageTests : IAsyncLifetime
{
    private const string Old = "Kunci-2026-rapat";
    private const string New = "Kunci-baru-2027";

    private TestDatabase _database = null!;
    private WebAppUnderTest _app = null!;
    private AppUser _user = null!;

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        var user = await _database.AddUserAsync(Role.Koordinator, await _database.AddUnitAsync());
        _app = new(_database);
        _app.StartServer();
        await using var scope = _app.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<AppUser>>();
        _user = (await users.FindByIdAsync(user.Id.ToString()))!;
        Assert.True((await users.AddPasswordAsync(_user, Old)).Succeeded);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _database.Dispose();
    }

    [Fact]
    public async Task A_person_changes_the_own_password_and_stays_signed_in_while_other_pages_of_the_account_stop()
    {
        using var browser = await _app.SignInAsync(_user);
        using var other = await _app.SignInAsync(_user);

        using var response = await ChangeAsync(browser, Old, New, New);

        Assert.Contains("Kata sandi sudah diganti.", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains(response.Headers.GetValues("Set-Cookie"), set => set.StartsWith("zi-masuk=", StringComparison.Ordinal));
        Assert.Equal((false, true), (await OpensWithAsync(Old), await OpensWithAsync(New)));
        Assert.Equal([(_user.Id, MailDelivery.Security)], await MailsAsync());
        using var stopped = await ChangeAsync(other, New, Old, Old);
        Assert.Contains("Sesi Anda sudah berakhir", await stopped.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("bukan-ini-12A", New, New, "Kata sandi sekarang tidak cocok.")]
    [InlineData(Old, New, "lain-lagi-12A", "Tidak sama dengan kata sandi baru.")]
    [InlineData(Old, "pendek", "pendek", "Kata sandi paling sedikit 10 huruf.")]
    public async Task A_refusal_says_what_is_wrong_and_changes_nothing(string current, string wanted, string repeated, string refusal)
    {
        using var browser = await _app.SignInAsync(_user);

        using var response = await ChangeAsync(browser, current, wanted, repeated);

        Assert.Contains(refusal, await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.True(await OpensWithAsync(Old));
        Assert.Empty(await MailsAsync());
    }

    [Fact]
    public async Task A_stranger_is_sent_to_sign_in()
    {
        using var visitor = _app.Visitor();

        using var response = await visitor.GetAsync("/kata-sandi");

        Assert.Equal(HttpStatusCode.Found, response.StatusCode);
        Assert.StartsWith("/masuk", new Uri(visitor.BaseAddress!, response.Headers.Location!).AbsolutePath, StringComparison.Ordinal);
    }

    private static Task<HttpResponseMessage> ChangeAsync(HttpClient browser, string current, string wanted, string repeated) =>
        WebAppUnderTest.PostFormAsync(
            browser, "/kata-sandi", ("Input.Current", current), ("Input.New", wanted), ("Input.Repeated", repeated));

    private async Task<List<(Guid, string)>> MailsAsync()
    {
        await using var db = _database.CreateDbContext();
        return [.. (await db.MailDeliveries.ToListAsync()).Select(mail => (mail.RecipientId, mail.Kind))];
    }

    private async Task<bool> OpensWithAsync(string password)
    {
        await using var scope = _app.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<AppUser>>();
        return await users.CheckPasswordAsync((await users.FindByIdAsync(_user.Id.ToString()))!, password);
    }
}
