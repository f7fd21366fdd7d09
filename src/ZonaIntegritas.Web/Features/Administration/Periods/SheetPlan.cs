using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Instruments;
using ZonaIntegritas.Domain.Scoring;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.Administration.Units;

namespace ZonaIntegritas.Web.Features.Administration.Periods;

/// <summary>A unit that takes part in a period, and the predicate it heads for.</summary>
public sealed record PlannedSheet(Guid UnitId, string Target);

/// <summary>Adds the sheets of the chosen units to a period, or none of them.</summary>
internal static class SheetPlan
{
    // Keeps the parameters of one query well below what a database takes.
    private const int Batch = 500;

    // A history names a few; who wants all looks at the sheets.
    private const int Named = 12;

    /// <returns>The sheets in words, for the history.</returns>
    public static async Task<Result<string>> AddAsync(
        AppDbContext db, Instrument instrument, AssessmentPeriod period, IReadOnlyList<PlannedSheet> sheets, DateTimeOffset now, CancellationToken ct)
    {
        var units = await UnitsAsync(db, [.. sheets.Select(sheet => sheet.UnitId).Distinct()], ct);
        var present = await db.Assessments.Where(a => a.PeriodId == period.Id).Select(a => a.UnitId).ToHashSetAsync(ct);
        var unanswered = ScoringEngine.Score(instrument, new Dictionary<string, AnswerValue>());
        foreach (var sheet in sheets)
        {
            if (!units.TryGetValue(sheet.UnitId, out var unit))
            {
                return AdministrationProblems.UnknownUnit;
            }

            if (FaultOf(instrument, unit.ShortName, unit.HeldPredicates, sheet.Target) is { } fault)
            {
                return fault;
            }

            if (!present.Add(unit.Id))
            {
                return AdministrationProblems.SheetExists(unit.ShortName);
            }

            AddSheet(db, new(Guid.CreateVersion7(now), unit.Id, period, sheet.Target), unit, unanswered, now);
        }

        return Say([.. sheets.Select(sheet => $"{units[sheet.UnitId].ShortName} ({sheet.Target})").Order(StringComparer.Ordinal)]);
    }

    private static string Say(IReadOnlyList<string> sheets) =>
        sheets.Count == 0 ? "belum ada"
        : sheets.Count <= Named ? string.Join(", ", sheets)
        : $"{string.Join(", ", sheets.Take(Named))} dan {Indonesian.Number(sheets.Count - Named)} unit lain";

    // Lists read stored scores: a sheet nobody has opened yet shows 0 of all questions there, not 0 of 0.
    private static void AddSheet(AppDbContext db, Assessment sheet, UnitOption unit, ScoreSheet unanswered, DateTimeOffset now)
    {
        var score = new StoredScore(sheet.Id, Layer.Unit);
        score.Take(unanswered, sheet.Target, Eligibility.DecideAll(unanswered, unit.HeldPredicates), now);
        db.Assessments.Add(sheet);
        db.StoredScores.Add(score);
    }

    /// <summary>Why a unit cannot head for this predicate; null when it can.</summary>
    public static Problem? FaultOf(Instrument instrument, string shortName, IReadOnlyCollection<string> held, string target) => instrument.Predicate(target) switch
    {
        null => AdministrationProblems.UnknownTarget(shortName),
        var predicate when !predicate.IsOpenTo(held) => AdministrationProblems.TargetNotOpen(shortName, target, predicate.Requires!),
        _ => null,
    };

    private static async Task<Dictionary<Guid, UnitOption>> UnitsAsync(AppDbContext db, IReadOnlyList<Guid> ids, CancellationToken ct)
    {
        Dictionary<Guid, UnitOption> units = [];
        foreach (var batch in ids.Chunk(Batch))
        {
            var found = await db.WorkUnits
                .Where(unit => batch.Contains(unit.Id))
                .Select(unit => new UnitOption(unit.Id, unit.Name, unit.ShortName, unit.HeldPredicate))
                .ToListAsync(ct);
            found.ForEach(unit => units.Add(unit.Id, unit));
        }

        return units;
    }
}
