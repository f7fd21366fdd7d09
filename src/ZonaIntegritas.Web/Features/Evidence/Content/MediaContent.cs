using System.Buffers.Binary;
using System.Text;
using ZonaIntegritas.Domain.Common;

namespace ZonaIntegritas.Web.Features.Evidence.Content;

/// <summary>Films and HEIC photos: boxes one after another, the first of which names what they are.</summary>
internal static class MediaContent
{
    private const int MaxBoxes = 100_000;
    private const int MaxBrandBytes = 256;

    private static readonly string[] HeicBrands = ["heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1"];
    private static readonly string[] OtherPictureBrands = ["avif", "avis"];

    public static Problem? ProblemOfMp4(ContentReader file)
    {
        var brands = BrandsOf(file);
        if (brands.Count == 0 || brands.Any(HeicBrands.Contains) || brands.Any(OtherPictureBrands.Contains))
        {
            return ContentProblems.Differs(file, "MP4");
        }

        if (brands.All(brand => brand is "qt  " or "\0\0\0\0"))
        {
            return ContentProblems.QuickTime;
        }

        return HasWhole(file, "moov") ? null : EvidenceProblems.Damaged("MP4");
    }

    /// <summary>Nothing here draws a HEIC, so its pixels are not counted.</summary>
    public static Problem? ProblemOfHeic(ContentReader file)
    {
        var brands = BrandsOf(file);
        return !brands.Any(HeicBrands.Contains) || OtherPictureBrands.Contains(brands[0]) ? ContentProblems.Differs(file, "HEIC")
            : HasWhole(file, "meta") ? null
            : EvidenceProblems.Damaged("HEIC");
    }

    /// <summary>The main brand, then those it is compatible with; empty when the file does not begin with an "ftyp" box.</summary>
    private static List<string> BrandsOf(ContentReader file)
    {
        var head = file.Read(0, 16);
        if (head.Length < 16 || !head.AsSpan(4).StartsWith("ftyp"u8))
        {
            return [];
        }

        var length = (int)Math.Clamp(BinaryPrimitives.ReadUInt32BigEndian(head), 16, MaxBrandBytes);
        var box = file.Read(0, length);
        // Between the main brand and the others stands a version.
        return [Encoding.Latin1.GetString(head, 8, 4), .. Enumerable.Range(4, Math.Max(0, (box.Length / 4) - 4)).Select(at => Encoding.Latin1.GetString(box, at * 4, 4))];
    }

    /// <summary>Whether the boxes fill the file to its last byte and the one that all else hangs on is among them.</summary>
    private static bool HasWhole(ContentReader file, string needed)
    {
        var (found, at) = (false, 0L);
        for (var box = 0; box < MaxBoxes && at < file.Length; box++)
        {
            if (file.Read(at, 16) is not { Length: >= 8 } head || LengthOf(head, file.Length - at) is not { } length || length > file.Length - at)
            {
                return false;
            }

            found |= Encoding.Latin1.GetString(head, 4, 4) == needed;
            at += length;
        }

        return found && at == file.Length;
    }

    /// <returns>Null when it cannot be one.</returns>
    private static long? LengthOf(ReadOnlySpan<byte> head, long left) => BinaryPrimitives.ReadUInt32BigEndian(head) switch
    {
        // The last box may leave its length open.
        0 => left,
        1 when head.Length == 16 && BinaryPrimitives.ReadUInt64BigEndian(head[8..]) is >= 16 and <= long.MaxValue and var length => (long)length,
        >= 8 and var length => length,
        _ => null,
    };
}
