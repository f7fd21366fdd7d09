using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Auditing;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.Reminders;
using ZonaIntegritas.Web.Features.Reporting;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Features.BackgroundWork.Failed;

/// <summary>Failed work that an administrator acts upon.</summary>
/// <param name="Id">Null for all of the kind: the oldest <see cref="FailedWork.AtATime"/>.</param>
public sealed record FailedChoice(WorkKind Kind, Guid? Id = null);

/// <param name="Problem">Null when it was done.</param>
public sealed record WorkOutcome(Guid Id, Problem? Problem);

/// <summary>What becomes of a failed row, and the line of the trail that says so.</summary>
internal sealed record FailedChange(AuditAction Action, Action<StoredWork> Apply)
{
    public static FailedChange Again { get; } = new(AuditAction.WorkTriedAgain, row => row.TryAgain());
}

/// <summary>
/// Changes failed rows for an administrator, each in a transaction of its own with its line in the trail: one that
/// cannot be changed is no hindrance to the others.
/// </summary>
public sealed class FailedWork(IDbContextFactory<AppDbContext> dbFactory, Authorizer authorizer, TimeProvider clock)
{
    public const int AtATime = 500;

    public static Problem NotFailed { get; } = new(
        "work.not-failed", "Pekerjaan ini tidak lagi gagal: orang lain, atau program sendiri, sudah menanganinya.");

    /// <exception cref="ForbiddenException">Not an administrator.</exception>
    public async Task<Actor> RequireAsync(CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        return await authorizer.RequireAsync(db, who => who.MayAdminister, ct);
    }

    internal async Task<IReadOnlyList<WorkOutcome>> ChangeAsync(FailedChoice choice, FailedChange change, CancellationToken ct)
    {
        var actor = await RequireAsync(ct);
        List<WorkOutcome> outcomes = [];
        foreach (var id in await ChosenAsync(choice, ct))
        {
            outcomes.Add(new(id, await ChangeAsync(choice.Kind, id, change, actor, ct)));
        }

        return outcomes;
    }

    private async Task<IReadOnlyList<Guid>> ChosenAsync(FailedChoice choice, CancellationToken ct)
    {
        if (choice.Id is { } one)
        {
            return [one];
        }

        await using var db = await dbFactory.CreateDbContextAsync(ct);
        return await db.FailedAsync(choice.Kind, AtATime, ct);
    }

    private async Task<Problem?> ChangeAsync(WorkKind kind, Guid id, FailedChange change, Actor actor, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        if (await db.FindAsync(kind, id, ct) is not { State: WorkState.Failed } row)
        {
            return NotFailed;
        }

        change.Apply(row);
        db.Record(clock.GetUtcNow(), actor, change.Action, await SubjectAsync(db, row, ct), AuditChange.None, $"{WorkKinds.Say(kind)} {id}");
        try
        {
            await db.SaveChangesAsync(ct);
            return null;
        }
        catch (DbUpdateConcurrencyException)
        {
            return NotFailed;
        }
    }

    private static async Task<AuditSubject> SubjectAsync(AppDbContext db, StoredWork row, CancellationToken ct)
    {
        var sheet = row switch
        {
            ReportRequest paper => paper.AssessmentId,
            MailDelivery mail => mail.AssessmentId,
            _ => null,
        };
        var unit = sheet is null ? null : await db.Assessments.Where(found => found.Id == sheet).Select(found => (Guid?)found.UnitId).SingleOrDefaultAsync(ct);
        return new(unit, sheet);
    }
}
