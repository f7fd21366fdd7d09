using System.Buffers;
using System.Security.Cryptography;

namespace ZonaIntegritas.Web.Features.Evidence;

/// <summary>A stream that has been received whole but not kept yet; disposing it removes it.</summary>
public sealed class ReceivedFile(string path, long size, string sha256) : IDisposable
{
    public long Size { get; } = size;

    /// <summary>64 lower-case hexadecimal digits.</summary>
    public string Sha256 { get; } = sha256;

    internal string Path { get; } = path;

    public FileStream Open() => File.OpenRead(Path);

    public void Dispose() => File.Delete(Path);
}

/// <summary>The content was longer than allowed.</summary>
public sealed class FileTooLargeException : Exception;

/// <summary>
/// Files by their hash in one folder outside wwwroot. A file is received aside, then moved into place in one step:
/// a crash leaves no half file under a final name.
/// </summary>
public sealed class FileStore
{
    private const int BufferBytes = 128 * 1024;

    private readonly string _folder;
    private readonly string _incoming;

    public FileStore(string folder)
    {
        _folder = folder;
        _incoming = Path.Combine(folder, "incoming");
        Incoming = new(_incoming);
    }

    /// <summary>Files that arrive in pieces.</summary>
    public IncomingFiles Incoming { get; init; }

    /// <exception cref="FileTooLargeException">More than <paramref name="maxBytes"/> came.</exception>
    /// <exception cref="IOException">The disk is full, or the sender went away.</exception>
    public Task<ReceivedFile> ReceiveAsync(Stream content, long maxBytes, CancellationToken ct) =>
        ReceiveAsync(async file =>
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            await CopyAsync(content, file, hash, maxBytes, ct);
            return hash.GetHashAndReset();
        });

    /// <summary>As receiving, for content that this program writes itself.</summary>
    public Task<ReceivedFile> WriteAsync(Func<Stream, Task> write, CancellationToken ct) =>
        ReceiveAsync(async file =>
        {
            // Not disposed, which would close the file. PDF writers write a few bytes at a time.
            var buffered = new BufferedStream(file, BufferBytes);
            await write(buffered);
            await buffered.FlushAsync(ct);
            file.Position = 0;
            return await SHA256.HashDataAsync(file, ct);
        });

    /// <summary>Moves a received file to its place. The same bytes are stored once.</summary>
    public void Keep(ReceivedFile received)
    {
        var target = PathOf(received.Sha256);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        File.Move(received.Path, target, overwrite: true);
    }

    /// <summary>For stores whose files end some day; whoever is reading it reads on to its end.</summary>
    public void Remove(string sha256)
    {
        if (Exists(sha256))
        {
            File.Delete(PathOf(sha256));
        }
    }

    /// <exception cref="FileNotFoundException">No file with this hash is stored.</exception>
    public FileStream Open(string sha256) =>
        new(PathOf(sha256), FileMode.Open, FileAccess.Read, FileShare.Read, BufferBytes, useAsync: true);

    // ENOSPC on Linux, ERROR_DISK_FULL and ERROR_HANDLE_DISK_FULL on Windows.
    public static bool IsDiskFull(IOException error) => (error.HResult & 0xFFFF) is 28 or 112 or 39;

    public bool Exists(string sha256) => File.Exists(PathOf(sha256));

    /// <summary>Where a file lies below the store's folder, with forward slashes.</summary>
    public static string PlaceOf(string sha256) => $"{sha256[..2]}/{sha256}";

    /// <summary>Every file that lies in the store, known or not, by its place; without what is still coming in.</summary>
    public IEnumerable<(string Place, DateTimeOffset WrittenAt)> Stored() =>
        !Directory.Exists(_folder) ? [] : new DirectoryInfo(_folder).EnumerateFiles("*", SearchOption.AllDirectories)
            .Where(file => !file.FullName.StartsWith(Path.GetFullPath(_incoming) + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            .Select(file => (Path.GetRelativePath(_folder, file.FullName).Replace('\\', '/'), new DateTimeOffset(file.LastWriteTimeUtc, TimeSpan.Zero)));

    private async Task<ReceivedFile> ReceiveAsync(Func<FileStream, Task<byte[]>> fill)
    {
        var path = Path.Combine(Directory.CreateDirectory(_incoming).FullName, Guid.CreateVersion7().ToString("N"));
        try
        {
            await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 0, useAsync: true);
            var sha256 = await fill(file);
            file.Flush(flushToDisk: true);
            return new(path, file.Length, Convert.ToHexStringLower(sha256));
        }
        catch
        {
            File.Delete(path);
            throw;
        }
    }

    private static async Task CopyAsync(Stream content, FileStream file, IncrementalHash hash, long maxBytes, CancellationToken ct)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(BufferBytes);
        try
        {
            long size = 0;
            int read;
            while ((read = await content.ReadAsync(buffer, ct)) > 0)
            {
                size += read;
                if (size > maxBytes)
                {
                    throw new FileTooLargeException();
                }

                hash.AppendData(buffer, 0, read);
                await file.WriteAsync(buffer.AsMemory(0, read), ct);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private string PathOf(string sha256) => Path.Combine(_folder, sha256[..2], sha256);
}
