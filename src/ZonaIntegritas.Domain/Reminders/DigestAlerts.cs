using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Common;

namespace ZonaIntegritas.Domain.Reminders;

/// <summary>What a digest says of limits that were lost since the person's own last turn, and are lost still.</summary>
internal static class DigestAlerts
{
    private const int MaxGates = 3;
    private const int MaxUnits = 5;
    private const int MaxLines = 2;

    /// <summary>A unit's own people and its evaluators hear of each sheet; whoever sees all units gets one line.</summary>
    public static IEnumerable<DigestLine> For(Actor person, IReadOnlyList<SheetState> sheets, DigestDay day)
    {
        var fell = sheets.Where(sheet => sheet.Fell.Count > 0 && person.MaySee(sheet.UnitId))
            .Select(sheet => (Sheet: sheet, Gates: SeenBy(person, sheet, day)))
            .Where(found => found.Gates.Count > 0)
            .OrderBy(found => found.Sheet.UnitName, StringComparer.Ordinal).ToList();
        if (fell.Count == 0)
        {
            return [];
        }

        if (person.SeesAllUnits)
        {
            return [Summary([.. fell.Select(found => found.Sheet)])];
        }

        var lines = fell.Select(found => Line(found.Sheet, found.Gates));
        return fell.Count <= MaxLines + 1
            ? lines
            : lines.Take(MaxLines).Append(new(ReminderKind.Alert, $"Masih ada {fell.Count - MaxLines} unit lain yang turun di bawah syarat targetnya.", "/kesiapan") { AndMore = true });
    }

    // What TPI holds is not told to the unit before the LHE, not even that it is lower.
    private static List<FellGate> SeenBy(Actor person, SheetState sheet, DigestDay day) =>
        [.. sheet.Fell.Where(gate => day.IsNews(gate.On, sheet.Today) && (gate.Layer == Layer.Unit || person.SeesTpi(sheet.UnitId, sheet.Status)))];

    private static DigestLine Line(SheetState sheet, List<FellGate> gates)
    {
        var named = gates.Take(MaxGates)
            .Select(gate => $"{gate.Label} {Indonesian.Points(gate.Actual)} dari minimal {Indonesian.Points(gate.Minimum)} ({Say(gate.Layer)})");
        var more = gates.Count > MaxGates ? $", dan {gates.Count - MaxGates} syarat lain" : "";
        return new(ReminderKind.Alert, $"{sheet.UnitName} turun di bawah syarat {sheet.Target}: {string.Join("; ", named)}{more}.", $"/kesiapan/{sheet.AssessmentId}")
        {
            UnitId = sheet.UnitId,
        };
    }

    private static DigestLine Summary(List<SheetState> units)
    {
        var named = string.Join(", ", units.Take(MaxUnits).Select(unit => unit.UnitName));
        var more = units.Count > MaxUnits ? $" dan {units.Count - MaxUnits} lainnya" : "";
        return new(ReminderKind.Alert, $"{units.Count} unit kerja turun di bawah syarat targetnya: {named}{more}.", "/kesiapan")
        {
            UnitId = units.Count == 1 ? units[0].UnitId : null,
        };
    }

    private static string Say(Layer layer) => layer switch
    {
        Layer.Unit => "penilaian mandiri",
        Layer.Tpi => "TPI",
        Layer.Tpn => "TPN",
        _ => throw new ArgumentOutOfRangeException(nameof(layer)),
    };
}
