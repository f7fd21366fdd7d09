using ZonaIntegritas.Web.Features.Readiness;
using ZonaIntegritas.Web.Features.Readiness.Figures;
using ZonaIntegritas.Web.Features.Reporting.Documents;

namespace ZonaIntegritas.Web.Features.Reporting;

/// <summary>The figures of a readiness report as tables and a chart, limits beside values, met and missing in words.</summary>
internal static class ReadinessTables
{
    private const ColumnAlignment Right = ColumnAlignment.Right;

    public static IEnumerable<PaperBlock> Summary(ReadinessReport report) =>
    [
        new Heading(1, "Ringkasan"),
        new Table(
            [new("Komponen", 3), new("Bobot", 1, Right), new("Nilai", 1, Right), new("Capaian", 1.1f, Right), .. LimitColumns(report), new("Keterangan", 2.6f)],
            [.. report.Components.Select(section => SectionRow(report, section)), SectionRow(report, report.Total, TableRowKind.Total)]),
        new Table(
            [new("Predikat", 1.1f), new("Syarat nilai", 1.2f), new("Kesimpulan", 6)],
            [.. report.Predicates.Select(predicate => TableRow.Of(
                predicate.Code, $"{predicate.Met} dari {predicate.Conditions.Count}",
                new TableCell(predicate.Sentence, predicate.Eligible ? Tone.Met : Tone.Below)))]),
    ];

    public static IEnumerable<PaperBlock> Areas(ReadinessReport report) =>
    [
        new Heading(1, "Kesiapan per area perubahan"),
        new BarChart(
            [.. report.Areas.Select(area => new BarRow(
                area.Name, (double)(area.Share.Value * 100m), area.Share.Text, PaperTones.Of(area.StandingFor(report.Head.Target))))],
            [.. ChartLimits(report)])
        {
            Caption = $"Capaian tiap area terhadap bobotnya; keterangan terhadap target {report.Head.Target}.",
        },
        new Table(
            [
                new("Area", 2.6f), .. report.Areas[0].Parts.Select(part => new TableColumn(part.Name, 1.7f, Right)),
                new("Total", 1.6f, Right), new("Capaian", 1.3f, Right), .. LimitColumns(report), new("Keterangan", 3),
            ],
            [.. report.Areas.Select(area => AreaRow(report, area))]),
    ];

    public static IEnumerable<PaperBlock> Outcomes(ReadinessReport report) =>
    [
        new Heading(1, "Komponen hasil"),
        new Table(
            [
                new("Hasil", 3), new("Jawaban", 1.1f, Right), new("Bobot", 0.9f, Right), new("Nilai", 0.9f, Right), .. LimitColumns(report),
                new("Keterangan", 2.6f),
            ],
            [.. report.Outcomes.Select(outcome => OutcomeRow(report, outcome))]),
    ];

    private static IEnumerable<TableColumn> LimitColumns(ReadinessReport report) =>
        InOrder(report).Select(predicate => new TableColumn($"Batas {predicate}", 1.05f, Right));

    private static TableCell[] LimitCells(ReadinessReport report, SectionFigures section) =>
        [.. InOrder(report).Select(predicate => (TableCell)(section.LimitOf(predicate)?.Label ?? "–"))];

    private static TableRow SectionRow(ReadinessReport report, SectionFigures section, TableRowKind kind = TableRowKind.Body) => new(
        [section.Name, section.Weight.Text, section.Points.Text, section.Share.Text, .. LimitCells(report, section), Remark(report, section)], kind);

    private static TableRow AreaRow(ReadinessReport report, SectionFigures area) => TableRow.Of(
    [
        area.Name,
        .. area.Parts.Select(part => (TableCell)OutOf(part.Points, part.Weight)),
        OutOf(area.Points, area.Weight),
        area.Share.Text,
        .. LimitCells(report, area),
        Remark(report, area),
    ]);

    private static TableRow OutcomeRow(ReadinessReport report, OutcomeFigures outcome) => TableRow.Of(
    [
        new TableCell(outcome.Section.Name, Bold: !outcome.IsItem, Indent: outcome.IsItem ? 1 : 0),
        outcome.Answer,
        outcome.Section.Weight.Text,
        outcome.Section.Points.Text,
        .. LimitCells(report, outcome.Section),
        Remark(report, outcome.Section),
    ]);

    private static string OutOf(Figure points, Figure weight) => $"{points} / {weight}";

    /// <summary>In words, for each predicate that sets a limit here; the sign is the target's.</summary>
    private static TableCell Remark(ReadinessReport report, SectionFigures section)
    {
        if (section.Limits.Count == 0)
        {
            return "–";
        }

        if (section.Limits.All(limit => limit.Missing is null))
        {
            return new("Semua terpenuhi", Tone.Met);
        }

        var words = InOrder(report).Select(section.LimitOf).OfType<LimitFigures>().Select(limit =>
            limit.Missing is null ? $"{limit.Predicate} terpenuhi" : $"{limit.Predicate} kurang {limit.Missing}");
        return new(string.Join("; ", words), PaperTones.Of(section.StandingFor(report.Head.Target)));
    }

    /// <summary>Lower predicate first, whichever is the target: columns stand still from paper to paper.</summary>
    private static IEnumerable<string> InOrder(ReadinessReport report) =>
        report.Total.Limits.OrderBy(limit => limit.Position).Select(limit => limit.Predicate);

    /// <summary>A line can be drawn through all bars only where all areas share one limit.</summary>
    private static IEnumerable<LimitMark> ChartLimits(ReadinessReport report) =>
        from predicate in InOrder(report)
        let limits = report.Areas.Select(area => area.LimitOf(predicate)).ToList()
        where limits.All(limit => limit is not null && limit.Position == limits[0]!.Position)
        select new LimitMark((double)(limits[0]!.Position * 100m), $"{predicate} {limits[0]!.Label}");
}
