using System.Net.Http.Headers;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Xunit;
using ZonaIntegritas.Web.Features.Evidence.Uploads;
using static ZonaIntegritas.Web.Tests.Features.Evidence.Uploads.TusBrowser;

namespace ZonaIntegritas.Web.Tests.Features.Evidence.Uploads;

/// <summary>The protocol's table: each request that is right, and each that is wrong with its own answer.</summary>
public sealed class TusProtocolTests : UploadTest
{
    private static readonly Uri Root = new("/unggah", UriKind.Relative);

    [Fact]
    public async Task The_server_says_what_it_can()
    {
        using var answer = await Browser.SendAsync(HttpMethod.Options, Root, null, ("Tus-Resumable", ""));

        Assert.Equal(204, (int)answer.StatusCode);
        Assert.Equal(
            ["1.0.0", "1.0.0", "creation,checksum,expiration,termination", "262144000", "sha256,sha1"],
            new[] { "Tus-Resumable", "Tus-Version", "Tus-Extension", "Tus-Max-Size", "Tus-Checksum-Algorithm" }.Select(name => answer.Headers.GetValues(name).Single()));
    }

    [Fact]
    public async Task A_file_in_three_pieces_arrives_byte_for_byte()
    {
        var content = Pdf(300_000);
        var upload = await Browser.BeginAsync(Scene.For(), content.Length, "SK Tim ZI – ñ 😀.pdf");

        Assert.Equal("204 offset 100000", await SayAsync(await Browser.PatchAsync(upload, 0, content[..100_000])));
        Assert.Equal("204 offset 250000", await SayAsync(await Browser.PatchAsync(upload, 100_000, content[100_000..250_000])));
        Assert.Equal("200 offset 250000", await SayAsync(await Browser.HeadAsync(upload)));
        Assert.Equal("204 offset 300000", await SayAsync(await Browser.PatchAsync(upload, 250_000, content[250_000..])));

        var file = Assert.Single(await FilesAsync());
        Assert.Equal("SK Tim ZI – ñ 😀.pdf", file.FileName);
        Assert.Equal(content, await File.ReadAllBytesAsync(Assert.Single(Scene.StoredFiles())));
        Assert.Empty(await Browser.UnfinishedAsync(Scene.For()));
    }

    [Fact]
    public async Task An_upload_waits_as_long_as_the_options_say_and_longer_with_each_piece()
    {
        using var begun = await Browser.CreateAsync(Scene.For(), 100);
        Scene.Database.Clock.Advance(TimeSpan.FromHours(9));

        using var piece = await Browser.PatchAsync(begun.Headers.Location!, 0, new byte[40]);

        Assert.Equal(Expected(TimeSpan.FromHours(72 - 9)), Expires(begun));
        Assert.Equal(Expected(TimeSpan.FromHours(72)), Expires(piece));

        string Expected(TimeSpan fromNow) => (Scene.Database.Clock.GetUtcNow() + fromNow).ToString("R", System.Globalization.CultureInfo.InvariantCulture);
        static string Expires(HttpResponseMessage answer) => answer.Headers.GetValues("Upload-Expires").Single();
    }

