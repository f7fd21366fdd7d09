using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Web.Data;

namespace ZonaIntegritas.Web.Features.Readiness;

/// <summary>The order of the list, worked out where the rows are: 5,000 units cost as many rows as a page has.</summary>
internal static class FoundOrder
{
    private const int LastWhenUnscored = int.MaxValue;

    public static IQueryable<FoundSheet> Sorted(AppDbContext db, IQueryable<FoundSheet> sheets, ReadinessFilter filter)
    {
        // Capitals and small letters sort alike.
        Expression<Func<FoundSheet, string?>> name = found => db.WorkUnits.Where(unit => unit.Id == found.Sheet.UnitId).Select(unit => unit.ShortName.ToUpper()).FirstOrDefault();
        return (filter.Sort switch
        {
            ReadinessSort.Unit => By(sheets, name, filter.Descending),
            ReadinessSort.Status => By(sheets, found => found.Sheet.Status, filter.Descending),
            // As a double: the provider compares decimals by the thread's culture, to which "74.1" is a large whole number.
            ReadinessSort.Total => By(sheets, found => (double?)found.Score!.Total, filter.Descending),
            ReadinessSort.Completeness => By(sheets, found => (int?)found.Score!.AnsweredQuestions, filter.Descending),
            ReadinessSort.Gates => By(sheets, found => (int?)found.Score!.TargetUnmet ?? LastWhenUnscored, filter.Descending),
            ReadinessSort.Turn => ByTurn(sheets, filter.Descending),
            ReadinessSort.Area => ByArea(db, sheets, filter),
            _ => throw new ArgumentOutOfRangeException(nameof(filter)),
        })
        .ThenBy(name)
        .ThenBy(found => found.Sheet.Id);
    }

    private static IOrderedQueryable<FoundSheet> ByTurn(IQueryable<FoundSheet> sheets, bool descending)
    {
        List<AssessmentStatus> unit = FoundConditions.At(Turn.Unit), tpi = FoundConditions.At(Turn.Tpi), tpn = FoundConditions.At(Turn.Tpn);
        List<AssessmentStatus> instansi = FoundConditions.At(Turn.Instansi), eligible = FoundConditions.At(Turn.Instansi, LheOutcome.Eligible);
        return By(
            sheets,
            found => unit.Contains(found.Sheet.Status) ? 0
                : tpi.Contains(found.Sheet.Status) ? 1
                : instansi.Contains(found.Sheet.Status) || (found.Sheet.Outcome == LheOutcome.Eligible && eligible.Contains(found.Sheet.Status)) ? 2
                : tpn.Contains(found.Sheet.Status) ? 3 : 4,
            descending);
    }

    /// <summary>Points by section are one text to the database; this is the only place that asks into it.</summary>
    private static IOrderedQueryable<FoundSheet> ByArea(AppDbContext db, IQueryable<FoundSheet> sheets, ReadinessFilter filter)
    {
        var path = $"$.\"{filter.Area}\"";
        var points = db.Database.SqlQuery<SectionPoints>(
            $"""SELECT "AssessmentId", "Layer", json_extract("Sections", {path}) AS "Points" FROM "StoredScores" """);
        return By(
            sheets,
            found => points.Where(point => point.AssessmentId == found.Score!.AssessmentId && point.Layer == found.Score.Layer).Select(point => point.Points).FirstOrDefault(),
            filter.Descending);
    }

    private static IOrderedQueryable<FoundSheet> By<TKey>(
        IQueryable<FoundSheet> sheets, Expression<Func<FoundSheet, TKey>> key, bool descending) =>
        descending ? sheets.OrderByDescending(key) : sheets.OrderBy(key);

    internal sealed class SectionPoints
    {
        public Guid AssessmentId { get; init; }

        public Layer Layer { get; init; }

        public double? Points { get; init; }
    }
}
