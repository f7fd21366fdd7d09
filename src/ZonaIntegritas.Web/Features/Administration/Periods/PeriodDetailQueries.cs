using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.Administration.Units;
using ZonaIntegritas.Web.Identity;

// In queries ToUpper becomes SQL's upper(), which knows no culture; without it "DPMPTSP" would stand before "Dinkes".
#pragma warning disable CA1304, CA1311

namespace ZonaIntegritas.Web.Features.Administration.Periods;

/// <summary>A sheet of a period, for its list.</summary>
public sealed record PeriodSheetRow(
    Guid AssessmentId, UnitOption Unit, Guid InstrumentVersionId, string Target, AssessmentStatus Status, LheOutcome? Outcome,
    decimal Total, int Answered, int Questions)
{
    public bool IsDraft => Status == AssessmentStatus.Draft;
}

/// <summary>A line of the history, with who.</summary>
public sealed record PeriodChangeRow(Guid Id, PeriodChangeKind Kind, string Before, string After, string Reason, string By, DateTimeOffset At);

/// <param name="Page">From 1.</param>
public sealed record PeriodSheetQuestion(Guid PeriodId, string? Search, int Page);

/// <summary>One period from inside: its sheets and its history, a page at a time.</summary>
public sealed class PeriodDetailQueries(IDbContextFactory<AppDbContext> dbFactory, Authorizer authorizer)
{
    public const int PageSize = 25;
    public const int HistorySize = 10;

    public async Task<RowPage<PeriodSheetRow>> SheetsAsync(PeriodSheetQuestion question, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        await authorizer.RequireAsync(db, who => who.MayAdminister, ct);
        var found =
            from sheet in db.Assessments
            join unit in db.WorkUnits on sheet.UnitId equals unit.Id
            where sheet.PeriodId == question.PeriodId
            select new { sheet, unit };
        if (question.Search?.Trim() is { Length: > 0 } typed)
        {
            var pattern = SearchText.Containing(typed);
            found = found.Where(row =>
                EF.Functions.Like(row.unit.ShortName, pattern, SearchText.Escape) || EF.Functions.Like(row.unit.Name, pattern, SearchText.Escape));
        }

        var rows = await (
            from row in found
            join score in db.StoredScores.Where(score => score.Layer == Layer.Unit) on row.sheet.Id equals score.AssessmentId into scores
            from score in scores.DefaultIfEmpty()
            orderby row.unit.ShortName.ToUpper(), row.sheet.Id
            select new PeriodSheetRow(
                row.sheet.Id, new(row.unit.Id, row.unit.Name, row.unit.ShortName, row.unit.HeldPredicate), row.sheet.InstrumentVersionId,
                row.sheet.Target, row.sheet.Status, row.sheet.Outcome,
                score == null ? 0 : score.Total, score == null ? 0 : score.AnsweredQuestions, score == null ? 0 : score.Questions))
            .Skip((question.Page - 1) * PageSize).Take(PageSize).AsNoTracking().ToListAsync(ct);
        return new(rows, await found.CountAsync(ct));
    }

    /// <summary>The newest first.</summary>
    public async Task<RowPage<PeriodChangeRow>> HistoryAsync(Guid periodId, int page, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        await authorizer.RequireAsync(db, who => who.MayAdminister, ct);
        var all = db.PeriodChanges.Where(change => change.PeriodId == periodId);
        var rows = await (
            from change in all
            join known in db.Users on change.By equals known.Id into people
            from person in people.DefaultIfEmpty()
            orderby change.At descending, change.Id descending
            select new PeriodChangeRow(change.Id, change.Kind, change.Before, change.After, change.Reason, person == null ? "Sistem" : person.FullName, change.At))
            .Skip((page - 1) * HistorySize).Take(HistorySize).AsNoTracking().ToListAsync(ct);
        var versions = await VersionsAsync(db, rows, ct);
        return new([.. rows.Select(row => row with { Before = Named(row.Before, versions), After = Named(row.After, versions) })], await all.CountAsync(ct));
    }

    /// <summary>Changes of instrument are kept by the version's id; people read its name.</summary>
    private static Task<Dictionary<string, string>> VersionsAsync(AppDbContext db, List<PeriodChangeRow> rows, CancellationToken ct)
    {
        var ids = rows.SelectMany(row => new[] { row.Before, row.After }).Select(text => Guid.TryParse(text, out var id) ? id : Guid.Empty).Distinct().ToList();
        return db.InstrumentVersions.Where(version => ids.Contains(version.Id))
            .ToDictionaryAsync(version => version.Id.ToString(), version => $"{version.Name}, versi {version.Version}", ct);
    }

    private static string Named(string text, Dictionary<string, string> versions) =>
        Guid.TryParse(text, out var id) ? versions.GetValueOrDefault(id.ToString(), text) : text;
}
