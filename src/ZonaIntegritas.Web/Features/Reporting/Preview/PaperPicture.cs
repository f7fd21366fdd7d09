using ZonaIntegritas.Web.Features.Reporting.Rendering.Layout;

namespace ZonaIntegritas.Web.Features.Reporting.Preview;

/// <summary>A document's picture as a browser takes it without another request.</summary>
internal static class PaperPicture
{
    /// <returns>Null for bytes that paper could not show either.</returns>
    public static string? SourceOf(ReadOnlyMemory<byte> bytes) =>
        MediaTypeOf(bytes.Span) is { } type && PictureShelf.IsWhole(bytes.Span) ? $"data:{type};base64,{Convert.ToBase64String(bytes.Span)}" : null;

    private static string? MediaTypeOf(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0x89, (byte)'P', (byte)'N', (byte)'G', ..] => "image/png",
        [0xFF, 0xD8, 0xFF, ..] => "image/jpeg",
        _ => null,
    };
}
