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

    public static Problem VersionTaken(string instrumentId, string version) => new(
        "instrument.version-taken",
        $"{instrumentId} versi {version} sudah dimuat dengan isi yang lain. Versi yang sudah dimuat tidak pernah diganti. "
        + "Naikkan \"version\" di dalam berkas, lalu muat lagi.");
}
