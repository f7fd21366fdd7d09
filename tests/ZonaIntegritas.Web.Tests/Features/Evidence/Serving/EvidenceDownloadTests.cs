using System.Net;
using System.Net.Http.Headers;
using Xunit;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Web.Features.Evidence;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Tests.Features.Evidence.Serving;

public sealed class EvidenceDownloadTests : IAsyncLifetime
{
    private Scene _scene = null!;
    private WebAppUnderTest _app = null!;

    public async ValueTask InitializeAsync()
    {
        _scene = await Scene.CreateAsync();
        _app = new(_scene.Database);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _scene.Dispose();
    }

    [Fact]
    public async Task The_own_unit_gets_the_bytes_in_a_sandbox()
    {
        var file = await _scene.AddEvidenceAsync();

        using var response = await (await _app.SignInAsync(_scene.Coordinator)).GetAsync(EvidenceEndpoints.Url(file.VersionId));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(SmallFiles.Pdf, await response.Content.ReadAsByteArrayAsync());
        Assert.Equal("application/pdf", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("nosniff", Header(response, "X-Content-Type-Options"));
        Assert.Contains("default-src 'none'", Header(response, "Content-Security-Policy"), StringComparison.Ordinal);
        Assert.Contains("sandbox", Header(response, "Content-Security-Policy"), StringComparison.Ordinal);
        Assert.Equal((true, true), (response.Headers.CacheControl?.Private, response.Headers.CacheControl?.NoCache));
        Assert.Equal("inline", response.Content.Headers.ContentDisposition?.DispositionType);
    }

    [Theory]
    [InlineData("bukti \U0001F4C4 ñ.pdf")]
    [InlineData("a\"b\r\nSet-Cookie: x=1.pdf")]
    [InlineData("CON.pdf")]
    [InlineData("a;b=c, d'e%20f.pdf")]
    public async Task Odd_names_are_safe_in_the_header_and_come_back_whole(string sent)
    {
        var file = await _scene.AddEvidenceAsync(sent);

        using var response = await (await _app.SignInAsync(_scene.Coordinator)).GetAsync(EvidenceEndpoints.Url(file.VersionId) + "?unduh");

        var disposition = response.Content.Headers.ContentDisposition!;
        Assert.Equal(("attachment", file.FileName), (disposition.DispositionType, disposition.FileNameStar));
        Assert.False(response.Headers.Contains("Set-Cookie"));
        Assert.All(response.Content.Headers.GetValues("Content-Disposition").Single(), letter => Assert.InRange(letter, ' ', '~'));
    }

    [Fact]
    public async Task Office_files_are_never_opened_in_the_browser()
    {
        var file = (await _scene.UploadAsync(SmallFiles.Docx, "notulen.docx")).Value.Version;

        using var response = await (await _app.SignInAsync(_scene.Coordinator)).GetAsync(EvidenceEndpoints.Url(file.Id));

        Assert.Equal("attachment", response.Content.Headers.ContentDisposition?.DispositionType);
    }

    [Theory]
    [InlineData("coordinator of another unit", HttpStatusCode.NotFound)]
    [InlineData("evaluator not assigned", HttpStatusCode.NotFound)]
    [InlineData("evaluator of the own unit", HttpStatusCode.NotFound)]
    [InlineData("head of another unit", HttpStatusCode.NotFound)]
    [InlineData("closed account", HttpStatusCode.NotFound)]
    [InlineData("nobody", HttpStatusCode.Found)]
    [InlineData("assigned evaluator", HttpStatusCode.OK)]
    [InlineData("head of the unit", HttpStatusCode.OK)]
    [InlineData("administrator", HttpStatusCode.OK)]
    public async Task Who_may_not_see_the_unit_is_told_that_there_is_nothing(string who, HttpStatusCode status)
    {
        var file = await _scene.AddEvidenceAsync();
        var other = await _scene.Database.AddUnitAsync("Dinas Sosial");
        AppUser? person = who switch
        {
            "coordinator of another unit" => await _scene.Database.AddUserAsync(Role.Koordinator, other),
            "evaluator not assigned" => await _scene.Database.AddUserAsync(Role.Evaluator),
            "evaluator of the own unit" => await _scene.Database.AddUserAsync(Role.Evaluator, _scene.Unit, "Rekan", _scene.Unit),
            "head of another unit" => await _scene.Database.AddUserAsync(Role.Pimpinan, other),
            "head of the unit" => await _scene.Database.AddUserAsync(Role.Pimpinan, _scene.Unit),
            "administrator" => await _scene.Database.AddUserAsync(Role.Administrator),
            "assigned evaluator" => _scene.Evaluator,
            "closed account" => _scene.Coordinator,
            _ => null,
        };
        using var browser = person is null ? _app.Visitor() : await _app.SignInAsync(person);
        if (who == "closed account")
        {
            await _scene.Database.CloseAccountAsync(_scene.Coordinator);
        }

        using var response = await browser.GetAsync(EvidenceEndpoints.Url(file.VersionId));

        Assert.Equal(status, response.StatusCode);
        if (status == HttpStatusCode.NotFound)
        {
            using var nowhere = await browser.GetAsync(EvidenceEndpoints.Url(Guid.CreateVersion7()));
            Assert.Equal(status, nowhere.StatusCode);
            Assert.DoesNotContain("PDF", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_part_can_be_asked_for_and_an_unchanged_file_is_not_sent_again()
    {
        var file = await _scene.AddEvidenceAsync();
        using var browser = await _app.SignInAsync(_scene.Coordinator);
        using var part = new HttpRequestMessage(HttpMethod.Get, EvidenceEndpoints.Url(file.VersionId)) { Headers = { Range = new(0, 4) } };

        using var partial = await browser.SendAsync(part);
        using var again = new HttpRequestMessage(HttpMethod.Get, EvidenceEndpoints.Url(file.VersionId));
        again.Headers.IfNoneMatch.Add(new EntityTagHeaderValue(partial.Headers.ETag!.Tag));
        using var unchanged = await browser.SendAsync(again);

        Assert.Equal((HttpStatusCode.PartialContent, "%PDF-"), (partial.StatusCode, await partial.Content.ReadAsStringAsync()));
        Assert.Equal(new ContentRangeHeaderValue(0, 4, SmallFiles.Pdf.Length), partial.Content.Headers.ContentRange);
        Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
    }

    private static string Header(HttpResponseMessage response, string name) => response.Headers.GetValues(name).Single();
}
