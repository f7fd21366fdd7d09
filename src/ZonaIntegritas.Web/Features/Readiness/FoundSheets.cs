using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.WorkUnits;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.Readiness.Figures;

namespace ZonaIntegritas.Web.Features.Readiness;

/// <summary>A sheet with the stored score that is shown of it, while the list is still being put together in the database.</summary>
internal sealed class FoundSheet
{
    public required Assessment Sheet { get; init; }

    /// <summary>Null while the layer has none.</summary>
    public StoredScore? Score { get; init; }
}

/// <summary>Which sheets a reader's list is about, and which of their scores it shows. Everything happens where the rows are.</summary>
internal static class FoundSheets
{
    /// <summary><see cref="Actor.MaySee"/> as a query.</summary>
    public static IQueryable<Assessment> SeenBy(AppDbContext db, Actor actor)
    {
        if (actor.SeesAllUnits)
        {
            return db.Assessments;
        }

        var seen = actor.SeenUnits;
        return db.Assessments.Where(sheet => seen.Contains(sheet.UnitId));
    }

    public static IQueryable<WorkUnit> UnitsSeenBy(AppDbContext db, Actor actor)
    {
        if (actor.SeesAllUnits)
        {
            return db.WorkUnits;
        }

        var seen = actor.SeenUnits;
        return db.WorkUnits.Where(unit => seen.Contains(unit.Id));
    }

    /// <summary>
    /// One join for the score, not one per layer: what is counted and sorted is then a plain column, where choosing
    /// between two rows would be worked out again for every single count.
    /// </summary>
    /// <param name="layer">Null for the latest that says something, by the rule of <see cref="LayerWords.Latest"/>.</param>
    /// <param name="forUnit">For the unit's own people: TPI's figures only of sheets whose LHE is out.</param>
    public static IQueryable<FoundSheet> WithScore(AppDbContext db, IQueryable<Assessment> sheets, Layer? layer, bool forUnit)
    {
        var latest = LayerWords.ShowsTpi.Where(status => !forUnit || SheetLife.IsAfterLhe(status)).ToList();
        if (layer is { } wanted)
        {
            var hidden = forUnit && wanted != Layer.Unit;
            return
                from sheet in sheets
                join score in db.StoredScores.Where(s => s.Layer == wanted
                        && (!hidden || db.Assessments.Any(a => a.Id == s.AssessmentId && SheetLife.AfterLhe.Contains(a.Status))))
                    on sheet.Id equals score.AssessmentId into scores
                from score in scores.DefaultIfEmpty()
                select new FoundSheet { Sheet = sheet, Score = score };
        }

        // The choice stands in the join's key: as a condition on the outer row it would need APPLY, which SQLite has not.
        return
            from sheet in sheets
            join score in db.StoredScores on new
            {
                sheet.Id,
                Layer = latest.Contains(sheet.Status)
                    && db.StoredScores.Any(t => t.AssessmentId == sheet.Id && t.Layer == Layer.Tpi && t.AnsweredQuestions == t.Questions)
                        ? Layer.Tpi : Layer.Unit,
            }
            equals new { Id = score.AssessmentId, score.Layer } into scores
            from score in scores.DefaultIfEmpty()
            select new FoundSheet { Sheet = sheet, Score = score };
    }
}
