using System.Diagnostics;
using System.IO.Compression;
using Microsoft.EntityFrameworkCore;
using Xunit;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Evidence;
using ZonaIntegritas.Domain.Scoring;
using ZonaIntegritas.Web.Features.BackgroundWork;
using ZonaIntegritas.Web.Features.Reporting;

namespace ZonaIntegritas.Web.Tests.Features.EvidencePacks;

public sealed class PackMakingTests
{
    [Fact]
    public async Task Unpacked_it_is_found_whole_by_sha256sum_and_nothing_is_unlisted()
    {
        using var scene = await Scene.CreateAsync();
        await scene.AddEvidenceAsync("SK Tim Zona Integritas é.pdf");
        await scene.AddEvidenceAsync("rekap.csv", Scene.Abc, "a;b\n1;2\n"u8.ToArray());
        var desk = new PackDesk(scene);
        var pack = await desk.MakeAsync();
        Assert.Equal((WorkState.Done, 2, 2, "PDD/DPMPTSP/2026/1"), (pack.State, pack.Done, pack.Steps, pack.Number));
        Assert.Equal(scene.Database.Clock.GetUtcNow().AddDays(14), pack.ExpiresAt);

        var folder = Directory.CreateDirectory(Path.Combine(scene.Database.Folder, "unpacked")).FullName;
        await using (var file = desk.Store.Packs.Open(pack.Sha256!))
        {
            await ZipFile.ExtractToDirectoryAsync(file, folder);
        }

        using var check = Process.Start(new ProcessStartInfo("sha256sum", ["-c", "--strict", "SHA256SUMS"]) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var said = await check.StandardOutput.ReadToEndAsync();
        await check.WaitForExitAsync();
        Assert.True(check.ExitCode == 0, said);
        var files = Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(folder, path)).ToList();
        Assert.Equal(files.Count - 1, said.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Equal(
            ["AREA I Manajemen Perubahan/Pemenuhan/i. Penyusunan Tim Kerja/1.i.a SK Tim Zona Integritas é.pdf", "AREA I Manajemen Perubahan/Pemenuhan/i. Penyusunan Tim Kerja/1.i.b rekap.csv",
             "BACA-SAYA.txt", "LKE.xlsx", "SHA256SUMS", "daftar.csv", "index.html"],
            files.Order(StringComparer.Ordinal));
        Assert.False(Directory.EnumerateFiles(Path.Combine(scene.Database.Storage.Value.PacksFolder, "incoming")).Any());
    }

    [Fact]
    public async Task A_document_of_several_questions_lies_in_it_once_and_every_question_leads_to_it()
    {
        using var scene = await Scene.CreateAsync();
        await scene.AddEvidenceAsync("sk.pdf");
        await scene.AddEvidenceAsync("salinan sk.pdf", Scene.Abc);
        var desk = new PackDesk(scene);

        var entries = await desk.OpenAsync(await desk.MakeAsync());

        var stored = Assert.Single(entries.Keys, name => name.EndsWith(".pdf", StringComparison.Ordinal));
        Assert.Contains(stored, entries[Assert.Single(entries.Keys, name => name.EndsWith("(lihat berkas lain).txt", StringComparison.Ordinal))], StringComparison.Ordinal);
        Assert.Equal(2, entries["index.html"].Split("href=\"AREA%20I").Length - 1);
    }

    [Fact]
    public async Task What_may_not_leave_is_named_and_not_packed()
    {
        using var scene = await Scene.CreateAsync();
        var (waiting, infected, broken, lost) = (
            await scene.AddEvidenceAsync("tunggu.csv", Scene.YesNo, "1;1\n"u8.ToArray()), await scene.AddEvidenceAsync("jahat.csv", Scene.YesNo, "2;2\n"u8.ToArray()),
            await scene.AddEvidenceAsync("rusak.csv", Scene.YesNo, "3;3\n"u8.ToArray()), await scene.AddEvidenceAsync("hilang.csv", Scene.Abc, "4;4\n"u8.ToArray()));
        var desk = new PackDesk(scene);
        await desk.ChangeContentAsync(waiting, content => content.TakeScan(ScanState.Waiting, ""));
        await desk.ChangeContentAsync(infected, content => content.TakeScan(ScanState.Infected, "Eicar"));
        foreach (var path in scene.StoredFiles())
        {
            var text = await File.ReadAllTextAsync(path);
            if (text.StartsWith('3'))
            {
                await File.WriteAllTextAsync(path, "3;9\n");
            }
            else if (text.StartsWith('4'))
            {
                File.Delete(path);
            }
        }

        var entries = await desk.OpenAsync(await desk.MakeAsync());

        Assert.DoesNotContain(entries.Keys, name => name.StartsWith("AREA", StringComparison.Ordinal));
        Assert.All(
            [(waiting, "menunggu pemindaian"), (infected, "berbahaya"), (broken, "berubah"), (lost, "hilang")],
            each =>
            {
                var line = entries["TIDAK-TERMASUK.txt"].Split('\n').Single(line => line.Contains(each.Item1.Name, StringComparison.Ordinal));
                Assert.Contains(each.Item2, line, StringComparison.Ordinal);
                Assert.Contains(each.Item2, entries["index.html"], StringComparison.Ordinal);
            });
        Assert.Contains("PERHATIAN: 4 dokumen", entries["BACA-SAYA.txt"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_index_escapes_what_people_wrote_and_runs_nothing()
    {
        using var scene = await Scene.CreateAsync();
        await scene.Save().ExecuteAsync(scene.Answering(Scene.YesNo, new ChoiceAnswer("Ya"), "<script>alert(1)</script> & \"kutip\""), default);
        await scene.AddEvidenceAsync("a & b 'c'.pdf");
        var desk = new PackDesk(scene);

        var index = (await desk.OpenAsync(await desk.MakeAsync()))["index.html"];

        Assert.DoesNotContain("<script", index, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("&lt;script&gt;alert(1)", index, StringComparison.Ordinal);
        Assert.Contains("content=\"default-src 'none';", index, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_the_LHE_the_pack_holds_what_was_frozen_with_it()
    {
        using var scene = await Scene.CreateAsync();
        await scene.AddEvidenceAsync("dinilai.pdf");
        await scene.MoveToAsync(AssessmentStatus.Concluded);
        await using (var db = scene.Database.CreateDbContext())
        {
            var link = await db.EvidenceLinks.SingleAsync();
            link.Detach(scene.Coordinator.Id, scene.Database.Clock.GetUtcNow());
            await db.SaveChangesAsync();
        }

        var desk = new PackDesk(scene);

        Assert.Contains((await desk.OpenAsync(await desk.MakeAsync())).Keys, name => name.EndsWith("1.i.a dinilai.pdf", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Killed_in_the_middle_it_is_begun_again_and_no_half_file_is_offered()
    {
        using var scene = await Scene.CreateAsync();
        await scene.AddEvidenceAsync();
        var desk = new PackDesk(scene);
        var id = await desk.AskAsync();
        await using (var db = scene.Database.CreateDbContext())
        {
            (await db.ReportRequests.SingleAsync(row => row.Id == id)).Start(scene.Database.Clock.GetUtcNow());
            await db.SaveChangesAsync();
        }

        Directory.CreateDirectory(Path.Combine(scene.Database.Storage.Value.PacksFolder, "incoming"));
        await File.WriteAllTextAsync(Path.Combine(scene.Database.Storage.Value.PacksFolder, "incoming", Guid.CreateVersion7().ToString("N")), "half");
        await desk.Make.ExecuteAsync(id, default);
        Assert.Equal(WorkState.Running, (await desk.RowAsync(id)).State);
        Assert.Null(await desk.Download(TestDatabase.SignIn(scene.Coordinator)).ExecuteAsync(id, true, default));

        scene.Database.Clock.Advance(ReportRequest.PackLease);
        await desk.Make.ExecuteAsync(id, default);

        Assert.Equal((WorkState.Done, 2), ((await desk.RowAsync(id)).State, (await desk.RowAsync(id)).Tries));
        File.SetLastWriteTimeUtc(Directory.GetFiles(Path.Combine(scene.Database.Storage.Value.PacksFolder, "incoming")).Single(), scene.Database.Clock.GetUtcNow().UtcDateTime.AddDays(-2));
        await desk.Remove().ExecuteAsync(default);
        Assert.Empty(Directory.GetFiles(Path.Combine(scene.Database.Storage.Value.PacksFolder, "incoming")));
        Assert.NotNull(await desk.Download(TestDatabase.SignIn(scene.Coordinator)).ExecuteAsync(id, true, default));
    }

    [Fact]
    public async Task A_full_disk_is_said_plainly_and_not_tried_again()
    {
        using var scene = await Scene.CreateAsync();
        var desk = new PackDesk(scene);
        var id = await desk.AskAsync();
        MakeReport full = new(
            new WorkRunner(scene.Database, scene.Database.Clock, Microsoft.Extensions.Logging.Abstractions.NullLogger<WorkRunner>.Instance),
            [new FullDisk()], desk.Store, desk.Dispatcher, scene.Database.Clock);

        await full.ExecuteAsync(id, default);

        var row = await desk.RowAsync(id);
        Assert.Equal(WorkState.Failed, row.State);
        Assert.StartsWith("Penyimpanan server penuh", row.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Other_papers_keep_their_short_lease()
    {
        var now = DateTimeOffset.UnixEpoch;
        var report = new ReportRequest(Guid.CreateVersion7(), new(PaperKind.Progress, Guid.CreateVersion7(), null, Layer.Unit), new("k", new(2026, 1, 1), 1, null), now);
        report.Start(now);

        Assert.Equal((now + StoredWork.Lease, StoredWork.TimeLimit), (report.NotBefore, report.TimeLimitOfKind));
    }

    private sealed class FullDisk : IPaperMaker
    {
        public PaperKind Kind => PaperKind.EvidencePack;

        public Task<PaperIdentity> WriteAsync(ZonaIntegritas.Web.Data.AppDbContext db, ReportRequest request, Stream output, CancellationToken ct) =>
            throw new IOException("No space left on device", 28);
    }
}
