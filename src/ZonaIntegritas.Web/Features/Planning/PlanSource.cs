using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Scoring;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.Assessments;
using ZonaIntegritas.Web.Features.Readiness;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Features.Planning;

/// <summary>A sheet as it is planned from.</summary>
internal sealed record PlannedSheet(Layer Layer, ScoreSheet Score, IReadOnlyCollection<string> Held);

/// <summary>What every part of planning needs to know of a sheet.</summary>
internal static class PlanSource
{
    /// <summary>Why nothing of the plan may be written; null while it may.</summary>
    public static Problem? Closed(OpenSheet sheet) => sheet.Period.IsClosed ? AssessmentProblems.PeriodClosed(sheet.Period.Year) : null;

    /// <exception cref="ForbiddenException">Not the coordinator of the unit.</exception>
    public static Task<Actor> RequirePlannerAsync(this Authorizer authorizer, AppDbContext db, OpenSheet sheet, CancellationToken ct) =>
        authorizer.RequireAsync(db, who => who.MayFill(sheet.Unit.Id), ct);

    /// <summary>The unit's own answers until the LHE is out; from then on what TPI froze, which its own people may see too.</summary>
    public static async Task<PlannedSheet> ScoreAsync(AppDbContext db, OpenSheet sheet, CancellationToken ct)
    {
        var id = sheet.Assessment.Id;
        if (SheetLife.IsAfterLhe(sheet.Assessment.Status)
            && await db.FrozenSheets.AsNoTracking().Where(kept => kept.AssessmentId == id && kept.Layer == Layer.Tpi)
                .OrderByDescending(kept => kept.Edition).FirstOrDefaultAsync(ct) is { } frozen)
        {
            // A concluded sheet keeps the version of the instrument it was judged by.
            var kept = FrozenAnswers.Read(sheet.Instrument, frozen.Json);
            return new(Layer.Tpi, ScoringEngine.Score(sheet.Instrument, kept.Answers), kept.HeldPredicates);
        }

        return new(Layer.Unit, await SheetKeeper.ScoreAsync(db, id, sheet.Instrument, Layer.Unit, ct), sheet.Unit.HeldPredicates);
    }

    public static DateOnly DueOn(OpenSheet sheet)
    {
        var (today, until) = (sheet.Today.Date, sheet.Assessment.Status == AssessmentStatus.InRepair ? sheet.Period.RepairUntil : sheet.Period.FillUntil);
        return until < today ? today : until;
    }
}
