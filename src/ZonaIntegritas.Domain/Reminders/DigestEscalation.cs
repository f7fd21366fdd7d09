using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Common;

namespace ZonaIntegritas.Domain.Reminders;

/// <summary>What heads hear of units that are behind their pace, 7, 3 and 1 days before the unit's window closes.</summary>
internal static class DigestEscalation
{
    private const int MaxUnits = 3;

    private static readonly int[] Thresholds = [7, 3, 1];

    /// <param name="own">Sheets of the head's own unit.</param>
    public static IEnumerable<DigestLine> ForUnit(IReadOnlyList<SheetState> own, DigestDay day) => Behind(own, day).Select(found =>
        new DigestLine(
            ReminderKind.Escalation,
            $"{found.Sheet.UnitName} tertinggal dari waktunya: {Missing(found, full: true)}, sedangkan {Indonesian.Percent(found.Pace.ShareGone)} hari kerjanya sudah lewat. "
            + $"Giliran koordinator unit, paling lambat {DigestWords.Until(found.Until, found.DaysLeft)}.",
            $"/kesiapan/{found.Sheet.AssessmentId}")
        {
            UnitId = found.Sheet.UnitId,
        });

    /// <summary>One line for all units, the nearest first.</summary>
    public static IEnumerable<DigestLine> ForAgency(IReadOnlyList<SheetState> sheets, DigestDay day)
    {
        List<Found> behind = [.. Behind(sheets, day)
            .OrderBy(found => found.DaysLeft).ThenByDescending(found => found.Pace.Left).ThenBy(found => found.Sheet.UnitName, StringComparer.Ordinal)];
        if (behind.Count == 0)
        {
            yield break;
        }

        var named = string.Join(", ", behind.Take(MaxUnits).Select(found => $"{found.Sheet.UnitName} ({Missing(found, full: false)})"));
        var more = behind.Count > MaxUnits ? $", dan {behind.Count - MaxUnits} lainnya" : "";
        yield return new(
            ReminderKind.Escalation,
            $"{behind.Count} unit kerja tertinggal dari waktunya: {named}{more}. Giliran koordinator unit. "
            + $"Yang terdekat: {behind[0].Sheet.UnitName} ({DigestWords.DaysLeft(behind[0].DaysLeft)}).",
            "/kesiapan")
        {
            UnitId = behind.Count == 1 ? behind[0].Sheet.UnitId : null,
        };
    }

    private static IEnumerable<Found> Behind(IEnumerable<SheetState> sheets, DigestDay day)
    {
        foreach (var sheet in sheets)
        {
            if (sheet.UnitWindow is { } window && IsDue(window.DaysLeft, sheet.Today, day)
                && Pace.Of(sheet, day.Calendar) is { IsBehind: true } pace)
            {
                yield return new(sheet, pace, window.Until, window.DaysLeft);
            }
        }
    }

    /// <summary>
    /// Whether a threshold was crossed since the turn before: one that fell on a holiday or into a standstill is told on
    /// the next turn, and none twice. Whoever had no turn before has been told of none.
    /// </summary>
    private static bool IsDue(int daysLeft, DateOnly today, DigestDay day)
    {
        var before = day.LastTurn is null ? int.MaxValue : daysLeft + today.DayNumber - day.Since(today).DayNumber;
        return Array.Exists(Thresholds, threshold => daysLeft <= threshold && threshold < before);
    }

    private static string Missing(Found found, bool full)
    {
        var (sheet, pace) = (found.Sheet, found.Pace);
        var of = full ? $" dari {pace.All}" : "";
        var questions =
            sheet.Status == AssessmentStatus.InRepair ? $"{pace.Left}{of} soal yang dikembalikan belum diperbaiki"
            : pace.Left > 0 ? $"{pace.Left}{of} soal belum dijawab"
            : "lembar belum diajukan";
        return full && sheet is { Status: AssessmentStatus.Draft, TargetMet: false } ? $"{questions} dan syarat {sheet.Target} belum terpenuhi" : questions;
    }

    private sealed record Found(SheetState Sheet, Pace Pace, DateOnly Until, int DaysLeft);
}
