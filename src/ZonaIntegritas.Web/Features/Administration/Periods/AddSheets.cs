using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.Assessments;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Features.Administration.Periods;

/// <summary>Tambah lembar: units that join a period after it was opened.</summary>
public sealed partial class AddSheets(
    IDbContextFactory<AppDbContext> dbFactory, Authorizer authorizer, InstrumentLibrary instruments, TimeProvider clock, ILogger<AddSheets> logger)
{
    public async Task<Result> ExecuteAsync(Guid periodId, IReadOnlyList<PlannedSheet> sheets, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var actor = await authorizer.RequireAsync(db, who => who.MayAdminister, ct);
        if (sheets.Count == 0)
        {
            return AdministrationProblems.NothingChosen;
        }

        if (await db.Periods.AsNoTracking().SingleOrDefaultAsync(period => period.Id == periodId, ct) is not { } period)
        {
            return AdministrationProblems.Gone;
        }

        if (period.IsClosed)
        {
            return AssessmentProblems.PeriodClosed(period.Year);
        }

        var now = clock.GetUtcNow();
        var before = await db.Assessments.CountAsync(sheet => sheet.PeriodId == periodId, ct);
        var instrument = await instruments.GetAsync(db, period.InstrumentVersionId, ct);
        var planned = await SheetPlan.AddAsync(db, instrument, period, sheets, now, ct);
        if (!planned.Succeeded)
        {
            return planned.Problem!;
        }

        db.Keep(
            period,
            new(PeriodChangeKind.SheetsAdded, $"{Indonesian.Number(before)} lembar", $"{Indonesian.Number(before + sheets.Count)} lembar, ditambah: {planned.Value}"),
            actor, now);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        Log.Added(logger, sheets.Count, periodId, actor.UserId);
        return Result.Ok;
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "{Count} sheets added to period {PeriodId} by {ActorId}")]
        public static partial void Added(ILogger logger, int count, Guid periodId, Guid actorId);
    }
}
