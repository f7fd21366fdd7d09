using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.Assessments;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Features.Administration.Periods;

public sealed record OpenPeriodCommand(int Year, Guid InstrumentVersionId, PeriodSchedule Schedule, IReadOnlyList<PlannedSheet> Sheets);

/// <summary>Buka periode: one year's round with its instrument, its windows and a sheet for each chosen unit.</summary>
public sealed partial class OpenPeriod(
    IDbContextFactory<AppDbContext> dbFactory, Authorizer authorizer, InstrumentLibrary instruments, TimeProvider clock, ILogger<OpenPeriod> logger)
{
    private const int FirstYear = 2000;
    private const int LastYear = 2100;

    public async Task<Result<Guid>> ExecuteAsync(OpenPeriodCommand command, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var actor = await authorizer.RequireAsync(db, who => who.MayAdminister, ct);
        if (await FaultAsync(db, command, ct) is { } fault)
        {
            return fault;
        }

        var now = clock.GetUtcNow();
        var period = new AssessmentPeriod(
            Guid.CreateVersion7(now), command.Year, command.InstrumentVersionId, command.Schedule.Windows, command.Schedule.Instansi);
        db.Add(period);
        var instrument = await instruments.GetAsync(db, command.InstrumentVersionId, ct);
        var planned = await SheetPlan.AddAsync(db, instrument, period, command.Sheets, now, ct);
        if (!planned.Succeeded)
        {
            return planned.Problem!;
        }

        var opened = $"{PeriodWords.Say(command.Schedule)}\nLembar: {planned.Value}";
        db.Keep(period, new(PeriodChangeKind.Opened, "", opened), actor, now);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        Log.Opened(logger, period.Id, command.Year, command.Sheets.Count, actor.UserId);
        return period.Id;
    }

    private static async Task<Problem?> FaultAsync(AppDbContext db, OpenPeriodCommand command, CancellationToken ct)
    {
        if (command.Year is < FirstYear or > LastYear)
        {
            return AdministrationProblems.YearOutOfRange(FirstYear, LastYear);
        }

        var instrumentId = await db.InstrumentVersions
            .Where(version => version.Id == command.InstrumentVersionId).Select(version => version.InstrumentId).SingleOrDefaultAsync(ct);
        if (instrumentId is null)
        {
            return AdministrationProblems.UnknownInstrument;
        }

        // A corrected version of the same instrument is still the same year's round.
        if (await db.Periods.AnyAsync(period => period.Year == command.Year
            && db.InstrumentVersions.Any(version => version.Id == period.InstrumentVersionId && version.InstrumentId == instrumentId), ct))
        {
            return AdministrationProblems.YearTaken(command.Year);
        }

        return command.Schedule.Windows.Fault;
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Period {PeriodId} of {Year} opened with {Sheets} sheets by {ActorId}")]
        public static partial void Opened(ILogger logger, Guid periodId, int year, int sheets, Guid actorId);
    }
}
