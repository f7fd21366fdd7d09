using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Features.Administration.Periods;

/// <param name="Seen">The schedule that the form began with.</param>
public sealed record ChangePeriodWindowCommand(Guid PeriodId, PeriodSchedule Seen, PeriodSchedule Schedule, string Reason);

/// <summary>Ubah jadwal: from when until when units fill in and repair, TPI evaluates and the instansi proposes. What it was stays in the history.</summary>
public sealed partial class ChangePeriodWindow(
    IDbContextFactory<AppDbContext> dbFactory, Authorizer authorizer, TimeProvider clock, ILogger<ChangePeriodWindow> logger)
{
    public async Task<Result> ExecuteAsync(ChangePeriodWindowCommand command, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var actor = await authorizer.RequireAsync(db, who => who.MayAdminister, ct);
        if (await db.Periods.SingleOrDefaultAsync(period => period.Id == command.PeriodId, ct) is not { } period)
        {
            return AdministrationProblems.Gone;
        }

        if (Refusal(period, command) is { } refused)
        {
            return refused;
        }

        var (before, after) = PeriodWords.Difference(command.Seen, command.Schedule);
        db.Keep(period, new(PeriodChangeKind.Windows, before, after, command.Reason), actor, clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        Log.Moved(logger, period.Id, actor.UserId);
        return Result.Ok;
    }

    /// <summary>Moves the period when nothing stands against it.</summary>
    private static Problem? Refusal(AssessmentPeriod period, ChangePeriodWindowCommand command) =>
        period.IsClosed ? AssessmentProblems.PeriodClosed(period.Year)
        : command.Seen != new PeriodSchedule(period.Windows, period.Instansi) ? PeriodProblems.Stale
        : command.Schedule.Windows.Fault is { } fault ? fault
        : command.Seen == command.Schedule ? PeriodProblems.NothingChanged
        : PeriodProblems.OfReason(command.Reason) ?? period.MoveWindows(command.Schedule.Windows).Problem ?? period.BelongTo(command.Schedule.Instansi).Problem;

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Schedule of period {PeriodId} changed by {ActorId}")]
        public static partial void Moved(ILogger logger, Guid periodId, Guid actorId);
    }
}
