using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Features.Administration.Instruments.Applying;

/// <summary>A period as the choice of its instrument sees it.</summary>
/// <param name="Open">Sheets that another version would reach.</param>
/// <param name="Fixed">Sheets whose LHE is out.</param>
public sealed record PeriodInstrument(Guid Id, int Year, bool IsClosed, LoadedVersion Current, int Open, int Fixed);

/// <param name="Before">Version in words, as in <paramref name="After"/>.</param>
public sealed record InstrumentChangeRow(Guid Id, bool IsUndo, string Before, string After, string Reason, string By, DateTimeOffset At);

/// <summary>Reads for the page on which a period changes its instrument.</summary>
public sealed class PeriodInstrumentQueries(IDbContextFactory<AppDbContext> dbFactory, Authorizer authorizer)
{
    /// <summary>Every period with the version it uses, the newest first; those of one instrument when it is named.</summary>
    public async Task<IReadOnlyList<PeriodInstrument>> ListAsync(string? instrumentId, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        await authorizer.RequireAsync(db, who => who.MayAdminister, ct);
        return await Rows(db, db.Periods, instrumentId).ToListAsync(ct);
    }

    /// <returns>Null when there is no such period.</returns>
    public async Task<PeriodInstrument?> PeriodAsync(Guid periodId, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        await authorizer.RequireAsync(db, who => who.MayAdminister, ct);
        return await Rows(db, db.Periods.Where(period => period.Id == periodId), null).SingleOrDefaultAsync(ct);
    }

    /// <summary>Versions of the instrument that the period uses, the latest first.</summary>
    public async Task<IReadOnlyList<LoadedVersion>> VersionsAsync(string instrumentId, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        await authorizer.RequireAsync(db, who => who.MayAdminister, ct);
        return await db.InstrumentVersions
            .Where(v => v.InstrumentId == instrumentId)
            .OrderByDescending(v => v.LoadedAt).ThenByDescending(v => v.Id)
            .Select(v => new LoadedVersion(v.Id, v.InstrumentId, v.Version, v.Name, v.Sha256, v.LoadedAt))
            .ToListAsync(ct);
    }

    /// <summary>What happened to the period's instrument, the latest first.</summary>
    public async Task<IReadOnlyList<InstrumentChangeRow>> HistoryAsync(Guid periodId, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        await authorizer.RequireAsync(db, who => who.MayAdminister, ct);
        var changes = await InstrumentHistory.Of(db, periodId)
            .Select(change => new { change, By = db.Users.Where(user => user.Id == change.By).Select(user => user.FullName).FirstOrDefault() })
            .ToListAsync(ct);
        var ids = changes.SelectMany(row => new[] { Guid.Parse(row.change.Before), Guid.Parse(row.change.After) }).Distinct().ToList();
        var names = await db.InstrumentVersions.Where(v => ids.Contains(v.Id)).ToDictionaryAsync(v => v.Id, v => "versi " + v.Version, ct);
        return [.. changes.Select(row => new InstrumentChangeRow(
            row.change.Id, row.change.Kind == PeriodChangeKind.InstrumentUndone, names[Guid.Parse(row.change.Before)], names[Guid.Parse(row.change.After)],
            row.change.Reason, row.By ?? "", row.change.At))];
    }

    private static IQueryable<PeriodInstrument> Rows(AppDbContext db, IQueryable<AssessmentPeriod> periods, string? instrumentId) => periods.AsNoTracking()
        .Join(db.InstrumentVersions, period => period.InstrumentVersionId, version => version.Id, (period, version) => new { period, version })
        .Where(row => instrumentId == null || row.version.InstrumentId == instrumentId)
        .OrderByDescending(row => row.period.Year).ThenBy(row => row.version.Name)
        .Select(row => new PeriodInstrument(
            row.period.Id, row.period.Year, row.period.ClosedAt != null,
            new(row.version.Id, row.version.InstrumentId, row.version.Version, row.version.Name, row.version.Sha256, row.version.LoadedAt),
            db.Assessments.Count(sheet => sheet.PeriodId == row.period.Id && !SheetLife.AfterLhe.Contains(sheet.Status)),
            db.Assessments.Count(sheet => sheet.PeriodId == row.period.Id && SheetLife.AfterLhe.Contains(sheet.Status))));
}
