using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Auditing;
using ZonaIntegritas.Domain.Evidence;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.Evidence;
using ZonaIntegritas.Web.Features.Evidence.Library;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Tests.Features.Evidence.Library;

/// <summary>The library's use cases as any person would call them, and short ways to put documents on its shelf.</summary>
internal static class Shelf
{
    private static int _documents;

    public static DescribeEvidence Describe(this Scene scene, Authorizer? who = null) =>
        new(scene.Database, who ?? TestDatabase.SignIn(scene.Coordinator), scene.Database.Clock);

    public static AttachExisting Reuse(this Scene scene, Authorizer? who = null) =>
        new(scene.Database, who ?? TestDatabase.SignIn(scene.Coordinator), scene.Database.Sheets);

    public static DiscardEvidence Discard(this Scene scene, Authorizer? who = null) =>
        new(scene.Database, who ?? TestDatabase.SignIn(scene.Coordinator), scene.Database.Clock);

    public static LibraryQueries Library(this Scene scene, AppUser? who = null, IDbContextFactory<AppDbContext>? db = null) =>
        new(db ?? scene.Database, TestDatabase.SignIn(who ?? scene.Coordinator), scene.Database.Instruments, scene.Database.Clock);

    public static DocumentQueries Documents(this Scene scene, AppUser? who = null, IDbContextFactory<AppDbContext>? db = null) =>
        new(db ?? scene.Database, TestDatabase.SignIn(who ?? scene.Coordinator), scene.Database.Instruments, scene.Database.Clock);

    public static MissingQueries Missing(this Scene scene, AppUser? who = null) =>
        new(scene.Database, TestDatabase.SignIn(who ?? scene.Coordinator), scene.Database.Instruments);

    /// <summary>Titles of the first page that a filter finds, in its order.</summary>
    public static async Task<string[]> TitlesAsync(this Scene scene, LibraryFilter filter, AppUser? who = null) =>
        [.. (await scene.Library(who).PageAsync(scene.Unit.Id, filter, default))!.Rows.Select(row => row.Title)];

    /// <summary>Puts the newest version forward as if it had been on that sheet all along.</summary>
    public static Task PutForwardAsync(this Scene scene, EvidenceItem item, Guid sheet, string code = Scene.YesNo) => scene.ChangeAsync(async db =>
    {
        var newest = await db.EvidenceVersions.Where(version => version.ItemId == item.Id).OrderBy(version => version.Number).LastAsync();
        db.Add(new EvidenceLink(Guid.CreateVersion7(), sheet, code, newest, scene.Coordinator.Id, scene.Database.Clock.GetUtcNow()));
    });

    /// <summary>Content that no other call gives.</summary>
    public static byte[] AnotherPdf() => [.. SmallFiles.Pdf, .. System.Text.Encoding.ASCII.GetBytes($"% {Interlocked.Increment(ref _documents)}\n%%EOF\n")];

    /// <summary>A document in the unit's library that is put forward for no question.</summary>
    public static async Task<EvidenceItem> ShelveAsync(this Scene scene, string name = "sk-tim-zi.pdf", byte[]? content = null)
    {
        var bytes = content ?? AnotherPdf();
        return (await scene.UploadAsync(new MemoryStream(bytes), name, bytes.Length, new UploadPurpose(scene.Unit.Id))).Value.Item;
    }

    public static async Task<EvidenceVersion> AddVersionAsync(this Scene scene, EvidenceItem item, string name = "sk-tim-zi (baru).pdf")
    {
        var bytes = AnotherPdf();
        return (await scene.UploadAsync(new MemoryStream(bytes), name, bytes.Length, new UploadPurpose(scene.Unit.Id, ItemId: item.Id))).Value.Version;
    }

    public static EvidenceDetails Details(string title = "SK Tim ZI", EvidenceKind kind = EvidenceKind.Decree, DateOnly? date = null, DateOnly? until = null, string number = "") =>
        new(title, kind, date, null, null, until, number, "");

    public static async Task<EvidenceItem> StoredAsync(this Scene scene, Guid itemId)
    {
        await using var db = scene.Database.CreateDbContext();
        return await db.EvidenceItems.AsNoTracking().SingleAsync(item => item.Id == itemId);
    }

    public static async Task<List<AuditEntry>> TrailAsync(this Scene scene, Guid itemId, AuditAction action)
    {
        await using var db = scene.Database.CreateDbContext();
        return await db.AuditEntries.AsNoTracking().Where(entry => entry.ItemId == itemId && entry.Action == action).OrderBy(entry => entry.Id).ToListAsync();
    }

    /// <summary>Changes what the program itself finds out: scans, links, integrity.</summary>
    public static async Task ChangeAsync(this Scene scene, Func<AppDbContext, Task> change)
    {
        await using var db = scene.Database.CreateDbContext();
        await change(db);
        await db.SaveChangesAsync();
    }

    public static async Task<long> UsedBytesAsync(this Scene scene)
    {
        await using var db = scene.Database.CreateDbContext();
        return await EvidenceQueries.UsedBytesAsync(db, scene.Unit.Id, default);
    }
}