    [Theory]
    [InlineData("0.2.2")]
    [InlineData("")]
    public async Task Another_protocol_is_refused(string version)
    {
        var upload = await Browser.BeginAsync(Scene.For(), 100);

        Assert.Equal("412 upload.protocol", await SayAsync(await Browser.SendAsync(HttpMethod.Post, Root, null, ("Tus-Resumable", version))));
        Assert.Equal("412 upload.protocol", await SayAsync(await Browser.SendAsync(HttpMethod.Delete, upload, null, ("Tus-Resumable", version))));
        Assert.Equal("412", await SayAsync(await Browser.SendAsync(HttpMethod.Head, upload, null, ("Tus-Resumable", version))));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(39)]
    [InlineData(41)]
    public async Task A_piece_that_does_not_begin_where_the_last_ended_is_refused(int offset)
    {
        var upload = await Browser.BeginAsync(Scene.For(), 100);
        await Browser.PatchAsync(upload, 0, new byte[40]);

        Assert.Equal("409 upload.offset", await SayAsync(await Browser.PatchAsync(upload, offset, new byte[5])));
        Assert.Equal("200 offset 40", await SayAsync(await Browser.HeadAsync(upload)));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task More_than_was_announced_is_refused_however_it_is_sent(bool chunked)
    {
        var upload = await Browser.BeginAsync(Scene.For(), 100);
        using HttpContent piece = chunked ? new StreamContent(new UnknownLength(new byte[200_000])) : new ByteArrayContent(new byte[200_000]);

        Assert.Equal("413 upload.piece-too-long", await SayAsync(await Browser.PatchAsync(upload, 0, piece)));
        Assert.Empty(await FilesAsync());
    }

    [Fact]
    public async Task A_piece_of_another_content_type_is_refused()
    {
        var upload = await Browser.BeginAsync(Scene.For(), 100);
        using var piece = new ByteArrayContent(new byte[10]);
        piece.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");

        Assert.Equal("415 upload.content-type", await SayAsync(await Browser.PatchAsync(upload, 0, piece)));
    }

    [Theory]
    [InlineData("sha256")]
    [InlineData("sha1")]
    public async Task A_piece_with_its_checksum_is_taken_and_a_spoilt_one_is_cut_off(string algorithm)
    {
        var content = Pdf(200_000);
        var upload = await Browser.BeginAsync(Scene.For(), content.Length);
        var (first, second) = (content[..120_000], content[120_000..]);
        var spoilt = (byte[])second.Clone();
        spoilt[5] ^= 1;

        Assert.Equal("204 offset 120000", await SayAsync(await Browser.PatchAsync(upload, 0, first, Checksum(first))));
        Assert.Equal("460 upload.checksum", await SayAsync(await Browser.PatchAsync(upload, 120_000, spoilt, Checksum(second))));
        Assert.Equal("200 offset 120000", await SayAsync(await Browser.HeadAsync(upload)));
        Assert.Equal("204 offset 200000", await SayAsync(await Browser.PatchAsync(upload, 120_000, second, Checksum(second))));

        // The hash, too, went back to before the spoilt piece.
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(content)), Path.GetFileName(Assert.Single(Scene.StoredFiles())));

