using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Features.Administration.Periods;

/// <summary>Ubah jadwal: until when units fill in and TPI evaluates.</summary>
public sealed partial class ChangePeriodWindow(IDbContextFactory<AppDbContext> dbFactory, Authorizer authorizer, ILogger<ChangePeriodWindow> logger)
{
    public async Task<Result> ExecuteAsync(Guid periodId, PeriodWindow window, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        var actor = await authorizer.RequireAsync(db, who => who.MayAdminister, ct);
        if (await db.Periods.SingleOrDefaultAsync(period => period.Id == periodId, ct) is not { } period)
        {
            return AdministrationProblems.Gone;
        }

        var result = period.MoveWindows(PeriodWindows.Simple(window.FillFrom, window.FillUntil, window.ReviewUntil));
        if (result.Succeeded)
        {
            await db.SaveChangesAsync(ct);
            Log.Moved(logger, periodId, actor.UserId);
        }

        return result;
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Window of period {PeriodId} moved by {ActorId}")]
        public static partial void Moved(ILogger logger, Guid periodId, Guid actorId);
    }
}
