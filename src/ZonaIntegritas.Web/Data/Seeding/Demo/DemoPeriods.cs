using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Auditing;
using ZonaIntegritas.Domain.Common;

namespace ZonaIntegritas.Web.Data.Seeding.Demo;

/// <summary>What was done to the demo's periods: each was opened, last year's was extended once, and the older ones are closed.</summary>
internal static class DemoPeriods
{
    private const string Administrator = "administrator@contoh.invalid";
    private const int OpenedDaysBefore = 21;

    public static async Task KeepHistoryAsync(AppDbContext db, DemoCast cast, DemoCalendar calendar, CancellationToken ct)
    {
        var by = cast.Person(Administrator);
        foreach (var period in await db.Periods.OrderBy(period => period.Year).ToListAsync(ct))
        {
            Keep(db, period, by, calendar);
        }

        await db.SaveChangesAsync(ct);
        db.ChangeTracker.Clear();
    }

    private static void Keep(AppDbContext db, AssessmentPeriod period, Actor by, DemoCalendar calendar)
    {
        var isNewest = period.Year == calendar.Year(0);
        if (isNewest)
        {
            Demand(period.MoveWindows(period.Windows with { ProposeUntil = new(period.Year + 1, 5, 31) }));
        }

        var schedule = new PeriodSchedule(period.Windows, period.Instansi);
        var begun = period.Year == calendar.Year(1) ? schedule with { Windows = schedule.Windows with { FillUntil = new(period.Year, 3, 31) } } : schedule;
        Line(db, period, by, new(PeriodChangeKind.Opened, At(period.FillFrom.AddDays(-OpenedDaysBefore)), "", PeriodWords.Say(begun), ""));
        if (begun != schedule)
        {
            var (before, after) = PeriodWords.Difference(begun, schedule);
            Line(db, period, by, new(
                PeriodChangeKind.Windows, At(new(period.Year, 3, 24)), before, after,
                "Libur Idulfitri di tengah masa pengisian; surat Sekretaris Daerah nomor 000.8/CONTOH."));
        }

        if (!isNewest)
        {
            var at = At(new(period.Year, 12, 18));
            Demand(period.Close(by.UserId, at));
            Line(db, period, by, new(PeriodChangeKind.Closed, at, "Terbuka, semua selesai", "Ditutup", "Semua LHE sudah terbit dan disampaikan."));
        }
    }

    private static void Line(AppDbContext db, AssessmentPeriod period, Actor by, Told told)
    {
        db.PeriodChanges.Add(new(Guid.CreateVersion7(told.At), period.Id, told.Kind, told.Before, told.After, told.Reason, by.UserId, told.At));
        var action = told.Kind switch
        {
            PeriodChangeKind.Opened => AuditAction.PeriodOpened,
            PeriodChangeKind.Closed => AuditAction.PeriodClosed,
            _ => AuditAction.PeriodChanged,
        };
        db.Record(told.At, by, action, new(), new(told.Before, told.After), $"LKE {period.Year}{(told.Reason.Length > 0 ? $": {told.Reason}" : "")}");
    }

    private static DateTimeOffset At(DateOnly day) => new(day.ToDateTime(new TimeOnly(9, 30)), IndonesianZone.WIB.Offset());

    private static void Demand(Result result)
    {
        if (result.Problem is { } problem)
        {
            throw new InvalidDataException(problem.Message);
        }
    }

    private sealed record Told(PeriodChangeKind Kind, DateTimeOffset At, string Before, string After, string Reason);
}
