using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Discussion;
using ZonaIntegritas.Domain.Reviews;
using ZonaIntegritas.Web.Data;

namespace ZonaIntegritas.Web.Features.Assessments;

/// <summary>"Berubah sejak saya lihat": questions that others changed after this person last had them on screen.</summary>
public static class SheetChanges
{
    /// <returns>Codes; a question never looked at is new to the person, not changed.</returns>
    public static async Task<IReadOnlySet<string>> SinceLookedAsync(AppDbContext db, OpenSheet sheet, Actor actor, CancellationToken ct)
    {
        var looks = await db.QuestionLooks.Where(look => look.UserId == actor.UserId && look.AssessmentId == sheet.Assessment.Id)
            .ToDictionaryAsync(look => look.QuestionCode, look => look.LookedAt, ct);
        if (looks.Count == 0)
        {
            return looks.Keys.ToHashSet();
        }

        var changes = await Changes(db, sheet.Assessment.Id, actor, actor.DutyOn(sheet.Unit.Id)?.Tier, actor.BelongsTo(sheet.Unit.Id))
            .Where(change => change.By != actor.UserId)
            .GroupBy(change => change.Code)
            .Select(of => new { Code = of.Key, At = of.Max(change => change.At) })
            .ToListAsync(ct);
        return changes.Where(change => looks.TryGetValue(change.Code, out var looked) && change.At > looked).Select(change => change.Code).ToHashSet();
    }

    /// <summary>What may interest this person; of TPI's work the unit learns returns and messages to it, nothing else.</summary>
    private static IQueryable<Change> Changes(AppDbContext db, Guid sheet, Actor actor, ReviewTier? mine, bool isUnit)
    {
        var ofUnit = db.Answers.Where(answer => answer.AssessmentId == sheet && answer.Layer == Layer.Unit)
            .Select(answer => new Change { Code = answer.QuestionCode, By = answer.ChangedBy, At = answer.ChangedAt })
            .Concat(Evidence(db, sheet))
            .Concat(Returns(db, sheet, isUnit))
            .Concat(Messages(db, sheet, isUnit || actor.Role == Role.Pimpinan));
        List<ReviewTier> lower = [.. Enum.GetValues<ReviewTier>().Where(tier => tier < mine)];
        return lower.Count == 0 ? ofUnit : ofUnit.Concat(db.TierJudgements
            .Where(judgement => judgement.AssessmentId == sheet && lower.Contains(judgement.Tier))
            .Select(judgement => new Change { Code = judgement.QuestionCode, By = judgement.By, At = judgement.At }));
    }

    private static IQueryable<Change> Evidence(AppDbContext db, Guid sheet)
    {
        var links = db.EvidenceLinks.Where(link => link.AssessmentId == sheet);
        return links.Select(link => new Change { Code = link.QuestionCode, By = link.AttachedBy, At = link.AttachedAt })
            .Concat(links.Where(link => link.DetachedAt != null)
                .Select(link => new Change { Code = link.QuestionCode, By = link.DetachedBy!.Value, At = link.DetachedAt!.Value }))
            .Concat(links.Where(link => link.DetachedAt == null)
                .Join(db.EvidenceVersions, link => link.VersionId, version => version.Id, (link, version) =>
                    new Change { Code = link.QuestionCode, By = version.AddedBy, At = version.AddedAt }));
    }

    private static IQueryable<Change> Returns(AppDbContext db, Guid sheet, bool isUnit)
    {
        var items = db.ReturnedItems.Where(item => item.AssessmentId == sheet);
        return isUnit
            ? items.Where(item => !item.TakenBack).Select(item => new Change { Code = item.QuestionCode, By = item.ReturnedBy, At = item.ReturnedAt })
            : items.Where(item => item.RepairedAt != null)
                .Select(item => new Change { Code = item.QuestionCode, By = item.RepairedBy!.Value, At = item.RepairedAt!.Value });
    }

    private static IQueryable<Change> Messages(AppDbContext db, Guid sheet, bool onlyToEverybody) =>
        db.ThreadMessages.Where(message => message.AssessmentId == sheet && (!onlyToEverybody || message.Audience == Audience.Everybody))
            .Select(message => new Change { Code = message.QuestionCode, By = message.By, At = message.At });

    private sealed class Change
    {
        public required string Code { get; init; }

        public required Guid By { get; init; }

        public required DateTimeOffset At { get; init; }
    }
}
