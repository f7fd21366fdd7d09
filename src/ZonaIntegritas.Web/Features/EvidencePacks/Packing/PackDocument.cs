using ZonaIntegritas.Domain.Evidence;

namespace ZonaIntegritas.Web.Features.EvidencePacks.Packing;

/// <summary>One document as it was put forward for one question.</summary>
/// <param name="FileName">The file's own, whose ending it keeps.</param>
/// <param name="Place">"hal. 12, diktum kedua"; empty for the whole of it.</param>
/// <param name="Sha256">Null for an address.</param>
internal sealed record PackDocument(
    string QuestionCode, string Title, string FileName, int Version, string Place, long Size, string? Sha256, string? Url, ScanState Scan)
{
    /// <summary>Why its bytes are not handed out, whatever the disk says; null when they may be.</summary>
    public string? Refusal => Scan switch
    {
        ScanState.Waiting => "masih menunggu pemindaian virus",
        ScanState.Infected => "ditandai berbahaya oleh pemindai virus",
        _ => null,
    };
}

/// <param name="Path">Where it lies in the pack; null when it is not in it.</param>
/// <param name="Missing">Why it is not; empty for addresses.</param>
internal sealed record PackedDocument(PackDocument Document, string? Path, string Missing);
