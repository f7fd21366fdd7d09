using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Web.Features.Readiness;
using ZonaIntegritas.Web.Features.Readiness.Charts;
using ZonaIntegritas.Web.Features.Reporting.Documents;

namespace ZonaIntegritas.Web.Features.Reporting;

/// <summary>Where a unit came from and where it may go: the four figures that are never mixed, and the total week by week.</summary>
internal static class ReadinessCourse
{
    /// <summary>As many as keep their figures under the chart.</summary>
    private const int MostPoints = 10;

    private const int DaysInWeek = 7;
    private const int Full = 100;
    private const int ScaleStep = 10;

    public static IEnumerable<PaperBlock> Four(ReadinessReport report) =>
    [
        new Heading(1, "Empat nilai yang berbeda"),
        new Table(
            [new("Nilai", 2.4f), new("Total", 0.8f, ColumnAlignment.Right), new("Keadaan", 2.8f), new("Keterangan", 3)],
            [.. report.Four.Select(figure => TableRow.Of(
                new TableCell(figure.Label, Bold: figure.Layer == report.Head.Layer),
                new TableCell(figure.Total?.Text ?? "–", Bold: figure.Layer == report.Head.Layer),
                figure.State, figure.Detail.Length > 0 ? figure.Detail : "–"))]),
    ];

    public static IEnumerable<PaperBlock> Trend(ReadinessReport report)
    {
        yield return new Heading(1, "Nilai total dari pekan ke pekan");
        var weeks = WeeksOf(report.Trend);
        if (weeks.Count < 2)
        {
            yield return new Paragraph("Grafik muncul setelah ada nilai dari sedikitnya dua pekan.");
            yield break;
        }

        yield return new LineChart(
            "Pekan",
            [.. weeks.Select(week => Indonesian.ShortDate(week))],
            [.. report.Trend.Select(series => new LineSeries(series.Label, [.. weeks.Select(week => StandingAt(series, week))]))],
            [.. report.Total.Limits.OrderBy(limit => limit.Position).Select(limit => new LineLimit(OnScale(limit), $"{limit.Predicate} {limit.Label}"))])
        {
            Lowest = LowestOf(report),
            Highest = Full,
            Caption = $"Keadaan pada akhir pekan yang mulai tanggal tersebut, {Indonesian.Date(weeks[0])} sampai {Indonesian.Date(weeks[^1])}. "
                + "Selama belum semua soal terisi, yang kosong dihitung 0.",
        };
    }

    /// <summary>Evenly over the whole time and ending with the last, for a chart has one step from label to label.</summary>
    private static List<DateOnly> WeeksOf(IReadOnlyList<ChartSeries> trend)
    {
        var known = trend.SelectMany(series => series.Points).Select(point => point.On).ToList();
        if (known.Count == 0)
        {
            return [];
        }

        var (first, last) = (known.Min(), known.Max());
        var weeks = ((last.DayNumber - first.DayNumber) / DaysInWeek) + 1;
        var step = (weeks + MostPoints - 1) / MostPoints;
        return [.. Enumerable.Range(0, (weeks + step - 1) / step).Reverse().Select(back => last.AddDays(-back * step * DaysInWeek))];
    }

    /// <summary>A week in which nothing changed has no row of its own: the layer stood where it stood before.</summary>
    private static LinePoint? StandingAt(ChartSeries series, DateOnly week) =>
        series.Points.LastOrDefault(point => point.On <= week) is { } point ? new((double)point.Value, point.Text) : null;

    private static int LowestOf(ReadinessReport report)
    {
        var drawn = report.Trend.SelectMany(series => series.Points).Select(point => (double)point.Value).Concat(report.Total.Limits.Select(OnScale));
        return Math.Max(0, (int)Math.Floor((drawn.Min() - 1) / ScaleStep) * ScaleStep);
    }

    private static double OnScale(LimitFigures limit) => (double)(limit.Position * Full);
}
