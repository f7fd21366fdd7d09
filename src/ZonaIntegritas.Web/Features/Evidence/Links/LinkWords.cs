using ZonaIntegritas.Domain.Evidence;

namespace ZonaIntegritas.Web.Features.Evidence.Links;

public static class LinkWords
{
    /// <param name="wasAsked">Whether the address was looked at before.</param>
    public static string Of(LinkState state, bool wasAsked = true) => state switch
    {
        LinkState.Opens => "Terbuka",
        LinkState.Locked => "Terkunci",
        LinkState.Dead => "Tidak dapat dibuka",
        LinkState.NotPublic => "Bukan alamat publik",
        _ => wasAsked ? "Belum pasti" : "Menunggu pemeriksaan",
    };

    /// <summary>Name of the meaning colour: met, near, below or none.</summary>
    public static string Tone(LinkState state) => state switch
    {
        LinkState.Opens => "met",
        LinkState.Locked => "near",
        LinkState.Dead or LinkState.NotPublic => "below",
        _ => "none",
    };
}
