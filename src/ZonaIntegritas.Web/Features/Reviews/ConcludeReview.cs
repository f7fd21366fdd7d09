using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Proposals;
using ZonaIntegritas.Domain.Reviews;
using ZonaIntegritas.Domain.Scoring;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.Assessments;
using ZonaIntegritas.Web.Features.Proposals.Conditions;
using ZonaIntegritas.Web.Features.Reminders.Tell;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Features.Reviews;

/// <summary>Terbitkan LHE: every tier has judged every question; both layers, the evidence list and the verdict are frozen.</summary>
public sealed class ConcludeReview(IDbContextFactory<AppDbContext> dbFactory, Authorizer authorizer, SheetKeeper sheets)
{
    public async Task<Result> ExecuteAsync(Guid assessmentId, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var sheet = await sheets.OpenAsync(db, assessmentId, ct);
        var actor = await authorizer.RequireAsync(db, who => who.May(SheetMove.Conclude, sheet.Assessment.UnitId), ct);
        var table = await TierTable.LoadAsync(db, sheet, null, ct);
        if (actor.DutyOn(sheet.Unit.Id)!.Tier != table.Team.Top)
        {
            return ReviewProblems.OnlyTopTier;
        }

        var tpi = await SheetKeeper.RescoreAsync(db, sheet, Layer.Tpi, ct);
        var verdict = await ProposalState.DecideAsync(db, sheet, SheetKeeper.TargetVerdict(sheet, tpi), ct);
        var result = sheet.Assessment.Conclude(
            await JudgementAsync(db, sheet, tpi, table, verdict, ct), sheet.Period, actor.UserId, sheet.Now, sheet.Today);
        if (result.Succeeded)
        {
            var unit = await SheetKeeper.RescoreAsync(db, sheet, Layer.Unit, ct);
            await FreezeAsync(db, sheet, [(Layer.Unit, unit), (Layer.Tpi, tpi)], verdict, ct);
            db.RecordMove(sheet.Assessment, actor);
            await TellUnit.ConcludedAsync(db, sheet, actor, ct);
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
        }

        return result;
    }

    private static async Task<TpiJudgement> JudgementAsync(AppDbContext db, OpenSheet sheet, ScoreSheet tpi, TierTable table, ProposalVerdict verdict, CancellationToken ct)
    {
        var unreasoned = await DifferencesWithoutReasonAsync(db, sheet.Assessment.Id, ct);
        List<string> codes = [.. sheet.Instrument.Places.Select(place => place.Question.Code)];
        return new(
            tpi,
            [.. codes.Where(table.BasisChanges.ContainsKey)],
            OutcomeOf(verdict),
            TierGap(sheet, table, [.. codes.Where(unreasoned.Contains)]));
    }

    private static Problem? TierGap(OpenSheet sheet, TierTable table, IReadOnlyList<string> unreasoned)
    {
        var reviews = sheet.Instrument.Places.Select(place => (place.Question.Code, Review: table.Review(place))).ToList();
        var unfinished = reviews.Where(item => !item.Review.IsComplete).ToList();
        var alone = reviews.Where(item => !item.Review.HasTwoPeople).ToList();
        return unfinished is [var open, ..] && open.Review.Next is { } next ? ReviewProblems.TiersMissing(unfinished.Count, open.Code, next)
            : alone is [var one, ..] ? ReviewProblems.OnePersonOnly(alone.Count, one.Code)
            : unreasoned is [var first, ..] ? ReviewProblems.Unreasoned(unreasoned.Count, first)
            : null;
    }

    private static async Task<HashSet<string>> DifferencesWithoutReasonAsync(AppDbContext db, Guid assessmentId, CancellationToken ct)
    {
        var answers = await db.Answers.AsNoTracking()
            .Where(answer => answer.AssessmentId == assessmentId && (answer.Layer == Layer.Unit || answer.Layer == Layer.Tpi))
            .Select(answer => new { answer.Layer, answer.QuestionCode, answer.Value, answer.Reason })
            .ToListAsync(ct);
        var own = answers.Where(answer => answer.Layer == Layer.Unit).ToDictionary(answer => answer.QuestionCode, answer => answer.Value);
        return [.. answers
            .Where(answer => answer.Layer == Layer.Tpi && answer.Value is not null && answer.Reason is null
                && !answer.Value.Equals(own.GetValueOrDefault(answer.QuestionCode)))
            .Select(answer => answer.QuestionCode)];
    }

    public static LheOutcome OutcomeOf(ProposalVerdict verdict) => verdict.Eligible ? LheOutcome.Eligible : LheOutcome.NotEligible;

    private static string VerdictJson(ProposalVerdict verdict) => JsonSerializer.Serialize(new
    {
        target = verdict.Predicate.Code,
        eligible = verdict.Eligible,
        byAffirmation = verdict.ByAffirmation,
        sentence = verdict.Sentence,
        lacks = verdict.Lacks.Select(lack => new { kind = lack.Kind.ToString(), lack.Code, lack.Text, lack.Blocks }),
    });

    /// <summary>Keeps what was judged, so that later changes of code, instrument or files never change history.</summary>
    public static async Task FreezeAsync(
        AppDbContext db, OpenSheet sheet, IReadOnlyList<(Layer Layer, ScoreSheet Score)> layers, ProposalVerdict? verdict, CancellationToken ct)
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
        var remarks = await RemarksAsync(db, sheet.Assessment.Id, ct);
        foreach (var (layer, score) in layers)
        {
            using var json = new MemoryStream();
            ScoreSheetJson.Write(json, sheet.Unit.Name, score, sheet.Unit.HeldPredicates);
            db.FrozenSheets.Add(new(
                new(sheet.Assessment.Id, layer, sheet.Assessment.Edition), sheet.Assessment.InstrumentVersionId,
                new(Encoding.UTF8.GetString(json.ToArray()), JsonSerializer.Serialize(evidence), layer == Layer.Tpi && verdict is not null ? VerdictJson(verdict) : "", JsonSerializer.Serialize(remarks[layer])), sheet.Now));
        }
    }

    private static async Task<ILookup<Layer, FrozenRemark>> RemarksAsync(AppDbContext db, Guid sheetId, CancellationToken ct) =>
        (await db.Answers.Where(answer => answer.AssessmentId == sheetId)
            .OrderBy(answer => answer.QuestionCode)
            .Select(answer => new { answer.Layer, Remark = new FrozenRemark(answer.QuestionCode, answer.Note, answer.Reason) })
            .ToListAsync(ct))
        .ToLookup(found => found.Layer, found => found.Remark);
}
