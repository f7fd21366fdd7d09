using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Instruments;
using ZonaIntegritas.Domain.WorkUnits;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.Administration.Units;
using ZonaIntegritas.Web.Features.Assessments;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Features.Administration.Periods;

public sealed record PeriodRow(
    Guid Id, int Year, Guid InstrumentVersionId, string InstrumentName, string InstrumentVersion, PeriodSchedule Schedule,
    DateTimeOffset? ClosedAt, IReadOnlyDictionary<AssessmentStatus, int> Sheets)
{
    public PeriodWindows Windows => Schedule.Windows;

    public bool IsClosed => ClosedAt is not null;

    public int AllSheets => Sheets.Values.Sum();

    public int Unfinished => Sheets.Where(sheets => !SheetLife.IsAfterLhe(sheets.Key)).Sum(sheets => sheets.Value);
}

public sealed record InstrumentOption(Guid Id, string Name, string Version, IReadOnlyList<Predicate> Predicates);

/// <summary>What a new or a growing period can be made of.</summary>
/// <param name="PeriodId">Null for a period that is not opened yet.</param>
public sealed record CandidateQuestion(Guid? PeriodId, string? Search, int Page);

public sealed class PeriodQueries(IDbContextFactory<AppDbContext> dbFactory, Authorizer authorizer, InstrumentLibrary instruments)
{
    /// <summary>Every period, newest first: one a year for each instrument, so the list stays short.</summary>
    /// <param name="only">Just this one.</param>
    public async Task<IReadOnlyList<PeriodRow>> ListAsync(CancellationToken ct, Guid? only = null)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        await authorizer.RequireAsync(db, who => who.MayAdminister, ct);
        var counts = (await db.Assessments
            .Where(sheet => only == null || sheet.PeriodId == only)
            .GroupBy(sheet => new { sheet.PeriodId, sheet.Status })
            .Select(group => new { group.Key.PeriodId, group.Key.Status, Count = group.Count() })
            .ToListAsync(ct)).ToLookup(count => count.PeriodId);
        var periods = await db.Periods.AsNoTracking()
            .Where(period => only == null || period.Id == only)
            .Join(db.InstrumentVersions, period => period.InstrumentVersionId, version => version.Id, (period, version) => new { period, version.Name, version.Version })
            .OrderByDescending(row => row.period.Year).ThenBy(row => row.Name)
            .ToListAsync(ct);
        return [.. periods.Select(row => new PeriodRow(
            row.period.Id, row.period.Year, row.period.InstrumentVersionId, row.Name, row.Version,
            new(row.period.Windows, row.period.Instansi), row.period.ClosedAt,
            counts[row.period.Id].ToDictionary(count => count.Status, count => count.Count)))];
    }

    /// <summary>Loaded instruments, the latest first.</summary>
    public async Task<IReadOnlyList<InstrumentOption>> InstrumentsAsync(CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        await authorizer.RequireAsync(db, who => who.MayAdminister, ct);
        var versions = await db.InstrumentVersions
            .OrderByDescending(version => version.LoadedAt)
            .Select(version => new { version.Id, version.Name, version.Version })
            .ToListAsync(ct);
        List<InstrumentOption> options = [];
        foreach (var version in versions)
        {
            options.Add(new(version.Id, version.Name, version.Version, (await instruments.GetAsync(db, version.Id, ct)).Predicates));
        }

        return options;
    }

    /// <summary>Units without a sheet in the period, one page of them.</summary>
    public async Task<RowPage<UnitOption>> CandidatesAsync(CandidateQuestion question, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        await authorizer.RequireAsync(db, who => who.MayAdminister, ct);
        return await UnitQueries.OptionsAsync(Candidates(db, question.PeriodId), question.Search, question.Page, ct);
    }

    /// <summary>All of them, for "choose all": names and codes only.</summary>
    public async Task<IReadOnlyList<UnitOption>> AllCandidatesAsync(Guid? periodId, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        await authorizer.RequireAsync(db, who => who.MayAdminister, ct);
        return await OptionsAsync(Candidates(db, periodId), ct);
    }

    /// <summary>Units with a sheet in the period, for whoever opens the next for the same ones.</summary>
    public async Task<IReadOnlyList<UnitOption>> UnitsOfAsync(Guid periodId, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        await authorizer.RequireAsync(db, who => who.MayAdminister, ct);
        return await OptionsAsync(
            db.WorkUnits.AsNoTracking().Where(unit => db.Assessments.Any(sheet => sheet.PeriodId == periodId && sheet.UnitId == unit.Id)), ct);
    }

    private static Task<List<UnitOption>> OptionsAsync(IQueryable<WorkUnit> units, CancellationToken ct) =>
        units.Select(unit => new UnitOption(unit.Id, unit.Name, unit.ShortName, unit.HeldPredicate)).ToListAsync(ct);

    private static IQueryable<WorkUnit> Candidates(AppDbContext db, Guid? periodId) => db.WorkUnits.AsNoTracking()
        .Where(unit => !db.Assessments.Any(sheet => sheet.PeriodId == periodId && sheet.UnitId == unit.Id));
}
