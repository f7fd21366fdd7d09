using Microsoft.EntityFrameworkCore;
using Xunit;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Evidence;
using ZonaIntegritas.Web.Features.Evidence;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Tests.Features.Evidence;

/// <summary>A new upload adds a version; where it is put forward depends on what the unit may still change.</summary>
public sealed class EvidenceVersionsTests
{
    [Fact]
    public async Task While_the_question_is_open_the_new_version_is_put_forward_and_the_old_one_is_kept()
    {
        using var scene = await Scene.CreateAsync();
        var first = await scene.AddEvidenceAsync();

        var second = await AddVersionAsync(scene, first.ItemId);

        var row = Assert.Single(await RowsAsync(scene));
        Assert.Equal((first.LinkId, first.ItemId, second.Version.Id, 2, 2), (row.LinkId, row.ItemId, row.VersionId, row.Number, row.Latest));
        Assert.Equal(2, scene.StoredFiles().Length);
        await using var db = scene.Database.CreateDbContext();
        Assert.Equal([1, 2], await db.EvidenceVersions.OrderBy(v => v.Number).Select(v => v.Number).ToListAsync());
    }

    [Fact]
    public async Task A_sheet_in_TPIs_hands_keeps_the_version_that_was_handed_in()
    {
        using var scene = await Scene.CreateAsync();
        var first = await scene.AddEvidenceAsync();
        await scene.MoveToAsync(AssessmentStatus.InReview);

        await AddVersionAsync(scene, first.ItemId);

        var row = Assert.Single(await RowsAsync(scene));
        Assert.Equal((first.VersionId, 1, 2), (row.VersionId, row.Number, row.Latest));
    }

    [Fact]
    public async Task In_repair_only_the_returned_question_takes_the_new_version()
    {
        using var scene = await Scene.CreateAsync();
        var first = await scene.AddEvidenceAsync();
        await scene.AddEvidenceAsync(code: Scene.Abc);
        await scene.MoveToAsync(AssessmentStatus.InRepair);

        await AddVersionAsync(scene, first.ItemId);

        Assert.Equal([(Scene.YesNo, 2), (Scene.Abc, 1)], (await RowsAsync(scene)).Select(row => (row.QuestionCode, row.Number)).OrderByDescending(row => row.Number));
    }

    [Fact]
    public async Task The_same_bytes_are_no_new_version()
    {
        using var scene = await Scene.CreateAsync();
        var first = await scene.AddEvidenceAsync();

        var again = await scene.UploadAsync(new MemoryStream(SmallFiles.Pdf), "a.pdf", null, new(scene.Unit.Id, ItemId: first.ItemId));

        Assert.Equal(EvidenceProblems.SameVersion(1), again.Problem);
        await using var db = scene.Database.CreateDbContext();
        Assert.Equal(1, await db.EvidenceVersions.CountAsync());
    }

    [Fact]
    public async Task The_same_file_for_the_same_question_is_attached_once()
    {
        using var scene = await Scene.CreateAsync();
        await scene.AddEvidenceAsync();

        Assert.Equal(EvidenceProblems.AlreadyAttached, (await scene.UploadAsync(SmallFiles.Pdf)).Problem);
        Assert.Single(await RowsAsync(scene));
    }

    [Fact]
    public async Task A_version_for_another_units_item_is_refused_like_one_for_nothing()
    {
        using var scene = await Scene.CreateAsync();
        var foreign = await ForeignItemAsync(scene);

        foreach (var item in (Guid[])[foreign, Guid.CreateVersion7()])
        {
            var refusal = await Assert.ThrowsAsync<ForbiddenException>(() => AddVersionAsync(scene, item));
            Assert.Equal(Authorizer.NotAllowed, refusal.Problem);
        }
    }

    [Fact]
    public async Task A_purpose_that_names_the_own_unit_and_a_foreign_sheet_is_refused()
    {
        using var scene = await Scene.CreateAsync();
        var foreign = await scene.Database.AddSheetAsync(await scene.Database.AddUnitAsync("Dinas Sosial"), scene.Period);

        await Assert.ThrowsAsync<ForbiddenException>(() =>
            scene.UploadAsync(new MemoryStream(SmallFiles.Pdf), "a.pdf", null, new(scene.Unit.Id, foreign.Id, Scene.YesNo)));
        Assert.Empty(scene.StoredFiles());
    }

