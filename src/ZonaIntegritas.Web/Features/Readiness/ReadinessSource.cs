using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Instruments;
using ZonaIntegritas.Domain.Scoring;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.Assessments;
using ZonaIntegritas.Web.Features.Readiness.Charts;
using ZonaIntegritas.Web.Features.Readiness.Figures;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Features.Readiness;

/// <summary>Makes a unit's report from the database. Asks nobody's leave: pages and endpoints go through <see cref="ReadinessQueries"/>.</summary>
public sealed class ReadinessSource(SheetKeeper sheets, InstrumentLibrary instruments)
{
    /// <param name="layer">Null for the latest that says something.</param>
    /// <param name="forUnit">For the unit's own people: TPI's figures only of sheets whose LHE is out.</param>
    /// <exception cref="ForbiddenException">The layer has nothing yet: TPN's before any of its values is recorded.</exception>
    public async Task<ReadinessReport> MakeAsync(AppDbContext db, OpenSheet sheet, Layer? layer, CancellationToken ct, bool forUnit = false)
    {
        if (layer == Layer.Tpn && !await db.StoredScores.AnyAsync(score => score.AssessmentId == sheet.Assessment.Id && score.Layer == Layer.Tpn, ct))
        {
            throw new ForbiddenException(Authorizer.NotAllowed);
        }

        var years = await YearsAsync(db, sheet.Unit.Id, forUnit, ct);
        var tpi = years.FirstOrDefault(year => year.AssessmentId == sheet.Assessment.Id)?.Tpi;
        var shown = layer ?? LayerWords.Latest(sheet.Assessment.Status, tpi);
        var (score, held) = await ScoreAsync(db, sheet, shown, ct);
        var own = shown == Layer.Unit ? score : (await ScoreAsync(db, sheet, Layer.Unit, ct)).Sheet;
        return ReadinessReportBuilder.Build(
            new(sheet.Assessment, sheet.Unit, sheet.Period, shown, score, own, held, years, sheet.Now)
            {
                ForUnit = forUnit,
                Trend = await TrendReader.ReadAsync(db, sheet.Assessment.Id, !forUnit || SheetLife.IsAfterLhe(sheet.Assessment.Status), ct),
            });
    }

    /// <summary>
    /// As it is printed. The unit's own people may read a paper of their own layer whoever had it made, so it never says
    /// of TPI what they may not see.
    /// </summary>
    public async Task<ReadinessReport> MakeForPaperAsync(AppDbContext db, OpenSheet sheet, Layer? layer, CancellationToken ct)
    {
        var report = await MakeAsync(db, sheet, layer, ct, forUnit: layer == Layer.Unit);
        return layer is null && report.Head.Layer == Layer.Unit ? await MakeAsync(db, sheet, Layer.Unit, ct, forUnit: true) : report;
    }

    public async Task<ReadinessReport> MakeAsync(AppDbContext db, Guid assessmentId, Layer? layer, CancellationToken ct) =>
        await MakeAsync(db, await sheets.OpenAsync(db, assessmentId, ct), layer, ct);

    /// <summary>A layer as it stands, or as it was when the sheet was concluded, with the predicates held at that time.</summary>
    public async Task<(ScoreSheet Sheet, IReadOnlyCollection<string> Held)> ScoreAsync(
        AppDbContext db, OpenSheet sheet, Layer layer, CancellationToken ct)
    {
        var id = sheet.Assessment.Id;
        var frozen = SheetLife.IsAfterLhe(sheet.Assessment.Status)
            ? await db.FrozenSheets.AsNoTracking().Where(kept => kept.AssessmentId == id && kept.Layer == layer)
                .OrderByDescending(kept => kept.Edition).FirstOrDefaultAsync(ct)
            : null;
        if (frozen is null)
        {
            return (await SheetKeeper.ScoreAsync(db, id, sheet.Instrument, layer, ct), sheet.Unit.HeldPredicates);
        }

        Instrument instrument = await instruments.GetAsync(db, frozen.InstrumentVersionId, ct);
        var kept = FrozenAnswers.Read(instrument, frozen.Json);
        return (ScoringEngine.Score(instrument, kept.Answers), kept.HeldPredicates);
    }

    private static async Task<IReadOnlyList<SheetOfYear>> YearsAsync(AppDbContext db, Guid unitId, bool forUnit, CancellationToken ct) =>
        await (
            from sheet in db.Assessments
            where sheet.UnitId == unitId
            join period in db.Periods on sheet.PeriodId equals period.Id
            join own in db.StoredScores on new { sheet.Id, Layer = Layer.Unit } equals new { Id = own.AssessmentId, own.Layer } into owns
            from own in owns.DefaultIfEmpty()
            join tpi in db.StoredScores.Where(s => !forUnit || db.Assessments.Any(a => a.Id == s.AssessmentId && SheetLife.AfterLhe.Contains(a.Status)))
                on new { sheet.Id, Layer = Layer.Tpi } equals new { Id = tpi.AssessmentId, tpi.Layer } into tpis
            from tpi in tpis.DefaultIfEmpty()
            join tpn in db.StoredScores.Where(s => !forUnit || db.Assessments.Any(a => a.Id == s.AssessmentId && SheetLife.AfterLhe.Contains(a.Status)))
                on new { sheet.Id, Layer = Layer.Tpn } equals new { Id = tpn.AssessmentId, tpn.Layer } into tpns
            from tpn in tpns.DefaultIfEmpty()
            orderby period.Year
            select new SheetOfYear(sheet.Id, period.Year, sheet.Target, own, tpi, tpn))
        .AsNoTracking()
        .ToListAsync(ct);
}
