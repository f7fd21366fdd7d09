using ZonaIntegritas.Domain.Evidence;

namespace ZonaIntegritas.Web.Features.Evidence.Library;

/// <summary>The choices of the library's filters: how each stands in the address, and how it is said.</summary>
public static class LibraryWords
{
    public static IReadOnlyList<Choice<LibraryState>> States { get; } =
    [
        new(LibraryState.All, "", "Semua keadaan"),
        new(LibraryState.Unused, "belum-dipakai", "Belum dipakai"),
        new(LibraryState.Expiring, "segera-berakhir", "Segera berakhir"),
        new(LibraryState.Expired, "sudah-berakhir", "Sudah berakhir"),
        new(LibraryState.FromEarlierYear, "tahun-lalu", "Dipakai tahun lalu"),
        new(LibraryState.NewestUnused, "versi-baru", "Versi baru belum dipakai"),
        new(LibraryState.LinkTrouble, "tautan-bermasalah", "Tautan bermasalah"),
        new(LibraryState.FileTrouble, "berkas-bermasalah", "Berkas bermasalah"),
        new(LibraryState.AwaitingScan, "menunggu-pemindaian", "Menunggu pemindaian"),
        new(LibraryState.Infected, "terinfeksi", "Terinfeksi"),
    ];

    public static IReadOnlyList<Choice<LibrarySort>> Sorts { get; } =
    [
        new(LibrarySort.Newest, "", "Terbaru masuk"),
        new(LibrarySort.Title, "judul", "Judul"),
        new(LibrarySort.DocumentDate, "tanggal", "Tanggal dokumen"),
    ];

    /// <summary>In the order people look for them; "Lainnya" is what a document is before anybody has said.</summary>
    public static IReadOnlyList<Choice<EvidenceKind>> Kinds { get; } =
    [
        Of(EvidenceKind.Decree, "sk"), Of(EvidenceKind.Letter, "surat"), Of(EvidenceKind.Report, "laporan"), Of(EvidenceKind.Minutes, "notulen"),
        Of(EvidenceKind.Procedure, "sop"), Of(EvidenceKind.Plan, "rencana"), Of(EvidenceKind.Photo, "foto"), Of(EvidenceKind.Screenshot, "tangkapan-layar"),
        Of(EvidenceKind.Video, "video"), Of(EvidenceKind.Data, "rekapitulasi"), Of(EvidenceKind.Publication, "publikasi"), Of(EvidenceKind.Other, "lainnya"),
    ];

    /// <summary>The choice that a word in the address names; null for a word that names none.</summary>
    public static Choice<T>? Named<T>(this IReadOnlyList<Choice<T>> choices, string? key) => choices.FirstOrDefault(choice => choice.Key == (key ?? ""));

    public static string KeyOf<T>(this IReadOnlyList<Choice<T>> choices, T value) =>
        choices.Single(choice => EqualityComparer<T>.Default.Equals(choice.Value, value)).Key;

    private static Choice<EvidenceKind> Of(EvidenceKind kind, string key) => new(kind, key, EvidenceWords.Say(kind));
}

public sealed record Choice<T>(T Value, string Key, string Word);
