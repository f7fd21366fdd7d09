using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using ZonaIntegritas.Web.Hosting;

namespace ZonaIntegritas.Web.Shared.Files;

/// <summary>
/// Where a file waits between the POST that brought it and the page that reads it. The ticket is secret, opens once and
/// only for the same address, so a page never reads what another door let in. Nothing here outlives the process.
/// </summary>
public sealed class HandedFiles(IOptions<StorageOptions> storage, TimeProvider clock)
{
    /// <summary>Longer than a page needs to answer, much shorter than a disk needs to fill.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<(string Door, string Ticket), HandedFile> _waiting = [];
    private readonly Lazy<string> _folder = new(() => EmptyFolder(Path.Combine(storage.Value.DataFolder, "handed-in")));

    /// <returns>The ticket.</returns>
    public async Task<string> KeepAsync(string door, IFormFile file, CancellationToken ct)
    {
        RemoveForgotten();
        var ticket = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        var path = Path.Combine(_folder.Value, ticket);
        var kept = new HandedFile(path, file.FileName, clock.GetUtcNow());
        try
        {
            await using var target = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
            await file.CopyToAsync(target, ct);
        }
        catch
        {
            kept.Dispose();
            throw;
        }

        _waiting[(door, ticket)] = kept;
        return ticket;
    }

    /// <returns>Null when there is none: taken before, too old, or of another door. Whoever takes it disposes it.</returns>
    public HandedFile? Take(string door, string ticket) => _waiting.TryRemove((door, ticket), out var file) ? file : null;

    private void RemoveForgotten()
    {
        var oldest = clock.GetUtcNow() - Patience;
        foreach (var (key, file) in _waiting.Where(entry => entry.Value.ArrivedAt < oldest))
        {
            if (_waiting.TryRemove(key, out _))
            {
                file.Dispose();
            }
        }
    }

    /// <summary>What an earlier process left behind when it was killed belongs to nobody.</summary>
    private static string EmptyFolder(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        return Directory.CreateDirectory(folder).FullName;
    }
}
