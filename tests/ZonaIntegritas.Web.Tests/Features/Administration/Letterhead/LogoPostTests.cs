using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Xunit;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Web.Features.Reporting;
using ZonaIntegritas.Web.Tests.Features.Reporting;

namespace ZonaIntegritas.Web.Tests.Features.Administration.Letterhead;

/// <summary>The logo comes by a plain form, is looked at there, and leads back to the page with what became of it.</summary>
public sealed class LogoPostTests
{
    private const string Address = "/pengaturan/kop/logo";

    [Fact]
    public async Task A_picture_is_kept_and_every_other_file_is_refused_in_words()
    {
        using var database = await TestDatabase.CreateAsync();
        var administrator = await database.AddUserAsync(Role.Administrator);
        await using var app = new WebAppUnderTest(database);
        using var browser = await app.SignInAsync(administrator);

        Assert.Equal("logo.unreadable", await AnswerAsync(browser, "<svg xmlns=\"http://www.w3.org/2000/svg\"/>"u8.ToArray()));
        Assert.Equal("logo.unreadable", await AnswerAsync(browser, SmallFiles.Pdf));
        Assert.Equal("logo.too-large", await AnswerAsync(browser, [.. Samples.Pixel, .. new byte[AgencyProfile.LogoMaxBytes]]));
        Assert.Equal("logo.too-large", await AnswerAsync(browser, new byte[5 * AgencyProfile.LogoMaxBytes]));
        Assert.Equal("logo.missing", await AnswerAsync(browser, []));
        Assert.Empty(await LogoAsync(database));

        Assert.Equal("tersimpan", await AnswerAsync(browser, Samples.Pixel));
        Assert.NotEmpty(await LogoAsync(database));
        Assert.Equal("letterhead.stale", await AnswerAsync(browser, Samples.Pixel));
    }

    [Fact]
    public async Task Without_the_forms_token_or_with_another_role_nothing_is_kept()
    {
        using var database = await TestDatabase.CreateAsync();
        await using var app = new WebAppUnderTest(database);
        using var administrator = await app.SignInAsync(await database.AddUserAsync(Role.Administrator));
        using var without = Form(Samples.Pixel, token: null);

        Assert.Equal(HttpStatusCode.BadRequest, (await administrator.PostAsync(Address, without)).StatusCode);
        foreach (var role in (Role[])[Role.Koordinator, Role.Evaluator, Role.Pimpinan])
        {
            using var browser = await app.SignInAsync(await database.AddUserAsync(role, await database.AddUnitAsync(role.ToString())));
            using var response = await PostAsync(browser, Samples.Pixel);
            Assert.Equal("/tidak-berwenang", response.Headers.Location?.AbsolutePath);
        }

        using var visitor = app.Visitor();
        using var form = Form(Samples.Pixel, token: null);
        Assert.Equal("/masuk", (await visitor.PostAsync(Address, form)).Headers.Location?.AbsolutePath);
        Assert.Empty(await LogoAsync(database));
    }

    [Fact]
    public async Task A_closed_account_keeps_nothing_with_the_cookie_it_still_has()
    {
        using var database = await TestDatabase.CreateAsync();
        var person = await database.AddUserAsync(Role.Administrator);
        await using var app = new WebAppUnderTest(database);
        using var browser = await app.SignInAsync(person);
        await database.CloseAccountAsync(person);

        using var response = await PostAsync(browser, Samples.Pixel);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Empty(await LogoAsync(database));
    }

    private static async Task<byte[]> LogoAsync(TestDatabase database)
    {
        await using var db = database.CreateDbContext();
        return await db.AgencyProfiles.Select(profile => profile.Logo).SingleOrDefaultAsync() ?? [];
    }

    private static async Task<string?> AnswerAsync(HttpClient browser, byte[] file)
    {
        using var response = await PostAsync(browser, file);
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        return response.Headers.Location!.OriginalString.Split("/pengaturan/kop?logo=")[1];
    }

    private static async Task<HttpResponseMessage> PostAsync(HttpClient browser, byte[] file)
    {
        var token = (await browser.GetFromJsonAsync<JsonElement>("/antiforgery")).GetProperty("token").GetString();
        using var form = Form(file, token);
        return await browser.PostAsync(Address, form);
    }

    private static MultipartFormDataContent Form(byte[] file, string? token)
    {
        var form = new MultipartFormDataContent { { new StringContent("0"), "versi" }, { new ByteArrayContent(file), "logo", "logo.png" } };
        if (token is not null)
        {
            form.Add(new StringContent(token), "__RequestVerificationToken");
        }

        return form;
    }
}
