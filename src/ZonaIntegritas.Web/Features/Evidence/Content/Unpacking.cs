using System.Buffers;
using System.IO.Compression;

namespace ZonaIntegritas.Web.Features.Evidence.Content;

internal enum UnpackFault
{
    None,
    Broken,
    TooLarge,
}

/// <summary>
/// Unpacks every part into nothing and counts: a directory can announce 1 KB for a part that unpacks to gigabytes.
/// The work ends as soon as a part gives more than it announced, and what is announced is limited.
/// </summary>
internal static class Unpacking
{
    /// <summary>The largest presentations unpack to about their own length, the largest tables to some hundred MB.</summary>
    private const long MaxBytes = 1024L * 1024 * 1024;

    /// <summary>Tables pack 10 to 50 times; what packs more, over this length, was made to hurt.</summary>
    private const int MaxRatio = 200;

    private const long RatioMattersFrom = 64L * 1024 * 1024;

    private const int ChunkBytes = 128 * 1024;

    /// <param name="sight">Is shown each part's bytes, piece by piece.</param>
    public static UnpackFault Check(ContentReader file, IReadOnlyList<ZipPart> parts, OfficeSight sight)
    {
        var announced = parts.Sum(part => (decimal)part.Size);
        if (announced > Math.Max(MaxBytes, 2 * file.Length) || (announced > RatioMattersFrom && announced > (decimal)file.Length * MaxRatio))
        {
            return UnpackFault.TooLarge;
        }

        var buffer = ArrayPool<byte>.Shared.Rent(ChunkBytes);
        try
        {
            return parts.Select(part => Count(file, part, buffer, sight)).FirstOrDefault(fault => fault != UnpackFault.None);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static UnpackFault Count(ContentReader file, ZipPart part, byte[] buffer, OfficeSight sight)
    {
        if (part.Method is not (ZipPart.Stored or ZipPart.Deflated) || (part.Method == ZipPart.Stored && part.Packed != part.Size))
        {
            return UnpackFault.Broken;
        }

        try
        {
            var packed = file.From(part.Start);
            using var unpacked = part.Method == ZipPart.Stored ? null : new DeflateStream(packed, CompressionMode.Decompress, leaveOpen: true);
            return Count(unpacked ?? packed, part, buffer, sight);
        }
        catch (InvalidDataException)
        {
            return UnpackFault.Broken;
        }
    }

    private static UnpackFault Count(Stream bytes, ZipPart part, byte[] buffer, OfficeSight sight)
    {
        var (total, kept) = (0L, 0);
        while (true)
        {
            // A stored part is read to its announced end; an unpacked one a byte beyond, to see whether it lied.
            var wanted = Math.Min(ChunkBytes - kept, part.Size - total + (part.Method == ZipPart.Stored ? 0 : 1));
            var read = bytes.Read(buffer, kept, (int)wanted);
            if (read == 0)
            {
                return total == part.Size ? UnpackFault.None : UnpackFault.Broken;
            }

            total += read;
            if (total > part.Size)
            {
                return UnpackFault.TooLarge;
            }

            var piece = buffer.AsSpan(0, kept + read);
            sight.See(part, piece, isFirst: total == read);
            kept = Math.Min(OfficeSight.Overlap, piece.Length);
            piece[^kept..].CopyTo(buffer);
        }
    }
}
