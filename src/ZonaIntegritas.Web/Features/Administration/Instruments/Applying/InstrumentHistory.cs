using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Instruments;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.Assessments;

namespace ZonaIntegritas.Web.Features.Administration.Instruments.Applying;

/// <summary>What happened to the instrument of a period, among all that happened to the period.</summary>
internal static class InstrumentHistory
{
    public static IQueryable<PeriodChange> Of(AppDbContext db, Guid periodId) => db.PeriodChanges.AsNoTracking()
        .Where(change => change.PeriodId == periodId
            && (change.Kind == PeriodChangeKind.Instrument || change.Kind == PeriodChangeKind.InstrumentUndone))
        .OrderByDescending(change => change.At).ThenByDescending(change => change.Id);

    public static Task<PeriodChange?> LastAsync(AppDbContext db, Guid periodId, CancellationToken ct) => Of(db, periodId).FirstOrDefaultAsync(ct);

    /// <summary>The instruments of these versions, by version.</summary>
    public static async Task<Dictionary<Guid, Instrument>> AllAsync(this InstrumentLibrary library, AppDbContext db, IEnumerable<Guid> versions, CancellationToken ct)
    {
        Dictionary<Guid, Instrument> all = [];
        foreach (var version in versions.Distinct())
        {
            all.Add(version, await library.GetAsync(db, version, ct));
        }

        return all;
    }
}
