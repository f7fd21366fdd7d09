using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Auditing;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Proposals;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.Assessments;
using ZonaIntegritas.Web.Features.Evidence.Links;

namespace ZonaIntegritas.Web.Features.Proposals.Conditions;

/// <summary>One condition of a unit's sheet, or of the instansi when there is no sheet.</summary>
internal sealed record ConditionPlace(Guid PeriodId, Guid? UnitId, Guid? AssessmentId, ProposalCondition Condition);

/// <summary>What the use cases of the checklist share: whether it is open, what may be written, and the line in the trail.</summary>
internal static class ConditionBook
{
    private const string Nothing = "belum dicatat";

    /// <summary>Why the conditions of this sheet no longer change; null while they may.</summary>
    public static Problem? ClosedBy(AssessmentPeriod period, AssessmentStatus status) =>
        period.IsClosed ? AssessmentProblems.PeriodClosed(period.Year)
        : SheetLife.IsAfterLhe(status) && status != AssessmentStatus.Concluded ? ChecklistProblems.PastProposal(status)
        : null;

    /// <returns>Null when the condition is unknown, or belongs to the other checklist.</returns>
    public static ConditionPlace? PlaceOf(OpenSheet sheet, string code) => ProposalConditions.Find(code) is { Level: ConditionLevel.Unit } condition
        ? new(sheet.Period.Id, sheet.Unit.Id, sheet.Assessment.Id, condition)
        : null;

    /// <returns>Null when the condition is unknown, or belongs to the other checklist.</returns>
    public static ConditionPlace? PlaceOf(AssessmentPeriod period, string code) => ProposalConditions.Find(code) is { Level: ConditionLevel.Instansi } condition
        ? new(period.Id, null, null, condition)
        : null;

    public static Task<ConditionRecord?> FindAsync(AppDbContext db, ConditionPlace place, CancellationToken ct) => db.ConditionRecords.SingleOrDefaultAsync(
        record => record.PeriodId == place.PeriodId && record.UnitId == place.UnitId && record.Code == place.Condition.Code, ct);

    /// <summary>The entry as it is kept, or the first thing that is wrong with it.</summary>
    public static Result<ConditionEntry> Read(ProposalCondition condition, ConditionEntry entry, DateOnly today)
    {
        var value = ConditionReader.Read(condition.Kind, entry.Value);
        if ((value.Problem ?? FaultOf(entry, today)) is { } fault)
        {
            return fault;
        }

        var kept = entry with { Value = value.Value.Text, Basis = entry.Basis.Trim(), Url = null };
        if (string.IsNullOrWhiteSpace(entry.Url))
        {
            return kept;
        }

        var address = LinkAddress.Read(entry.Url);
        return address.Problem is { } problem ? problem : kept with { Url = address.Value.AbsoluteUri };
    }

    public static ConditionRecord Write(AppDbContext db, ConditionPlace place, ConditionRecord? record, ConditionEntry entry, (Actor Actor, DateTimeOffset At) by)
    {
        var before = Say(place.Condition, record);
        if (record is null)
        {
            record = new(Guid.CreateVersion7(by.At), place.PeriodId, place.UnitId, place.Condition.Code);
            db.ConditionRecords.Add(record);
        }

        record.Record(entry, by.Actor.UserId, by.At);
        Trail(db, place, record, before, (by.Actor, by.At, AuditAction.ConditionRecorded));
        return record;
    }

    /// <summary>The first thing that keeps this record from being confirmed by this person; null when nothing does.</summary>
    public static Problem? ConfirmingFault(ConditionPlace place, ConditionRecord? record, int seen, Actor actor) =>
        record is null ? ChecklistProblems.NothingRecorded
        : record.RecordedBy == actor.UserId ? ChecklistProblems.OwnRecord
        : record.Version != seen ? ChecklistProblems.StaleConfirmation(Say(place.Condition, record))
        : record.ConfirmedAt is not null ? ChecklistProblems.AlreadyConfirmed
        // The instansi has no library: its documents are named, and linked where they are public.
        : place.UnitId is not null && record is { EvidenceVersionId: null, Url: null } ? ChecklistProblems.NoEvidence
        : null;

    public static void Confirm(AppDbContext db, ConditionPlace place, ConditionRecord record, Actor actor, DateTimeOffset at)
    {
        var before = Say(place.Condition, record);
        record.Confirm(actor.UserId, at);
        Trail(db, place, record, before, (actor, at, AuditAction.ConditionConfirmed));
    }

    /// <summary>"98,5 %, LHP 12/2026, 3 Maret 2026, dikonfirmasi".</summary>
    public static string Say(ProposalCondition condition, ConditionRecord? record) => record is null ? Nothing : string.Join(", ", ((string?[])
    [
        ConditionReader.Read(condition.Kind, record.Value) is { Succeeded: true, Value: var value } ? value.Shown : record.Value,
        record.Basis,
        record.DocumentDate is { } date ? Indonesian.Date(date) : null,
        record.Url,
        record.ConfirmedAt is null ? null : "dikonfirmasi",
    ]).OfType<string>());

    private static Problem? FaultOf(ConditionEntry entry, DateOnly today) =>
        string.IsNullOrWhiteSpace(entry.Basis) ? ChecklistProblems.BasisMissing
        : entry.Basis.Trim().Length > ConditionRecord.BasisMaxLength ? ChecklistProblems.BasisTooLong
        : entry.DocumentDate is not { } date ? ChecklistProblems.DateMissing
        : date > today ? ChecklistProblems.DateInFuture
        : null;

    private static void Trail(
        AppDbContext db, ConditionPlace place, ConditionRecord record, string before, (Actor Actor, DateTimeOffset At, AuditAction Action) done) => db.Record(
        done.At, done.Actor, done.Action, new(place.UnitId, place.AssessmentId, VersionId: record.EvidenceVersionId),
        new(before, Say(place.Condition, record)), $"syarat {place.Condition.Code}");
}
