namespace ZonaIntegritas.Web.Features.Reviews.Desk;

/// <summary>The commonest remarks, as first words to go on from.</summary>
public static class RemarkTemplates
{
    public static IReadOnlyList<string> OfReturn { get; } =
    [
        "Bukti belum ada. Lampirkan ",
        "Bukti tahun lalu. Lampirkan dokumen tahun berjalan: ",
        "Bukti tidak menunjukkan hal yang ditanyakan. ",
        "Dokumen belum ditandatangani atau bertanggal. ",
        "Sebutkan halaman yang dimaksud pada berkas ",
    ];

    public static IReadOnlyList<string> OfNote { get; } =
    [
        "Sesuai bukti pada halaman ",
        "Bukti hanya menunjukkan sebagian: ",
        "Dokumen bukan dari tahun penilaian. ",
        "Hitungan diperbaiki menurut ",
        "Pertahankan, lengkapi dengan ",
    ];

    /// <summary>Nothing that was typed is lost: the template follows it on a line of its own.</summary>
    public static string AddTo(string text, string template) => string.IsNullOrWhiteSpace(text) ? template : $"{text.TrimEnd()}\n{template}";
}
