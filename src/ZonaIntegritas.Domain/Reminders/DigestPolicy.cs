using ZonaIntegritas.Domain.Access;

namespace ZonaIntegritas.Domain.Reminders;

/// <summary>
/// What a person is reminded of on a day: only what waits for exactly this person and can still be done. Nothing
/// waiting means no digest at all, so that each one that comes is read.
/// </summary>
public static class DigestPolicy
{
    /// <param name="sheets">Sheets of the newest period that may concern the person; others are passed over.</param>
    public static Digest? Compose(Actor person, IReadOnlyList<SheetState> sheets, DigestDay day)
    {
        var work = person.Role switch
        {
            Role.Koordinator => CoordinatorLines.For([.. sheets.Where(sheet => person.MayFill(sheet.UnitId))]),
            Role.Evaluator => EvaluatorLines.For(person, [.. sheets.Where(sheet => person.MayReview(sheet.UnitId))]),
            Role.Pimpinan when person.UnitId is { } unit => UnitHeadLines([.. sheets.Where(sheet => sheet.UnitId == unit)], day),
            Role.Pimpinan => DigestEscalation.ForAgency(sheets, day),
            Role.Administrator => ForAdministrator(day.Failed),
            _ => throw new ArgumentOutOfRangeException(nameof(person)),
        };
        List<DigestLine> waiting = [.. DigestAlerts.For(person, sheets, day).Concat(work).Where(line => day.Preference.Wants(line.Kind))];
        return waiting.Count > 0 ? new(person.Name, waiting) : null;
    }

    private static IEnumerable<DigestLine> UnitHeadLines(IReadOnlyList<SheetState> own, DigestDay day) =>
        DigestEscalation.ForUnit(own, day).Concat(own.Select(sheet => DigestActions.ForHead(sheet, day)).OfType<DigestLine>());

    private static IEnumerable<DigestLine> ForAdministrator(FailedWork failed)
    {
        (int Count, string Name)[] all = [(failed.Reports, "laporan atau paket"), (failed.Mails, "pesan")];
        List<string> kinds = [.. all.Where(kind => kind.Count > 0).Select(kind => $"{kind.Count} {kind.Name}")];
        return kinds.Count == 0
            ? []
            : [new(ReminderKind.FailedWork, $"{string.Join(" dan ", kinds)} gagal setelah beberapa kali dicoba. Coba lagi atau abaikan.", "/pekerjaan")];
    }
}
