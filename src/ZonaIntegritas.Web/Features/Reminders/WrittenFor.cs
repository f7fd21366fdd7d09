using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Reminders;

namespace ZonaIntegritas.Web.Features.Reminders;

/// <summary>
/// For whom a digest's words were chosen, and since when they tell news: a person who has moved, or has chosen otherwise
/// since, gets other words.
/// </summary>
/// <param name="Mark">Role, and a hash of unit, assignments and choices.</param>
/// <param name="Since">Day of the turn before.</param>
internal sealed record WrittenFor(string Mark, DateOnly? Since)
{
    private const string DayFormat = "yyyy-MM-dd";

    public static WrittenFor Of(Actor person, ReminderPreference preference, DateOnly? since)
    {
        var duties = person.Duties.OrderBy(duty => duty.Key)
            .Select(duty => $"{duty.Key:N}={duty.Value.Tier}:{string.Join('+', duty.Value.Areas.Order(StringComparer.Ordinal))}");
        var whole = $"{person.UnitId:N}|{string.Join(',', duties)}|{preference.Rhythm}{preference.Version}";
        return new($"{person.Role}:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(whole)))[..16]}", since);
    }

    /// <summary>What <see cref="ToString"/> has made; nobody, for anything else.</summary>
    public static WrittenFor Read(string text) => text.Split('@') is [var mark, var day]
        ? new(mark, DateOnly.TryParseExact(day, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var since) ? since : null)
        : new("", null);

    public override string ToString() => $"{Mark}@{Since?.ToString(DayFormat, CultureInfo.InvariantCulture)}";
}
