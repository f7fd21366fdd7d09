using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.Assessments;
using ZonaIntegritas.Web.Features.BackgroundWork;
using ZonaIntegritas.Web.Features.Proposals.Journey;

namespace ZonaIntegritas.Web.Features.Papers.Lhe;

/// <summary>Reads the latest edition of a sheet's LHE. Asks nobody's leave: the caller has.</summary>
public sealed class LheReader(InstrumentLibrary instruments)
{
    /// <exception cref="WorkFailedException">The sheet has no LHE yet.</exception>
    public async Task<LheFacts> ReadAsync(AppDbContext db, Guid assessmentId, CancellationToken ct)
    {
        var sheet = await db.Assessments.AsNoTracking().SingleAsync(each => each.Id == assessmentId, ct);
        var editions = await db.FrozenSheets.AsNoTracking().Where(kept => kept.AssessmentId == assessmentId).ToListAsync(ct);
        var tpi = editions.Where(kept => kept.Layer == Layer.Tpi).MaxBy(kept => kept.Edition)
            ?? throw new WorkFailedException("LHE belum terbit, jadi belum ada yang dapat dicetak.", permanent: true);
        var own = editions.Single(kept => kept.Layer == Layer.Unit && kept.Edition == tpi.Edition);
        var verdict = FrozenVerdict.Read(tpi.VerdictJson);
        return new(
            await HeadAsync(db, sheet, tpi, verdict?.Target ?? sheet.Target, ct),
            await instruments.GetAsync(db, tpi.InstrumentVersionId, ct),
            FrozenScore.Read(own.Json), FrozenScore.Read(tpi.Json), verdict, verdict?.Eligible ?? sheet.Outcome == LheOutcome.Eligible,
            await RemarksAsync(db, tpi, ct), EvidenceOf(tpi.EvidenceJson), await TpiSigners.ReadAsync(db, tpi.AssessmentId, tpi.FrozenAt, ct));
    }

    private async Task<LheHead> HeadAsync(AppDbContext db, Assessment sheet, FrozenSheet tpi, string target, CancellationToken ct)
    {
        var unit = await db.WorkUnits.AsNoTracking().SingleAsync(each => each.Id == sheet.UnitId, ct);
        var year = await db.Periods.Where(period => period.Id == sheet.PeriodId).Select(period => period.Year).SingleAsync(ct);
        var version = await db.InstrumentVersions.Where(each => each.Id == tpi.InstrumentVersionId)
            .Select(each => new { each.Name, each.InstrumentId, each.Version }).SingleAsync(ct);
        var instrument = await instruments.GetAsync(db, tpi.InstrumentVersionId, ct);
        return new(
            unit.ShortName, year, target, instrument.Predicate(target)?.Name ?? target, tpi.Edition,
            $"{version.Name}, {version.InstrumentId} versi {version.Version}", unit.Zone, tpi.FrozenAt, tpi.EngineVersion);
    }

    /// <summary>As they were frozen. An edition older than that has what was written before it: answers stand still once the LHE is out.</summary>
    private static async Task<Dictionary<string, LheRemark>> RemarksAsync(AppDbContext db, FrozenSheet tpi, CancellationToken ct) =>
        tpi.RemarksJson.Length > 0
            ? JsonSerializer.Deserialize<List<FrozenRemark>>(tpi.RemarksJson)!.ToDictionary(remark => remark.QuestionCode, remark => new LheRemark(remark.Note, remark.Reason))
        : (await db.Answers.AsNoTracking().Where(answer => answer.AssessmentId == tpi.AssessmentId && answer.Layer == Layer.Tpi).ToListAsync(ct))
        .Where(answer => answer.ChangedAt <= tpi.FrozenAt)
        .ToDictionary(answer => answer.QuestionCode, answer => new LheRemark(answer.Note, answer.Reason));

    private static LheEvidence EvidenceOf(string json)
    {
        var links = JsonSerializer.Deserialize<List<FrozenEvidence>>(json) ?? [];
        return new(
            links.Select(link => link.Sha256 ?? link.Url ?? link.Name).Distinct().Count(), links.Count, links.Select(link => link.QuestionCode).Distinct().Count());
    }
}
