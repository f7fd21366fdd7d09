using System.Globalization;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Web.Features.Readiness;
using ZonaIntegritas.Web.Features.Readiness.Figures;
using ZonaIntegritas.Web.Features.Reporting.Documents;

namespace ZonaIntegritas.Web.Features.Reporting;

/// <summary>Lays a readiness report out as an official paper. Every figure is the report's own text.</summary>
public static class ReadinessPaper
{
    private const string BlankName = "..................................................";

    /// <param name="seal">Null for a preview, which is kept nowhere.</param>
    public static PaperDocument Compose(ReadinessReport report, PaperOffice office, PaperSeal? seal = null)
    {
        var head = report.Head;
        return new("Laporan Kesiapan Zona Integritas", FooterOf(head), [.. BlocksOf(report, office)])
        {
            Subtitle = $"{head.UnitName}, {head.Period}",
            Letterhead = office.Letterhead,
            Seal = seal,
            Subject = report.Verdict,
            Author = office.Author,
            CreatedAt = head.GeneratedAt,
        };
    }

    private static IEnumerable<PaperBlock> BlocksOf(ReadinessReport report, PaperOffice office) =>
    [
        KeysOf(report),
        new Paragraph(report.Verdict, StyleOf(report.Standing)),
        .. ReadinessCourse.Four(report),
        .. ReadinessTables.Summary(report),
        .. ReadinessTables.Areas(report),
        .. ReadinessTables.Outcomes(report),
        .. ReadinessCourse.Trend(report),
        .. ReadinessLists.Unmet(report),
        .. ReadinessLists.Returned(report),
        .. ReadinessLists.Open(report),
        .. ReadinessLists.Losses(report),
        .. ReadinessLists.Notes(report),
        SignaturesOf(report.Head, office),
    ];

    private static KeyValues KeysOf(ReadinessReport report)
    {
        var head = report.Head;
        return new(
        [
            new("Unit kerja", head.UnitName),
            new("Tahun penilaian", head.Year.ToString(CultureInfo.InvariantCulture)),
            new("Target predikat", report.Target.Name),
            new("Lapisan nilai", head.Layer == Layer.Tpi ? "Tim Penilai Internal (TPI)" : head.LayerLabel),
            new("Keadaan lembar kerja", head.Situation),
            new("Kelengkapan", $"{report.Completeness.Text} ({report.Completeness.Share})"),
            new("Instrumen", head.Instrument),
        ]);
    }

    private static PaperFooter FooterOf(ReadinessHead head) =>
        new(NumberOf(head), head.Period, head.LayerLabel, $"{head.GeneratedText}, {head.Instrument}");

    /// <summary>Tells two prints apart: unit, year, layer and the minute it was made.</summary>
    private static string NumberOf(ReadinessHead head)
    {
        var unit = string.Concat(head.Unit.Where(char.IsLetterOrDigit)).ToUpperInvariant();
        var layer = head.Layer == Layer.Tpi ? "TPI" : "PM";
        return string.Create(CultureInfo.InvariantCulture, $"KZI/{unit}/{head.Year}/{layer}/{head.GeneratedAt.UtcDateTime:yyyyMMddHHmm}");
    }

    private static Signatures SignaturesOf(ReadinessHead head, PaperOffice office)
    {
        var place = $"{(head.City.Length > 0 ? head.City : office.Place)}, {head.GeneratedDay}";
        return head.Layer == Layer.Tpi
            ? new([new(place, $"{office.Tpi.Title},", NameOr(office.Tpi.Name), office.Tpi.Nip)])
            : new([new(place, $"Kepala {head.UnitName},", NameOr(head.HeadName), head.HeadNip)]);
    }

    private static string NameOr(string name) => name.Length > 0 ? name : BlankName;

    private static ParagraphStyle StyleOf(Standing standing) => standing switch
    {
        Standing.Met => ParagraphStyle.VerdictMet,
        Standing.Near => ParagraphStyle.VerdictNear,
        Standing.Below => ParagraphStyle.VerdictBelow,
        Standing.None => ParagraphStyle.Normal,
        _ => throw new ArgumentOutOfRangeException(nameof(standing)),
    };
}
