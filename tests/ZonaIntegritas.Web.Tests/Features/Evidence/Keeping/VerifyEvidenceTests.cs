using Microsoft.EntityFrameworkCore;
using Xunit;
using ZonaIntegritas.Domain.Auditing;
using ZonaIntegritas.Domain.Evidence;
using ZonaIntegritas.Web.Features.Evidence.Keeping;

namespace ZonaIntegritas.Web.Tests.Features.Evidence.Keeping;

public sealed class VerifyEvidenceTests
{
    [Fact]
    public async Task Sound_files_are_hashed_again_and_nothing_is_said_of_them()
    {
        using var scene = await Scene.CreateAsync();
        var versions = await scene.AddTextsAsync(3);
        scene.Database.Clock.Advance(TimeSpan.FromDays(1));

        var found = await scene.Verify().VerifyAllAsync(default);

        Assert.Equal((3, versions.Sum(version => version.Size), 0), (found.Files, found.Bytes, found.Faults.Count));
        await using var db = scene.Database.CreateDbContext();
        Assert.All(await db.EvidenceContents.ToListAsync(), content => Assert.Equal((Integrity.Intact, scene.Database.Clock.GetUtcNow()), (content.Integrity, content.VerifiedAt)));
        Assert.False(await db.AuditEntries.AnyAsync(entry => entry.Action == AuditAction.EvidenceFoundBroken));
    }

    [Fact]
    public async Task Missing_changed_and_unknown_files_are_named_and_written_down()
    {
        using var scene = await Scene.CreateAsync();
        var versions = await scene.AddTextsAsync(3);
        File.Delete(scene.FileOf(versions[0]));
        Shelves.Flip(scene.FileOf(versions[1]));
        var folder = scene.Database.Storage.Value.EvidenceFolder;
        foreach (var stranger in (string[])["ab/catatan.txt", "sisa.bin"])
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(folder, stranger))!);
            await File.WriteAllTextAsync(Path.Combine(folder, stranger), "x");
            File.SetLastWriteTimeUtc(Path.Combine(folder, stranger), scene.Database.Clock.GetUtcNow().UtcDateTime.AddHours(-2));
        }

        var found = await scene.Verify().VerifyAllAsync(default);

        Assert.Equal(
            [$"Changed {Place(versions[1])}", $"Missing {Place(versions[0])}", "Unknown ab/catatan.txt", "Unknown sisa.bin"],
            found.Faults.Select(fault => $"{fault.Fault} {fault.Place}").Order(StringComparer.Ordinal));
        await using var db = scene.Database.CreateDbContext();
        var states = await db.EvidenceContents.ToDictionaryAsync(content => content.Sha256, content => content.Integrity);
        Assert.Equal([Integrity.Missing, Integrity.Changed, Integrity.Intact], versions.Select(version => states[version.Sha256!]));
        var trail = await db.AuditEntries.Where(entry => entry.Action == AuditAction.EvidenceFoundBroken).ToDictionaryAsync(entry => entry.VersionId!.Value, entry => entry.Note);
        Assert.Equal(["berkas hilang dari penyimpanan", "isi berkas berubah di penyimpanan"], versions.Take(2).Select(version => trail[version.Id]));
        Assert.Equal(2, trail.Count);
    }

    [Fact]
    public async Task A_fault_is_written_to_the_trail_once_and_forgotten_when_the_file_is_back()
    {
        using var scene = await Scene.CreateAsync();
        var version = (await scene.AddTextsAsync(1))[0];
        var content = await File.ReadAllBytesAsync(scene.FileOf(version));
        File.Delete(scene.FileOf(version));

        await scene.Verify().VerifyAllAsync(default);
        await scene.Verify().VerifyAllAsync(default);
        await File.WriteAllBytesAsync(scene.FileOf(version), content);
        var healed = await scene.Verify().VerifyAllAsync(default);

        Assert.Empty(healed.Faults);
        await using var db = scene.Database.CreateDbContext();
        Assert.Equal(Integrity.Intact, (await db.EvidenceContents.SingleAsync()).Integrity);
        Assert.Equal(1, await db.AuditEntries.CountAsync(entry => entry.Action == AuditAction.EvidenceFoundBroken));
    }

    [Fact]
    public async Task What_is_just_coming_in_is_not_unknown()
    {
        using var scene = await Scene.CreateAsync();
        var folder = scene.Database.Storage.Value.EvidenceFolder;
        var now = scene.Database.Clock.GetUtcNow().UtcDateTime;
        foreach (var (file, age) in ((string, int)[])[("ab/moved-a-moment-ago", 0), ("incoming/half", -50)])
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(folder, file))!);
            await File.WriteAllTextAsync(Path.Combine(folder, file), "x");
            File.SetLastWriteTimeUtc(Path.Combine(folder, file), now.AddHours(age));
        }

        Assert.Empty((await scene.Verify().VerifyAllAsync(default)).Faults);
    }

    [Fact]
    public async Task Seven_nights_see_everything_and_a_second_run_on_the_same_day_nothing()
    {
        using var scene = await Scene.CreateAsync();
        await scene.AddTextsAsync(8);
        scene.Database.Clock.Advance(TimeSpan.FromDays(7));
        var begun = scene.Database.Clock.GetUtcNow();

        var seen = new List<long>();
        for (var night = 0; night < 8; night++)
        {
            seen.Add((await scene.Verify().ExecuteAsync(default)).Files);
            scene.Database.Clock.Advance(TimeSpan.FromDays(1));
        }

        // Two of eight a night, until none is older than six days.
        Assert.Equal([2, 2, 2, 2, 0, 0, 0, 2], seen);
        await using var db = scene.Database.CreateDbContext();
        Assert.False(await db.EvidenceContents.AnyAsync(content => content.VerifiedAt < begun));
    }

    [Fact]
    public async Task The_command_names_the_documents_and_ends_with_1_or_0()
    {
        using var scene = await Scene.CreateAsync();
        var version = (await scene.AddTextsAsync(2))[1];
        await using var db = scene.Database.CreateDbContext();
        using var good = new StringWriter();
        Assert.Equal(0, await VerifyCommand.RunAsync(scene.Verify(), db, good, default));
        Assert.Contains("Diperiksa 2 berkas", good.ToString(), StringComparison.Ordinal);
        Assert.Contains("Semua utuh.", good.ToString(), StringComparison.Ordinal);

        Shelves.Flip(scene.FileOf(version));
        using var bad = new StringWriter();
        Assert.Equal(1, await VerifyCommand.RunAsync(scene.Verify(), db, bad, default));

        Assert.Contains($"berubah: {Place(version)}{Environment.NewLine}".TrimEnd(), bad.ToString(), StringComparison.Ordinal);
        Assert.Contains("DPMPTSP: Notulen 1, versi 1", bad.ToString(), StringComparison.Ordinal);
        Assert.Contains("Bermasalah: berubah 1.", bad.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_watches_the_app_sees_that_a_file_is_broken()
    {
        using var scene = await Scene.CreateAsync();
        var version = (await scene.AddTextsAsync(1))[0];
        await using var app = new TestApp(scene.Database);
        using var client = app.ClientOf(null);
        Assert.Equal("Healthy", await client.GetStringAsync("/health"));

        Shelves.Flip(scene.FileOf(version));
        await scene.Verify().VerifyAllAsync(default);
        scene.Database.Clock.Advance(TimeSpan.FromMinutes(11));

        Assert.Equal("Degraded", await client.GetStringAsync("/health"));
    }

    private static string Place(EvidenceVersion version) => Web.Features.Evidence.FileStore.PlaceOf(version.Sha256!);
}
