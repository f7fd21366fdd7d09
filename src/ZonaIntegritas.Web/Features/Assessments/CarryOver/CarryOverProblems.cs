using ZonaIntegritas.Domain.Common;

namespace ZonaIntegritas.Web.Features.Assessments.CarryOver;

/// <summary>Why something of last year is not taken for this year's sheet. What is stored this year stays as it is.</summary>
public static class CarryOverProblems
{
    public static Problem NoEarlierSheet { get; } = new(
        "carry.no-earlier-sheet", "Unit ini tidak punya lembar kerja tahun sebelumnya. Isi jawabannya langsung.");

    public static Problem NothingToTake { get; } = new(
        "carry.nothing", "Soal ini tidak dijawab tahun lalu. Isi jawabannya langsung.");

    public static Problem Unfinished { get; } = new(
        "carry.unfinished", "Hitungan tahun lalu belum lengkap. Isi angka tahun ini langsung.");

    public static Problem Same { get; } = new("carry.same", "Jawaban tahun ini sudah sama dengan tahun lalu; tidak ada yang diubah.");

    public static Problem NotOfLastYear { get; } = new(
        "carry.not-of-last-year",
        "Dokumen ini tidak lagi terpasang pada soal yang sama di lembar tahun lalu. Pilih dari Pustaka lewat \"Pakai berkas yang sudah ada\".");

    public static Problem NoLongerFits(string reason) => new(
        "carry.no-longer-fits", $"Jawaban tahun lalu tidak dapat dipakai. {reason} Isi jawaban tahun ini langsung.");

    public static Problem SourceChanged(int year) => new(
        "carry.source-changed", $"Jawaban LKE {year} baru saja berubah, jadi belum dipakai. Muat ulang halaman, periksa, lalu ulangi bila perlu.");

    public static Problem Expired(DateOnly until) => new(
        "carry.expired",
        $"Menurut keterangannya dokumen ini berlaku sampai {Indonesian.Date(until)}, jadi tidak dipasang. Unggah versi yang berlaku, atau perbaiki tanggalnya di Pustaka.");
}
