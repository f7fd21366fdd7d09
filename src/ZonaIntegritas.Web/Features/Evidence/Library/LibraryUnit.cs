using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Evidence;
using ZonaIntegritas.Web.Data;

namespace ZonaIntegritas.Web.Features.Evidence.Library;

public sealed record LibrarySheet(Guid AssessmentId, int Year, AssessmentStatus Status, Guid InstrumentVersionId);

/// <summary>A unit as its library needs it: its sheets, the newest first, and how many documents end soon or have ended.</summary>
public sealed record LibraryUnit(
    Guid Id, string Name, string ShortName, IndonesianZone Zone, IReadOnlyList<LibrarySheet> Sheets, int Expiring = 0, int Expired = 0)
{
    /// <summary>The year that is worked on: of the newest sheet. Before the first sheet nothing is of an earlier year.</summary>
    public int CurrentYear => Sheets is [var newest, ..] ? newest.Year : 0;

    /// <param name="visible">The documents to count.</param>
    /// <returns>Null when there is no such unit.</returns>
    internal static async Task<LibraryUnit?> FindAsync(AppDbContext db, Guid unitId, IQueryable<EvidenceItem> visible, DateTimeOffset now, CancellationToken ct)
    {
        var zone = await db.WorkUnits.Where(unit => unit.Id == unitId).Select(unit => (IndonesianZone?)unit.Zone).SingleOrDefaultAsync(ct);
        if (zone is not { } known)
        {
            return null;
        }

        var today = known.Today(now);
        var soon = today.AddDays(EvidenceSign.ExpiringDays);
        return await db.WorkUnits.AsNoTracking().Where(unit => unit.Id == unitId).Select(unit => new LibraryUnit(
            unit.Id, unit.Name, unit.ShortName, unit.Zone,
            (from sheet in db.Assessments
             join period in db.Periods on sheet.PeriodId equals period.Id
             where sheet.UnitId == unit.Id
             orderby period.Year descending
             select new LibrarySheet(sheet.Id, period.Year, sheet.Status, period.InstrumentVersionId)).ToList(),
            visible.Count(item => item.ValidUntil >= today && item.ValidUntil <= soon),
            visible.Count(item => item.ValidUntil < today))).SingleAsync(ct);
    }
}
