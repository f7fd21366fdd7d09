using System.Net.Sockets;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Xunit;
using ZonaIntegritas.Domain.Auditing;
using ZonaIntegritas.Domain.Evidence;
using ZonaIntegritas.Web.Features.Evidence;
using ZonaIntegritas.Web.Features.Evidence.Scanning;
using ZonaIntegritas.Web.Hosting;

namespace ZonaIntegritas.Web.Tests.Features.Evidence.Scanning;

public sealed class ClamdClientTests
{
    [Theory]
    [InlineData("stream: OK", ScanOutcome.Clean, "")]
    [InlineData("stream: Win.Test.EICAR_HDB-1 FOUND", ScanOutcome.Infected, "Win.Test.EICAR_HDB-1")]
    [InlineData("stream: A name with spaces FOUND", ScanOutcome.Infected, "A name with spaces")]
    [InlineData("INSTREAM size limit exceeded. ERROR", ScanOutcome.NoAnswer, "INSTREAM size limit exceeded. ERROR")]
    [InlineData("stream: Can't open file or directory ERROR", ScanOutcome.NoAnswer, "stream: Can't open file or directory ERROR")]
    [InlineData("stream: Heuristics.Limits.Exceeded.MaxFileSize FOUND", ScanOutcome.NoAnswer, "stream: Heuristics.Limits.Exceeded.MaxFileSize FOUND")]
    [InlineData("stream:  FOUND", ScanOutcome.NoAnswer, "stream:  FOUND")]
    [InlineData("OK", ScanOutcome.NoAnswer, "OK")]
    [InlineData("UNKNOWN COMMAND", ScanOutcome.NoAnswer, "UNKNOWN COMMAND")]
    [InlineData("", ScanOutcome.NoAnswer, "hung up without a word")]
    public void Only_a_plain_OK_is_clean(string line, ScanOutcome outcome, string detail) =>
        Assert.Equal(new ScanAnswer(outcome, detail), ScanAnswer.Parse(line));

