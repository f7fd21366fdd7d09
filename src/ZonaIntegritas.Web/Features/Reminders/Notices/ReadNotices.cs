using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Features.Reminders.Notices;

/// <summary>The person has read one of the own notices, or all of them.</summary>
public sealed class ReadNotices(IDbContextFactory<AppDbContext> dbFactory, Authorizer authorizer, TimeProvider clock)
{
    /// <param name="noticeId">Null for all. Another person's is left alone.</param>
    public async Task ExecuteAsync(Guid? noticeId, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        var actor = await authorizer.ActorAsync(db, ct);
        var unread = await NoticeQueries.VisibleTo(db, actor)
            .Where(notice => notice.ReadAt == null && (noticeId == null || notice.Id == noticeId))
            .ToListAsync(ct);
        unread.ForEach(notice => notice.Read(clock.GetUtcNow()));
        await db.SaveChangesAsync(ct);
    }
}
