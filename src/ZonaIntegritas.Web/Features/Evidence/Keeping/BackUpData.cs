using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Hosting;

namespace ZonaIntegritas.Web.Features.Evidence.Keeping;

/// <summary>
/// One consistent copy of the database and its files while the app runs: first the database, by SQLite's own backup,
/// then every file that this copy names. Files never change and are never removed while a row names them, so what is
/// copied later still belongs to it. Written aside and given its name at the end: what has its name is whole.
/// </summary>
public sealed class BackUpData(IDbContextFactory<AppDbContext> dbFactory, IOptions<StorageOptions> storage, TimeProvider clock)
{
    public async Task<Result<BackupManifest>> ExecuteAsync(string folder, CancellationToken ct)
    {
        var (target, unfinished) = (Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)), Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)) + ".partial");
        if (KeepingFolders.Overlap(target, storage.Value.DataFolder))
        {
            return KeepingProblems.Overlaps(folder);
        }

        if (!KeepingFolders.IsFree(target))
        {
            return KeepingProblems.NotEmpty(folder);
        }

        if (Directory.Exists(unfinished) || File.Exists(unfinished))
        {
            return KeepingProblems.LeftHalf(unfinished);
        }

        KeepingFolders.Create(unfinished);
        var manifest = await WriteAsync(unfinished, ct);
        if (Directory.Exists(target))
        {
            Directory.Delete(target);
        }

        Directory.Move(unfinished, target);
        return manifest;
    }

    private async Task<BackupManifest> WriteAsync(string folder, CancellationToken ct)
    {
        var madeAt = clock.GetUtcNow();
        var database = Path.Combine(folder, BackupManifest.DatabaseName);
        await using (var db = await dbFactory.CreateDbContextAsync(ct))
        {
            await DatabaseFile.CopyAsync(db, database, ct);
        }

        var copy = new DatabaseFile(database);
        var (schema, rows) = (copy.NewestMigration(), copy.CountRows());
        await using var content = new BackupContent(folder);
        await content.AddStoredAsync(copy.Contents(), storage.Value.EvidenceFolder, BackupManifest.EvidenceFolder, ct);
        var evidence = content.Total;
        await content.AddStoredAsync(copy.Reports(), storage.Value.ReportsFolder, BackupManifest.ReportsFolder, ct);
        var reports = new FileTotal(content.Total.Count - evidence.Count, content.Total.Bytes - evidence.Bytes);
        await content.AddFolderAsync(storage.Value.KeysFolder, "*.xml", "keys/", ct);
        await content.AddFolderAsync(storage.Value.MailFolder, "*.eml", "mail/", ct);
        var databaseFile = await HashedCopy.LookAsync(folder, BackupManifest.DatabaseName, ct);
        var list = await content.FinishAsync(databaseFile, ct);
        var manifest = new BackupManifest(
            BackupManifest.CurrentFormat, "Zona Integritas", Version, madeAt, schema, databaseFile, evidence, reports, content.Total, list, rows, content.Broken);
        await manifest.WriteAsync(folder, ct);
        return manifest;
    }

    private static string Version => typeof(BackUpData).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "?";
}