    [Theory]
    [InlineData("/run/clamav/clamd.ctl", true)]
    [InlineData("localhost:3310", true)]
    [InlineData("clamav", true)]
    [InlineData("10.0.0.7:3310", true)]
    [InlineData("[::1]:3310", true)]
    [InlineData("clamav:port", false)]
    [InlineData("clamav:99999", false)]
    [InlineData("a b", false)]
    [InlineData("host:3310/path", false)]
    [InlineData("", true)]
    public void An_address_that_cannot_be_one_is_refused_at_start(string address, bool good)
    {
        var result = new ScannerAddressCheck().Validate(null, new StorageOptions { ScannerAddress = address });

        Assert.Equal(good, result.Succeeded);
        Assert.True(good || result.FailureMessage!.StartsWith("Storage:ScannerAddress", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_whole_answer_in_two_pieces_is_read()
    {
        await using var fake = new FakeClamd(async stream =>
        {
            await stream.WriteAsync("stream: "u8.ToArray());
            await Task.Delay(50);
            await stream.WriteAsync("OK\0"u8.ToArray());
        });

        Assert.Equal(ScanOutcome.Clean, (await AskAsync(fake.Address)).Outcome);
    }

    public static TheoryData<string, string> OddAnswers => new()
    {
        { "cut off before its end", "stream: OK" },
        { "nothing", "" },
        { "another language", "220 smtp.contoh.invalid ESMTP\0" },
        { "endless", new string('x', 9000) },
    };

    [Theory]
    [MemberData(nameof(OddAnswers))]
    public async Task An_odd_answer_is_never_taken_for_clean(string what, string answer)
    {
        await using var fake = new FakeClamd(answer);

        Assert.True((await AskAsync(fake.Address)).Outcome == ScanOutcome.NoAnswer, what);
    }

    [Fact]
    public async Task Somebody_who_hangs_up_in_mid_stream_gives_no_answer()
    {
        await using var fake = new FakeClamd(stream =>
        {
            stream.Socket.LingerState = new LingerOption(true, 0);
            stream.Close();
            return Task.CompletedTask;
        });

        Assert.Equal(ScanOutcome.NoAnswer, (await AskAsync(fake.Address, 5_000_000)).Outcome);
    }

    [Fact]
    public async Task Somebody_who_is_silent_is_not_waited_for_longer_than_agreed()
    {
        await using var fake = new FakeClamd(_ => Task.Delay(TimeSpan.FromSeconds(3)));

        var answer = await AskAsync(fake.Address, patience: TimeSpan.FromMilliseconds(200));

        Assert.Equal(new ScanAnswer(ScanOutcome.NoAnswer, "no answer in time"), answer);
    }

    [Fact]
    public async Task Somebody_who_does_not_read_is_not_waited_for_either()
    {
        await using var fake = new FakeClamd(_ => Task.Delay(TimeSpan.FromSeconds(3)));

        var answer = await AskAsync(fake.Address, 50_000_000, TimeSpan.FromMilliseconds(200));

        Assert.Equal(ScanOutcome.NoAnswer, answer.Outcome);
    }

    [Theory]
    [InlineData("127.0.0.1:1")]
    [InlineData("/tmp/there/is/no/such.sock")]
    [InlineData("no.such.host.invalid:3310")]
    public async Task Nobody_there_is_no_answer(string address)
    {
        Assert.Equal(ScanOutcome.NoAnswer, (await AskAsync(address)).Outcome);
        Assert.False(await Client(address).IsThereAsync(default));
    }

    [Fact]
    public async Task While_the_scanner_is_down_files_wait_and_are_scanned_when_it_is_back()
    {
        using var scene = await Scene.CreateAsync();
        scene.Database.Storage.Value.ScannerAddress = "127.0.0.1:1";
        var row = await scene.AddEvidenceAsync();
        Assert.Equal((ScanState.Waiting, false), (row.Scan, row.MayBeServed));

        await ScanAsync(scene);
        Assert.Equal(ScanState.Waiting, await StateAsync(scene));

        await using var back = new FakeClamd(async stream =>
        {
            await ReadToEndAsync(stream);
            await stream.WriteAsync("stream: OK\0"u8.ToArray());
        });
        scene.Database.Storage.Value.ScannerAddress = back.Address;
        await ScanAsync(scene);

        Assert.Equal(ScanState.Clean, await StateAsync(scene));
        await ScanAsync(scene);
        Assert.Equal(1, back.Streams);
    }

    [Fact]
    public async Task Many_uploads_are_one_nudge_and_a_refused_one_is_none()
    {
        using var scene = await Scene.CreateAsync();
        var store = new EvidenceStore(scene.Database.Storage);
        var attach = new AttachEvidence(
            scene.Database, TestDatabase.SignIn(scene.Coordinator), scene.Database.Sheets, new EvidenceWriter(scene.Database.Sheets, store), new EvidenceIntake(store, scene.Database.Clock));
        await SendAsync([]);
        Assert.False(await store.Arrivals.WaitAsync(TimeSpan.FromMilliseconds(1), default));

        await SendAsync(SmallFiles.Text);
        await SendAsync(SmallFiles.Csv);

        Assert.True(await store.Arrivals.WaitAsync(TimeSpan.FromSeconds(5), default));
        Assert.False(await store.Arrivals.WaitAsync(TimeSpan.FromMilliseconds(1), default));

        async Task SendAsync(byte[] content)
        {
            using var received = await store.Files.ReceiveAsync(new MemoryStream(content), 1000, default);
            await attach.ExecuteAsync(new(scene.Unit.Id), "a.txt", received, default);
        }
    }

    [Fact]
    public async Task Without_a_scanner_nothing_waits_any_longer_and_the_trail_says_so()
    {
        using var scene = await Scene.CreateAsync();
        scene.Database.Storage.Value.ScannerAddress = "127.0.0.1:1";
        var row = await scene.AddEvidenceAsync();

        scene.Database.Storage.Value.ScannerAddress = "";
        await ScanAsync(scene);

        Assert.Equal(ScanState.NotScanned, await StateAsync(scene));
        await using var db = scene.Database.CreateDbContext();
        var line = await db.AuditEntries.SingleAsync(entry => entry.Action == AuditAction.EvidenceScanned);
        Assert.Equal((row.VersionId, "tidak dipindai: pemindai dimatikan"), (line.VersionId, line.Note));
    }

    [Fact]
    public async Task Infected_content_stays_locked_when_the_scanner_is_taken_away()
    {
        using var scene = await Scene.CreateAsync();
        await using var fake = new FakeClamd(async stream =>
        {
            await ReadToEndAsync(stream);
            await stream.WriteAsync(Encoding.UTF8.GetBytes($"stream: {new string('x', 300)} FOUND\0"));
        });
        scene.Database.Storage.Value.ScannerAddress = fake.Address;
        await scene.AddEvidenceAsync();
        await ScanAsync(scene);

        scene.Database.Storage.Value.ScannerAddress = "";
        await ScanAsync(scene);

        Assert.Equal(ScanState.Infected, await StateAsync(scene));
    }

    private static async Task ReadToEndAsync(NetworkStream stream)
    {
        var length = new byte[4];
        do
        {
            await stream.ReadExactlyAsync(length);
            await stream.ReadExactlyAsync(new byte[System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(length)]);
        }
        while (length.Any(part => part != 0));
    }

    private static ClamdClient Client(string address, TimeSpan? patience = null) =>
        new(Options.Create(new StorageOptions { ScannerAddress = address })) { Patience = patience ?? TimeSpan.FromSeconds(20) };

    private static Task<ScanAnswer> AskAsync(string address, int bytes = 100, TimeSpan? patience = null) =>
        Client(address, patience).ScanAsync(new MemoryStream(new byte[bytes]), default);

    private static Task ScanAsync(Scene scene) => new ScanWaitingEvidence(
        scene.Database, new EvidenceStore(scene.Database.Storage), new ClamdClient(scene.Database.Storage), scene.Database.Clock, NullLogger<ScanWaitingEvidence>.Instance)
        .ExecuteAsync(default);

    private static async Task<ScanState> StateAsync(Scene scene)
    {
        await using var db = scene.Database.CreateDbContext();
        return (await db.EvidenceContents.SingleAsync()).Scan;
    }
}
