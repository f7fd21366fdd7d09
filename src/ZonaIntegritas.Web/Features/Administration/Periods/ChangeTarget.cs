using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.Assessments;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Features.Administration.Periods;

/// <param name="SeenTarget">The target that the list showed.</param>
public sealed record ChangeTargetCommand(Guid AssessmentId, string SeenTarget, string Target, string Reason);

/// <summary>Ubah target: another predicate for a unit to head for, while its sheet is a draft. The stored verdict follows in the same transaction.</summary>
public sealed class ChangeTarget(IDbContextFactory<AppDbContext> dbFactory, Authorizer authorizer, SheetKeeper sheets)
{
    public async Task<Result> ExecuteAsync(ChangeTargetCommand command, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var actor = await authorizer.RequireAsync(db, who => who.MayAdminister, ct);
        if (!await db.Assessments.AnyAsync(assessment => assessment.Id == command.AssessmentId, ct))
        {
            return AdministrationProblems.Gone;
        }

        var sheet = await sheets.OpenAsync(db, command.AssessmentId, ct);
        if (Refusal(sheet, command) is { } refused)
        {
            return refused;
        }

        db.Keep(
            sheet.Period,
            new(PeriodChangeKind.Target, $"{sheet.Unit.ShortName}: {command.SeenTarget}", $"{sheet.Unit.ShortName}: {command.Target}", command.Reason,
                new(sheet.Unit.Id, sheet.Assessment.Id)),
            actor, sheet.Now);
        await db.SaveChangesAsync(ct);
        foreach (var layer in await db.StoredScores.Where(score => score.AssessmentId == sheet.Assessment.Id).Select(score => score.Layer).ToListAsync(ct))
        {
            await SheetKeeper.RescoreAsync(db, sheet, layer, ct);
        }

        await transaction.CommitAsync(ct);
        return Result.Ok;
    }

    /// <summary>Aims the sheet when nothing stands against it.</summary>
    private static Problem? Refusal(OpenSheet sheet, ChangeTargetCommand command) =>
        sheet.Period.IsClosed ? AssessmentProblems.PeriodClosed(sheet.Period.Year)
        : sheet.Assessment.Target != command.SeenTarget ? PeriodProblems.StaleTarget(sheet.Assessment.Target)
        : sheet.Assessment.Target == command.Target ? PeriodProblems.SameTarget(command.Target)
        : SheetPlan.FaultOf(sheet.Instrument, sheet.Unit.ShortName, sheet.Unit.HeldPredicates, command.Target)
            ?? PeriodProblems.OfReason(command.Reason)
            ?? sheet.Assessment.AimAt(command.Target).Problem;
}
