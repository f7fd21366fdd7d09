using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using ZonaIntegritas.Domain.Evidence;

namespace ZonaIntegritas.Web.Features.EvidencePacks.Packing;

/// <summary>Writes a ZIP as it goes: nothing but one buffer is held, however large the files are.</summary>
internal sealed class PackArchive(Stream output, DateTimeOffset now) : IDisposable
{
    private const int BufferBytes = 128 * 1024;

    public const string SumsName = "SHA256SUMS";

    private readonly ZipArchive _zip = new(output, ZipArchiveMode.Create, leaveOpen: true);
    private readonly StringBuilder _sums = new();

    public async Task AddAsync(string path, Stream content, string sha256, EvidenceType type, CancellationToken ct)
    {
        await using (var entry = Open(path, type.IsText() ? CompressionLevel.Fastest : CompressionLevel.NoCompression))
        {
            await content.CopyToAsync(entry, BufferBytes, ct);
        }

        AddSum(path, sha256);
    }

    public async Task AddAsync(string path, byte[] content, CancellationToken ct)
    {
        await using (var entry = Open(path, CompressionLevel.Fastest))
        {
            await entry.WriteAsync(content, ct);
        }

        AddSum(path, Convert.ToHexStringLower(SHA256.HashData(content)));
    }

    /// <summary>Text of any length, written and hashed piece by piece.</summary>
    public async Task AddTextAsync(string path, Func<TextWriter, Task> write, CancellationToken ct)
    {
        using var hash = SHA256.Create();
        await using (var entry = Open(path, CompressionLevel.Fastest))
        {
            await using var hashed = new CryptoStream(entry, hash, CryptoStreamMode.Write);
            await using var text = new StreamWriter(hashed, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), BufferBytes) { NewLine = "\n" };
            await write(text);
            await text.FlushAsync(ct);
        }

        AddSum(path, Convert.ToHexStringLower(hash.Hash!));
    }

    /// <summary>The list that "sha256sum -c" reads; the last thing in, and the only one not in it.</summary>
    public async Task FinishAsync(CancellationToken ct)
    {
        await using var entry = Open(SumsName, CompressionLevel.Fastest);
        await entry.WriteAsync(Encoding.UTF8.GetBytes(_sums.ToString()), ct);
    }

    public void Dispose() => _zip.Dispose();

    private Stream Open(string path, CompressionLevel level)
    {
        var entry = _zip.CreateEntry(path, level);
        entry.LastWriteTime = now;
        return entry.Open();
    }

    private void AddSum(string path, string sha256) => _sums.Append(sha256).Append("  ").Append(path).Append('\n');
}
