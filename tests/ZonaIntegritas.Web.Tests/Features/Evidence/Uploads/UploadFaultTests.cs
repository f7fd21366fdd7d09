using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static ZonaIntegritas.Web.Tests.Features.Evidence.Uploads.TusBrowser;

namespace ZonaIntegritas.Web.Tests.Features.Evidence.Uploads;

/// <summary>The line, the program or the disk gives up in the middle: nothing that arrived is lost, nothing counts twice.</summary>
public sealed class UploadFaultTests : UploadTest
{
    private const int Megabyte = 1024 * 1024;

    [Fact]
    public async Task What_arrived_before_the_line_broke_is_kept()
    {
        var content = Pdf(300_000);
        var upload = await Browser.BeginAsync(Scene.For(), content.Length);
        using var broken = new HeldPiece(content[..200_000], content[200_000..]);
        var sending = Browser.PatchAsync(upload, 0, broken, Sha256Of(content));
        await EventuallyAsync(() => Incoming().Any(file => file.Length == 200_000));
        broken.Break();
        await Assert.ThrowsAnyAsync<Exception>(async () => await sending);

        await EventuallyAsync(() => !IsBusy(upload));
        Assert.Equal("200 offset 200000", await SayAsync(await Browser.HeadAsync(upload)));
        var waiting = Assert.Single(await Browser.UnfinishedAsync(Scene.For()));
        Assert.Equal((200_000, 300_000, Scene.YesNo), (waiting.GetProperty("offset").GetInt64(), waiting.GetProperty("length").GetInt64(), waiting.GetProperty("question").GetString()));
        Assert.Equal("204 offset 300000", await SayAsync(await Browser.PatchAsync(upload, 200_000, content[200_000..])));
        Assert.Equal(HashOf(content), Path.GetFileName(Assert.Single(Scene.StoredFiles())));
    }

