using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.WorkUnits;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.Readiness.Figures;

namespace ZonaIntegritas.Web.Features.Readiness;

/// <summary>A sheet with its stored scores, while the list is still being put together in the database.</summary>
internal sealed class FoundSheet
{
    public required Assessment Sheet { get; init; }

    public required WorkUnit Unit { get; init; }

    public required AssessmentPeriod Period { get; init; }

    public StoredScore? Own { get; init; }

    public StoredScore? Tpi { get; init; }

    /// <summary>Which of the two the row shows; the same rule as <see cref="Figures.LayerWords.Latest"/>.</summary>
    public bool ShowsTpi { get; init; }

    public StoredScore? Shown => ShowsTpi ? Tpi : Own;
}

/// <summary>Filters and sorts where the rows are, so that 5,000 units cost as many rows as a page has.</summary>
internal static class FoundSheets
{
    private const int LastWhenUnscored = int.MaxValue;

    /// <summary><see cref="Actor.MaySee"/> as a query.</summary>
    public static IQueryable<WorkUnit> UnitsSeenBy(AppDbContext db, Actor actor)
    {
        if (actor.SeesAllUnits)
        {
            return db.WorkUnits;
        }

        List<Guid> seen = [.. actor.AssignedUnits.Append(actor.UnitId ?? Guid.Empty).Where(actor.MaySee)];
        return db.WorkUnits.Where(unit => seen.Contains(unit.Id));
    }

    /// <param name="forUnit">For the unit's own people: TPI's figures only of sheets whose LHE is out.</param>
    public static IQueryable<FoundSheet> In(AppDbContext db, IQueryable<WorkUnit> units, int year, ReadinessFilter filter, bool forUnit = false)
    {
        var (any, wantsTpi) = (filter.Layer is null, filter.Layer == Layer.Tpi);
        return
            from sheet in db.Assessments
            join period in db.Periods on sheet.PeriodId equals period.Id
            where period.Year == year
            join unit in Matching(units, filter.Search) on sheet.UnitId equals unit.Id
            join own in db.StoredScores on new { sheet.Id, Layer = Layer.Unit } equals new { Id = own.AssessmentId, own.Layer } into owns
            from own in owns.DefaultIfEmpty()
            join tpi in db.StoredScores.Where(s => !forUnit || db.Assessments.Any(a => a.Id == s.AssessmentId && SheetLife.AfterLhe.Contains(a.Status)))
                on new { sheet.Id, Layer = Layer.Tpi } equals new { Id = tpi.AssessmentId, tpi.Layer } into tpis
            from tpi in tpis.DefaultIfEmpty()
            select new FoundSheet
            {
                Sheet = sheet,
                Unit = unit,
                Period = period,
                Own = own,
                Tpi = tpi,
                ShowsTpi = wantsTpi
                    || (any && tpi != null && tpi.AnsweredQuestions == tpi.Questions
                        && LayerWords.ShowsTpi.Contains(sheet.Status)),
            };
    }

    public static IQueryable<FoundSheet> Sorted(IQueryable<FoundSheet> sheets, ReadinessFilter filter) =>
        (filter.Sort switch
        {
            ReadinessSort.Unit => By(sheets, found => found.Unit.ShortName.ToUpper(), filter.Descending),
            ReadinessSort.Status => By(sheets, found => found.Sheet.Status, filter.Descending),
            // As a double: the provider compares decimals by the thread's culture, to which "74.1" is a large whole number.
            ReadinessSort.Total => By(
                sheets, found => found.ShowsTpi ? (double?)found.Tpi!.Total : (double?)found.Own!.Total, filter.Descending),
            ReadinessSort.Completeness => By(
                sheets, found => found.ShowsTpi ? (int?)found.Tpi!.AnsweredQuestions : (int?)found.Own!.AnsweredQuestions, filter.Descending),
            ReadinessSort.Gates => By(
                sheets, found => (found.ShowsTpi ? (int?)found.Tpi!.TargetUnmet : (int?)found.Own!.TargetUnmet) ?? LastWhenUnscored, filter.Descending),
            _ => throw new ArgumentOutOfRangeException(nameof(filter)),
        })
        .ThenBy(found => found.Unit.ShortName.ToUpper())
        .ThenBy(found => found.Sheet.Id);

    // LIKE minds case on one database and not on the other; capitals compare alike on both.
    private static IQueryable<WorkUnit> Matching(IQueryable<WorkUnit> units, string search)
    {
        const string escape = "\\";
        var wanted = search.Trim().ToUpperInvariant();
        if (wanted.Length == 0)
        {
            return units;
        }

        var literal = wanted.Replace(escape, escape + escape, StringComparison.Ordinal)
            .Replace("%", escape + "%", StringComparison.Ordinal).Replace("_", escape + "_", StringComparison.Ordinal);
        var pattern = $"%{literal}%";
        return units.Where(unit =>
            EF.Functions.Like(unit.ShortName.ToUpper(), pattern, escape) || EF.Functions.Like(unit.Name.ToUpper(), pattern, escape));
    }

    private static IOrderedQueryable<FoundSheet> By<TKey>(
        IQueryable<FoundSheet> sheets, Expression<Func<FoundSheet, TKey>> key, bool descending) =>
        descending ? sheets.OrderByDescending(key) : sheets.OrderBy(key);
}
