using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Xunit;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Auditing;
using ZonaIntegritas.Web.Features.Auditing;

namespace ZonaIntegritas.Web.Tests.Features.Auditing;

public sealed class TrailExportTests
{
    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+62", "'+62")]
    [InlineData("-1", "'-1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\tx", "\"'\tx\"")]
    [InlineData("\rx", "\"'\rx\"")]
    [InlineData("biasa", "biasa")]
    [InlineData("a, \"b\"", "\"a, \"\"b\"\"\"")]
    [InlineData("dua\nbaris", "\"dua\nbaris\"")]
    [InlineData("=\"x\",1", "\"'=\"\"x\"\",1\"")]
    [InlineData(null, "")]
    public void No_cell_becomes_a_formula(string? text, string cell) => Assert.Equal(cell, TrailCsv.Cell(text));

    [Fact]
    public async Task The_file_holds_what_the_reader_may_see_and_the_export_is_a_line_itself()
    {
        using var scene = await Scene.CreateAsync();
        await TrailTests.FillAsync(scene);
        await using var app = new TestApp(scene.Database);

        var response = await app.ClientOf(scene.Coordinator).GetAsync(new Uri($"/riwayat/{scene.Sheet.Id}/ekspor?tindakan=AnswerSaved", UriKind.Relative));

        var bytes = await response.Content.ReadAsByteArrayAsync();
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("text/csv", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.StartsWith("attachment", response.Content.Headers.ContentDisposition!.ToString(), StringComparison.Ordinal);
        Assert.Equal(Encoding.UTF8.Preamble.ToArray(), bytes[..3]);
        var lines = Encoding.UTF8.GetString(bytes[3..]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.StartsWith("Waktu,Zona,Siapa", lines[0], StringComparison.Ordinal);
        Assert.DoesNotContain("Alamat", lines[0], StringComparison.Ordinal);
        Assert.Equal("2026-10-10 07:00:00,WIB,Sri Wahyuni,koordinator,DPMPTSP,2026,A.I.1.i.a,Jawaban disimpan (penilaian mandiri),,(kosong),\"Ya\n=1+1\",", Assert.Single(lines[1..]));

        await using var db = scene.Database.CreateDbContext();
        var line = await db.AuditEntries.SingleAsync(entry => entry.Action == AuditAction.TrailExported);
        Assert.Equal((scene.Coordinator.Id, scene.Sheet.Id, scene.Unit.Id, "tindakan: AnswerSaved"), (line.By!.Value, line.AssessmentId!.Value, line.UnitId!.Value, line.After));
    }

    [Fact]
    public async Task Strangers_get_nothing_and_leave_no_line()
    {
        using var scene = await Scene.CreateAsync();
        await TrailTests.FillAsync(scene);
        await using var app = new TestApp(scene.Database);
        var stranger = await scene.Database.AddUserAsync(Role.Koordinator, await scene.Database.AddUnitAsync("Dinas Sosial"));

        Assert.Equal(HttpStatusCode.NotFound, (await app.ClientOf(stranger).GetAsync(new Uri($"/riwayat/{scene.Sheet.Id}/ekspor", UriKind.Relative))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await app.ClientOf(scene.Coordinator).GetAsync(new Uri("/riwayat/ekspor", UriKind.Relative))).StatusCode);
        Assert.NotEqual(HttpStatusCode.OK, (await app.ClientOf(null).GetAsync(new Uri("/riwayat/ekspor", UriKind.Relative))).StatusCode);
        await using var db = scene.Database.CreateDbContext();
        Assert.False(await db.AuditEntries.AnyAsync(entry => entry.Action == AuditAction.TrailExported));
    }

    [Fact]
    public async Task The_whole_trail_is_exported_in_batches_with_addresses_for_the_administrator()
    {
        using var scene = await Scene.CreateAsync();
        var administrator = await scene.Database.AddUserAsync(Role.Administrator);
        await using (var db = scene.Database.CreateDbContext())
        {
            for (var number = 0; number < 2_500; number++)
            {
                var at = scene.Database.Clock.GetUtcNow().AddSeconds(-number);
                db.Add(new AuditEntry(Guid.CreateVersion7(at), at, null, AuditAction.UnitChanged, new(scene.Unit.Id), $"baris {number}", AuditChange.None, "10.0.0.7"));
            }

            await db.SaveChangesAsync();
        }

        await using var app = new TestApp(scene.Database);
        var text = await app.ClientOf(administrator).GetStringAsync(new Uri("/riwayat/ekspor", UriKind.Relative));

        var lines = text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        // The heading, all of them and the line of the export itself.
        Assert.Equal(2_502, lines.Length);
        Assert.EndsWith("Alamat", lines[0], StringComparison.Ordinal);
        Assert.Equal(2_500, lines.Where(line => line.Contains("baris ", StringComparison.Ordinal) && line.EndsWith(",10.0.0.7", StringComparison.Ordinal)).Distinct().Count());
    }
}
