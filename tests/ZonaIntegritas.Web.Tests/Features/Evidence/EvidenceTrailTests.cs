using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Xunit;
using ZonaIntegritas.Domain.Auditing;

namespace ZonaIntegritas.Web.Tests.Features.Evidence;

public sealed class EvidenceTrailTests
{
    [Fact]
    public async Task Attaching_pointing_replacing_and_taking_off_stand_in_the_trail_with_who_and_when()
    {
        using var scene = await Scene.CreateAsync();
        var begin = scene.Database.Clock.GetUtcNow();
        var file = await scene.AddEvidenceAsync();
        scene.Database.Clock.Advance(TimeSpan.FromMinutes(1));
        await scene.Point().ExecuteAsync(new(file.LinkId, 12, "diktum kedua", ""), default);
        scene.Database.Clock.Advance(TimeSpan.FromMinutes(1));
        await scene.UploadAsync(new MemoryStream(SmallFiles.Jpeg), "baru.jpg", null, new(scene.Unit.Id, ItemId: file.ItemId));
        scene.Database.Clock.Advance(TimeSpan.FromMinutes(1));
        await scene.Detach().ExecuteAsync(file.LinkId, default);

        await using var db = scene.Database.CreateDbContext();
        var trail = await db.AuditEntries.ToListAsync();
        Assert.Equal(
            [
                (0, AuditAction.EvidenceAttached, Scene.YesNo, "versi 1"),
                (0, AuditAction.EvidenceVersionAdded, null, "versi 1"),
                (1, AuditAction.EvidencePointed, Scene.YesNo, "hal. 12"),
                (2, AuditAction.EvidenceAttached, Scene.YesNo, "versi 2 menggantikan"),
                (2, AuditAction.EvidenceVersionAdded, null, "versi 2"),
                (3, AuditAction.EvidenceDetached, (string?)Scene.YesNo, ""),
            ],
            trail.Select(entry => ((int)(entry.At - begin).TotalMinutes, entry.Action, entry.QuestionCode, entry.Note))
                .OrderBy(line => line.Item1).ThenBy(line => line.Action));
        Assert.All(trail, entry => Assert.Equal((scene.Coordinator.Id, scene.Unit.Id, file.ItemId), (entry.By, entry.UnitId, entry.ItemId)));
    }

    [Theory]
    [InlineData("UPDATE AuditEntries SET Note = 'lain'")]
    [InlineData("DELETE FROM AuditEntries")]
    public async Task The_trail_takes_no_change_even_from_whoever_holds_the_database(string sql)
    {
        using var scene = await Scene.CreateAsync();
        await scene.AddEvidenceAsync();
        await using var db = scene.Database.CreateDbContext();

        var refused = await Assert.ThrowsAsync<SqliteException>(() => db.Database.ExecuteSqlRawAsync(sql));

        Assert.Contains("append-only", refused.Message, StringComparison.Ordinal);
        Assert.Equal(2, await db.AuditEntries.CountAsync());
    }

    [Fact]
    public async Task What_was_refused_leaves_no_line()
    {
        using var scene = await Scene.CreateAsync();
        var file = await scene.AddEvidenceAsync();

        Assert.Equal("evidence.page", (await scene.Point().ExecuteAsync(new(file.LinkId, 0, "", ""), default)).Problem?.Code);
        Assert.Equal("evidence.unknown-suggestion", (await scene.Point().ExecuteAsync(new(file.LinkId, 1, "", "Surat cinta"), default)).Problem?.Code);

        await using var db = scene.Database.CreateDbContext();
        Assert.False(await db.AuditEntries.AnyAsync(entry => entry.Action == AuditAction.EvidencePointed));
        Assert.Null((await db.EvidenceLinks.SingleAsync()).Page);
    }

    [Fact]
    public async Task A_place_and_a_suggested_document_are_kept()
    {
        using var scene = await Scene.CreateAsync();
        var file = await scene.AddEvidenceAsync();
        var suggestion = (await scene.Queries(scene.Coordinator).LoadAsync(scene.Sheet.Id, default)).Instrument.Question(Scene.YesNo)!.SuggestedEvidence[0];

        Assert.Null((await scene.Point().ExecuteAsync(new(file.LinkId, 12, " diktum kedua ", suggestion), default)).Problem);

        var row = Assert.Single(await scene.Queries(scene.Coordinator).EvidenceAsync(scene.Sheet.Id, default));
        Assert.Equal((12, "diktum kedua", suggestion, "hal. 12, diktum kedua"), (row.Page, row.Passage, row.Suggestion, row.Place));
    }
}