    [Fact]
    public async Task Versions_added_at_the_same_time_all_arrive_with_numbers_of_their_own()
    {
        using var scene = await Scene.CreateAsync();
        var first = await scene.AddEvidenceAsync();

        var added = await Task.WhenAll(Enumerable.Range(0, 6).Select(index => Task.Run(() => scene.UploadAsync(
            new MemoryStream([.. SmallFiles.Jpeg, (byte)index]), "foto.jpg", null, new(scene.Unit.Id, ItemId: first.ItemId)))));

        Assert.All(added, result => Assert.Null(result.Problem));
        Assert.Equal([2, 3, 4, 5, 6, 7], added.Select(result => result.Value.Version.Number).Order());
        Assert.Equal(7, Assert.Single(await RowsAsync(scene)).Number);
    }

    [Fact]
    public async Task Last_years_document_offered_again_is_flagged_by_its_bytes()
    {
        using var scene = await Scene.CreateAsync(now: new(2025, 5, 1, 2, 0, 0, TimeSpan.Zero));
        var lastYear = await scene.Database.AddPeriodAsync(2025);
        var sheet = await scene.Database.AddSheetAsync(scene.Unit, lastYear);
        Assert.Null((await scene.UploadAsync(new MemoryStream(SmallFiles.Pdf), "sk 2025.pdf", null, new(scene.Unit.Id, sheet.Id, Scene.YesNo))).Problem);
        scene.Database.Clock.SetUtcNow(new(2026, 5, 1, 2, 0, 0, TimeSpan.Zero));

        await scene.AddEvidenceAsync("sk 2026.pdf");
        scene.Database.Clock.Advance(TimeSpan.FromMinutes(1));
        await scene.AddEvidenceAsync("foto.jpg", content: SmallFiles.Jpeg);

        Assert.Equal([2025, null], (await RowsAsync(scene)).Select(row => row.EarlierYear));
    }

    [Fact]
    public async Task A_full_library_refuses_before_a_byte_is_read_and_again_when_the_file_is_there()
    {
        using var scene = await Scene.CreateAsync();
        scene.Database.Storage.Value.UnitQuotaGigabytes = 1;
        await using (var db = scene.Database.CreateDbContext())
        {
            // As if the unit had stored all but 100 bytes of its gigabyte.
            var item = new EvidenceItem(Guid.CreateVersion7(), scene.Unit.Id, "besar", scene.Coordinator.Id, scene.Database.Clock.GetUtcNow());
            var hash = new string('a', 64);
            db.AddRange(
                item,
                new EvidenceContent(hash, (1L << 30) - 100, ScanState.NotScanned, scene.Database.Clock.GetUtcNow()),
                EvidenceVersion.OfFile(new(Guid.CreateVersion7(), item.Id, scene.Unit.Id, item.NextVersion(), scene.Coordinator.Id, scene.Database.Clock.GetUtcNow()),
                    "besar.mp4", EvidenceType.Mp4, (1L << 30) - 100, hash, ContentWarning.None));
            await db.SaveChangesAsync();
        }

        await using var content = new GeneratedPdf(101);
        var announced = await scene.UploadAsync(content, "a.pdf", 101);
        var unannounced = await scene.UploadAsync(new MemoryStream([.. SmallFiles.Jpeg, .. new byte[101]]), "a.jpg", null);

        Assert.Equal(("evidence.quota", "evidence.quota"), (announced.Problem?.Code, unannounced.Problem?.Code));
        Assert.Equal(0, content.BytesRead);
        Assert.Empty(scene.StoredFiles());
    }

    private static Task<List<EvidenceRow>> RowsAsync(Scene scene)
    {
        var db = scene.Database.CreateDbContext();
        return EvidenceQueries.OfSheetAsync(db, scene.Sheet.Id, default);
    }

    private static async Task<WrittenEvidence> AddVersionAsync(Scene scene, Guid itemId)
    {
        var result = await scene.UploadAsync(new MemoryStream(SmallFiles.Jpeg), "versi baru.jpg", null, new(scene.Unit.Id, ItemId: itemId));
        Assert.Null(result.Problem);
        return result.Value;
    }

    private static async Task<Guid> ForeignItemAsync(Scene scene)
    {
        var unit = await scene.Database.AddUnitAsync("Dinas Sosial");
        var item = new EvidenceItem(Guid.CreateVersion7(), unit.Id, "rahasia", scene.Coordinator.Id, scene.Database.Clock.GetUtcNow());
        await using var db = scene.Database.CreateDbContext();
        db.Add(item);
        await db.SaveChangesAsync();
        return item.Id;
    }
}
