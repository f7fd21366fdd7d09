using System.Security.Cryptography;

namespace ZonaIntegritas.Benchmarks.Uploads;

/// <summary>A PDF for the checks, noise for the disk: the first piece and the last are its own, those between repeat.</summary>
internal sealed class GeneratedFile
{
    /// <summary>As the page cuts them.</summary>
    public const int PieceBytes = 32 * 1024 * 1024;

    private readonly Piece _first;
    private readonly Piece _middle;
    private readonly Piece _last;

    public GeneratedFile(long length, int seed)
    {
        (Length, Seed) = (length, seed);
        var noise = new byte[(int)Math.Min(PieceBytes, length)];
        new Random(seed).NextBytes(noise);
        _middle = new(noise);
        _first = new(Lay(noise, 0, "%PDF-1.7\n"u8));
        _last = new(Lay(length <= PieceBytes ? _first.Bytes : noise, noise.Length - 7, "\n%%EOF\n"u8));
    }

    public long Length { get; }

    public int Seed { get; }

    /// <summary>Lengths are whole pieces, or less than one.</summary>
    public Piece PieceAt(long offset) => offset + PieceBytes >= Length ? _last : offset == 0 ? _first : _middle;

    private static byte[] Lay(byte[] bytes, int at, ReadOnlySpan<byte> mark)
    {
        var laid = (byte[])bytes.Clone();
        mark.CopyTo(laid.AsSpan(at));
        return laid;
    }

    internal sealed class Piece(byte[] bytes)
    {
        public byte[] Bytes { get; } = bytes;

        /// <summary>Made beforehand: the sender's work is not what is measured.</summary>
        public string Checksum { get; } = "sha256 " + Convert.ToBase64String(SHA256.HashData(bytes));
    }
}
