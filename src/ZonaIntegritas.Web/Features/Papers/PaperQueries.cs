using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.Papers.Typed;
using ZonaIntegritas.Web.Features.Readiness;
using ZonaIntegritas.Web.Features.Reporting;
using ZonaIntegritas.Web.Features.Reporting.Documents;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Features.Papers;

/// <summary>One paper in the list of what can be made.</summary>
/// <param name="Missing">Why not now; null when it can be made.</param>
public sealed record PaperChoice(PaperKind Kind, Guid Id, string? Missing);

public sealed record SheetPapers(Guid AssessmentId, string Unit, string UnitName, AssessmentStatus Status, IReadOnlyList<PaperChoice> Papers);

/// <param name="Years">Years with sheets of units this person sees, newest first.</param>
/// <param name="OfPeriod">Papers of the instansi; empty for those who do not make them.</param>
public sealed record PaperShelf(IReadOnlyList<int> Years, int? Year, IReadOnlyList<PaperChoice> OfPeriod, RowPage<SheetPapers> Sheets);

/// <summary>Which papers this person can have made, and how one would look.</summary>
public sealed class PaperQueries(
    IDbContextFactory<AppDbContext> dbFactory, Authorizer authorizer, IEnumerable<PaperWriter> writers, PaperOffices offices, TimeProvider clock)
{
    public const int Size = 25;

    /// <param name="page">From 1.</param>
    public async Task<PaperShelf> ShelfAsync(int? year, string search, int page, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        var actor = await authorizer.ActorAsync(db, ct);
        var units = FoundSheets.UnitsSeenBy(db, actor);
        var years = await db.Periods
            .Where(period => db.Assessments.Any(sheet => sheet.PeriodId == period.Id && units.Any(unit => unit.Id == sheet.UnitId)))
            .Select(period => period.Year).Distinct().OrderByDescending(each => each).ToListAsync(ct);
        if (years.Count == 0)
        {
            return new(years, null, [], new([], 0));
        }

        var shown = year is { } wanted && years.Contains(wanted) ? wanted : years[0];
        return new(years, shown, await OfPeriodAsync(db, actor, shown, ct), await SheetsAsync(db, actor, new(shown, Search: search, Page: page), ct));
    }

    /// <exception cref="ForbiddenException">There is no such sheet or period, or the paper is not this person's to read.</exception>
    public async Task<OpenPaper> LoadAsync(PaperKind kind, Guid id, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        return await PaperGate.OpenAsync(db, authorizer, kind, id, clock.GetUtcNow(), ct);
    }

    /// <summary>The paper as it would be printed with what is typed now.</summary>
    /// <returns>Null while what it is about does not exist.</returns>
    /// <exception cref="ForbiddenException">There is no such sheet or period, or the paper is not this person's to read.</exception>
    public async Task<PaperDocument?> PreviewAsync(PaperKind kind, Guid id, PaperInput typed, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        var now = clock.GetUtcNow();
        var paper = await PaperGate.OpenAsync(db, authorizer, kind, id, now, ct);
        return paper.Missing is not null
            ? null
            : await writers.Single(writer => writer.Kind == kind).ComposeAsync(
                db, PaperStamp.Preview(await offices.GetAsync(db, ct), paper.Subject, typed.For(PaperForms.Of(kind)), now), ct);
    }

    /// <summary>What a form begins with: names that the settings know.</summary>
    public async Task<IReadOnlyDictionary<string, string>> DefaultsAsync(CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        await authorizer.ActorAsync(db, ct);
        var office = await offices.GetAsync(db, ct);
        return new Dictionary<string, string>
        {
            [PaperFields.Addressee] = "Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi\ndi Jakarta",
            [PaperFields.Signer] = office.Head.Name,
            [PaperFields.Position] = office.Head.Title,
            [PaperFields.Nip] = office.Head.Nip,
            [PaperFields.Place] = office.Place,
            [PaperFields.Units] = PaperFields.Ready,
        };
    }

    private static async Task<IReadOnlyList<PaperChoice>> OfPeriodAsync(AppDbContext db, Actor actor, int year, CancellationToken ct)
    {
        if (!actor.SeesAllUnits)
        {
            return [];
        }

        var periods = await db.Periods.Where(period => period.Year == year).OrderBy(period => period.FillFrom).Select(period => new
        {
            period.Id,
            Any = db.Assessments.Any(sheet => sheet.PeriodId == period.Id && (SheetLife.AfterLhe.Contains(sheet.Status) && sheet.Outcome == LheOutcome.Eligible)),
        }).ToListAsync(ct);
        return [.. periods.SelectMany(period => PaperPlaces.OfPeriod.Select(kind => new PaperChoice(
            kind, period.Id, kind == PaperKind.Recap || period.Any ? null : "belum ada unit yang layak menurut LHE")))];
    }

    private static async Task<RowPage<SheetPapers>> SheetsAsync(AppDbContext db, Actor actor, ReadinessFilter filter, CancellationToken ct)
    {
        var sheets = FoundSheets.SeenBy(db, actor).Where(sheet => db.Periods.Any(period => period.Id == sheet.PeriodId && period.Year == filter.Year));
        var found = FoundSheets.WithScore(db, sheets, filter.Layer, forUnit: false);
        found = FoundConditions.Of(db, filter) is { } condition ? found.Where(condition) : found;
        var rows = await FoundOrder.Sorted(db, found, filter).Skip((Math.Max(1, filter.Page) - 1) * Size).Take(Size)
            .Join(db.WorkUnits, row => row.Sheet.UnitId, unit => unit.Id, (row, unit) => new { row.Sheet.Id, row.Sheet.UnitId, row.Sheet.Status, unit.ShortName, unit.Name })
            .ToListAsync(ct);
        return new(
            [.. rows.Select(row => new SheetPapers(row.Id, row.ShortName, row.Name, row.Status, ChoicesOf(actor, row.Id, new(row.UnitId, row.Status))))],
            await found.CountAsync(ct));
    }

    private static IReadOnlyList<PaperChoice> ChoicesOf(Actor actor, Guid id, PaperSheet sheet) =>
    [
        .. PaperPlaces.OfSheet
            .Where(kind => PaperGate.MayIssue(actor, kind, kind == PaperKind.UnmetConditions ? Layer.Unit : Layer.Tpi, sheet) || MayRead(actor, kind, sheet))
            .Select(kind => new PaperChoice(kind, id, Short(PaperGate.MissingOf(kind, sheet.Status)))),
    ];

    private static bool MayRead(Actor actor, PaperKind kind, PaperSheet sheet) =>
        PaperGate.MissingOf(kind, sheet.Status) is null && PaperRights.MayRead(actor, kind, Layer.Tpi, sheet);

    private static string? Short(Problem? missing) =>
        missing == PaperProblems.NoLhe ? "LHE belum terbit"
        : missing == PaperProblems.NotBegun ? "belum diajukan unit"
        : missing?.Message;
}
