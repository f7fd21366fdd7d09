using System.Net;
using System.Net.Http.Headers;
using Microsoft.EntityFrameworkCore;
using Xunit;
using ZonaIntegritas.Domain.Auditing;
using ZonaIntegritas.Domain.Evidence;
using ZonaIntegritas.Web.Features.Evidence;

namespace ZonaIntegritas.Web.Tests.Features.Evidence.Serving;

/// <summary>No byte leaves without a line, and a look is one line.</summary>
public sealed class EvidenceTrailTests : IAsyncLifetime
{
    private Scene _scene = null!;
    private TestApp _app = null!;
    private EvidenceVersion _file = null!;

    public async ValueTask InitializeAsync()
    {
        _scene = await Scene.CreateAsync();
        _app = new(_scene.Database);
        _file = await _scene.PutAsync("SK Tim ZI.pdf", SmallFiles.Pdf);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _scene.Dispose();
    }

    [Fact]
    public async Task A_look_in_many_parts_at_once_is_one_line_that_says_who_and_what()
    {
        using var browser = _app.ClientOf(_scene.Evaluator);

        var parts = await Task.WhenAll(Enumerable.Range(0, 12).Select(part => PartAsync(browser, part)));

        Assert.All(parts, status => Assert.Equal(HttpStatusCode.PartialContent, status));
        var line = Assert.Single(await _scene.LooksAsync());
        Assert.Equal(
            (AuditAction.EvidencePreviewed, _scene.Evaluator.Id, _scene.Unit.Id, _file.ItemId, _file.Id, "versi 1"),
            (line.Action, line.By, line.UnitId, line.ItemId, line.VersionId, line.Note));
    }

    [Fact]
    public async Task After_a_quarter_of_an_hour_it_is_another_look()
    {
        using var browser = _app.ClientOf(_scene.Evaluator);
        await PartAsync(browser, 0);
        _scene.Database.Clock.Advance(TimeSpan.FromMinutes(14));
        await PartAsync(browser, 1);
        Assert.Single(await _scene.LooksAsync());

        _scene.Database.Clock.Advance(TimeSpan.FromMinutes(2));
        await PartAsync(browser, 2);

        Assert.Equal(2, (await _scene.LooksAsync()).Count);
    }

    [Fact]
    public async Task Another_person_and_a_download_are_lines_of_their_own()
    {
        using var coordinator = _app.ClientOf(_scene.Coordinator);
        using var evaluator = _app.ClientOf(_scene.Evaluator);

        await coordinator.GetAsync(Url);
        await evaluator.GetAsync(Url);
        await evaluator.GetAsync(Url + "?unduh");

        (AuditAction, Guid?)[] expected =
        [
            (AuditAction.EvidencePreviewed, _scene.Coordinator.Id), (AuditAction.EvidencePreviewed, _scene.Evaluator.Id), (AuditAction.EvidenceDownloaded, _scene.Evaluator.Id),
        ];
        Assert.Equal(expected.Order(), (await _scene.LooksAsync()).Select(line => (line.Action, line.By)).Order());
    }

    [Fact]
    public async Task A_file_that_browsers_do_not_show_is_downloaded_however_it_is_asked_for()
    {
        var office = await _scene.PutAsync("Notulen.docx", SmallFiles.Docx);
        using var browser = _app.ClientOf(_scene.Coordinator);

        await browser.GetAsync(EvidenceEndpoints.Url(office.Id));

        Assert.Equal(AuditAction.EvidenceDownloaded, Assert.Single(await _scene.LooksAsync()).Action);
    }

    [Fact]
    public async Task Asking_only_whether_it_is_there_gives_no_byte_and_no_line()
    {
        using var browser = _app.ClientOf(_scene.Coordinator);
        using var head = new HttpRequestMessage(HttpMethod.Head, Url);

        using var response = await browser.SendAsync(head);

        Assert.Equal((HttpStatusCode.OK, SmallFiles.Pdf.Length), (response.StatusCode, response.Content.Headers.ContentLength));
        Assert.Empty(await response.Content.ReadAsByteArrayAsync());
        Assert.Empty(await _scene.LooksAsync());
    }

