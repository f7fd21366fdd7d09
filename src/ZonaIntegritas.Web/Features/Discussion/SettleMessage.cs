using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Discussion;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.Assessments;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Features.Discussion;

/// <summary>Tandai selesai: either side says that a message is dealt with. The message stays; a new one opens it again.</summary>
public sealed class SettleMessage(IDbContextFactory<AppDbContext> dbFactory, Authorizer authorizer, SheetKeeper sheets)
{
    public async Task<Result> ExecuteAsync(Guid messageId, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var message = await db.ThreadMessages.AsNoTracking().SingleOrDefaultAsync(m => m.Id == messageId, ct)
            ?? throw new ForbiddenException(Authorizer.NotAllowed);
        var sheet = await sheets.OpenAsync(db, message.AssessmentId, ct);
        var actor = await authorizer.RequireAsync(
            db, who => ThreadSight.Sees(who.CapacityOn(sheet.Unit.Id), ThreadSight.MatterOf(message.Audience), inLhe: false), ct);
        var thread = new SettledMessages(await db.ThreadMessages.AsNoTracking()
            .Where(m => m.AssessmentId == message.AssessmentId && m.QuestionCode == message.QuestionCode).ToListAsync(ct));
        if (thread.IsSettling(message) || thread.SettlingOf(messageId) is not null)
        {
            return DiscussionProblems.AlreadySettled;
        }

        WriteMessage.Add(db, sheet, actor, message.QuestionCode, new("", message.Audience, messageId));
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return Result.Ok;
    }
}