        string Checksum(byte[] piece) => algorithm == "sha256" ? Sha256Of(piece) : "sha1 " + Convert.ToBase64String(CryptographicOperations.HashData(HashAlgorithmName.SHA1, piece));
    }

    [Theory]
    [InlineData("md5 rL0Y20zC+Fzt72VPzMSk2A==")]
    [InlineData("sha256 not-base64")]
    [InlineData("sha256 AAAA")]
    [InlineData("sha256")]
    public async Task A_checksum_that_cannot_be_understood_is_refused(string checksum)
    {
        var upload = await Browser.BeginAsync(Scene.For(), 100);

        Assert.Equal("400 upload.bad-request", await SayAsync(await Browser.PatchAsync(upload, 0, new byte[10], checksum)));
    }

    [Theory]
    [InlineData("Upload-Length", "")]
    [InlineData("Upload-Length", "-1")]
    [InlineData("Upload-Length", "99999999999999999999")]
    [InlineData("Upload-Metadata", "filename ***")]
    [InlineData("Upload-Metadata", "filename YS5wZGY=")]
    [InlineData("Upload-Metadata", "filename YS5wZGY=,unit YS5wZGY=")]
    public async Task A_beginning_that_cannot_be_understood_is_refused(string header, string value)
    {
        var right = header == "Upload-Length" ? ("Upload-Metadata", Metadata(Scene.For(), "a.pdf")) : ("Upload-Length", "100");

        Assert.Equal("400 upload.bad-request", await SayAsync(await Browser.SendAsync(HttpMethod.Post, Root, null, (header, value), right)));
        Assert.Equal(0, await UnfinishedRowsAsync());
    }

    [Fact]
    public async Task Of_two_pieces_at_once_one_is_told_to_wait()
    {
        var content = Pdf(1000);
        var upload = await Browser.BeginAsync(Scene.For(), content.Length);
        using var held = new HeldPiece(content[..600], content[600..]);
        var first = Browser.PatchAsync(upload, 0, held);
        await EventuallyAsync(() => Incoming().Any(file => file.Length == 600));

        Assert.Equal("423 upload.busy", await SayAsync(await Browser.PatchAsync(upload, 600, content[600..])));
        Assert.Equal("423", await SayAsync(await Browser.HeadAsync(upload)));
        held.LetGo();

        Assert.Equal("204 offset 1000", await SayAsync(await first));
        Assert.Single(await FilesAsync());
    }

    [Fact]
    public async Task A_piece_whose_line_went_silent_makes_way_for_the_next_request_and_keeps_what_arrived()
    {
        var content = Pdf(1000);
        var upload = await Browser.BeginAsync(Scene.For(), content.Length);
        using var held = new HeldPiece(content[..600], content[600..]);
        var first = Browser.PatchAsync(upload, 0, held);
        await EventuallyAsync(() => Incoming().Any(file => file.Length == 600));

        Scene.Database.Clock.Advance(TimeSpan.FromSeconds(6));

        Assert.Equal("200 offset 600", await SayAsync(await Browser.HeadAsync(upload)));
        Assert.Equal("204 offset 1000", await SayAsync(await Browser.PatchAsync(upload, 600, content[600..])));
        held.Break();
        await Assert.ThrowsAnyAsync<Exception>(async () => (await first).EnsureSuccessStatusCode());
        Assert.Single(await FilesAsync());
    }

    [Fact]
    public async Task An_ended_upload_is_gone_with_what_had_arrived()
    {
        var upload = await Browser.BeginAsync(Scene.For(), 100);
        await Browser.PatchAsync(upload, 0, new byte[40]);

        Assert.Equal("204", await SayAsync(await Browser.DeleteAsync(upload)));

        Assert.Equal("404", await SayAsync(await Browser.HeadAsync(upload)));
        Assert.Equal("404 upload.unknown", await SayAsync(await Browser.PatchAsync(upload, 40, new byte[60])));
        Assert.Equal("404 upload.unknown", await SayAsync(await Browser.DeleteAsync(upload)));
        Assert.Empty(Incoming());
        Assert.Equal(0, await UnfinishedRowsAsync());
    }

    [Fact]
    public async Task An_upload_that_waited_too_long_is_gone_and_swept_away()
    {
        var upload = await Browser.BeginAsync(Scene.For(), 100);
        await Browser.PatchAsync(upload, 0, new byte[40]);
        await using var db = Scene.Database.CreateDbContext();
        await db.IncomingUploads.ExecuteUpdateAsync(set => set.SetProperty(u => u.ExpiresAt, Scene.Database.Clock.GetUtcNow()));

        Assert.Equal("410", await SayAsync(await Browser.HeadAsync(upload)));
        Assert.Equal("410 upload.expired", await SayAsync(await Browser.PatchAsync(upload, 40, new byte[60])));
        Assert.Empty(await Browser.UnfinishedAsync(Scene.For()));
        await Sweeper().SweepAsync(default);
        Assert.Empty(Incoming());
        Assert.Equal("404", await SayAsync(await Browser.HeadAsync(upload)));
    }

    [Fact]
    public async Task Sweeping_leaves_what_is_named_and_takes_old_pieces_that_nothing_names()
    {
        await Browser.BeginAsync(Scene.For(), 100);
        var named = Assert.Single(Incoming());
        var (old, young) = (Path.Combine(named.DirectoryName!, "tua"), Path.Combine(named.DirectoryName!, "muda"));
        await File.WriteAllTextAsync(old, "x");
        await File.WriteAllTextAsync(young, "x");
        var yesterday = Scene.Database.Clock.GetUtcNow().UtcDateTime.AddHours(-25);
        File.SetLastWriteTimeUtc(old, yesterday);
        File.SetLastWriteTimeUtc(named.FullName, yesterday);
        File.SetLastWriteTimeUtc(young, yesterday.AddHours(2));

        await Sweeper().SweepAsync(default);

        Assert.Equal([named.Name, "muda"], Incoming().Select(file => file.Name).Order(StringComparer.Ordinal));
    }

    private AbandonedUploads Sweeper() =>
        ((IEnumerable<Microsoft.Extensions.Hosting.IHostedService>)App.Services.GetService(typeof(IEnumerable<Microsoft.Extensions.Hosting.IHostedService>))!)
            .OfType<AbandonedUploads>().Single();

    private sealed class UnknownLength(byte[] content) : MemoryStream(content)
    {
        public override bool CanSeek => false;
    }
}
