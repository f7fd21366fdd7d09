using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Features.Assessments.Sheet;

/// <param name="AsOf">The moment of what is on screen, which may be older than the look itself.</param>
public sealed record LookAtQuestionCommand(Guid AssessmentId, string QuestionCode, DateTimeOffset AsOf);

/// <summary>Remembers what a person has had on screen; "berubah sejak saya lihat" is held against it.</summary>
public sealed class LookAtQuestion(IDbContextFactory<AppDbContext> dbFactory, Authorizer authorizer)
{
    public async Task<Result> ExecuteAsync(LookAtQuestionCommand command, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var unitId = await db.Assessments.Where(a => a.Id == command.AssessmentId).Select(a => (Guid?)a.UnitId).SingleOrDefaultAsync(ct);
        var actor = await authorizer.RequireAsync(db, who => unitId is { } unit && who.MaySee(unit), ct);
        var look = await db.QuestionLooks.FindAsync([actor.UserId, command.AssessmentId, command.QuestionCode], ct);
        if (look is null)
        {
            db.QuestionLooks.Add(new(actor.UserId, command.AssessmentId, command.QuestionCode, command.AsOf));
        }
        else if (look.LookedAt < command.AsOf)
        {
            look.Again(command.AsOf);
        }

        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return Result.Ok;
    }
}
