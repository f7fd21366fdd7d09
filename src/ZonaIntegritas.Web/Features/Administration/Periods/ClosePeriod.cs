using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Features.Administration.Periods;

/// <param name="SeenUnfinished">How many sheets the confirmation named as unfinished.</param>
public sealed record ClosePeriodCommand(Guid PeriodId, int SeenUnfinished, string Reason);

/// <summary>
/// Tutup periode: from now on nothing of it changes, neither windows, sheets and targets nor answers and judgements.
/// What follows an LHE (proposal, TPN, monitoring) goes on.
/// </summary>
public sealed partial class ClosePeriod(
    IDbContextFactory<AppDbContext> dbFactory, Authorizer authorizer, TimeProvider clock, ILogger<ClosePeriod> logger)
{
    public async Task<Result> ExecuteAsync(ClosePeriodCommand command, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var actor = await authorizer.RequireAsync(db, who => who.MayAdminister, ct);
        if (await db.Periods.SingleOrDefaultAsync(period => period.Id == command.PeriodId, ct) is not { } period)
        {
            return AdministrationProblems.Gone;
        }

        var statuses = await db.Assessments.Where(sheet => sheet.PeriodId == period.Id).Select(sheet => sheet.Status).ToListAsync(ct);
        var unfinished = statuses.Count(status => !SheetLife.IsAfterLhe(status));
        var now = clock.GetUtcNow();
        if ((PeriodProblems.OfReason(command.Reason)
            ?? (period.IsClosed || unfinished == command.SeenUnfinished ? null : PeriodProblems.StaleUnfinished(unfinished))
            ?? period.Close(actor.UserId, now).Problem) is { } refused)
        {
            return refused;
        }

        var left = unfinished == 0 ? "semua selesai" : $"{Indonesian.Number(unfinished)} belum selesai";
        db.Keep(period, new(PeriodChangeKind.Closed, $"Terbuka, {Indonesian.Number(statuses.Count)} lembar, {left}", "Ditutup", command.Reason), actor, now);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        Log.Closed(logger, period.Id, unfinished, actor.UserId);
        return Result.Ok;
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Period {PeriodId} closed with {Unfinished} unfinished sheets by {ActorId}")]
        public static partial void Closed(ILogger logger, Guid periodId, int unfinished, Guid actorId);
    }
}
