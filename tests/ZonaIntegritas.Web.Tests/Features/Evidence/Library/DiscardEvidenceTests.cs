using Microsoft.EntityFrameworkCore;
using Xunit;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Auditing;
using ZonaIntegritas.Domain.Evidence;
using ZonaIntegritas.Web.Features.Evidence;
using ZonaIntegritas.Web.Features.Evidence.Library;

namespace ZonaIntegritas.Web.Tests.Features.Evidence.Library;

public sealed class DiscardEvidenceTests
{
    [Fact]
    public async Task An_unused_document_leaves_the_library_and_its_row_stays_with_the_trail()
    {
        using var scene = await Scene.CreateAsync();
        var item = await scene.ShelveAsync();
        scene.Database.Clock.Advance(TimeSpan.FromMinutes(5));

        Assert.Null((await scene.Discard().ExecuteAsync(item.Id, default)).Problem);

        Assert.Equal(scene.Database.Clock.GetUtcNow(), (await scene.StoredAsync(item.Id)).DiscardedAt);
        var entry = Assert.Single(await scene.TrailAsync(item.Id, AuditAction.EvidenceDiscarded));
        Assert.Equal((scene.Coordinator.Id, scene.Unit.Id), (entry.By, entry.UnitId));
        Assert.Single(scene.StoredFiles());
        Assert.Equal(LibraryProblems.Discarded, (await scene.Discard().ExecuteAsync(item.Id, default)).Problem);
    }

    [Fact]
    public async Task Its_bytes_are_served_to_nobody_any_more()
    {
        using var scene = await Scene.CreateAsync();
        var item = await scene.ShelveAsync();
        await using var db = scene.Database.CreateDbContext();
        var version = await db.EvidenceVersions.SingleAsync();
        var who = TestDatabase.SignIn(scene.Coordinator);
        Assert.NotNull(await EvidenceAccess.FindAsync(db, who, version.Id, default));

        await scene.Discard().ExecuteAsync(item.Id, default);

        Assert.Null(await EvidenceAccess.FindAsync(db, who, version.Id, default));
    }

    [Fact]
    public async Task Its_bytes_are_counted_no_more_unless_another_document_holds_the_same()
    {
        using var scene = await Scene.CreateAsync();
        var (kept, thrown) = (await scene.ShelveAsync("tetap.pdf"), await scene.ShelveAsync("buang.pdf"));
        var shared = await scene.AddVersionAsync(kept);
        await scene.ChangeAsync(async db =>
        {
            // Both now end in the same bytes.
            var item = await db.EvidenceItems.SingleAsync(i => i.Id == thrown.Id);
            var origin = new EvidenceVersion.Origin(Guid.CreateVersion7(), item.Id, item.UnitId, item.NextVersion(), scene.Coordinator.Id, scene.Database.Clock.GetUtcNow());
            db.Add(EvidenceVersion.OfFile(origin, "sama.pdf", EvidenceType.Pdf, shared.Size, shared.Sha256!, ContentWarning.None));
        });
        var before = await scene.UsedBytesAsync();

        await scene.Discard().ExecuteAsync(thrown.Id, default);

        await using var db = scene.Database.CreateDbContext();
        var own = await db.EvidenceVersions.SingleAsync(version => version.ItemId == thrown.Id && version.Number == 1);
        Assert.Equal(before - own.Size, await scene.UsedBytesAsync());
    }

    [Fact]
    public async Task The_same_bytes_sent_again_are_a_new_document()
    {
        using var scene = await Scene.CreateAsync();
        var item = await scene.ShelveAsync(content: SmallFiles.Pdf);
        await scene.Discard().ExecuteAsync(item.Id, default);

        var again = await scene.ShelveAsync(content: SmallFiles.Pdf);

        Assert.NotEqual(item.Id, again.Id);
        Assert.Equal(SmallFiles.Pdf.Length, await scene.UsedBytesAsync());
    }

    [Fact]
    public async Task One_that_lies_on_questions_is_refused_with_the_places_to_take_it_off()
    {
        using var scene = await Scene.CreateAsync();
        var row = await scene.AddEvidenceAsync();
        await scene.Reuse().ExecuteAsync(new(scene.Sheet.Id, Scene.Abc, row.ItemId), default);
        var before = await scene.PrintAsync();

        var problem = (await scene.Discard().ExecuteAsync(row.ItemId, default)).Problem;

        Assert.Equal("library.still-attached", problem?.Code);
        Assert.Contains("2 soal (LKE 2026 A.I.1.i.a, LKE 2026 A.I.1.i.b)", problem!.Message, StringComparison.Ordinal);
        Assert.Equal(before, await scene.PrintAsync());
    }

    [Fact]
    public async Task One_taken_off_while_the_sheet_was_a_draft_may_go_even_after_it_was_submitted()
    {
        using var scene = await Scene.CreateAsync();
        var row = await scene.AddEvidenceAsync();
        await scene.Detach().ExecuteAsync(row.LinkId, default);
        scene.Database.Clock.Advance(TimeSpan.FromMinutes(5));
        await scene.MoveToAsync(AssessmentStatus.Submitted);

        Assert.Null((await scene.Discard().ExecuteAsync(row.ItemId, default)).Problem);
    }

    [Theory]
    [InlineData(AssessmentStatus.Submitted)]
    [InlineData(AssessmentStatus.InReview)]
    [InlineData(AssessmentStatus.InRepair)]
    [InlineData(AssessmentStatus.Concluded)]
    public async Task One_that_went_to_TPI_stays_as_the_basis_of_its_judgement(AssessmentStatus status)
    {
        using var scene = await Scene.CreateAsync();
        var row = await scene.AddEvidenceAsync();
        await scene.MoveToAsync(status);

        var problem = (await scene.Discard().ExecuteAsync(row.ItemId, default)).Problem;

        Assert.Equal("library.was-submitted", problem?.Code);
        Assert.Contains("LKE 2026", problem!.Message, StringComparison.Ordinal);
        Assert.Null((await scene.StoredAsync(row.ItemId)).DiscardedAt);
    }

    [Fact]
    public async Task One_taken_off_during_the_repair_stays_too()
    {
        using var scene = await Scene.CreateAsync();
        var row = await scene.AddEvidenceAsync();
        await scene.MoveToAsync(AssessmentStatus.InRepair);
        scene.Database.Clock.Advance(TimeSpan.FromMinutes(5));
        await scene.Detach().ExecuteAsync(row.LinkId, default);

        Assert.Equal("library.was-submitted", (await scene.Discard().ExecuteAsync(row.ItemId, default)).Problem?.Code);
    }
}
