using System.Globalization;
using System.Security.Cryptography;

namespace ZonaIntegritas.Web.Features.Evidence;

/// <summary>
/// Files on their way in, named by their upload. How much has arrived is the length of the file, so that a crash cannot
/// make disk and database disagree.
/// </summary>
public sealed class IncomingFiles(string folder)
{
    private const int BufferBytes = 64 * 1024;

    /// <summary>How a file is opened for its next piece; a test puts a full disk here.</summary>
    public Func<string, FileStream> OpenForWriting { get; init; } =
        path => new(path, FileMode.Open, FileAccess.ReadWrite, FileShare.Read | FileShare.Delete, 0, useAsync: true);

    public void Begin(Guid id)
    {
        Directory.CreateDirectory(folder);
        new FileStream(PathOf(id), FileMode.CreateNew, FileAccess.Write).Dispose();
    }

    /// <returns>Bytes that have arrived; null when there is no such file.</returns>
    public long? LengthOf(Guid id)
    {
        var file = new FileInfo(PathOf(id));
        return file.Exists ? file.Length : null;
    }

    /// <summary>For the next piece: at the end of what has arrived.</summary>
    public FileStream Open(Guid id)
    {
        var file = OpenForWriting(PathOf(id));
        file.Seek(0, SeekOrigin.End);
        return file;
    }

    /// <summary>Everything that has arrived, safe on the disk.</summary>
    /// <param name="sha256">Its hash, when it is known from receiving it; null to read it again.</param>
    public async Task<ReceivedFile> TakeAsync(Guid id, byte[]? sha256, CancellationToken ct)
    {
        await using var file = new FileStream(PathOf(id), FileMode.Open, FileAccess.ReadWrite, FileShare.Read | FileShare.Delete, 0, useAsync: true);
        file.Flush(flushToDisk: true);
        return new(PathOf(id), file.Length, Convert.ToHexStringLower(sha256 ?? await SHA256.HashDataAsync(new BufferedStream(file, BufferBytes), ct)));
    }

    public void Delete(Guid id)
    {
        // No file, perhaps not even the folder: then it is gone already.
        if (File.Exists(PathOf(id)))
        {
            File.Delete(PathOf(id));
        }
    }

    /// <summary>Deletes files that were last written to before this moment, other than those of these uploads.</summary>
    public void RemoveBefore(DateTimeOffset moment, IReadOnlySet<Guid> except)
    {
        foreach (var file in Directory.CreateDirectory(folder).EnumerateFiles().Where(file => file.LastWriteTimeUtc < moment.UtcDateTime))
        {
            if (!Guid.TryParseExact(file.Name, "N", out var id) || !except.Contains(id))
            {
                file.Delete();
            }
        }
    }

    private string PathOf(Guid id) => Path.Combine(folder, id.ToString("N", CultureInfo.InvariantCulture));
}
