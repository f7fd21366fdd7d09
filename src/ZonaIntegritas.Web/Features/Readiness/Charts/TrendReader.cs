using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.Readiness.Figures;

namespace ZonaIntegritas.Web.Features.Readiness.Charts;

/// <summary>A sheet's score week by week. Asks nobody's leave: the caller knows which layers the reader sees.</summary>
internal static class TrendReader
{
    /// <summary>Two years of weeks: a sheet is never filled in for longer.</summary>
    private const int MostWeeks = 104;

    public static async Task<IReadOnlyList<ChartSeries>> ReadAsync(AppDbContext db, Guid assessmentId, bool seesTpi, CancellationToken ct)
    {
        var weeks = await db.ScoreWeeks
            .Where(week => week.AssessmentId == assessmentId && (seesTpi || week.Layer == Layer.Unit) && week.AnsweredQuestions > 0)
            .OrderByDescending(week => week.Week).Take(MostWeeks * Enum.GetValues<Layer>().Length)
            // Without the points by section, which nothing here draws.
            .Select(week => new Row(week.Layer, week.Week, week.Total, week.AnsweredQuestions, week.Questions))
            .ToListAsync(ct);
        return [.. weeks.GroupBy(week => week.Layer).OrderBy(layer => layer.Key)
            .Select(layer => new ChartSeries(LayerWords.Say(layer.Key), (int)layer.Key, [.. layer.OrderBy(week => week.Week).Select(Point)]))];
    }

    private static ChartPoint Point(Row week) => new(
        week.Week, $"pekan {Indonesian.Date(week.Week)}", week.Total, Indonesian.Points(week.Total),
        string.Create(CultureInfo.InvariantCulture, $"{week.Answered} dari {week.Questions} soal"), week.Answered == week.Questions);

    private sealed record Row(Layer Layer, DateOnly Week, decimal Total, int Answered, int Questions);
}
