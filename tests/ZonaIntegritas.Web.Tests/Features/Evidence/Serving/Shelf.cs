using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Auditing;
using ZonaIntegritas.Domain.Evidence;
using ZonaIntegritas.Web.Features.Evidence;

namespace ZonaIntegritas.Web.Tests.Features.Evidence.Serving;

/// <summary>Puts files where the app would have put them, whatever an upload's checks say of them, and reads the trail.</summary>
internal static class Shelf
{
    public static byte[] Sample(string name) => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Samples", name));

    /// <summary>Put forward for the first question, unless it is only for the unit's library.</summary>
    public static async Task<EvidenceVersion> PutAsync(this Scene scene, string name, byte[] content, ScanState scan = ScanState.NotScanned, bool forward = true)
    {
        var store = new EvidenceStore(scene.Database.Storage);
        using (var received = await store.Files.ReceiveAsync(new MemoryStream(content), long.MaxValue, default))
        {
            store.Files.Keep(received);
        }

        await using var db = scene.Database.CreateDbContext();
        var now = scene.Database.Clock.GetUtcNow();
        var item = new EvidenceItem(Guid.CreateVersion7(now), scene.Unit.Id, name, scene.Coordinator.Id, now);
        var origin = new EvidenceVersion.Origin(Guid.CreateVersion7(now), item.Id, scene.Unit.Id, item.NextVersion(), scene.Coordinator.Id, now);
        var version = EvidenceVersion.OfFile(
            origin, name, EvidenceTypes.FromName(name)!.Value, content.Length, Convert.ToHexStringLower(SHA256.HashData(content)), ContentWarning.None);
        db.AddRange(new EvidenceContent(version.Sha256!, content.Length, scan, now), item, version);
        if (forward)
        {
            db.Add(new EvidenceLink(Guid.CreateVersion7(now), scene.Sheet.Id, Scene.YesNo, version, scene.Coordinator.Id, now));
        }

        await db.SaveChangesAsync();
        return version;
    }

    public static async Task<List<AuditEntry>> LooksAsync(this Scene scene)
    {
        await using var db = scene.Database.CreateDbContext();
        return await db.AuditEntries.AsNoTracking()
            .Where(entry => entry.Action == AuditAction.EvidencePreviewed || entry.Action == AuditAction.EvidenceDownloaded)
            .OrderBy(entry => entry.At).ToListAsync();
    }
}
