using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Features.Evidence.Library;

public sealed record LibrarySheet(Guid AssessmentId, int Year, AssessmentStatus Status, Guid InstrumentVersionId);

/// <summary>A unit as its library needs it, with its sheets, the newest first.</summary>
public sealed record LibraryUnit(Guid Id, string Name, string ShortName, IndonesianZone Zone, IReadOnlyList<LibrarySheet> Sheets)
{
    /// <summary>The year that is worked on: of the newest sheet. Before the first sheet nothing is of an earlier year.</summary>
    public int CurrentYear => Sheets is [var newest, ..] ? newest.Year : 0;

    /// <exception cref="ForbiddenException">There is no such unit; said as "not allowed", so that ids tell nothing.</exception>
    internal static async Task<LibraryUnit> OpenAsync(AppDbContext db, Guid unitId, CancellationToken ct) =>
        await db.WorkUnits.AsNoTracking().Where(unit => unit.Id == unitId).Select(unit => new LibraryUnit(
            unit.Id, unit.Name, unit.ShortName, unit.Zone,
            (from sheet in db.Assessments
             join period in db.Periods on sheet.PeriodId equals period.Id
             where sheet.UnitId == unit.Id
             orderby period.Year descending
             select new LibrarySheet(sheet.Id, period.Year, sheet.Status, sheet.InstrumentVersionId)).ToList())).SingleOrDefaultAsync(ct)
        ?? throw new ForbiddenException(Authorizer.NotAllowed);
}
