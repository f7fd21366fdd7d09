using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Auditing;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Instruments;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.Assessments;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Features.Administration.Instruments.Applying;

/// <param name="ChangeId">The change the person means; it must still be the last one.</param>
public sealed record UndoInstrumentCommand(Guid PeriodId, Guid ChangeId, string Reason);

/// <summary>
/// Batalkan penerapan: the last change of a period's instrument is taken back. Each open sheet that uses the newer version
/// returns to the one it had; a sheet whose LHE came out meanwhile keeps what it was judged by.
/// </summary>
public sealed partial class UndoInstrumentChange(
    IDbContextFactory<AppDbContext> dbFactory, Authorizer authorizer, InstrumentLibrary instruments, TimeProvider clock, ILogger<UndoInstrumentChange> logger)
{
    /// <returns>How many sheets went back.</returns>
    public async Task<Result<int>> ExecuteAsync(UndoInstrumentCommand command, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var actor = await authorizer.RequireAsync(db, who => who.MayAdminister, ct);
        if (await db.Periods.SingleOrDefaultAsync(period => period.Id == command.PeriodId, ct) is not { } period)
        {
            return AdministrationProblems.Gone;
        }

        var last = await InstrumentHistory.LastAsync(db, period.Id, ct);
        if (FaultOf(last, command, period.Year) is { } fault)
        {
            return fault;
        }

        var (before, after) = (Guid.Parse(last!.Before), Guid.Parse(last.After));
        var ways = await WaysBackAsync(db, last, ct);
        var known = await instruments.AllAsync(db, [before, after, .. ways.Select(way => way.Key)], ct);
        if ((period.UseInstrument(before).Problem ?? await BlockAsync(db, ways, known, ct)) is { } refused)
        {
            return refused;
        }

        var now = clock.GetUtcNow();
        db.PeriodChanges.Add(new(Guid.CreateVersion7(now), period.Id, PeriodChangeKind.InstrumentUndone, last.After, last.Before, command.Reason, actor.UserId, now));
        db.Record(now, actor, AuditAction.InstrumentUndone, new(), new(InstrumentMove.Say(known[after]), InstrumentMove.Say(known[before])), $"Periode {period.Year}");
        await db.SaveChangesAsync(ct);
        foreach (var way in ways)
        {
            await new InstrumentMove(way.Key, known[way.Key], AuditAction.InstrumentUndone, actor, now).MoveAsync(db, [.. way.Select(sheet => sheet.Id)], known, ct);
        }

        await transaction.CommitAsync(ct);
        var sheets = ways.Sum(way => way.Count());
        Log.Undone(logger, last.Id, period.Id, sheets, actor.UserId);
        return sheets;
    }

    private static Problem? FaultOf(PeriodChange? last, UndoInstrumentCommand command, int year) =>
        InstrumentProblems.ReasonFault(command.Reason) is { } fault ? fault
        : last is not { Kind: PeriodChangeKind.Instrument } ? InstrumentProblems.NothingToUndo
        : last.Id != command.ChangeId ? InstrumentProblems.ChangedMeanwhile(year)
        : null;

    private static async Task<Problem?> BlockAsync(
        AppDbContext db, IEnumerable<IGrouping<Guid, (Guid Id, Guid From)>> ways, Dictionary<Guid, Instrument> known, CancellationToken ct)
    {
        foreach (var way in ways)
        {
            var ids = way.Select(sheet => sheet.Id).ToList();
            if (await OpenSheets.BlockAsync(db, db.Assessments.Where(sheet => ids.Contains(sheet.Id)), known[way.Key], ct) is { } blocked)
            {
                return blocked;
            }
        }

        return null;
    }

    /// <summary>
    /// The open sheets that use the newer version, by where they came from. A reopened sheet may have come from another
    /// version than its period; the trail knows. A sheet that was added since comes from nowhere and goes with the period.
    /// </summary>
    private static async Task<List<IGrouping<Guid, (Guid Id, Guid From)>>> WaysBackAsync(AppDbContext db, PeriodChange change, CancellationToken ct)
    {
        var after = Guid.Parse(change.After);
        var sheets = await OpenSheets.Of(db, change.PeriodId).Where(sheet => sheet.InstrumentVersionId == after).OrderBy(sheet => sheet.Id)
            .Select(sheet => new
            {
                sheet.Id,
                From = db.AuditEntries
                    .Where(entry => entry.AssessmentId == sheet.Id && entry.At == change.At && entry.Action == AuditAction.InstrumentApplied)
                    .Select(entry => entry.Note).FirstOrDefault(),
            })
            .ToListAsync(ct);
        return [.. sheets.Select(sheet => (sheet.Id, From: Guid.Parse(sheet.From ?? change.Before))).GroupBy(sheet => sheet.From)];
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Instrument change {ChangeId} of period {PeriodId} and {Sheets} sheets undone by {ActorId}")]
        public static partial void Undone(ILogger logger, Guid changeId, Guid periodId, int sheets, Guid actorId);
    }
}
