using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;
using ZonaIntegritas.Domain.Auditing;
using ZonaIntegritas.Domain.Evidence;
using ZonaIntegritas.Web.Features.Evidence;
using ZonaIntegritas.Web.Features.Evidence.Scanning;

namespace ZonaIntegritas.Web.Tests.Features.Evidence.Scanning;

public sealed class RealClamdTests(RealClamd clamd) : IClassFixture<RealClamd>
{
    private static byte[] Infected => [.. SmallFiles.Text, .. System.Text.Encoding.ASCII.GetBytes(RealClamd.Marker)];

    [Fact]
    public async Task It_tells_clean_from_infected_and_says_what_it_found()
    {
        Assert.Equal(new ScanAnswer(ScanOutcome.Clean), await clamd.Client.ScanAsync(new MemoryStream(SmallFiles.Pdf), default));
        Assert.Equal(new ScanAnswer(ScanOutcome.Infected, RealClamd.Threat), await clamd.Client.ScanAsync(new MemoryStream(Infected), default));
        // In the packed part of an office file as well.
        var office = Content.Office.With("word/document2.xml", [.. Infected, .. Content.Office.Repeated("abc", 9000)]);
        Assert.Equal(ScanOutcome.Infected, (await clamd.Client.ScanAsync(new MemoryStream(office), default)).Outcome);
        Assert.Equal(ScanOutcome.Clean, (await clamd.Client.ScanAsync(new MemoryStream(new byte[900_000]), default)).Outcome);
    }

    [Fact]
    public async Task A_file_over_its_limit_gets_no_answer_and_is_not_clean()
    {
        var answer = await clamd.Client.ScanAsync(new MemoryStream(new byte[3_000_000]), default);

        Assert.Equal((ScanOutcome.NoAnswer, "INSTREAM size limit exceeded. ERROR"), (answer.Outcome, answer.Detail));
    }

    [Fact]
    public async Task What_waits_is_served_when_clean_and_never_when_infected()
    {
        using var scene = await Scene.CreateAsync();
        scene.Database.Storage.Value.ScannerAddress = clamd.Address;
        var clean = (await scene.UploadAsync(SmallFiles.Pdf, "sk.pdf")).Value.Version;
        var infected = (await scene.UploadAsync(Infected, "notulen.txt", Scene.Abc)).Value.Version;
        Assert.Equal([ScanState.Waiting, ScanState.Waiting], await StatesAsync(scene, clean, infected));
        Assert.Null(await FindAsync(scene, clean));

        await ScanAsync(scene);

        Assert.Equal([ScanState.Clean, ScanState.Infected], await StatesAsync(scene, clean, infected));
        Assert.NotNull(await FindAsync(scene, clean));
        Assert.Null(await FindAsync(scene, infected));
        await using var db = scene.Database.CreateDbContext();
        Assert.Equal(RealClamd.Threat, (await db.EvidenceContents.SingleAsync(content => content.Sha256 == infected.Sha256)).Threat);
        var line = await db.AuditEntries.SingleAsync(entry => entry.Action == AuditAction.EvidenceScanned);
        Assert.Equal(
            (infected.Id, infected.ItemId, scene.Unit.Id, null, $"terinfeksi: {RealClamd.Threat}"),
            (line.VersionId, line.ItemId, line.UnitId, line.By, line.Note));
    }

    [Fact]
    public async Task What_came_before_the_scanner_is_served_until_it_has_been_scanned()
    {
        using var scene = await Scene.CreateAsync();
        var clean = (await scene.UploadAsync(SmallFiles.Pdf, "sk.pdf")).Value.Version;
        var infected = (await scene.UploadAsync(Infected, "notulen.txt", Scene.Abc)).Value.Version;
        scene.Database.Storage.Value.ScannerAddress = clamd.Address;
        Assert.NotNull(await FindAsync(scene, clean));

        await ScanAsync(scene);

        Assert.Equal([ScanState.Clean, ScanState.Infected], await StatesAsync(scene, clean, infected));
        Assert.Null(await FindAsync(scene, infected));
    }

    [Fact]
    public async Task A_file_that_it_cannot_take_waits_and_holds_up_nobody()
    {
        using var scene = await Scene.CreateAsync();
        scene.Database.Storage.Value.ScannerAddress = clamd.Address;
        await using var large = new GeneratedPdf(2_000_000);
        var first = (await scene.UploadAsync(large, "besar.pdf", 2_000_000)).Value.Version;
        scene.Database.Clock.Advance(TimeSpan.FromMinutes(1));
        var second = (await scene.UploadAsync(SmallFiles.Pdf, "kecil.pdf", Scene.Abc)).Value.Version;

        await ScanAsync(scene);

        Assert.Equal([ScanState.Waiting, ScanState.Clean], await StatesAsync(scene, first, second));
        Assert.Null(await FindAsync(scene, first));
    }

    [Fact]
    public async Task The_running_app_scans_right_after_an_upload()
    {
        using var scene = await Scene.CreateAsync();
        await using var app = new TestApp(scene.Database, jobs: true, [("Storage:ScannerAddress", clamd.Address)]);
        using var client = app.ClientOf(scene.Coordinator);
        scene.Database.Storage.Value.ScannerAddress = clamd.Address;
        var store = (EvidenceStore)app.Services.GetService(typeof(EvidenceStore))!;
        // After the round at start, so that only the nudge can bring it on.
        await Task.Delay(300);

        var version = (await scene.UploadAsync(SmallFiles.Pdf, "sk.pdf")).Value.Version;
        using var waiting = await client.GetAsync($"/berkas/{version.Id}");
        store.Arrivals.Nudge();

        Assert.Equal(HttpStatusCode.NotFound, waiting.StatusCode);
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while ((await client.GetAsync($"/berkas/{version.Id}", limit.Token)).StatusCode != HttpStatusCode.OK)
        {
            await Task.Delay(50, limit.Token);
        }
    }

    private static Task ScanAsync(Scene scene) => new ScanWaitingEvidence(
        scene.Database, new EvidenceStore(scene.Database.Storage), new ClamdClient(scene.Database.Storage), scene.Database.Clock, NullLogger<ScanWaitingEvidence>.Instance)
        .ExecuteAsync(default);

    private static async Task<EvidenceVersion?> FindAsync(Scene scene, EvidenceVersion version)
    {
        await using var db = scene.Database.CreateDbContext();
        return (await EvidenceAccess.FindAsync(db, TestDatabase.SignIn(scene.Coordinator), version.Id, default))?.Version;
    }

    private static async Task<List<ScanState>> StatesAsync(Scene scene, params EvidenceVersion[] versions)
    {
        await using var db = scene.Database.CreateDbContext();
        var states = await db.EvidenceContents.ToDictionaryAsync(content => content.Sha256, content => content.Scan);
        return [.. versions.Select(version => states[version.Sha256!])];
    }
}
