using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Planning;
using ZonaIntegritas.Domain.Readiness;
using ZonaIntegritas.Domain.Reminders;
using ZonaIntegritas.Web.Data;

namespace ZonaIntegritas.Web.Features.Reminders;

/// <summary>Lost limits and due action items of a whole period, in three queries whatever the number of units.</summary>
internal static class DigestNews
{
    /// <summary>
    /// Since the digests of an earlier day were planned: on a day without any, nobody was told, so the news is kept for
    /// the next. A second run on the same day finds the same. Before the first digest ever, the last day counts.
    /// </summary>
    public static async Task<ILookup<Guid, FellGate>> FellAsync(AppDbContext db, Guid periodId, DateTimeOffset now, CancellationToken ct)
    {
        var today = IndonesianZone.WIB.Today(now);
        var last = await db.MailDeliveries.Where(mail => mail.Kind == MailDelivery.Digest && mail.Day < today)
            .OrderByDescending(mail => mail.Day).ThenByDescending(mail => mail.CreatedAt)
            .Select(mail => (DateTimeOffset?)mail.CreatedAt).FirstOrDefaultAsync(ct);
        var since = last ?? now.AddDays(-1);
        return (await db.GateAlerts
                .Where(alert => alert.Crossing == GateCrossing.Fell && alert.ClearedAt == null && alert.RaisedAt > since
                    && db.Assessments.Any(sheet => sheet.Id == alert.AssessmentId && sheet.PeriodId == periodId))
                .OrderBy(alert => alert.Layer).ThenBy(alert => alert.RaisedAt).ThenBy(alert => alert.Id)
                .Select(alert => new { alert.AssessmentId, alert.Layer, alert.Label, alert.Minimum, alert.Actual })
                .ToListAsync(ct))
            .ToLookup(alert => alert.AssessmentId, alert => new FellGate(alert.Layer, alert.Label, alert.Minimum, alert.Actual));
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
