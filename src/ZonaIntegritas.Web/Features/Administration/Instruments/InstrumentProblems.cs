using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Common;

namespace ZonaIntegritas.Web.Features.Administration.Instruments;

public static class InstrumentProblems
{
    public static Problem NoFile { get; } = new("instrument.no-file", "Pilih berkas instrumen (.json) lebih dahulu.");

    public static Problem EmptyFile { get; } = new("instrument.empty-file", "Berkas ini kosong. Pilih berkas instrumen (.json) yang berisi.");

    public static Problem Unreadable { get; } = new(
        "instrument.unreadable", "Berkas tidak dapat dibaca lagi dari komputer Anda: mungkin dipindah atau diubah. Tidak ada yang disimpan. Pilih berkas sekali lagi.");

    public static Problem TooLarge(int megabytes) => new(
        "instrument.too-large",
        $"Berkas lebih besar dari {megabytes} MB, sehingga bukan berkas instrumen. Tidak ada yang disimpan. Pilih berkas yang lain.");

    public static Problem NotText { get; } = new(
        "instrument.not-text",
        "Berkas ini bukan teks UTF-8, sehingga tidak dapat disimpan persis seperti aslinya. Simpan ulang sebagai JSON dengan UTF-8, lalu muat lagi.");

    public static Problem UnknownVersion { get; } = new("instrument.unknown-version", "Versi instrumen ini tidak ada. Pilih dari daftar.");

    public static Problem NothingToUndo { get; } = new(
        "instrument.nothing-to-undo", "Tidak ada penerapan yang dapat dibatalkan pada periode ini. Untuk kembali lebih jauh, terapkan versi yang diinginkan.");

    public static Problem ReasonMissing { get; } = new(
        "instrument.reason-missing", "Tulis alasannya; alasan tersimpan di riwayat periode.");

    public static Problem AlreadyUsed(int year) => new("instrument.already-used", $"Periode {year} sudah memakai versi ini. Tidak ada yang perlu diterapkan.");

    public static Problem OtherInstrument(int year) => new(
        "instrument.other-instrument",
        $"Versi ini milik instrumen lain, sehingga jawaban periode {year} tidak cocok dengannya. Untuk instrumen lain, buka periode baru.");

    public static Problem ChangedMeanwhile(int year) => new(
        "instrument.changed-meanwhile",
        $"Instrumen periode {year} baru saja diubah orang lain. Tidak ada yang berubah karena permintaan Anda. Muat ulang halaman, lalu lihat lagi dampaknya.");

    public static Problem TargetMissing(string target, int sheets) => new(
        "instrument.target-missing",
        $"Belum dapat dilanjutkan: {sheets} lembar menuju {target}, tetapi versi ini tidak memuat predikat itu. Tambahkan predikatnya ke berkas, atau ubah target lembarnya.");

    public static Problem ReturnedQuestionGone(int count, IReadOnlyList<string> examples) => new(
        "instrument.returned-question-gone",
        $"Belum dapat dilanjutkan: {count} soal yang dikembalikan TPI tidak ada pada versi itu ({string.Join(", ", examples)}{(count > examples.Count ? ", …" : "")}), "
        + "sehingga perbaikannya tidak dapat dikirim lagi. Minta TPI membatalkan pengembaliannya, atau tunggu sampai diperbaiki dan diperiksa ulang.");

    /// <summary>What is wrong with the reason for a change; null when nothing is.</summary>
    public static Problem? ReasonFault(string reason) =>
        string.IsNullOrWhiteSpace(reason) ? ReasonMissing
        : reason.Trim().Length > PeriodChange.ReasonMaxLength ? AssessmentProblems.NoteTooLong(PeriodChange.ReasonMaxLength)
        : null;

    public static Problem VersionTaken(string instrumentId, string version) => new(
        "instrument.version-taken",
        $"{instrumentId} versi {version} sudah dimuat dengan isi yang lain. Versi yang sudah dimuat tidak pernah diganti. "
        + "Naikkan \"version\" di dalam berkas, lalu muat lagi.");
}
