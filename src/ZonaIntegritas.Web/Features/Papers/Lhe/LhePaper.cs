using System.Globalization;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Web.Features.Papers.Typed;
using ZonaIntegritas.Web.Features.Reporting.Documents;

namespace ZonaIntegritas.Web.Features.Papers.Lhe;

/// <summary>Laporan Hasil Evaluasi TPI, in the order that offices know. Pure.</summary>
public static class LhePaper
{
    public static PaperDocument Compose(LheFacts facts, PaperStamp stamp)
    {
        var head = facts.Head;
        return new PaperFace("Laporan Hasil Evaluasi Tim Penilai Internal", "LHE", head.ShortName, head.Year, "TPI, dibekukan saat LHE terbit", head.Instrument, head.Zone)
        {
            Subtitle = $"{facts.Tpi.Unit}, Tahun {Year(head)}",
            Subject = VerdictOf(facts),
        }.Wrap(stamp,
        [
            KeysOf(facts, stamp.Input),
            new Paragraph(VerdictOf(facts), facts.Eligible ? ParagraphStyle.VerdictMet : ParagraphStyle.VerdictBelow),
            .. LheIntro.Blocks(facts, stamp.Input),
            .. LheResults.Blocks(facts),
            .. LheAdvice.Blocks(facts, stamp.Input),
            SignaturesOf(facts, stamp),
        ]);
    }

    internal static string VerdictOf(LheFacts facts) => facts.Verdict?.Sentence
        ?? (facts.Eligible ? $"Layak diusulkan menuju {facts.Head.Target}." : $"Belum layak diusulkan menuju {facts.Head.Target}.");

    private static KeyValues KeysOf(LheFacts facts, PaperInput input)
    {
        var head = facts.Head;
        return new(
        [
            new("Nomor", PaperFace.OrBlank(input[PaperFields.Number])),
            new("Tanggal", Indonesian.Date(DateOf(facts, input))),
            new("Surat tugas", PaperFace.OrBlank(input[PaperFields.Assignment])),
            new("Unit kerja", facts.Tpi.Unit),
            new("Tahun penilaian", Year(head)),
            new("Target predikat", head.TargetName),
            new("Instrumen", head.Instrument),
            new("Terbit di aplikasi", $"{Indonesian.Moment(head.FrozenAt, head.Zone)}, terbitan ke-{Indonesian.Number(head.Edition)}"),
        ]);
    }

    private static Signatures SignaturesOf(LheFacts facts, PaperStamp stamp)
    {
        var place = $"{stamp.Office.Place}, {Indonesian.Date(DateOf(facts, stamp.Input))}";
        var people = TpiSigners.Columns(facts.Signers, stamp.Office.Tpi);
        people[^1] = people[^1] with { PlaceDate = place };
        return new(people);
    }

    private static DateOnly DateOf(LheFacts facts, PaperInput input) => input.Date(PaperFields.On) ?? facts.Head.Zone.Today(facts.Head.FrozenAt);

    private static string Year(LheHead head) => head.Year.ToString(CultureInfo.InvariantCulture);
}
