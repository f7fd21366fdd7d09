using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Reviews;

namespace ZonaIntegritas.Web.Features.Administration.Teams;

public static class TeamProblems
{
    public static Problem AccountClosed { get; } = new(
        "assignment.account-closed", "Akun orang ini ditutup, jadi tidak dapat menilai. Buka akunnya lebih dahulu atau pilih evaluator lain.");

    public static Problem Ended { get; } = new(
        "assignment.ended", "Penugasan ini sudah berakhir, mungkin baru saja oleh administrator lain. Tutup panel ini dan buka lagi.");

    public static Problem Unchanged { get; } = new("assignment.unchanged", "Jenjang dan areanya sama seperti sekarang. Tidak ada yang diubah.");

    public static Problem ReasonMissing { get; } = new("assignment.reason-missing", "Isi alasannya; alasan disimpan dalam riwayat tim.");

    public static Problem SamePerson { get; } = new("assignment.same-person", "Ini orang yang sama. Pilih evaluator lain sebagai penerima.");

    public static Problem NothingToHandOver { get; } = new(
        "assignment.nothing-to-hand-over", "Tidak ada penugasan yang dapat dialihkan dari orang ini untuk unit yang dipilih.");

    public static Problem AlreadyThere(string shortName, ReviewTier tier) => new(
        "assignment.already-there",
        $"Orang ini sudah {ReviewProblems.Say(tier)} untuk {shortName}. Satu orang memegang satu jenjang per unit; ubah penugasannya yang sekarang.");

    public static Problem UnknownArea(string code) => new(
        "assignment.unknown-area", $"Area {code} tidak ada di instrumen unit ini. Muat ulang panel, lalu pilih area dari daftar.");

    public static Problem ReasonTooLong { get; } = new(
        "assignment.reason-too-long", $"Alasan paling panjang {ReviewAssignment.ReasonMaxLength} huruf.");
}
