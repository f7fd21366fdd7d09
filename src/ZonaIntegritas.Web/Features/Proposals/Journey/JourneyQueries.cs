using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.Assessments;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Features.Proposals.Journey;

/// <summary>A sheet's life for everybody who may see the sheet.</summary>
public sealed class JourneyQueries(IDbContextFactory<AppDbContext> dbFactory, Authorizer authorizer, SheetKeeper sheets)
{
    /// <exception cref="ForbiddenException">There is no such sheet, or its unit is not this person's to see.</exception>
    public async Task<JourneyView> LoadAsync(Guid assessmentId, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        var sheet = await sheets.OpenAsync(db, assessmentId, ct);
        var actor = await authorizer.RequireAsync(db, who => who.MaySee(sheet.Unit.Id), ct);
        var steps = await StepsAsync(db, assessmentId, ct);
        var stages = await StagesAsync(db, assessmentId, ct);
        var monitoring = MonitoringOf(sheet, steps);
        var reader = actor.CapacityOn(sheet.Unit.Id);
        return new(
            await HeadAsync(db, sheet, ct),
            reader,
            JourneyStages.Of(sheet.Assessment, steps, sheet.Unit.Zone),
            await JourneyGaps.OfAsync(db, sheet, stages, monitoring, ct),
            MovesOf(sheet, reader),
            steps,
            await EditionsAsync(db, assessmentId, ct),
            stages,
            monitoring);
    }

    /// <summary>The moves of a kind that this person may make now; for a button on another page.</summary>
    public async Task<MoveRow?> MoveAsync(Guid assessmentId, SheetMove move, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        var sheet = await sheets.OpenAsync(db, assessmentId, ct);
        var actor = await authorizer.RequireAsync(db, who => who.MaySee(sheet.Unit.Id), ct);
        return MovesOf(sheet, actor.CapacityOn(sheet.Unit.Id)).FirstOrDefault(row => row.Move == move);
    }

    /// <summary>What an edition's LHE rested on.</summary>
    public async Task<IReadOnlyList<FrozenEvidence>> EvidenceAsync(Guid assessmentId, int edition, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        var unitId = await db.Assessments.Where(a => a.Id == assessmentId).Select(a => a.UnitId).SingleOrDefaultAsync(ct);
        await authorizer.RequireAsync(db, who => who.MaySee(unitId), ct);
        var json = await db.FrozenSheets
            .Where(kept => kept.AssessmentId == assessmentId && kept.Edition == edition && kept.Layer == Layer.Unit)
            .Select(kept => kept.EvidenceJson).SingleOrDefaultAsync(ct);
        return json is null ? [] : JsonSerializer.Deserialize<List<FrozenEvidence>>(json) ?? [];
    }

    private static async Task<JourneyHead> HeadAsync(AppDbContext db, OpenSheet sheet, CancellationToken ct)
    {
        var version = await db.InstrumentVersions.Where(v => v.Id == sheet.Assessment.InstrumentVersionId)
            .Select(v => new { v.Name, v.Version }).SingleAsync(ct);
        return new(
            sheet.Assessment.Id, sheet.Unit.Id, sheet.Unit.ShortName, sheet.Unit.Name, sheet.Unit.Zone, sheet.Period.Year, sheet.Assessment.Target,
            sheet.Assessment.Status, sheet.Assessment.Turn, sheet.Assessment.Outcome, $"{version.Name}, versi {version.Version}", sheet.Today);
    }

    private static List<MoveRow> MovesOf(OpenSheet sheet, Capacity reader) =>
    [
        .. SheetLife.Open(sheet.Assessment.Status, reader)
            .Where(MoveSheet.Moves.Contains)
            .Select(move => new MoveRow(move, sheet.Assessment.Hindrance(move, sheet.Period, sheet.Today)))
            // A stage that this kind of office does not have is nothing that is missing.
            .Where(row => row.Hindrance != AssessmentProblems.PreliminaryForMinistriesOnly),
    ];

    private static MonitoringRow? MonitoringOf(OpenSheet sheet, IReadOnlyList<JourneyStep> steps)
    {
        if (sheet.Assessment.Status is not (AssessmentStatus.Awarded or AssessmentStatus.Monitored)
            || steps.LastOrDefault(step => step.Move is SheetMove.Award or SheetMove.Monitor)?.On is not { } last)
        {
            return null;
        }

        var next = SheetLife.NextMonitoring(last);
        return new(last, next, next < sheet.Today);
    }

    private static async Task<List<JourneyStep>> StepsAsync(AppDbContext db, Guid assessmentId, CancellationToken ct) => await (
        from step in db.SheetTransitions
        where step.AssessmentId == assessmentId
        join user in db.Users on step.By equals user.Id into users
        from user in users.DefaultIfEmpty()
        orderby step.At, step.Id
        select new JourneyStep(step.Move, step.From, step.To, user == null ? "" : user.FullName, step.At, step.On, step.Reference, step.Note))
        .AsNoTracking().ToListAsync(ct);

    private static async Task<List<StageRow>> StagesAsync(AppDbContext db, Guid assessmentId, CancellationToken ct) => await (
        from stage in db.TpnStages
        where stage.AssessmentId == assessmentId
        join user in db.Users on stage.RecordedBy equals user.Id into users
        from user in users.DefaultIfEmpty()
        orderby stage.RecordedAt, stage.Id
        select new StageRow(stage.Kind, stage.Result, stage.HeldOn, stage.Note, user == null ? "" : user.FullName, stage.RecordedAt))
        .AsNoTracking().ToListAsync(ct);

    private static async Task<List<EditionRow>> EditionsAsync(AppDbContext db, Guid assessmentId, CancellationToken ct)
    {
        var frozen = await (
            from kept in db.FrozenSheets
            join version in db.InstrumentVersions on kept.InstrumentVersionId equals version.Id
            where kept.AssessmentId == assessmentId
            select new { Kept = kept, Instrument = $"{version.Name}, versi {version.Version}" })
            .AsNoTracking().ToListAsync(ct);
        return [.. frozen.GroupBy(row => row.Kept.Edition).OrderByDescending(edition => edition.Key).Select(edition =>
        {
            var layers = edition.ToDictionary(row => row.Kept.Layer, row => row.Kept);
            var first = edition.First(row => row.Kept.Layer == Layer.Unit);
            return new EditionRow(
                edition.Key, first.Kept.FrozenAt, TotalOf(first.Kept)!.Value, TotalOf(layers.GetValueOrDefault(Layer.Tpi)), TotalOf(layers.GetValueOrDefault(Layer.Tpn)),
                first.Instrument, first.Kept.EngineVersion, Count(first.Kept.EvidenceJson), PrintOf(layers.GetValueOrDefault(Layer.Tpi) ?? first.Kept));
        })];
    }

    private static decimal? TotalOf(FrozenSheet? kept)
    {
        if (kept is null)
        {
            return null;
        }

        using var json = JsonDocument.Parse(kept.Json);
        return json.RootElement.GetProperty("total").GetDecimal();
    }

    private static int Count(string evidence)
    {
        using var json = JsonDocument.Parse(evidence);
        return json.RootElement.GetArrayLength();
    }

    /// <summary>The SHA-256 of what was frozen, for whoever compares an edition with a copy on paper.</summary>
    private static string PrintOf(FrozenSheet kept) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(kept.Json)));
}
