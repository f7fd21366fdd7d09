using System.Net;
using Xunit;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Web.Features.Reporting;
using ZonaIntegritas.Web.Tests.Features.Reporting;

namespace ZonaIntegritas.Web.Tests.Features.Verification;

public sealed class VerificationTests
{
    [Fact]
    public async Task Whoever_holds_the_code_learns_title_date_and_hash_and_nothing_else()
    {
        using var database = await TestDatabase.CreateAsync();
        var paper = await IssueAsync(database);
        await using var app = new TestApp(database);

        var answer = await app.ClientOf(null).GetAsync(new Uri($"/verifikasi/{paper.Code}", UriKind.Relative));
        var text = await answer.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("Asli", text, StringComparison.Ordinal);
        Assert.Contains("Laporan", text, StringComparison.Ordinal);
        Assert.Contains("10 Oktober 2026", text, StringComparison.Ordinal);
        Assert.Contains(paper.Sha256!, text, StringComparison.Ordinal);
        Assert.DoesNotContain("DPMPTSP", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Sri Wahyuni", text, StringComparison.Ordinal);
        Assert.DoesNotContain(paper.Id.ToString(), text, StringComparison.Ordinal);
        Assert.DoesNotContain(paper.AssessmentId.ToString()!, text, StringComparison.Ordinal);
        Assert.Contains("no-store", answer.Headers.GetValues("Cache-Control").Single(), StringComparison.Ordinal);
        Assert.Contains("noindex", answer.Headers.GetValues("X-Robots-Tag").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_may_be_typed_in_capitals_with_blanks_or_as_the_whole_address()
    {
        using var database = await TestDatabase.CreateAsync();
        var code = (await IssueAsync(database)).Code;
        await using var app = new TestApp(database);

        Assert.All(
            await Task.WhenAll(new[] { code.ToUpperInvariant(), $" {code[..8]} {code[8..]} ", $"http://localhost:5080/verifikasi/{code}" }
                .Select(typed => app.ClientOf(null).GetStringAsync($"/verifikasi?kode={Uri.EscapeDataString(typed)}"))),
            text => Assert.Contains("Asli", text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("0123456789abcdef01234567")]
    [InlineData("' OR 1=1 --")]
    [InlineData("\"; DROP TABLE ReportRequests; --")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("%")]
    [InlineData("_______________________a")]
    public async Task Any_other_code_is_unknown_in_the_same_way(string code)
    {
        using var database = await TestDatabase.CreateAsync();
        await IssueAsync(database);
        await using var app = new TestApp(database);

        var answer = await app.ClientOf(null).GetAsync(new Uri($"/verifikasi?kode={Uri.EscapeDataString(code)}", UriKind.Relative));
        var text = await answer.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("Tidak dikenal", text, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Asli<", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_longer_than_any_is_unknown()
    {
        using var database = await TestDatabase.CreateAsync();
        await using var app = new TestApp(database);

        Assert.Contains("Tidak dikenal", await app.ClientOf(null).GetStringAsync($"/verifikasi?kode={new string('a', 4_000)}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unfinished_and_removed_papers_are_unknown()
    {
        using var database = await TestDatabase.CreateAsync();
        var removed = await IssueAsync(database);
        var waiting = new ReportRequest(Guid.CreateVersion7(), new(PaperKind.Progress, removed.AssessmentId, null, Layer.Unit), new("waiting", removed.Day, 9, null), database.Clock.GetUtcNow());
        await using (var db = database.CreateDbContext())
        {
            (await db.ReportRequests.FindAsync(removed.Id))!.Remove(database.Clock.GetUtcNow());
            db.Add(waiting);
            await db.SaveChangesAsync();
        }

        await using var app = new TestApp(database);

        Assert.Contains("Tidak dikenal", await app.ClientOf(null).GetStringAsync($"/verifikasi/{removed.Code}"), StringComparison.Ordinal);
        Assert.Contains("Tidak dikenal", await app.ClientOf(null).GetStringAsync($"/verifikasi/{waiting.Code}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_address_cannot_ask_without_end()
    {
        using var database = await TestDatabase.CreateAsync();
        await using var app = new TestApp(database);
        var client = app.ClientOf(null);

        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < 61; i++)
        {
            answers.Add((await client.GetAsync(new Uri("/verifikasi/0123456789abcdef01234567", UriKind.Relative))).StatusCode);
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, answers[^1]);
        Assert.Equal(60, answers.Count(status => status == HttpStatusCode.OK));
    }

    private static async Task<ReportRequest> IssueAsync(TestDatabase database)
    {
        var unit = await database.AddUnitAsync();
        var sheet = await database.AddSheetAsync(unit, await database.AddPeriodAsync());
        ReportBench bench = new(database);
        var id = await bench.Issue(await database.AddUserAsync(Role.Koordinator, unit)).ExecuteAsync(new(PaperKind.Progress, sheet.Id, null, Layer.Unit), "", default);
        return (await bench.RowsAsync()).Single(row => row.Id == id);
    }
}
