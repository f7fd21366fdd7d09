using System.IO.Compression;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using ZonaIntegritas.Domain.Evidence;
using ZonaIntegritas.Web.Features.BackgroundWork;
using ZonaIntegritas.Web.Features.Evidence;
using ZonaIntegritas.Web.Features.EvidencePacks.Packing;
using ZonaIntegritas.Web.Features.EvidencePacks.Packs;
using ZonaIntegritas.Web.Features.Reporting;
using ZonaIntegritas.Web.Hosting;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Tests.Features.EvidencePacks;

/// <summary>Packs of a scene's sheet: asked for, made and fetched as the app does it.</summary>
internal sealed class PackDesk
{
    private readonly Scene _scene;

    public PackDesk(Scene scene, FileStore? packs = null)
    {
        _scene = scene;
        Store = packs is null ? new(scene.Database.Storage) : new(scene.Database.Storage) { Packs = packs };
        Make = new(
            new WorkRunner(scene.Database, scene.Database.Clock, NullLogger<WorkRunner>.Instance), [Maker], Store, Dispatcher, scene.Database.Clock);
    }

    public RecordingDispatcher Dispatcher { get; } = new();

    public ReportStore Store { get; }

    public MakeReport Make { get; }

    public EvidencePackMaker Maker => new(
        _scene.Database.Sheets, new EvidenceStore(_scene.Database.Storage), new(Options.Create(new AgencyOptions())), _scene.Database.Clock);

    public RequestPack Request(Authorizer who) => new(_scene.Database, who, new(_scene.Database, who, Make, Dispatcher, _scene.Database.Clock));

    public PackQueries Queries(Authorizer who) => new(_scene.Database, who, Store, _scene.Database.Clock);

    public DownloadPack Download(Authorizer who) => new(_scene.Database, who, Store, _scene.Database.Clock);

    public RemoveExpiredPacks Remove() => new(_scene.Database, Store, _scene.Database.Clock, NullLogger<RemoveExpiredPacks>.Instance);

    public async Task<Guid> AskAsync(Authorizer? who = null) =>
        await Request(who ?? TestDatabase.SignIn(_scene.Coordinator)).ExecuteAsync(_scene.Sheet.Id, default);

    /// <summary>Asked for by the coordinator, and made.</summary>
    public async Task<ReportRequest> MakeAsync()
    {
        var id = await AskAsync();
        await Make.ExecuteAsync(id, default);
        return await RowAsync(id);
    }

    public async Task<ReportRequest> RowAsync(Guid id)
    {
        await using var db = _scene.Database.CreateDbContext();
        return await db.ReportRequests.AsNoTracking().SingleAsync(row => row.Id == id);
    }

    /// <summary>A pack's texts by path; null for what is no text.</summary>
    public async Task<Dictionary<string, string>> OpenAsync(ReportRequest pack)
    {
        await using var file = Store.Packs.Open(pack.Sha256!);
        await using var zip = new ZipArchive(file, ZipArchiveMode.Read);
        Dictionary<string, string> entries = [];
        foreach (var entry in zip.Entries)
        {
            using var text = new StreamReader(await entry.OpenAsync());
            entries.Add(entry.FullName, await text.ReadToEndAsync());
        }

        return entries;
    }

    public async Task ChangeContentAsync(EvidenceRow row, Action<EvidenceContent> change)
    {
        await using var db = _scene.Database.CreateDbContext();
        var version = await db.EvidenceVersions.SingleAsync(version => version.Id == row.VersionId);
        change(await db.EvidenceContents.SingleAsync(content => content.Sha256 == version.Sha256));
        await db.SaveChangesAsync();
    }
}
