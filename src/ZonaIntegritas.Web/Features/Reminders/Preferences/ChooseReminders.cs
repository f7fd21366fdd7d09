using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Reminders;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Features.Reminders.Preferences;

/// <param name="SeenVersion">0 when the person had chosen nothing yet.</param>
public sealed record ChooseRemindersCommand(DigestRhythm Rhythm, int Hour, IReadOnlyList<ReminderKind> Muted, int SeenVersion);

/// <summary>A person says when and of what to be reminded. Duties cannot be turned off.</summary>
public sealed class ChooseReminders(IDbContextFactory<AppDbContext> dbFactory, Authorizer authorizer)
{
    public static readonly Problem NotAnHour = new(
        "reminders.hour", $"Pilih jam antara {ReminderPreference.EarliestHour}.00 dan {ReminderPreference.LatestHour}.00.");

    public static readonly Problem Duty = new(
        "reminders.duty", "Pengingat tugas Anda tidak dapat dimatikan. Matikan hanya yang ditandai boleh dimatikan.");

    public static readonly Problem Stale = new(
        "reminders.stale", "Pengaturan ini baru saja diubah dari halaman lain. Muat ulang halaman, lalu pilih kembali.");

    public async Task<Result> ExecuteAsync(ChooseRemindersCommand command, CancellationToken ct)
    {
        if (command.Hour is < ReminderPreference.EarliestHour or > ReminderPreference.LatestHour)
        {
            return NotAnHour;
        }

        if (command.Muted.Any(kind => !ReminderKinds.IsOptional(kind)))
        {
            return Duty;
        }

        await using var db = await dbFactory.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var actor = await authorizer.ActorAsync(db, ct);
        var preference = await db.ReminderPreferences.FindAsync([actor.UserId], ct);
        if ((preference?.Version ?? 0) != command.SeenVersion)
        {
            return Stale;
        }

        if (preference is null)
        {
            db.Add(preference = new(actor.UserId));
        }

        preference.Choose(command.Rhythm, command.Hour, command.Muted);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return Result.Ok;
    }
}
