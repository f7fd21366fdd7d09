using ZonaIntegritas.Domain.Common;

namespace ZonaIntegritas.Web.Features.Proposals.Tpn;

public static class TpnProblems
{
    public static Problem Unreadable { get; } = new(
        "tpn.unreadable", "Berkas tidak dapat dibaca: mungkin dipindah atau diubah setelah dipilih. Pilih lagi; tidak ada yang berubah.");

    public static Problem Changed { get; } = new(
        "assessment.stale", "Nilai TPN berubah sejak pratinjau dibuat, jadi belum ada yang dicatat. Pilih berkasnya lagi untuk melihat yang akan berubah.");

    public static Problem FileTooLarge(int kilobytes) => new(
        "tpn.file-too-large", $"Berkas jawaban paling besar {kilobytes} KB. Tidak ada yang berubah; periksa apakah berkasnya benar.");
}
