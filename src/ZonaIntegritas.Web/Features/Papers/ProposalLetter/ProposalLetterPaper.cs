using System.Globalization;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Web.Features.Papers.Typed;
using ZonaIntegritas.Web.Features.Reporting.Documents;

namespace ZonaIntegritas.Web.Features.Papers.ProposalLetter;

/// <summary>Konsep surat usulan: one letter for all units of a period. Pure.</summary>
public static class ProposalLetterPaper
{
    public static PaperDocument Compose(LetterFacts facts, PaperStamp stamp)
    {
        var year = facts.Year.ToString(CultureInfo.InvariantCulture);
        return new PaperFace("Surat Usulan Unit Kerja Zona Integritas", "USULAN", "", facts.Year, "TPI, menurut LHE", "", IndonesianZone.WIB)
        {
            IsLetter = true,
            Subject = $"Usulan {Indonesian.Number(facts.Units.Count)} unit kerja tahun {year}",
        }.Wrap(stamp,
        [
            Keys(stamp),
            new Spacer(10),
            new Paragraph($"Yth. {string.Join('\n', stamp.Input.Lines(PaperFields.Addressee))}"),
            new Spacer(10),
            new Paragraph(
                $"Menindaklanjuti PermenPANRB Nomor 90 Tahun 2021 dan perubahannya dalam PermenPANRB Nomor 5 Tahun 2024, bersama ini kami mengusulkan "
                + $"{Indonesian.Number(facts.Units.Count)} unit kerja untuk dievaluasi Tim Penilai Nasional pada tahun {year}. "
                + "Setiap unit sudah dinilai Tim Penilai Internal dan dinyatakan layak diusulkan."),
            Units(facts),
            new Paragraph(
                "Bersama surat ini kami sampaikan surat pernyataan tanggung jawab mutlak serta laporan hasil evaluasi tiap unit. "
                + "Atas perhatian dan bimbingannya kami ucapkan terima kasih."),
            SignaturesOf(stamp),
            .. CopiesTo(stamp.Input),
        ]);
    }

    internal static Table Units(LetterFacts facts) => new(
        [new("No", 0.6f, ColumnAlignment.Right), new("Unit kerja", 5), new("Diusulkan menuju", 1.5f), new("Nilai TPI", 1.1f, ColumnAlignment.Right), new("LHE terbit", 1.9f)],
        [.. facts.Units.Select((unit, i) => TableRow.Of(
            Indonesian.Number(i + 1), unit.Name, unit.Target, unit.Total is { } total ? Indonesian.Points(total) : "–", unit.LheOn is { } on ? Indonesian.Date(on) : "–"))]);

    internal static string DateOf(PaperInput input) => input.Date(PaperFields.On) is { } on ? Indonesian.Date(on) : "........................";

    private static KeyValues Keys(PaperStamp stamp) => new(
    [
        new("Nomor", PaperFace.OrBlank(stamp.Input[PaperFields.Number])),
        new("Sifat", "Penting"),
        new("Lampiran", "Satu berkas"),
        new("Hal", "Usulan unit kerja menuju WBK dan WBBM"),
    ])
    { Beside = $"{stamp.Office.Place}, {DateOf(stamp.Input)}" };

    private static IEnumerable<PaperBlock> CopiesTo(PaperInput input) => input.Lines(PaperFields.Copies) is { Count: > 0 } copies
        ? [new Spacer(10), new KeepTogether([new Paragraph("Tembusan:"), new PointList(copies, Numbered: true)])]
        : [];

    // A letter's place and date stand at its head.
    private static Signatures SignaturesOf(PaperStamp stamp)
    {
        var head = stamp.Office.Head;
        return new([new("", $"{head.Title},", PaperFace.OrBlank(head.Name), head.Nip)]);
    }
}
