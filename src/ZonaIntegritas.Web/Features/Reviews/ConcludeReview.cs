using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Scoring;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.Assessments;
using ZonaIntegritas.Web.Features.Evidence;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Features.Reviews;

/// <summary>Selesaikan evaluasi: TPI has judged every question; both layers and the evidence list are frozen.</summary>
public sealed class ConcludeReview(IDbContextFactory<AppDbContext> dbFactory, Authorizer authorizer, SheetKeeper sheets)
{
    public async Task<Result> ExecuteAsync(Guid assessmentId, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var sheet = await sheets.OpenAsync(db, assessmentId, ct);
        var actor = await authorizer.RequireAsync(db, who => who.MayReview(sheet.Assessment.UnitId), ct);
        var tpi = await SheetKeeper.RescoreAsync(db, sheet, Layer.Tpi, ct);
        var changed = await ReviewBasis.ChangesAsync(db, assessmentId, Layer.Tpi, ct);
        var judgement = new TpiJudgement(tpi, [.. sheet.Instrument.Places.Select(place => place.Question.Code).Where(changed.ContainsKey)]);
        var result = sheet.Assessment.Conclude(judgement, sheet.Period, actor.UserId, sheet.Now, sheet.Today);
        if (result.Succeeded)
        {
            var unit = await SheetKeeper.RescoreAsync(db, sheet, Layer.Unit, ct);
            await FreezeAsync(db, sheet, [(Layer.Unit, unit), (Layer.Tpi, tpi)], ct);
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
        }

        return result;
    }

    /// <summary>Keeps what was judged, so that later changes of code, instrument or files never change history.</summary>
    public static async Task FreezeAsync(
        AppDbContext db, OpenSheet sheet, IReadOnlyList<(Layer Layer, ScoreSheet Score)> layers, CancellationToken ct)
    {
        var evidence = await db.EvidenceLinks
            .Where(link => link.AssessmentId == sheet.Assessment.Id && link.DetachedAt == null)
            .Join(db.EvidenceItems, link => link.ItemId, item => item.Id, (link, item) => new { link, item.Title })
            .Join(db.EvidenceVersions, found => found.link.VersionId, version => version.Id, (found, version) => new
            {
                found.link.QuestionCode, version.Name, found.Title, Version = version.Number, version.Size, version.Sha256, version.Url,
                found.link.Page, found.link.Passage, VersionId = version.Id,
            })
            .OrderBy(item => item.QuestionCode).ThenBy(item => item.Name)
            .ToListAsync(ct);
        foreach (var (layer, score) in layers)
        {
            using var json = new MemoryStream();
            ScoreSheetJson.Write(json, sheet.Unit.Name, score, sheet.Unit.HeldPredicates);
            db.FrozenSheets.Add(new(
                sheet.Assessment.Id, layer, sheet.Period.InstrumentVersionId,
                Encoding.UTF8.GetString(json.ToArray()), JsonSerializer.Serialize(evidence), sheet.Now));
        }
    }
}
