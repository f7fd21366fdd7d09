using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Instruments;
using ZonaIntegritas.Domain.Reviews;
using ZonaIntegritas.Web.Data;

namespace ZonaIntegritas.Web.Features.Administration.Instruments.Applying;

/// <summary>The sheets of a period that another version of the instrument would reach: those whose LHE is not out.</summary>
internal static class OpenSheets
{
    private const int Examples = 3;

    public static IQueryable<Assessment> Of(AppDbContext db, Guid periodId) =>
        db.Assessments.Where(sheet => sheet.PeriodId == periodId && !SheetLife.AfterLhe.Contains(sheet.Status));

    /// <summary>
    /// What keeps these sheets from going to this instrument: a sheet would have no target, or wait for ever for the
    /// repair of a question that is not asked any more.
    /// </summary>
    public static async Task<Problem?> BlockAsync(AppDbContext db, IQueryable<Assessment> sheets, Instrument instrument, CancellationToken ct)
    {
        var targets = await sheets.Select(sheet => sheet.Target).Distinct().ToListAsync(ct);
        if (targets.FirstOrDefault(target => instrument.Predicate(target) is null) is { } unknown)
        {
            return InstrumentProblems.TargetMissing(unknown, await sheets.CountAsync(sheet => sheet.Target == unknown, ct));
        }

        var waiting = await db.ReturnedItems
            .Where(item => item.State != ReturnedItemState.Closed)
            .Join(sheets, item => item.AssessmentId, sheet => sheet.Id, (item, sheet) => new { item.QuestionCode, sheet.UnitId })
            .Join(db.WorkUnits, item => item.UnitId, unit => unit.Id, (item, unit) => new { item.QuestionCode, unit.ShortName })
            .ToListAsync(ct);
        List<string> gone = [.. waiting.Where(item => instrument.Question(item.QuestionCode) is null).Select(item => $"{item.ShortName} soal {item.QuestionCode}").Order(StringComparer.Ordinal)];
        return gone.Count == 0 ? null : InstrumentProblems.ReturnedQuestionGone(gone.Count, [.. gone.Take(Examples)]);
    }
}
