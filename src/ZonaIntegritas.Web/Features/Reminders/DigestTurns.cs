using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Reminders;
using ZonaIntegritas.Web.Data;

namespace ZonaIntegritas.Web.Features.Reminders;

/// <summary>How a person wants to be reminded, and when that was looked at last.</summary>
internal sealed record PersonTurn(ReminderPreference Preference, DateOnly? LastTurn);

/// <summary>Wishes and last turns of a batch of people, in two queries.</summary>
internal sealed class DigestTurns(Dictionary<Guid, ReminderPreference> preferences, Dictionary<Guid, DateOnly> days)
{
    public static async Task<DigestTurns> LoadAsync(AppDbContext db, IReadOnlyList<Guid> people, CancellationToken ct) => new(
        await db.ReminderPreferences.AsNoTracking().Where(preference => people.Contains(preference.PersonId))
            .ToDictionaryAsync(preference => preference.PersonId, ct),
        await db.DigestTurns.Where(turn => people.Contains(turn.PersonId)).ToDictionaryAsync(turn => turn.PersonId, turn => turn.Day, ct));

    public PersonTurn Of(Guid person) => new(
        preferences.GetValueOrDefault(person) ?? ReminderPreference.Default, days.TryGetValue(person, out var day) ? day : null);
}
