using ZonaIntegritas.Domain.Common;

namespace ZonaIntegritas.Domain.Planning;

public static class PlanningProblems
{
    /// <summary>Somebody else saved meanwhile: the page keeps what was typed.</summary>
    public const string StaleCode = "planning.stale";

    public static Problem Stale { get; } = new(
        StaleCode,
        "Butir ini baru saja diubah orang lain dan daftar sudah dimuat ulang. Ketikan Anda masih ada pada formulir dan belum tersimpan; bandingkan, lalu simpan lagi bila masih perlu.");

    public static Problem UnknownEffort { get; } = new("planning.unknown-effort", "Tingkat usaha ini tidak dikenal. Pilih salah satu dari daftar.");

    public static Problem UnknownItem { get; } = new("planning.unknown-item", "Butir rencana aksi ini tidak ada. Muat ulang halaman.");

    public static Problem NothingChosen { get; } = new("planning.nothing-chosen", "Belum ada butir yang dipilih. Centang soal yang akan dijadikan rencana aksi.");

    public static Problem WhatMissing { get; } = new("planning.what-missing", "Tulis apa yang akan dikerjakan. Isian lain tetap ada di layar.");

    public static Problem WhoMissing { get; } = new("planning.who-missing", "Tulis siapa yang mengerjakan. Isian lain tetap ada di layar.");

    public static Problem DueMissing { get; } = new("planning.due-missing", "Tulis sampai kapan dikerjakan. Isian lain tetap ada di layar.");

    public static Problem OutcomeMissing { get; } = new("planning.outcome-missing", "Tulis hasilnya secara singkat, agar jelas apa yang sudah selesai.");

    public static Problem ReasonMissing { get; } = new("planning.reason-missing", "Tulis alasan membatalkan butir ini; butirnya tetap tersimpan.");

    public static Problem AlreadyClosed { get; } = new("planning.already-closed", "Butir ini sudah selesai atau dibatalkan, jadi tidak berubah lagi.");

    public static Problem TooLong(string field, int maximum) => new(
        "planning.too-long", $"{field} paling panjang {maximum} huruf. Ringkas, lalu simpan lagi; ketikan Anda tetap ada di layar.");

    public static Problem DueInPast(UnitDay today) => new(
        "planning.due-in-past", $"Tanggal ini sudah lewat (hari ini {Indonesian.Date(today.Date)}, {today.ZoneName}). Pilih hari ini atau sesudahnya.");

    public static Problem AlreadyPlanned(string code) => new(
        "planning.already-planned", $"Soal {code} sudah punya butir rencana aksi yang terbuka dengan tujuan yang sama. Ubah butir itu, atau hapus centangnya di sini.");

    public static Problem UnacceptableAim(string code) => new(
        "planning.unacceptable-aim", $"Tujuan untuk soal {code} tidak sesuai dengan soalnya. Muat ulang halaman, lalu pilih lagi.");
}
