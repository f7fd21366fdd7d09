using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Reminders;
using ZonaIntegritas.Web.Data;

namespace ZonaIntegritas.Web.Features.Reminders.Tell;

/// <summary>Who does without a kind of reminder.</summary>
internal static class Wishes
{
    public static async Task<List<Guid>> MutedAsync(AppDbContext db, IReadOnlyCollection<Guid> people, ReminderKind kind, CancellationToken ct) =>
        [.. (await db.ReminderPreferences.AsNoTracking().Where(preference => people.Contains(preference.PersonId)).ToListAsync(ct))
            .Where(preference => !preference.Wants(kind)).Select(preference => preference.PersonId)];
}
