using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Auditing;
using ZonaIntegritas.Web.Data;

namespace ZonaIntegritas.Web.Features.Administration.Periods;

/// <summary>One line of a period's history.</summary>
/// <param name="Subject">What the trail files it under: the sheet, where it is about one.</param>
internal sealed record PeriodLine(PeriodChangeKind Kind, string Before, string After, string Reason = "", AuditSubject? Subject = null);

/// <summary>Keeps what was done to a period, in its history and in the trail, inside the caller's transaction.</summary>
internal static class PeriodHistory
{
    public static void Keep(this AppDbContext db, AssessmentPeriod period, PeriodLine line, Actor by, DateTimeOffset at)
    {
        db.PeriodChanges.Add(new(Guid.CreateVersion7(at), period.Id, line.Kind, line.Before, line.After, line.Reason, by.UserId, at));
        db.Record(
            at, by, ActionOf(line.Kind), line.Subject ?? new(), new(line.Before, line.After),
            line.Reason.Length == 0 ? $"LKE {period.Year}" : $"LKE {period.Year}: {line.Reason.Trim()}");
    }

    private static AuditAction ActionOf(PeriodChangeKind kind) => kind switch
    {
        PeriodChangeKind.Opened => AuditAction.PeriodOpened,
        PeriodChangeKind.Closed => AuditAction.PeriodClosed,
        PeriodChangeKind.Target => AuditAction.TargetChanged,
        _ => AuditAction.PeriodChanged,
    };
}
