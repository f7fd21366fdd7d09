using Xunit;
using ZonaIntegritas.Domain.Auditing;
using ZonaIntegritas.Domain.Evidence;
using ZonaIntegritas.Web.Features.Evidence.Library;

namespace ZonaIntegritas.Web.Tests.Features.Evidence.Library;

public sealed class DescribeEvidenceTests
{
    private static readonly EvidenceDetails Whole = new(
        " SK Tim ZI 2026 ", EvidenceKind.Decree, new(2026, 1, 12), new(2026, 1, 1), new(2026, 12, 31), new(2027, 1, 12), " 700/12/2026 ", " Ditandatangani kepala dinas. ");

    [Fact]
    public async Task What_was_written_is_kept_trimmed_and_the_revision_goes_up()
    {
        using var scene = await Scene.CreateAsync();
        var item = await scene.ShelveAsync();

        var result = await scene.Describe().ExecuteAsync(new(item.Id, Whole, 0), default);

        Assert.Equal(1, result.Value);
        var stored = await scene.StoredAsync(item.Id);
        Assert.Equal(
            new("SK Tim ZI 2026", EvidenceKind.Decree, new(2026, 1, 12), new(2026, 1, 1), new(2026, 12, 31), new(2027, 1, 12), "700/12/2026", "Ditandatangani kepala dinas."),
            EvidenceChanges.DetailsOf(stored));
        Assert.Equal(1, stored.Revision);
    }

    [Fact]
    public async Task The_trail_names_the_fields_that_changed_and_not_what_was_written()
    {
        using var scene = await Scene.CreateAsync();
        var item = await scene.ShelveAsync();
        await scene.Describe().ExecuteAsync(new(item.Id, Whole, 0), default);
        scene.Database.Clock.Advance(TimeSpan.FromMinutes(5));

        await scene.Describe().ExecuteAsync(new(item.Id, Whole with { LetterNumber = "701/13/2026", ValidUntil = null }, 1), default);

        var trail = await scene.TrailAsync(item.Id, AuditAction.EvidenceDescribed);
        Assert.Equal(
            ["judul, jenis, tanggal dokumen, masa yang dicakup, berlaku sampai, nomor surat, keterangan", "berlaku sampai, nomor surat"],
            trail.Select(entry => entry.Note));
        Assert.All(trail, entry => Assert.Equal((scene.Coordinator.Id, scene.Unit.Id), (entry.By, entry.UnitId)));
    }

    [Fact]
    public async Task Saving_what_is_there_already_changes_nothing_for_anybody()
    {
        using var scene = await Scene.CreateAsync();
        var item = await scene.ShelveAsync();
        await scene.Describe().ExecuteAsync(new(item.Id, Whole, 0), default);
        var before = await scene.PrintAsync();

        var again = await scene.Describe().ExecuteAsync(new(item.Id, Whole, 1), default);

        Assert.Equal(1, again.Value);
        Assert.Equal(before, await scene.PrintAsync());
    }

    [Fact]
    public async Task Details_changed_by_somebody_else_meanwhile_are_not_overwritten()
    {
        using var scene = await Scene.CreateAsync();
        var item = await scene.ShelveAsync();
        await scene.Describe().ExecuteAsync(new(item.Id, Shelf.Details("Dari rekan"), 0), default);

        var late = await scene.Describe().ExecuteAsync(new(item.Id, Shelf.Details("Dari layar lama"), 0), default);

        Assert.Equal(LibraryProblems.Stale, late.Problem);
        Assert.Equal("Dari rekan", (await scene.StoredAsync(item.Id)).Title);
    }

    public static TheoryData<string, EvidenceDetails> Faulty => new()
    {
        { "evidence.title-missing", Whole with { Title = "  " } },
        { "evidence.too-long", Whole with { Title = new('a', 201) } },
        { "evidence.too-long", Whole with { LetterNumber = new('a', 101) } },
        { "evidence.too-long", Whole with { Description = new('a', 2001) } },
        { "evidence.covers-backwards", Whole with { CoversUntil = new(2025, 12, 31) } },
        { "evidence.expires-before-date", Whole with { ValidUntil = new(2026, 1, 11) } },
    };

    [Theory]
    [MemberData(nameof(Faulty))]
    public async Task Faulty_details_are_refused_whole(string problem, EvidenceDetails details)
    {
        using var scene = await Scene.CreateAsync();
        var item = await scene.ShelveAsync();
        var before = await scene.PrintAsync();

        Assert.Equal(problem, (await scene.Describe().ExecuteAsync(new(item.Id, details, 0), default)).Problem?.Code);
        Assert.Equal(before, await scene.PrintAsync());
    }

    [Fact]
    public async Task A_discarded_document_is_described_no_more()
    {
        using var scene = await Scene.CreateAsync();
        var item = await scene.ShelveAsync();
        await scene.Discard().ExecuteAsync(item.Id, default);

        Assert.Equal(LibraryProblems.Discarded, (await scene.Describe().ExecuteAsync(new(item.Id, Whole, 0), default)).Problem);
    }
}
