using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Evidence;
using ZonaIntegritas.Domain.Proposals;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.Assessments;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Features.Proposals.Conditions;

/// <param name="Seen">Version of the record on screen; 0 when nothing was recorded.</param>
public sealed record RecordConditionCommand(Guid AssessmentId, string Code, ConditionEntry Entry, int Seen);

/// <summary>Catat syarat unit: the coordinator says how the unit stands and by which document. What was confirmed is to be confirmed anew.</summary>
public sealed class RecordCondition(IDbContextFactory<AppDbContext> dbFactory, Authorizer authorizer, SheetKeeper sheets)
{
    public async Task<Result> ExecuteAsync(RecordConditionCommand command, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var sheet = await sheets.OpenAsync(db, command.AssessmentId, ct);
        var actor = await authorizer.RequireAsync(db, who => who.MayFill(sheet.Unit.Id), ct);
        if (ConditionBook.PlaceOf(sheet, command.Code) is not { } place)
        {
            return ChecklistProblems.UnknownCondition;
        }

        var entry = ConditionBook.Read(place.Condition, command.Entry, sheet.Today);
        if ((ConditionBook.ClosedBy(sheet.Period, sheet.Assessment.Status) ?? entry.Problem) is { } refusal)
        {
            return refusal;
        }

        var record = await ConditionBook.FindAsync(db, place, ct);
        if ((record?.Version ?? 0) != command.Seen)
        {
            return ChecklistProblems.Stale(ConditionBook.Say(place.Condition, record));
        }

        if (await EvidenceFaultAsync(db, sheet.Unit.Id, entry.Value.EvidenceVersionId, ct) is { } fault)
        {
            return fault;
        }

        ConditionBook.Write(db, place, record, entry.Value, (actor, sheet.Now));
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return Result.Ok;
    }

    /// <summary>Another unit's document and one that does not exist are the same to whoever asks.</summary>
    private static async Task<Problem?> EvidenceFaultAsync(AppDbContext db, Guid unitId, Guid? versionId, CancellationToken ct)
    {
        if (versionId is null)
        {
            return null;
        }

        var found = await (
            from version in db.EvidenceVersions
            join item in db.EvidenceItems on version.ItemId equals item.Id
            where version.Id == versionId && version.UnitId == unitId && item.DiscardedAt == null
            select new { Infected = db.EvidenceContents.Any(content => content.Sha256 == version.Sha256 && content.Scan == ScanState.Infected) })
            .SingleOrDefaultAsync(ct);
        return found is null ? ChecklistProblems.NotInLibrary : found.Infected ? ChecklistProblems.Infected : null;
    }
}
