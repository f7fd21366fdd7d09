using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Xunit;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Evidence;
using ZonaIntegritas.Domain.Reminders;
using ZonaIntegritas.Web.Features.Evidence.Library;
using ZonaIntegritas.Web.Features.Reminders;

namespace ZonaIntegritas.Web.Tests.Features.Reminders;

/// <summary>Which documents that end a digest speaks of, on Saturday, 10 October 2026.</summary>
public sealed class DigestEvidenceSourceTests
{
    [Fact]
    public async Task Document_on_two_questions_counts_once_and_days_are_kept_apart()
    {
        using var scene = await Scene.CreateAsync();
        await AddAsync(scene, "2026-10-01", Scene.YesNo, Scene.Abc);
        await AddAsync(scene, "2026-10-01", Scene.Abc);
        await AddAsync(scene, "2026-11-09", Scene.YesNo);

        Assert.Equal([new(new(2026, 10, 1), 2), new(new(2026, 11, 9), 1)], await ExpiringAsync(scene));
    }

    [Fact]
    public async Task What_ends_later_never_or_is_not_put_forward_is_left_out()
    {
        using var scene = await Scene.CreateAsync();
        await AddAsync(scene, "2026-12-31", Scene.YesNo);
        await AddAsync(scene, null, Scene.YesNo);
        await AddAsync(scene, "2026-10-01");
        var discarded = await AddAsync(scene, "2026-10-01", Scene.YesNo);
        var detached = await AddAsync(scene, "2026-10-01", Scene.YesNo);
        await using (var db = scene.Database.CreateDbContext())
        {
            (await db.EvidenceItems.SingleAsync(item => item.Id == discarded)).Discard(scene.Database.Clock.GetUtcNow());
            (await db.EvidenceLinks.SingleAsync(link => link.ItemId == detached)).Detach(scene.Coordinator.Id, scene.Database.Clock.GetUtcNow());
            await db.SaveChangesAsync();
        }

        Assert.Empty(await ExpiringAsync(scene));
    }

    [Theory]
    [InlineData(AssessmentStatus.Draft, 2)]
    [InlineData(AssessmentStatus.InReview, 0)]
    [InlineData(AssessmentStatus.InRepair, 1)] // that of the question sent back
    [InlineData(AssessmentStatus.Concluded, 0)]
    public async Task Only_questions_that_the_unit_may_change_count(AssessmentStatus status, int count)
    {
        using var scene = await Scene.CreateAsync();
        await AddAsync(scene, "2026-10-01", Scene.YesNo);
        await AddAsync(scene, "2026-10-01", Scene.Abc);
        await scene.MoveToAsync(status);

        Assert.Equal(count, (await ExpiringAsync(scene)).Sum(items => items.Count));
    }

    [Fact]
    public async Task Sheets_of_another_year_are_left_out()
    {
        using var scene = await Scene.CreateAsync();
        await AddAsync(scene, "2026-10-01", Scene.YesNo);
        var next = await scene.Database.AddSheetAsync(scene.Unit, await scene.Database.AddPeriodAsync(2027));

        var state = await StateAsync(scene);

        Assert.Equal(next.Id, state.AssessmentId);
        Assert.Empty(state.Expiring);
    }

    [Fact]
    public void Links_of_the_digest_are_those_the_library_knows()
    {
        Assert.Equal(EvidenceSign.ExpiringDays, DigestEvidence.SoonDays);
        Assert.Equal(
            ["tautan-bermasalah", "sudah-berakhir", "segera-berakhir"],
            ((LibraryState[])[LibraryState.LinkTrouble, LibraryState.Expired, LibraryState.Expiring]).Select(LibraryWords.States.KeyOf));
    }

    private static async Task<Guid> AddAsync(Scene scene, string? until, params string[] codes)
    {
        await using var db = scene.Database.CreateDbContext();
        var now = scene.Database.Clock.GetUtcNow();
        var item = new EvidenceItem(Guid.CreateVersion7(now), scene.Unit.Id, "SK", scene.Coordinator.Id, now);
        item.Describe(new("SK", EvidenceKind.Decree, null, null, null, until is null ? null : DateOnly.Parse(until, CultureInfo.InvariantCulture), "", ""));
        var version = EvidenceVersion.OfLink(new(Guid.CreateVersion7(now), item.Id, scene.Unit.Id, item.NextVersion(), scene.Coordinator.Id, now), "https://contoh.test/a");
        db.AddRange(item, version);
        db.AddRange(codes.Select(code => new EvidenceLink(Guid.CreateVersion7(now), scene.Sheet.Id, code, version, scene.Coordinator.Id, now)));
        await db.SaveChangesAsync();
        return item.Id;
    }

    private static async Task<SheetState> StateAsync(Scene scene)
    {
        await using var db = scene.Database.CreateDbContext();
        return (await new DigestSource(scene.Database.Instruments, scene.Database.Clock).LoadAsync(db, default)).SheetsByUnit[scene.Unit.Id];
    }

    private static async Task<List<DueItems>> ExpiringAsync(Scene scene) => [.. (await StateAsync(scene)).Expiring.OrderBy(items => items.DueOn)];
}
