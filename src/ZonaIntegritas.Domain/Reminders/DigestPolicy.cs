using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Reviews;

namespace ZonaIntegritas.Domain.Reminders;

/// <summary>
/// What a person is reminded of on a day: only what waits for exactly this person and can still be done. Nothing
/// waiting means no digest at all, so that each one that comes is read.
/// </summary>
public static class DigestPolicy
{
    /// <summary>Heads are told this many days before a window closes.</summary>
    public const int HeadsUpDays = 7;

    private const int MaxReturned = 5;
    private const int MaxUnits = 10;

    /// <param name="sheets">Sheets of the newest period that may concern the person; others are passed over.</param>
    public static Digest? Compose(Actor person, IReadOnlyList<SheetState> sheets, DigestDay day)
    {
        IEnumerable<DigestLine> lines = person.Role switch
        {
            Role.Koordinator => sheets.Where(sheet => person.MayFill(sheet.UnitId)).SelectMany(ForCoordinator),
            Role.Evaluator => ForEvaluator(person, [.. sheets.Where(sheet => person.MayReview(sheet.UnitId))]),
            Role.Pimpinan when person.UnitId is { } unit => sheets.Where(sheet => sheet.UnitId == unit && IsBehindAndClosing(sheet)).Select(ForUnitHead),
            Role.Pimpinan => ForAgencyHead([.. sheets.Where(IsBehindAndClosing)]),
            Role.Administrator => ForAdministrator(day.Failed),
            _ => throw new ArgumentOutOfRangeException(nameof(person)),
        };
        List<DigestLine> waiting = [.. DigestAlerts.For(person, sheets).Concat(lines).Where(line => day.Preference.Wants(line.Kind))];
        return waiting.Count > 0 ? new(person.Name, waiting) : null;
    }

    private static IEnumerable<DigestLine> ForCoordinator(SheetState sheet)
    {
        if (sheet.Status == AssessmentStatus.InRepair && sheet.RepairDaysLeft is { } repairDays)
        {
            var until = DigestWords.Until(sheet.Period.RepairUntil, repairDays);
            foreach (var item in sheet.Returned.Take(MaxReturned))
            {
                yield return new(
                    ReminderKind.Returned,
                    $"Soal {item.Code} dikembalikan TPI: “{DigestWords.Excerpt(item.Reason)}” Perbaiki paling lambat {until}.",
                    QuestionLink(sheet, item.Code));
            }

            if (sheet.Returned.Count > MaxReturned)
            {
                yield return new(
                    ReminderKind.Returned,
                    $"Masih ada {sheet.Returned.Count - MaxReturned} soal lain yang dikembalikan TPI.",
                    QuestionLink(sheet, sheet.Returned[MaxReturned].Code));
            }
        }

        if (sheet.Status == AssessmentStatus.Draft && sheet.FillDaysLeft is { } fillDays)
        {
            var until = DigestWords.Until(sheet.Period.FillUntil, fillDays);
            var text = sheet.Unanswered > 0
                ? $"{sheet.Unanswered} soal LKE {sheet.Period.Year} belum dijawab; {Indonesian.Points(sheet.PointsLost)} poin belum diraih. Pengisian ditutup {until}."
                : $"Semua soal LKE {sheet.Period.Year} sudah dijawab. Periksa kembali, lalu ajukan paling lambat {until}.";
            yield return new(ReminderKind.OpenQuestions, text, $"/lembar-kerja/{sheet.AssessmentId}");
        }

        // Also while TPI has the sheet: opening up a folder's sharing needs no change of the sheet.
        if (sheet.BrokenLinks > 0 && !SheetLife.IsAfterLhe(sheet.Status) && (sheet.FillDaysLeft ?? sheet.ReviewDaysLeft) is not null)
        {
            yield return new(
                ReminderKind.Evidence,
                $"{sheet.BrokenLinks} tautan data dukung LKE {sheet.Period.Year} terkunci atau mati. Perbaiki sebelum evaluator membukanya.",
                "/pustaka?keadaan=tautan-bermasalah");
        }

        if (DigestAlerts.ActionsOf(sheet) is { } actions)
        {
            yield return actions;
        }
    }

    private static List<DigestLine> ForEvaluator(Actor person, List<SheetState> sheets)
    {
        // Least time first, then whoever has waited longest.
        List<DigestLine> lines = [.. sheets
            .OrderBy(sheet => sheet.ReviewDaysLeft)
            .ThenBy(sheet => sheet.SubmittedOn)
            .ThenBy(sheet => sheet.UnitName, StringComparer.Ordinal)
            .Select(sheet => ReviewLine(sheet, person.DutyOn(sheet.UnitId)!)).OfType<DigestLine>()];
        return lines.Count <= MaxUnits
            ? lines
            : [.. lines.Take(MaxUnits), new(ReminderKind.Review, $"Masih ada {lines.Count - MaxUnits} unit lain yang menunggu Anda.", lines[MaxUnits].Link)];
    }

    // Only what waits for this person's own tier and areas: whoever is reminded of other people's work stops reading.
    private static DigestLine? ReviewLine(SheetState sheet, ReviewDuty duty)
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
            : new(ReminderKind.Review, $"{waiting} Evaluasi ditutup {DigestWords.Until(sheet.Period.ReviewUntil, days)}.", $"/penilaian/{sheet.AssessmentId}");
    }

    private static string Since(SheetState sheet) =>
        sheet.Repaired > 0 ? ", termasuk perbaikan dari unit"
        : sheet is { Status: AssessmentStatus.Submitted, SubmittedOn: { } since } ? $", diajukan {Indonesian.Date(since)}"
        : "";

    private static DigestLine ForUnitHead(SheetState sheet)
    {
        var (until, days) = sheet.UnitWindow!.Value;
        return new(
            ReminderKind.Escalation,
            $"{sheet.UnitName} belum memenuhi syarat {sheet.Target}. Waktu unit berakhir {DigestWords.Until(until, days)}.",
            $"/kesiapan/{sheet.AssessmentId}");
    }

    private static List<DigestLine> ForAgencyHead(List<SheetState> behind)
    {
        if (behind.Count == 0)
        {
            return [];
        }

        var first = behind.OrderBy(sheet => sheet.UnitWindow!.Value.DaysLeft).ThenBy(sheet => sheet.UnitName, StringComparer.Ordinal).First();
        return
        [
            new(
                ReminderKind.Escalation,
                $"{behind.Count} unit kerja belum memenuhi target, dan waktunya berakhir dalam {HeadsUpDays} hari. "
                + $"Yang terdekat: {first.UnitName} ({DigestWords.DaysLeft(first.UnitWindow!.Value.DaysLeft)}).",
                "/kesiapan"),
        ];
    }

    private static IEnumerable<DigestLine> ForAdministrator(FailedWork failed)
    {
        if (failed.Reports > 0)
        {
            yield return new(ReminderKind.FailedWork, $"{failed.Reports} laporan gagal dibuat setelah beberapa kali dicoba.", "/laporan");
        }

        if (failed.Mails > 0)
        {
            yield return new(ReminderKind.FailedWork, $"{failed.Mails} surat gagal dikirim setelah beberapa kali dicoba.", "/surat");
        }
    }

    private static bool IsBehindAndClosing(SheetState sheet) =>
        !sheet.TargetMet && sheet.UnitWindow is { DaysLeft: <= HeadsUpDays };

    private static string QuestionLink(SheetState sheet, string code) =>
        $"/lembar-kerja/{sheet.AssessmentId}?soal={Uri.EscapeDataString(code)}";
}
