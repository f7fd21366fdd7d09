using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Reminders;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.BackgroundWork;
using ZonaIntegritas.Web.Features.Reminders;
using ZonaIntegritas.Web.Features.Reminders.Notices;
using ZonaIntegritas.Web.Features.Reminders.Tell;

namespace ZonaIntegritas.Web.Features.Reporting.Schedule;

/// <summary>
/// Once the last report of a scheduled run is made, whoever it concerns gets one mail with a link: the units' heads and
/// coordinators, the head of the instansi, administrators. Never an attachment: who may read is asked when it is opened.
/// </summary>
public sealed class PlanReportMails(IDbContextFactory<AppDbContext> dbFactory, ReportLetter letter, TimeProvider clock)
{
    private const int BatchSize = 500;

    private static readonly TimeSpan NewsFor = TimeSpan.FromDays(3);

    /// <summary>Does nothing for reports that a person asked for, and while others of the run are still to be made.</summary>
    public async Task ExecuteAsync(Guid finishedReport, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        var key = await db.ReportRequests.Where(row => row.Id == finishedReport).Select(row => row.Key).SingleOrDefaultAsync(ct);
        if (key is null || !ReportSlot.TryRead(key, out var slot) || !await IsWholeAsync(db, slot, ct))
        {
            return;
        }

        foreach (var batch in (await RecipientsAsync(db, slot, ct)).Chunk(BatchSize))
        {
            // The rows wake the workers themselves when they are committed.
            await MissingRows.AddAsync(dbFactory, fresh => MissingAsync(fresh, batch, slot, ct), ct);
        }
    }

    private async Task<bool> IsWholeAsync(AppDbContext db, DateOnly slot, CancellationToken ct)
    {
        var prefix = ReportSlot.KeyOf(slot);
        // The recap's row is the last that a run adds; one that is days old is no news any more.
        var fresh = clock.GetUtcNow() - NewsFor;
        return await db.ReportRequests.AnyAsync(row => row.Key.StartsWith(prefix) && row.Kind == PaperKind.Recap && row.RequestedAt > fresh, ct)
            && !await db.ReportRequests.AnyAsync(
                row => (row.State == WorkState.Waiting || row.State == WorkState.Running) && row.Key.StartsWith(prefix), ct);
    }

    /// <summary>Units' own people whose unit has a report in the run, and whoever reads the recap.</summary>
    private static async Task<List<Guid>> RecipientsAsync(AppDbContext db, DateOnly slot, CancellationToken ct)
    {
        var prefix = ReportSlot.KeyOf(slot);
        var units = db.ReportRequests.Where(row => row.Key.StartsWith(prefix) && row.State == WorkState.Done && row.AssessmentId != null)
            .Join(db.Assessments, row => row.AssessmentId, sheet => (Guid?)sheet.Id, (row, sheet) => sheet.UnitId);
        var people =
            from user in db.Users
            where user.IsActive && user.Email != null && user.Email != ""
            join link in db.UserRoles on user.Id equals link.UserId
            join role in db.Roles on link.RoleId equals role.Id
            where role.Name == nameof(Role.Administrator)
                || (role.Name == nameof(Role.Pimpinan) && user.UnitId == null)
                || ((role.Name == nameof(Role.Pimpinan) || role.Name == nameof(Role.Koordinator)) && user.UnitId != null && units.Contains(user.UnitId.Value))
            orderby user.Id
            select user.Id;
        return await people.Distinct().ToListAsync(ct);
    }

    private async Task<List<MailDelivery>> MissingAsync(AppDbContext db, IReadOnlyList<Guid> people, DateOnly slot, CancellationToken ct)
    {
        // The run's own day, so that a run that is caught up late, or twice, writes to nobody twice.
        var there = await db.MailDeliveries.Where(mail => mail.Kind == MailDelivery.Reports && mail.Day == slot && people.Contains(mail.RecipientId))
            .Select(mail => mail.RecipientId).ToListAsync(ct);
        var muted = await Wishes.MutedAsync(db, people, ReminderKind.Paper, ct);
        var names = await db.Users.Where(user => people.Contains(user.Id) && !there.Contains(user.Id) && !muted.Contains(user.Id))
            .Select(user => new
            {
                user.Id,
                user.FullName,
                Zone = db.WorkUnits.Where(unit => unit.Id == user.UnitId).Select(unit => (IndonesianZone?)unit.Zone).FirstOrDefault() ?? IndonesianZone.WIB,
            })
            .ToListAsync(ct);
        var now = clock.GetUtcNow();
        await db.RaiseAsync(
            [.. names.Select(person => person.Id)], [new(ReminderKind.Paper, $"Laporan kesiapan {Indonesian.Date(slot)} sudah tersedia.", "/laporan")], now, ct);
        return [.. names.Select(person => NewMail(person.Id, person.FullName, person.Zone, slot, now))];
    }

    /// <summary>Reports made at night are told in the morning.</summary>
    private MailDelivery NewMail(Guid personId, string name, IndonesianZone zone, DateOnly slot, DateTimeOffset now)
    {
        var mail = new MailDelivery(
            Guid.CreateVersion7(now), personId, MailDelivery.Reports, slot, letter.Compose(name, slot, IndonesianZone.WIB.Today(now)), now);
        mail.HoldUntil(DigestTiming.AfterQuiet(zone, now), now);
        return mail;
    }
}
