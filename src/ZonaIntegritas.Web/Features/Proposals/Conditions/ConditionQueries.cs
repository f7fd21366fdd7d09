using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Proposals;
using ZonaIntegritas.Domain.Reviews;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.Assessments;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Features.Proposals.Conditions;

/// <summary>Reads for both checklists.</summary>
public sealed class ConditionQueries(IDbContextFactory<AppDbContext> dbFactory, Authorizer authorizer, SheetKeeper sheets)
{
    /// <exception cref="ForbiddenException">There is no such sheet, or its unit is not this person's to see.</exception>
    public async Task<Checklist> LoadAsync(Guid assessmentId, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        var sheet = await sheets.OpenAsync(db, assessmentId, ct);
        var actor = await authorizer.RequireAsync(db, who => who.MaySee(sheet.Unit.Id), ct);
        var records = await RecordRows.OfAsync(db, sheet.Period.Id, sheet.Unit.Id, ct);
        var scored = await SheetScore.ReadAsync(db, sheet, actor, ct);
        var states = ProposalState.ConditionsOf(sheet, records.Select(record => record.ToCondition()));
        var rows = RecordRows.Beside(states, records);
        return new(
            HeadOf(sheet),
            await ProposalState.DecideAsync(db, sheet, scored.Verdict, states, ct),
            scored.Limits(sheet.Unit.ShortName),
            [.. rows.Where(row => row.Condition.Level == ConditionLevel.Unit)],
            [.. rows.Where(row => row.Condition.Level == ConditionLevel.Instansi)],
            await AffirmationAsync(db, sheet, ct),
            RightsOn(sheet, actor));
    }

    /// <returns>Null when there is no such period.</returns>
    /// <exception cref="ForbiddenException">The person neither keeps nor confirms the instansi's conditions.</exception>
    public async Task<InstansiChecklist?> LoadInstansiAsync(Guid periodId, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        var actor = await authorizer.RequireAsync(db, who => who.SeesAllUnits, ct);
        if (await db.Periods.AsNoTracking().SingleOrDefaultAsync(known => known.Id == periodId, ct) is not { } period)
        {
            return null;
        }

        var records = await RecordRows.OfAsync(db, periodId, null, ct);
        var conditions = records.Select(record => record.ToCondition()).ToList();
        var wbk = ProposalConditions.Hold(ProposalConditions.Wbk, period.Instansi, conditions);
        var wbbm = ProposalConditions.Hold(ProposalConditions.Wbbm, period.Instansi, conditions);
        var periods = await db.Periods.OrderByDescending(known => known.Year).Select(known => new PeriodRow(known.Id, known.Year)).ToListAsync(ct);
        return new(
            periodId, period.Year, period.Instansi,
            [.. wbk.Zip(wbbm).Where(pair => pair.First.Condition.Level == ConditionLevel.Instansi)
                .Select(pair => new InstansiRow(pair.First, pair.Second, records.FirstOrDefault(record => record.Code == pair.First.Condition.Code)))],
            periods,
            new(actor.UserId, actor.MayAdminister, actor is { Role: Role.Pimpinan, UnitId: null }, true,
                period.IsClosed ? AssessmentProblems.PeriodClosed(period.Year) : null));
    }

    private static ChecklistHead HeadOf(OpenSheet sheet) => new(
        sheet.Assessment.Id, sheet.Period.Id, sheet.Unit.ShortName, sheet.Unit.Name, sheet.Unit.Zone, sheet.Period.Year,
        sheet.Assessment.Target, sheet.Assessment.Status, sheet.Assessment.Outcome);

    private static ChecklistRights RightsOn(OpenSheet sheet, Actor actor) => new(
        actor.UserId,
        actor.MayFill(sheet.Unit.Id),
        actor.DutyOn(sheet.Unit.Id) is { Tier: ReviewTier.Lead or ReviewTier.Controller },
        actor.SeesAllUnits,
        ConditionBook.ClosedBy(sheet.Period, sheet.Assessment.Status));

    private static async Task<Affirmation?> AffirmationAsync(AppDbContext db, OpenSheet sheet, CancellationToken ct)
    {
        if (sheet.Unit is not { IsAffirmed: true, AffirmationBasis: var basis, AffirmedBy: var by, AffirmedAt: var at })
        {
            return null;
        }

        var name = await db.Users.Where(user => user.Id == by).Select(user => user.FullName).SingleOrDefaultAsync(ct);
        return new(basis, name is null || at is null ? null : new(name, at.Value));
    }
}
