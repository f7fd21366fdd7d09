using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Planning;

namespace ZonaIntegritas.Domain.Reminders;

/// <summary>What a digest says of limits that were lost, and of the action plan's dates.</summary>
internal static class DigestAlerts
{
    private const int MaxGates = 3;
    private const int MaxUnits = 5;

    /// <summary>A unit's own people and its evaluators hear of each sheet; whoever sees all units gets one line.</summary>
    public static IEnumerable<DigestLine> For(Actor person, IReadOnlyList<SheetState> sheets)
    {
        var fell = sheets.Where(sheet => sheet.Fell.Count > 0 && person.MaySee(sheet.UnitId))
            .Select(sheet => (Sheet: sheet, Gates: SeenBy(person, sheet)))
            .Where(found => found.Gates.Count > 0).ToList();
        if (fell.Count == 0)
        {
            return [];
        }

        if (person.SeesAllUnits)
        {
            return [Summary([.. fell.Select(found => found.Sheet.UnitName).Order(StringComparer.Ordinal)])];
        }

        return fell.OrderBy(found => found.Sheet.UnitName, StringComparer.Ordinal).Take(MaxUnits).Select(found => Line(found.Sheet, found.Gates));
    }

    /// <summary>Null when nothing is overdue or due within a week.</summary>
    public static DigestLine? ActionsOf(SheetState sheet)
    {
        var overdue = sheet.Actions.Where(items => items.DueOn < sheet.Today).Sum(items => items.Count);
        var soon = sheet.Actions.Where(items => items.DueOn >= sheet.Today && items.DueOn <= sheet.Today.AddDays(ActionWords.SoonDays)).Sum(items => items.Count);
        var words = (overdue, soon) switch
        {
            (0, 0) => null,
            (_, 0) => $"{overdue} butir rencana aksi LKE {sheet.Period.Year} lewat tenggat.",
            (0, _) => $"{soon} butir rencana aksi LKE {sheet.Period.Year} jatuh tempo dalam {ActionWords.SoonDays} hari.",
            _ => $"{overdue} butir rencana aksi LKE {sheet.Period.Year} lewat tenggat dan {soon} jatuh tempo dalam {ActionWords.SoonDays} hari.",
        };
        return words is null ? null : new(ReminderKind.ActionPlan, words, $"/rencana/{sheet.AssessmentId}");
    }

    // What TPI holds is not told to the unit before the LHE, not even that it is lower.
    private static List<FellGate> SeenBy(Actor person, SheetState sheet) =>
        [.. sheet.Fell.Where(gate => gate.Layer == Layer.Unit || person.SeesTpi(sheet.UnitId, sheet.Status))];

    private static DigestLine Line(SheetState sheet, List<FellGate> gates)
    {
        var named = gates.Take(MaxGates)
            .Select(gate => $"{gate.Label} {Indonesian.Points(gate.Actual)} dari minimal {Indonesian.Points(gate.Minimum)} ({Say(gate.Layer)})");
        var more = gates.Count > MaxGates ? $", dan {gates.Count - MaxGates} syarat lain" : "";
        return new(ReminderKind.Alert, $"{sheet.UnitName} turun di bawah syarat {sheet.Target}: {string.Join("; ", named)}{more}.", $"/kesiapan/{sheet.AssessmentId}");
    }

    private static DigestLine Summary(List<string> units)
    {
        var more = units.Count > MaxUnits ? $" dan {units.Count - MaxUnits} lainnya" : "";
        return new(ReminderKind.Alert, $"{units.Count} unit kerja turun di bawah syarat targetnya: {string.Join(", ", units.Take(MaxUnits))}{more}.", "/kesiapan");
    }

    private static string Say(Layer layer) => layer switch
    {
        Layer.Unit => "penilaian mandiri",
        Layer.Tpi => "TPI",
        Layer.Tpn => "TPN",
        _ => throw new ArgumentOutOfRangeException(nameof(layer)),
    };
}
