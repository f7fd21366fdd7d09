using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Reviews;

namespace ZonaIntegritas.Domain.Reminders;

/// <summary>The sheets that wait for an evaluator's own tier.</summary>
internal static class EvaluatorLines
{
    private const int MaxUnits = 8;

    /// <param name="sheets">Those the person is assigned to.</param>
    public static IEnumerable<DigestLine> For(Actor person, IReadOnlyList<SheetState> sheets)
    {
        // Least time first, then whoever has waited longest.
        List<DigestLine> lines = [.. sheets
            .OrderBy(sheet => sheet.ReviewDaysLeft)
            .ThenBy(sheet => sheet.SubmittedOn)
            .ThenBy(sheet => sheet.UnitName, StringComparer.Ordinal)
            .Select(sheet => Line(sheet, person.DutyOn(sheet.UnitId)!)).OfType<DigestLine>()];
        return lines.Count <= MaxUnits
            ? lines
            : [.. lines.Take(MaxUnits), new(ReminderKind.Review, $"Masih ada {lines.Count - MaxUnits} unit lain yang menunggu Anda.", "/penilaian") { AndMore = true }];
    }

    // Only what waits for this person's own tier and areas: whoever is reminded of other people's work stops reading.
    private static DigestLine? Line(SheetState sheet, ReviewDuty duty)
    {
        if (sheet.ReviewDaysLeft is not { } days || !SheetLife.AtTpi.Contains(sheet.Status))
        {
            return null;
        }

        var mine = sheet.Waits.For(duty);
        var waiting =
            mine > 0 ? $"{sheet.UnitName}: {mine} soal menunggu penilaian Anda sebagai {ReviewProblems.Say(duty.Tier)}{Since(sheet)}."
            : sheet.Waits.AwaitsLheBy(duty) && SheetLife.Refusal(SheetMove.Conclude, sheet.Status) is null
                ? $"{sheet.UnitName}: semua jenjang sudah menilai, LHE menunggu Anda terbitkan."
            : null;
        return waiting is null
            ? null
            : new(ReminderKind.Review, $"{waiting} Evaluasi ditutup {DigestWords.Until(sheet.Period.ReviewUntil, days)}.", $"/penilaian/{sheet.AssessmentId}")
            {
                UnitId = sheet.UnitId,
            };
    }

    private static string Since(SheetState sheet) =>
        sheet.Repaired > 0 ? ", termasuk perbaikan dari unit"
        : sheet is { Status: AssessmentStatus.Submitted, SubmittedOn: { } since } ? $", diajukan {Indonesian.Date(since)}"
        : "";
}
