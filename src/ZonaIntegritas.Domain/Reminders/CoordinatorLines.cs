using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Common;

namespace ZonaIntegritas.Domain.Reminders;

/// <summary>What a unit's coordinator can do today on the own sheets.</summary>
internal static class CoordinatorLines
{
    private const int MaxReturned = 5;
    private const int MaxQuestions = 3;

    /// <param name="sheets">Of the coordinator's own unit.</param>
    public static IEnumerable<DigestLine> For(IReadOnlyList<SheetState> sheets)
    {
        List<SheetState> filling = [.. sheets.Where(sheet => sheet is { Status: AssessmentStatus.Draft, FillDaysLeft: not null })];
        return sheets.SelectMany(Returned)
            .Concat(filling.Select(Summary))
            .Concat(MostValuable(filling))
            .Concat(sheets.SelectMany(DigestEvidence.Of))
            .Concat(sheets.Select(DigestActions.ForCoordinator).OfType<DigestLine>());
    }

    private static IEnumerable<DigestLine> Returned(SheetState sheet)
    {
        if (sheet.Status != AssessmentStatus.InRepair || sheet.RepairDaysLeft is null)
        {
            yield break;
        }

        List<ReturnedQuestion> returned = [.. sheet.Returned.OrderByDescending(item => item.Points).ThenBy(item => item.ReturnedOn)];
        foreach (var item in returned.Take(MaxReturned))
        {
            yield return OfQuestion(ReminderKind.Returned, DigestWords.Returned(item.Code, item.Reason, sheet.Period, sheet.Today), sheet, item.Code);
        }

        if (returned.Count > MaxReturned)
        {
            yield return OfQuestion(
                ReminderKind.Returned, $"Masih ada {returned.Count - MaxReturned} soal lain yang dikembalikan TPI.", sheet, returned[MaxReturned].Code) with
            {
                AndMore = true,
            };
        }
    }

    private static DigestLine Summary(SheetState sheet)
    {
        var until = DigestWords.Until(sheet.Period.FillUntil, sheet.FillDaysLeft!.Value);
        var text = sheet.Unanswered > 0
            ? $"{sheet.Unanswered} soal LKE {sheet.Period.Year} belum dijawab; {Indonesian.Points(sheet.PointsLost)} poin belum diraih. Pengisian ditutup {until}."
            : $"Semua soal LKE {sheet.Period.Year} sudah dijawab. Periksa kembali, lalu ajukan paling lambat {until}.";
        return new(ReminderKind.OpenQuestions, text, $"/lembar-kerja/{sheet.AssessmentId}") { UnitId = sheet.UnitId };
    }

    /// <summary>Lost points by the days that are left for them; what is worth the same stays in the order of the sheet.</summary>
    private static IEnumerable<DigestLine> MostValuable(List<SheetState> filling) => filling
        .SelectMany(sheet => sheet.OpenQuestions.Select(question => (Sheet: sheet, Question: question)))
        .OrderByDescending(open => open.Question.Points / (open.Sheet.FillDaysLeft!.Value + 1))
        .Take(MaxQuestions)
        .Select(open => OfQuestion(
            ReminderKind.OpenQuestions,
            $"Soal {open.Question.Code} ({DigestWords.Topic(open.Question.Statement)}) bernilai {Indonesian.Points(open.Question.Points)} poin.",
            open.Sheet, open.Question.Code));

    private static DigestLine OfQuestion(ReminderKind kind, string text, SheetState sheet, string code) =>
        new(kind, text, $"/lembar-kerja/{sheet.AssessmentId}?soal={Uri.EscapeDataString(code)}") { UnitId = sheet.UnitId };
}