    [Fact]
    public async Task A_copy_that_the_browser_kept_is_shown_only_to_whoever_still_may_and_is_a_look_too()
    {
        using var browser = _app.ClientOf(_scene.Coordinator);

        Assert.Equal(HttpStatusCode.NotModified, await AgainAsync(browser));
        Assert.Single(await _scene.LooksAsync());
        await _scene.Database.CloseAccountAsync(_scene.Coordinator);

        Assert.Equal(HttpStatusCode.NotFound, await AgainAsync(browser));
    }

    [Fact]
    public async Task Whoever_loses_the_assignment_gets_not_one_part_more()
    {
        using var browser = _app.ClientOf(_scene.Evaluator);
        Assert.Equal(HttpStatusCode.PartialContent, await PartAsync(browser, 0));
        await _scene.Database.EndAssignmentsAsync(_scene.Evaluator);

        Assert.Equal(HttpStatusCode.NotFound, await PartAsync(browser, 1));
    }

    [Theory]
    [InlineData(ScanState.Waiting)]
    [InlineData(ScanState.Infected)]
    public async Task What_is_not_clean_is_not_there_for_anybody(ScanState scan)
    {
        var waiting = await _scene.PutAsync("Surat.pdf", [.. SmallFiles.Pdf, .. "\n"u8], scan);
        using var browser = _app.ClientOf(_scene.Coordinator);

        foreach (var path in (string[])["", "?unduh", "/gambar-kecil", "/data-foto"])
        {
            Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(EvidenceEndpoints.Url(waiting.Id) + path)).StatusCode);
        }

        Assert.Empty(await _scene.LooksAsync());
    }

    [Fact]
    public async Task What_lies_in_the_library_alone_is_not_there_for_evaluators_nor_what_was_thrown_away_for_anybody()
    {
        var alone = await _scene.PutAsync("Konsep.pdf", [.. SmallFiles.Pdf, .. "\n"u8], forward: false);
        Assert.Equal(HttpStatusCode.NotFound, await GetAsync(_scene.Evaluator, alone.Id));
        Assert.Equal(HttpStatusCode.OK, await GetAsync(_scene.Coordinator, alone.Id));

        await using (var db = _scene.Database.CreateDbContext())
        {
            (await db.EvidenceItems.SingleAsync(item => item.Id == alone.ItemId)).Discard(_scene.Database.Clock.GetUtcNow());
            await db.SaveChangesAsync();
        }

        Assert.Equal(HttpStatusCode.NotFound, await GetAsync(_scene.Coordinator, alone.Id));
    }

    [Fact]
    public async Task A_row_whose_file_is_missing_is_not_found_and_writes_no_line()
    {
        File.Delete(_scene.StoredFiles().Single());

        Assert.Equal(HttpStatusCode.NotFound, await GetAsync(_scene.Coordinator, _file.Id));
        Assert.Empty(await _scene.LooksAsync());
    }

    private string Url => EvidenceEndpoints.Url(_file.Id);

    private async Task<HttpStatusCode> GetAsync(Web.Identity.AppUser who, Guid version)
    {
        using var browser = _app.ClientOf(who);
        using var response = await browser.GetAsync(EvidenceEndpoints.Url(version));
        return response.StatusCode;
    }

    private async Task<HttpStatusCode> PartAsync(HttpClient browser, int part)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Url) { Headers = { Range = new(part, part) } };
        using var response = await browser.SendAsync(request);
        return response.StatusCode;
    }

    private async Task<HttpStatusCode> AgainAsync(HttpClient browser)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Url);
        request.Headers.IfNoneMatch.Add(new EntityTagHeaderValue($"\"{_file.Sha256}\""));
        using var response = await browser.SendAsync(request);
        return response.StatusCode;
    }
}
