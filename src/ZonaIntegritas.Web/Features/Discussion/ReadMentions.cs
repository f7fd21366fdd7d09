using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Features.Discussion;

/// <summary>The thread of a question was shown to the person who is named in it: those mentions are read.</summary>
public sealed class ReadMentions(IDbContextFactory<AppDbContext> dbFactory, Authorizer authorizer, TimeProvider clock)
{
    /// <returns>How many were unread.</returns>
    public async Task<int> ExecuteAsync(Guid assessmentId, string questionCode, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        var unitId = await db.Assessments.Where(sheet => sheet.Id == assessmentId).Select(sheet => (Guid?)sheet.UnitId).SingleOrDefaultAsync(ct);
        var actor = await authorizer.RequireAsync(db, who => unitId is { } unit && who.MaySee(unit), ct);
        var unread = await (
            from mention in db.MessageMentions
            join message in db.ThreadMessages on mention.MessageId equals message.Id
            where mention.UserId == actor.UserId && mention.ReadAt == null
                && message.AssessmentId == assessmentId && message.QuestionCode == questionCode
            select mention).ToListAsync(ct);
        unread.ForEach(mention => mention.Read(clock.GetUtcNow()));
        await db.SaveChangesAsync(ct);
        return unread.Count;
    }
}
