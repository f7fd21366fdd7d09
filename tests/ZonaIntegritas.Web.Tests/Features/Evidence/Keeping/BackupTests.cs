using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Xunit;
using ZonaIntegritas.Web.Features.Evidence.Keeping;
using ZonaIntegritas.Web.Tests.Features.EvidencePacks;

namespace ZonaIntegritas.Web.Tests.Features.Evidence.Keeping;

public sealed class BackupTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("zi-backup-").FullName;

    private string Backup => Path.Combine(_folder, "cadangan");

    private string Restored => Path.Combine(_folder, "pulih");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_backup_holds_what_its_database_names_and_its_list_can_be_checked_by_anybody()
    {
        using var scene = await FilledAsync();

        var made = (await scene.BackUp().ExecuteAsync(Backup, default)).Value;

        var lines = await File.ReadAllLinesAsync(Path.Combine(Backup, "files.sha256"));
        Assert.Equal(7, lines.Length);
        Assert.All(lines, line => Assert.Equal(line[..64], Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(Backup, line[66..]))))));
        Assert.Equal((4, 7), (made.Evidence.Count, made.Files.Count));
        Assert.Equal((4, 4, 1), (made.Rows["EvidenceContents"], made.Rows["EvidenceVersions"], made.Rows["WorkUnits"]));
        // Nothing else lies there: no log of the database, nothing half.
        Assert.Equal(lines.Select(line => line[66..]).Append("files.sha256").Append("manifest.json").Order(StringComparer.Ordinal), FilesIn(Backup));
        Assert.False(Directory.Exists(Backup + ".partial"));
    }

    [Fact]
    public async Task A_restored_folder_is_proven_and_the_app_starts_on_it_and_serves_a_file()
    {
        using var scene = await FilledAsync();
        var version = (await scene.UploadAsync(SmallFiles.Pdf, "sk.pdf", "A.I.1.iv.a")).Value.Version;
        await scene.BackUp().ExecuteAsync(Backup, default);

        using var output = new StringWriter();
        Assert.Equal(0, await RestoreCommand.RunAsync(Backup, Restored, output, output, default));

        Assert.Contains("Terbukti:", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("5 data dukung", output.ToString(), StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(Restored, RestoreData.MarkerName)));
        await using var app = new WebAppUnderTest(Restored, scene.Database.Clock);
        using var browser = await app.SignInAsync(scene.Coordinator);
        Assert.Equal(SmallFiles.Pdf, await browser.GetByteArrayAsync($"/berkas/{version.Id}"));
    }

    [Fact]
    public async Task Evidence_packs_stay_out_and_their_rows_are_no_fault()
    {
        using var scene = await FilledAsync();
        var desk = new PackDesk(scene);
        var pack = await desk.MakeAsync();
        Assert.True(desk.Store.Packs.Exists(pack.Sha256!));

        var made = (await scene.BackUp().ExecuteAsync(Backup, default)).Value;
        var proof = (await RestoreData.ExecuteAsync(Backup, Restored, default)).Value;

        Assert.Empty(made.Broken);
        Assert.Equal((4, 0), (made.Evidence.Count, made.Reports.Count));
        Assert.DoesNotContain(FilesIn(Backup), path => path.Contains(pack.Sha256!, StringComparison.Ordinal));
        Assert.Empty(proof.Faults);
        Assert.Equal(1, made.Rows["ReportRequests"]);
        Assert.False(Directory.Exists(Path.Combine(Restored, "packs")));
    }

    [Fact]
    public async Task A_backup_made_while_people_upload_is_consistent()
    {
        using var scene = await FilledAsync();
        using var stop = new CancellationTokenSource();
        var uploading = Task.Run(async () =>
        {
            var count = 0;
            for (; !stop.IsCancellationRequested; count++)
            {
                var content = System.Text.Encoding.UTF8.GetBytes($"Selama pencadangan {count}\n");
                Assert.Null((await scene.UploadAsync(content, $"Sela {count}.txt", Scene.Abc)).Problem);
            }

            return count;
        });

        for (var round = 0; round < 3; round++)
        {
            await Task.Delay(200);
            var made = (await scene.BackUp().ExecuteAsync($"{Backup}{round}", default)).Value;
            var proof = (await RestoreData.ExecuteAsync($"{Backup}{round}", $"{Restored}{round}", default)).Value;
            Assert.Empty(made.Broken);
            Assert.Empty(proof.Faults);
            Assert.Equal(made.Rows["EvidenceContents"], made.Evidence.Count);
        }

        await stop.CancelAsync();
        Assert.InRange(await uploading, 1, int.MaxValue);
    }

    [Fact]
    public async Task A_flipped_byte_is_named_and_the_folder_is_marked()
    {
        using var scene = await FilledAsync();
        await scene.BackUp().ExecuteAsync(Backup, default);
        var victim = FilesIn(Backup).First(path => path.StartsWith("evidence/", StringComparison.Ordinal));
        Shelves.Flip(Path.Combine(Backup, victim));

        using var output = new StringWriter();
        Assert.Equal(1, await RestoreCommand.RunAsync(Backup, Restored, output, output, default));

        Assert.Contains($"SALAH: {victim}: berubah di cadangan", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("TIDAK terbukti", output.ToString(), StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(Restored, RestoreData.MarkerName)));
    }

    [Theory]
    [InlineData("zona-integritas.db", "zona-integritas.db: berubah")]
    [InlineData("files.sha256", "files.sha256: daftar berkas hilang atau berubah")]
    public async Task A_flipped_byte_in_the_database_or_the_list_is_named(string file, string said)
    {
        using var scene = await FilledAsync();
        await scene.BackUp().ExecuteAsync(Backup, default);
        Shelves.Flip(Path.Combine(Backup, file));

        using var output = new StringWriter();
        Assert.Equal(1, await RestoreCommand.RunAsync(Backup, Restored, output, output, default));

        Assert.Contains(said, output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_lost_from_the_backup_is_named()
    {
        using var scene = await FilledAsync();
        await scene.BackUp().ExecuteAsync(Backup, default);
        var victim = FilesIn(Backup).First(path => path.StartsWith("evidence/", StringComparison.Ordinal));
        File.Delete(Path.Combine(Backup, victim));

        var faults = (await RestoreData.ExecuteAsync(Backup, Restored, default)).Value.Faults;

        Assert.Contains($"{victim}: hilang dari cadangan.", faults);
        Assert.Contains(faults, fault => fault.StartsWith("Jumlah berkas 6 ", StringComparison.Ordinal));
        Assert.Contains($"{victim}: disebut oleh basis data, tetapi tidak ada atau panjangnya lain.", faults);
    }

    [Fact]
    public async Task What_was_broken_before_is_said_by_backup_and_restore_and_stops_neither()
    {
        using var scene = await FilledAsync();
        await using var db = scene.Database.CreateDbContext();
        var versions = await db.EvidenceVersions.Where(version => version.Name.StartsWith("Notulen")).OrderBy(version => version.Name).ToListAsync();
        File.Delete(scene.FileOf(versions[0]));
        Shelves.Flip(scene.FileOf(versions[1]));

        using var output = new StringWriter();
        Assert.Equal(1, await BackupCommand.RunAsync(scene.BackUp(), Backup, output, output, default));
        Assert.Equal(1, await RestoreCommand.RunAsync(Backup, Restored, output, output, default));

        var said = output.ToString();
        Assert.Contains($"Sudah hilang di folder data: {BackupManifest.PathOfEvidence(versions[0].Sha256!)}", said, StringComparison.Ordinal);
        Assert.Contains($"Sudah berubah sebelum dicadangkan: {BackupManifest.PathOfEvidence(versions[1].Sha256!)}", said, StringComparison.Ordinal);
        Assert.Contains("Terbukti:", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_written_over()
    {
        using var scene = await FilledAsync();
        Directory.CreateDirectory(Backup);
        Directory.CreateDirectory(Restored);
        Assert.True((await scene.BackUp().ExecuteAsync(Backup, default)).Succeeded);
        await File.WriteAllTextAsync(Path.Combine(Restored, "milik-orang.txt"), "x");
        Directory.CreateDirectory(Path.Combine(_folder, "putus.partial"));

        Assert.Equal("keeping.not-empty", (await scene.BackUp().ExecuteAsync(Backup, default)).Problem?.Code);
        Assert.Equal("keeping.not-empty", (await RestoreData.ExecuteAsync(Backup, Restored, default)).Problem?.Code);
        Assert.Equal("keeping.left-half", (await scene.BackUp().ExecuteAsync(Path.Combine(_folder, "putus"), default)).Problem?.Code);
        Assert.Equal("keeping.overlaps", (await scene.BackUp().ExecuteAsync(Path.Combine(scene.Database.Folder, "cadangan"), default)).Problem?.Code);
        Assert.Equal("keeping.overlaps", (await RestoreData.ExecuteAsync(Backup, Path.Combine(Backup, "dalam"), default)).Problem?.Code);
        Assert.Equal("keeping.no-backup", (await RestoreData.ExecuteAsync(_folder, Path.Combine(_folder, "baru"), default)).Problem?.Code);
        Assert.Equal("x", await File.ReadAllTextAsync(Path.Combine(Restored, "milik-orang.txt")));
        Assert.Single(FilesIn(Restored));
    }

    [Fact]
    public async Task A_backup_that_breaks_off_does_not_look_whole()
    {
        using var scene = await FilledAsync();
        using var cancel = new CancellationTokenSource();
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => scene.BackUp().ExecuteAsync(Backup, cancel.Token));

        Assert.False(Directory.Exists(Backup));
        Assert.True(Directory.Exists(Backup + ".partial"));
        Assert.Equal("keeping.no-backup", (await RestoreData.ExecuteAsync(Backup + ".partial", Restored, default)).Problem?.Code);
    }

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("/etc/passwd")]
    [InlineData("evidence/../../x")]
    [InlineData("a//b")]
    [InlineData(@"..\x")]
    [InlineData("C:x")]
    public void A_list_leads_nowhere_outside(string path) => Assert.Null(BackupList.Parse($"{new string('a', 64)}  {path}"));

    [Fact]
    public async Task A_backup_of_a_newer_program_is_refused()
    {
        using var scene = await FilledAsync();
        await scene.BackUp().ExecuteAsync(Backup, default);
        var manifest = Path.Combine(Backup, "manifest.json");
        await File.WriteAllTextAsync(manifest, System.Text.RegularExpressions.Regex.Replace(await File.ReadAllTextAsync(manifest), "\"schema\": \"[^\"]+\"", "\"schema\": \"29990101000000_Later\""));

        Assert.Equal("keeping.too-new", (await RestoreData.ExecuteAsync(Backup, Restored, default)).Problem?.Code);
        Assert.False(Directory.Exists(Restored));
    }

    /// <summary>Three texts, a PDF, a key and a mail.</summary>
    private static async Task<Scene> FilledAsync()
    {
        var scene = await Scene.CreateAsync();
        await scene.AddTextsAsync(3);
        await scene.UploadAsync("Laporan tahunan\n"u8.ToArray(), "laporan.txt", "A.I.1.iv.b");
        var storage = scene.Database.Storage.Value;
        foreach (var (folder, name) in ((string, string)[])[(storage.KeysFolder, "key-1.xml"), (storage.MailFolder, "1.eml")])
        {
            Directory.CreateDirectory(folder);
            await File.WriteAllTextAsync(Path.Combine(folder, name), "<key id=\"x\" version=\"1\"></key>");
        }

        await using var db = scene.Database.CreateDbContext();
        Assert.Equal(4, await db.EvidenceContents.CountAsync());
        return scene;
    }

    private static IEnumerable<string> FilesIn(string folder) => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(folder, file).Replace('\\', '/')).Order(StringComparer.Ordinal);
}
