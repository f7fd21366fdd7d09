using ZonaIntegritas.Domain.Planning;

namespace ZonaIntegritas.Domain.Reminders;

/// <summary>Follow-ups: items of the action plan that are due, as long as the plan may be changed.</summary>
internal static class DigestActions
{
    /// <summary>Null when nothing is overdue or due within a week.</summary>
    public static DigestLine? ForCoordinator(SheetState sheet)
    {
        var (overdue, soon) = (Overdue(sheet), Soon(sheet));
        var words = (overdue, soon) switch
        {
            (0, 0) => null,
            (_, 0) => $"{overdue} butir rencana aksi LKE {sheet.Period.Year} lewat tenggat.",
            (0, _) => $"{soon} butir rencana aksi LKE {sheet.Period.Year} jatuh tempo dalam {ActionWords.SoonDays} hari.",
            _ => $"{overdue} butir rencana aksi LKE {sheet.Period.Year} lewat tenggat dan {soon} jatuh tempo dalam {ActionWords.SoonDays} hari.",
        };
        return words is null || sheet.Period.IsClosed ? null : Line(sheet, words);
    }

    /// <summary>To the unit's head, once a week.</summary>
    public static DigestLine? ForHead(SheetState sheet, DigestDay day) =>
        Overdue(sheet) is > 0 and var overdue && !sheet.Period.IsClosed && day.IsFirstOfWeek(sheet.Today)
            ? Line(sheet, $"{sheet.UnitName}: {overdue} butir rencana aksi LKE {sheet.Period.Year} lewat tenggat. Giliran koordinator unit.")
            : null;

    private static int Overdue(SheetState sheet) => sheet.Actions.Where(items => items.DueOn < sheet.Today).Sum(items => items.Count);

    private static int Soon(SheetState sheet) =>
        sheet.Actions.Where(items => items.DueOn >= sheet.Today && items.DueOn <= sheet.Today.AddDays(ActionWords.SoonDays)).Sum(items => items.Count);

    private static DigestLine Line(SheetState sheet, string text) => new(ReminderKind.ActionPlan, text, $"/rencana/{sheet.AssessmentId}") { UnitId = sheet.UnitId };
}
