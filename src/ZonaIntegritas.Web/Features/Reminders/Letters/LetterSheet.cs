using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Web.Data;

namespace ZonaIntegritas.Web.Features.Reminders.Letters;

/// <summary>The sheet a message is about, as it stands now.</summary>
/// <param name="Today">At the unit.</param>
internal sealed record LetterSheet(
    Guid Id, Guid UnitId, string UnitName, AssessmentStatus Status, int Edition, Guid InstrumentVersionId, AssessmentPeriod Period, DateOnly Today)
{
    public static async Task<LetterSheet?> FindAsync(AppDbContext db, Guid? id, TimeProvider clock, CancellationToken ct)
    {
        var found = await (
            from sheet in db.Assessments.AsNoTracking()
            where sheet.Id == id
            join unit in db.WorkUnits on sheet.UnitId equals unit.Id
            join period in db.Periods on sheet.PeriodId equals period.Id
            select new { sheet.Id, sheet.UnitId, unit.ShortName, unit.Zone, sheet.Status, sheet.Edition, sheet.InstrumentVersionId, period })
            .SingleOrDefaultAsync(ct);
        return found is null
            ? null
            : new(found.Id, found.UnitId, found.ShortName, found.Status, found.Edition, found.InstrumentVersionId, found.period, found.Zone.Today(clock.GetUtcNow()));
    }
}
