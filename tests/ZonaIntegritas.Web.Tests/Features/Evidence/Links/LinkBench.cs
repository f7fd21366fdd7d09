using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using ZonaIntegritas.Domain.Auditing;
using ZonaIntegritas.Domain.Evidence;
using ZonaIntegritas.Web.Features.Evidence;
using ZonaIntegritas.Web.Features.Evidence.Links;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Tests.Features.Evidence.Links;

/// <summary>A unit's sheet, a small internet, and the use cases between them.</summary>
internal sealed class LinkBench : IAsyncDisposable
{
    public const string Address = "https://contoh.go.id/sk";

    private readonly LinkProbe _probe;

    private LinkBench(Scene scene, TestSites sites)
    {
        (Scene, Sites, _probe) = (scene, sites, sites.Probe());
        Pace = new(_probe, scene.Database.Clock, breath: TimeSpan.Zero);
    }

    public Scene Scene { get; }

    public TestSites Sites { get; }

    public RecordingDispatcher Queue { get; } = new();

    public LinkPace Pace { get; }

    public static async Task<LinkBench> CreateAsync() => new(await Scene.CreateAsync(), await TestSites.StartAsync());

    public AddEvidenceLink Add(Authorizer? who = null) => new(
        Scene.Database, who ?? TestDatabase.SignIn(Scene.Coordinator), Scene.Database.Sheets,
        new(Scene.Database.Sheets, new EvidenceStore(Scene.Database.Storage)), new(Queue, Scene.Database.Clock));

    public CheckEvidenceLinks Check() => new(Scene.Database, Pace, Scene.Database.Clock, NullLogger<CheckEvidenceLinks>.Instance);

    public RecheckEvidenceLink Recheck(Authorizer? who = null) => new(Scene.Database, who ?? TestDatabase.SignIn(Scene.Coordinator), Pace, Scene.Database.Clock);

    /// <summary>Adds the address to the first question.</summary>
    public async Task<EvidenceVersion> AddAsync(string address = Address) => (await Add().ExecuteAsync(Scene.For(), address, default)).Value.Version;

    /// <summary>Another site that works, so that silence elsewhere is not our own.</summary>
    public async Task ProveLineAsync()
    {
        Sites.Page("arsip.contoh.go.id/", "<p>Arsip</p>");
        await Pace.LookAsync(new("https://arsip.contoh.go.id/"), default);
    }

    public Task RunAsync() => Check().ExecuteAsync(default);

    public async Task RunAfterAsync(TimeSpan time)
    {
        Scene.Database.Clock.Advance(time);
        await RunAsync();
    }

    public async Task<EvidenceVersion> StoredAsync(Guid id)
    {
        await using var db = Scene.Database.CreateDbContext();
        return await db.EvidenceVersions.AsNoTracking().SingleAsync(version => version.Id == id);
    }

    public async Task<List<AuditEntry>> TrailAsync(AuditAction action = AuditAction.EvidenceLinkChecked)
    {
        await using var db = Scene.Database.CreateDbContext();
        return await db.AuditEntries.AsNoTracking().Where(entry => entry.Action == action).OrderBy(entry => entry.At).ToListAsync();
    }

    public ValueTask DisposeAsync()
    {
        Pace.Dispose();
        _probe.Dispose();
        Scene.Dispose();
        return Sites.DisposeAsync();
    }
}
