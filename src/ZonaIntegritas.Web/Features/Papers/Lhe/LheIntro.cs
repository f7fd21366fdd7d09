using System.Globalization;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Instruments;
using ZonaIntegritas.Web.Features.Papers.Typed;
using ZonaIntegritas.Web.Features.Reporting.Documents;

namespace ZonaIntegritas.Web.Features.Papers.Lhe;

/// <summary>The chapters before the results, in our own words.</summary>
internal static class LheIntro
{
    public static IEnumerable<PaperBlock> Blocks(LheFacts facts, PaperInput input) =>
    [
        new Heading(1, "1. Landasan"),
        new Paragraph(
            "Zona Integritas dibangun agar unit kerja mencegah korupsi dan melayani dengan baik secara nyata, bukan di atas kertas saja. "
            + "Sebelum diusulkan ke Tim Penilai Nasional (TPN), unit dinilai lebih dahulu oleh Tim Penilai Internal (TPI) instansinya. Laporan ini memuat hasilnya."),
        new Heading(1, "2. Dasar hukum"),
        new PointList(
        [
            "PermenPANRB Nomor 90 Tahun 2021 tentang pembangunan dan evaluasi Zona Integritas menuju WBK dan WBBM, yang menetapkan instrumen, bobot, dan batas nilai.",
            "PermenPANRB Nomor 5 Tahun 2024 tentang perubahan atas peraturan tersebut, yang menetapkan syarat dan tata cara pengusulan.",
            .. input[PaperFields.Assignment] is { Length: > 0 } assignment ? (string[])[$"Surat tugas {assignment}."] : [],
        ], Numbered: true),
        new Heading(1, "3. Tujuan"),
        new Paragraph(
            $"Menilai sejauh mana unit memenuhi batas nilai dan syarat pengusulan menuju {facts.Head.TargetName}, menyatakan layak atau tidaknya unit diusulkan, "
            + "dan memberi rekomendasi yang dapat dikerjakan unit."),
        new Heading(1, "4. Sasaran"),
        new Paragraph($"{facts.Tpi.Unit}: {Areas(facts)} area perubahan pada komponen pengungkit dan capaian pada komponen hasil."),
        new Heading(1, "5. Metodologi"),
        new Paragraph(
            "TPI memeriksa data dukung setiap soal, memberi nilai sendiri di samping nilai unit, mengembalikan soal yang perlu diperbaiki, "
            + "lalu menilainya kembali. Penilaian berjenjang, dan setiap nilai akhir melibatkan sekurangnya dua penilai. Penilai tidak menilai unitnya sendiri. "
            + "Nilai dihitung oleh aplikasi dari jawaban, menurut bobot dan rumus instrumen; batas bersifat minimal dan dibandingkan sebelum pembulatan."),
        new Heading(1, "6. Ruang lingkup"),
        new KeyValues(
        [
            new("Unit kerja", facts.Tpi.Unit),
            new("Periode", $"Tahun {facts.Head.Year.ToString(CultureInfo.InvariantCulture)}"),
            new("Soal yang dinilai", $"{Indonesian.Number(facts.Tpi.Lines.Count(line => line.Answer is not null))} dari {Indonesian.Number(facts.Tpi.Lines.Count)} soal"),
            new("Data dukung", Evidence(facts.Evidence)),
            new("Instrumen", facts.Head.Instrument),
        ]),
    ];

    private static string Areas(LheFacts facts) => Indonesian.Number(facts.Instrument.OfKind(SectionKind.Area).Count());

    private static string Evidence(LheEvidence evidence) => evidence.Links == 0
        ? "tidak ada dokumen yang diajukan"
        : $"{Indonesian.Number(evidence.Documents)} dokumen untuk {Indonesian.Number(evidence.Questions)} soal ({Indonesian.Number(evidence.Links)} rujukan)";
}
