using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Auditing;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Scoring;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.Assessments;

namespace ZonaIntegritas.Web.Features.Proposals.Journey;

/// <summary>What TPN's decision changes besides the sheet's state: the predicate that the unit holds, and TPN's layer, frozen.</summary>
internal static class TpnDecision
{
    public static async Task<Result> AwardAsync(AppDbContext db, OpenSheet sheet, Actor actor, MoveDetail decree, CancellationToken ct)
    {
        var stages = await db.TpnStages.AsNoTracking().Where(stage => stage.AssessmentId == sheet.Assessment.Id).ToListAsync(ct);
        var result = sheet.Assessment.Award(decree, stages);
        if (result.Succeeded)
        {
            // Before the unit holds it: the sheet was judged with what was held until now.
            await FreezeAsync(db, sheet, ct);
            Hold(db, sheet, actor, sheet.Assessment.Target, decree.On!.Value.Year);
        }

        return result;
    }

    public static async Task<Result> DeclineAsync(AppDbContext db, OpenSheet sheet, MoveDetail letter, CancellationToken ct)
    {
        var result = sheet.Assessment.Decline(letter);
        if (result.Succeeded)
        {
            await FreezeAsync(db, sheet, ct);
        }

        return result;
    }

    /// <summary>A predicate that the unit has reached since by another sheet stays.</summary>
    public static Result Revoke(AppDbContext db, OpenSheet sheet, Actor actor, MoveDetail decree)
    {
        var result = sheet.Assessment.Revoke(decree);
        if (result.Succeeded && sheet.Unit.HeldPredicate == sheet.Assessment.Target)
        {
            Hold(db, sheet, actor, null, null);
        }

        return result;
    }

    private static void Hold(AppDbContext db, OpenSheet sheet, Actor actor, string? predicate, int? since)
    {
        var before = Held(sheet);
        sheet.Unit.Hold(predicate, since);
        db.Record(sheet.Now, actor, AuditAction.UnitChanged, new(sheet.Unit.Id, sheet.Assessment.Id), new(before, Held(sheet)), "predikat");
    }

    private static string Held(OpenSheet sheet) =>
        sheet.Unit.HeldPredicate is { } held ? $"{held} {sheet.Unit.HeldSinceYear?.ToString(CultureInfo.InvariantCulture)}".TrimEnd() : "tanpa predikat";

    /// <summary>TPN's layer as it stood at the decision, if any was entered; on the evidence that the LHE has frozen.</summary>
    private static async Task FreezeAsync(AppDbContext db, OpenSheet sheet, CancellationToken ct)
    {
        var (id, edition) = (sheet.Assessment.Id, sheet.Assessment.Edition);
        if (!await db.Answers.AnyAsync(answer => answer.AssessmentId == id && answer.Layer == Layer.Tpn && answer.Value != null, ct))
        {
            return;
        }

        var evidence = await db.FrozenSheets
            .Where(kept => kept.AssessmentId == id && kept.Edition == edition && kept.Layer == Layer.Tpi)
            .Select(kept => kept.EvidenceJson).SingleOrDefaultAsync(ct);
        var score = await SheetKeeper.RescoreAsync(db, sheet, Layer.Tpn, ct);
        using var json = new MemoryStream();
        ScoreSheetJson.Write(json, sheet.Unit.Name, score, sheet.Unit.HeldPredicates);
        db.FrozenSheets.Add(new(
            new(id, Layer.Tpn, edition), sheet.Assessment.InstrumentVersionId,
            new(Encoding.UTF8.GetString(json.ToArray()), evidence ?? "[]"), sheet.Now));
    }
}
