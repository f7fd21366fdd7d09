using System.Globalization;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Web.Features.Reporting.Documents;

namespace ZonaIntegritas.Web.Features.Papers.Recap;

/// <summary>Where all units of a period stand: for two minutes and a printer. Pure.</summary>
public static class RecapPaper
{
    public static PaperDocument Compose(RecapFacts facts, PaperStamp stamp) =>
        new PaperFace(
            "Rekap Kesiapan Zona Integritas", "REKAP", "", facts.Year, "Lapisan terbaru yang lengkap", string.Join("; ", facts.Instruments), IndonesianZone.WIB)
        {
            Subtitle = $"Seluruh unit kerja, Tahun {facts.Year.ToString(CultureInfo.InvariantCulture)}",
            Subject = Summary(facts),
        }.Wrap(stamp,
        [
            new Paragraph(Summary(facts)),
            .. facts.Rows.Count == 0 ? [] : Blocks(facts, stamp.IsPreview),
            new Paragraph(
                "Nilai tiap unit berasal dari lapisan terbaru yang lengkap. \"Sementara\" berarti masih dapat berubah; \"tetap\" berarti LHE sudah terbit. "
                + "Batas bersifat minimal dan dibandingkan dengan nilai sebelum pembulatan. Rekap ini menilai syarat nilai; syarat pengusulan lain diperiksa terpisah.",
                ParagraphStyle.Muted),
            SignaturesOf(stamp),
        ]);

    internal static string Summary(RecapFacts facts)
    {
        if (facts.Rows.Count == 0)
        {
            return "Belum ada lembar kerja pada periode ini.";
        }

        var met = facts.Rows.Count(row => row.Shown.Score is { TargetMet: true });
        var final = facts.Rows.Count(row => row.IsFinal);
        var empty = facts.Rows.Count(row => !row.HasScore);
        return $"{Say(met)} dari {Say(facts.Rows.Count)} unit memenuhi seluruh syarat nilai targetnya. LHE sudah terbit untuk {Say(final)} unit"
            + (empty == 0 ? "." : $"; {Say(empty)} unit belum mengisi lembar kerja.");
    }

    private static IEnumerable<PaperBlock> Blocks(RecapFacts facts, bool preview) =>
    [
        .. RecapCounts.Blocks(facts),
        .. RecapTables.Ranking(facts, preview),
        .. RecapTables.Areas(facts, preview),
    ];

    internal static string Say(int count) => Indonesian.Number(count);

    internal static string Standing(RecapRow row) => row switch
    {
        { HasScore: false } => "belum ada nilai",
        { IsFinal: true, Shown.Layer: Layer.Tpi } => "TPI, tetap",
        { Shown.Layer: Layer.Tpi } => "TPI, sementara",
        _ => $"{row.Shown.LayerLabel}, sementara",
    };

    private static Signatures SignaturesOf(PaperStamp stamp)
    {
        var (office, head) = (stamp.Office, stamp.Office.Head);
        return new([new($"{office.Place}, {Indonesian.Date(IndonesianZone.WIB.Today(stamp.At))}", $"{head.Title},", PaperFace.OrBlank(head.Name), head.Nip)]);
    }
}
