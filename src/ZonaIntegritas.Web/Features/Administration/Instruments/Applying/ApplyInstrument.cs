using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Auditing;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.Assessments;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Features.Administration.Instruments.Applying;

/// <param name="Seen">The version the period used when the person looked at what would happen.</param>
public sealed record ApplyInstrumentCommand(Guid PeriodId, Guid VersionId, Guid Seen, string Reason);

/// <summary>
/// Terapkan versi: the period and its open sheets go to another version of the same instrument, with their scores, all or
/// none. Answers and notes stay as they are; a sheet whose LHE is out keeps what it was judged by.
/// </summary>
public sealed partial class ApplyInstrument(
    IDbContextFactory<AppDbContext> dbFactory, Authorizer authorizer, InstrumentLibrary instruments, TimeProvider clock, ILogger<ApplyInstrument> logger)
{
    /// <returns>How many sheets went along.</returns>
    public async Task<Result<int>> ExecuteAsync(ApplyInstrumentCommand command, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var actor = await authorizer.RequireAsync(db, who => who.MayAdminister, ct);
        if (await db.Periods.SingleOrDefaultAsync(period => period.Id == command.PeriodId, ct) is not { } period)
        {
            return AdministrationProblems.Gone;
        }

        if (await FaultAsync(db, period, command, ct) is { } fault)
        {
            return fault;
        }

        var before = await instruments.GetAsync(db, period.InstrumentVersionId, ct);
        var move = new InstrumentMove(command.VersionId, await instruments.GetAsync(db, command.VersionId, ct), AuditAction.InstrumentApplied, actor, clock.GetUtcNow());
        var open = OpenSheets.Of(db, period.Id);
        if ((period.UseInstrument(command.VersionId).Problem ?? await OpenSheets.BlockAsync(db, open, move.Instrument, ct)) is { } refused)
        {
            return refused;
        }

        db.PeriodChanges.Add(new(
            Guid.CreateVersion7(move.Now), period.Id, PeriodChangeKind.Instrument, command.Seen.ToString(), command.VersionId.ToString(), command.Reason, actor.UserId, move.Now));
        db.Record(move.Now, actor, AuditAction.InstrumentApplied, new(), new(InstrumentMove.Say(before), InstrumentMove.Say(move.Instrument)), $"Periode {period.Year}");
        await db.SaveChangesAsync(ct);
        var sheets = await open.Where(sheet => sheet.InstrumentVersionId != command.VersionId).OrderBy(sheet => sheet.Id)
            .Select(sheet => new { sheet.Id, sheet.InstrumentVersionId }).ToListAsync(ct);
        await move.MoveAsync(db, [.. sheets.Select(sheet => sheet.Id)], await instruments.AllAsync(db, sheets.Select(sheet => sheet.InstrumentVersionId), ct), ct);
        await transaction.CommitAsync(ct);
        Log.Applied(logger, command.VersionId, period.Id, sheets.Count, actor.UserId);
        return sheets.Count;
    }

    private static async Task<Problem?> FaultAsync(AppDbContext db, AssessmentPeriod period, ApplyInstrumentCommand command, CancellationToken ct)
    {
        if (InstrumentProblems.ReasonFault(command.Reason) is { } fault)
        {
            return fault;
        }

        if (period.InstrumentVersionId != command.Seen)
        {
            return InstrumentProblems.ChangedMeanwhile(period.Year);
        }

        if (period.InstrumentVersionId == command.VersionId)
        {
            return InstrumentProblems.AlreadyUsed(period.Year);
        }

        Guid[] both = [period.InstrumentVersionId, command.VersionId];
        var ids = await db.InstrumentVersions.Where(version => both.Contains(version.Id)).Select(version => version.InstrumentId).ToListAsync(ct);
        return ids.Count < both.Length ? InstrumentProblems.UnknownVersion
            : ids[0] != ids[1] ? InstrumentProblems.OtherInstrument(period.Year)
            : null;
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Instrument version {VersionId} applied to period {PeriodId} and {Sheets} sheets by {ActorId}")]
        public static partial void Applied(ILogger logger, Guid versionId, Guid periodId, int sheets, Guid actorId);
    }
}
