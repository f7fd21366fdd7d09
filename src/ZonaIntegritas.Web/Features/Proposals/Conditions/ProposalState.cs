using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Proposals;
using ZonaIntegritas.Domain.Scoring;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.Assessments;

namespace ZonaIntegritas.Web.Features.Proposals.Conditions;

/// <summary>Layak diusulkan or not, from what is stored now. Asks nobody's leave: the caller has.</summary>
public static class ProposalState
{
    public static async Task<ProposalVerdict> DecideAsync(AppDbContext db, OpenSheet sheet, Verdict score, CancellationToken ct)
    {
        var records = await db.ConditionRecords
            .Where(record => record.PeriodId == sheet.Period.Id && (record.UnitId == null || record.UnitId == sheet.Unit.Id))
            .Select(record => new RecordedCondition(record.Code, record.Value, record.ConfirmedAt != null))
            .ToListAsync(ct);
        return await DecideAsync(db, sheet, score, ConditionsOf(sheet, records), ct);
    }

    internal static IReadOnlyList<ConditionState> ConditionsOf(OpenSheet sheet, IEnumerable<RecordedCondition> records) =>
        ProposalConditions.Hold(sheet.Assessment.Target, sheet.Period.Instansi, records);

    internal static async Task<ProposalVerdict> DecideAsync(
        AppDbContext db, OpenSheet sheet, Verdict score, IReadOnlyList<ConditionState> conditions, CancellationToken ct) => ProposalVerdict.Decide(
        score, conditions, new(sheet.Period.Instansi, sheet.Unit.IsAffirmed, await Withdrawals.LastAsync(db, sheet.Unit.Id, ct), sheet.Today));
}