    [Fact]
    public async Task An_upload_goes_on_after_a_restart_with_the_right_hash()
    {
        var content = Pdf(300_000);
        var upload = await Browser.BeginAsync(Scene.For(), content.Length);
        await Browser.PatchAsync(upload, 0, content[..200_000]);

        await RestartAsync();

        Assert.Equal("200 offset 200000", await SayAsync(await Browser.HeadAsync(upload)));
        Assert.Equal("204 offset 300000", await SayAsync(await Browser.PatchAsync(upload, 200_000, content[200_000..])));
        Assert.Equal(HashOf(content), Path.GetFileName(Assert.Single(Scene.StoredFiles())));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_file_that_was_whole_when_the_program_died_is_finished_by_the_next_request(bool byPatch)
    {
        var content = Pdf(300_000);
        var upload = await Browser.BeginAsync(Scene.For(), content.Length);
        await File.WriteAllBytesAsync(Assert.Single(Incoming()).FullName, content);
        await RestartAsync();

        var said = byPatch ? await SayAsync(await Browser.PatchAsync(upload, content.Length, [])) : await SayAsync(await Browser.HeadAsync(upload));

        Assert.Equal($"{(byPatch ? 204 : 200)} offset 300000", said);
        Assert.Equal(HashOf(content), Path.GetFileName(Assert.Single(Scene.StoredFiles())));
        Assert.Single(await FilesAsync());
    }

    [Fact]
    public async Task A_whole_file_that_is_refused_after_a_restart_is_refused_in_words_and_gone()
    {
        var upload = await Browser.BeginAsync(Scene.For(), 5);
        await File.WriteAllTextAsync(Assert.Single(Incoming()).FullName, "bukan");
        await RestartAsync();

        using var answer = await Browser.HeadAsync(upload);

        Assert.Equal(422, (int)answer.StatusCode);
        Assert.Contains("Isi berkas bukan PDF", Uri.UnescapeDataString(answer.Headers.GetValues("Upload-Problem").Single()), StringComparison.Ordinal);
        Assert.Empty(Scene.StoredFiles());
        Assert.Equal("404", await SayAsync(await Browser.HeadAsync(upload)));
    }

    [Fact]
    public async Task When_the_last_answer_is_lost_the_client_learns_that_all_is_there_and_it_counts_once()
    {
        var content = Pdf(300_000);
        var upload = await Browser.BeginAsync(Scene.For(), content.Length);
        await Browser.PatchAsync(upload, 0, content);

        Assert.Equal("200 offset 300000", await SayAsync(await Browser.HeadAsync(upload)));
        Assert.Equal("409 upload.finished", await SayAsync(await Browser.PatchAsync(upload, 300_000, [])));
        Assert.Equal("409 upload.finished", await SayAsync(await Browser.DeleteAsync(upload)));
        await using var db = Scene.Database.CreateDbContext();
        Assert.Equal((1, 1, 1), (await db.EvidenceItems.CountAsync(), await db.EvidenceVersions.CountAsync(), await db.EvidenceLinks.CountAsync()));
        var (row, version) = (await db.IncomingUploads.SingleAsync(), await db.EvidenceVersions.SingleAsync());
        Assert.Equal(version.Id, row.VersionId);
    }

    [Fact]
    public async Task A_file_that_the_unit_has_already_is_attached_as_the_known_one()
    {
        var content = Pdf(1000);
        await Scene.UploadAsync(content, code: Scene.Abc);
        var upload = await Browser.BeginAsync(Scene.For(), content.Length, "nama lain.pdf");

        using var answer = await Browser.PatchAsync(upload, 0, content);

        Assert.Equal("known", answer.Headers.GetValues("Upload-Result").Single());
        Assert.Single((await FilesAsync()).Select(file => file.ItemId).Distinct());
        Assert.Single(Scene.StoredFiles());
    }

    [Fact]
    public async Task A_piece_that_vanished_from_the_disk_is_sent_again_from_the_start()
    {
        var content = Pdf(1000);
        var upload = await Browser.BeginAsync(Scene.For(), content.Length);
        await Browser.PatchAsync(upload, 0, content[..400]);
        Assert.Single(Incoming()).Delete();

        Assert.Equal("200 offset 0", await SayAsync(await Browser.HeadAsync(upload)));
        Assert.Equal("204 offset 1000", await SayAsync(await Browser.PatchAsync(upload, 0, content)));
        Assert.Equal(HashOf(content), Path.GetFileName(Assert.Single(Scene.StoredFiles())));
    }

    // A real disk of 2 MB where the machine lets a test mount one; everywhere a disk that says it is full.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_full_disk_is_said_and_the_upload_goes_on_when_there_is_room_again(bool mounted)
    {
        using var disk = SmallDisk.Make(Scene.Database.Storage.Value.EvidenceFolder, 2 * Megabyte, mounted);
        Browser.Dispose();
        await App.DisposeAsync();
        App = new(Scene.Database) { Replace = disk.Replace };
        await SignInAsync();
        var content = Pdf(3 * Megabyte);
        var upload = await Browser.BeginAsync(Scene.For(), content.Length);
        await Browser.PatchAsync(upload, 0, content[..Megabyte]);

        Assert.Equal("507 evidence.storage-full", await SayAsync(await Browser.PatchAsync(upload, Megabyte, content[Megabyte..])));

        Assert.Empty(await FilesAsync());
        var arrived = Assert.Single(Incoming()).Length;
        Assert.InRange(arrived, Megabyte, 2 * Megabyte);
        Assert.Equal($"200 offset {arrived}", await SayAsync(await Browser.HeadAsync(upload)));
        disk.Enlarge();
        Assert.Equal($"204 offset {content.Length}", await SayAsync(await Browser.PatchAsync(upload, arrived, content[(int)arrived..])));
        Assert.Equal(HashOf(content), Path.GetFileName(Assert.Single(Scene.StoredFiles())));
    }

    private bool IsBusy(Uri upload) =>
        App.Services.GetRequiredService<Web.Features.Evidence.Uploads.RunningUploads>().IsBusy(Guid.Parse(upload.OriginalString[^36..]));

    private static string HashOf(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));
}
