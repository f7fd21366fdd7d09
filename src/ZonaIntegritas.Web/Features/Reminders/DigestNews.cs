using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Planning;
using ZonaIntegritas.Domain.Readiness;
using ZonaIntegritas.Domain.Reminders;
using ZonaIntegritas.Domain.Reviews;
using ZonaIntegritas.Web.Data;

namespace ZonaIntegritas.Web.Features.Reminders;

/// <summary>Lost limits, documents that end and action items that are due, of a whole period: three queries whatever the number of units.</summary>
internal static class DigestNews
{
    /// <summary>All that are lost now: which of them are news depends on each person's own last turn.</summary>
    public static async Task<ILookup<Guid, LostGate>> FellAsync(AppDbContext db, Guid periodId, CancellationToken ct) =>
        (await db.GateAlerts
            .Where(alert => alert.Crossing == GateCrossing.Fell && alert.ClearedAt == null
                && db.Assessments.Any(sheet => sheet.Id == alert.AssessmentId && sheet.PeriodId == periodId))
            .OrderBy(alert => alert.Layer).ThenBy(alert => alert.RaisedAt).ThenBy(alert => alert.Id)
            .Select(alert => new { alert.AssessmentId, alert.Layer, alert.Label, alert.Minimum, alert.Actual, alert.RaisedAt })
            .ToListAsync(ct))
        .ToLookup(alert => alert.AssessmentId, alert => new LostGate(new(alert.Layer, alert.Label, alert.Minimum, alert.Actual), alert.RaisedAt));

    /// <summary>
    /// Documents put forward on questions that the unit may change: all of a draft, of other sheets those sent back. One
    /// document on several questions counts once.
    /// </summary>
    public static async Task<ILookup<Guid, DueItems>> ExpiringAsync(AppDbContext db, Guid periodId, DateTimeOffset now, CancellationToken ct)
    {
        var until = IndonesianZone.WIT.Today(now).AddDays(DigestEvidence.SoonDays);
        return (await (
                from item in db.EvidenceItems
                where item.ValidUntil != null && item.ValidUntil <= until && item.DiscardedAt == null
                join link in db.EvidenceLinks on item.Id equals link.ItemId
                where link.DetachedAt == null
                join sheet in db.Assessments on link.AssessmentId equals sheet.Id
                where sheet.PeriodId == periodId
                    && (sheet.Status == AssessmentStatus.Draft || db.ReturnedItems.Any(back =>
                        back.AssessmentId == sheet.Id && back.QuestionCode == link.QuestionCode && back.State == ReturnedItemState.Open))
                select new { SheetId = sheet.Id, ItemId = item.Id, ValidUntil = item.ValidUntil!.Value }).Distinct()
                .GroupBy(found => new { found.SheetId, found.ValidUntil })
                .Select(found => new { found.Key.SheetId, found.Key.ValidUntil, Count = found.Count() })
                .ToListAsync(ct))
            .ToLookup(found => found.SheetId, found => new DueItems(found.ValidUntil, found.Count));
    }

    /// <summary>Counted where they lie: overdue ones, and those of the coming week in any zone.</summary>
    public static async Task<ILookup<Guid, DueItems>> ActionsAsync(AppDbContext db, Guid periodId, DateTimeOffset now, CancellationToken ct)
    {
        var until = IndonesianZone.WIT.Today(now).AddDays(ActionWords.SoonDays);
        return (await db.ActionItems
                .Where(item => item.State == ActionState.Open && item.DueOn <= until
                    && db.Assessments.Any(sheet => sheet.Id == item.AssessmentId && sheet.PeriodId == periodId))
                .GroupBy(item => new { item.AssessmentId, item.DueOn })
                .Select(items => new { items.Key.AssessmentId, items.Key.DueOn, Count = items.Count() })
                .ToListAsync(ct))
            .ToLookup(items => items.AssessmentId, items => new DueItems(items.DueOn, items.Count));
    }
}

/// <summary>A lost limit with the moment it fell, which each zone calls a day of its own.</summary>
internal sealed record LostGate(FellGate Gate, DateTimeOffset At);
