using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Reminders;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Features.Reminders.Notices;

public sealed record NoticeRow(Guid Id, ReminderKind Kind, string Text, string Link, DateTimeOffset RaisedAt, DateTimeOffset? ReadAt, DateTimeOffset? SettledAt)
{
    public bool IsUnread => ReadAt is null && SettledAt is null;
}

/// <param name="Zone">Of the person's unit.</param>
public sealed record NoticeList(IndonesianZone Zone, int Unread, RowPage<NoticeRow> Page);

/// <summary>The own notices of whoever asks; those about a unit only while they may see it.</summary>
public sealed class NoticeQueries(IDbContextFactory<AppDbContext> dbFactory, Authorizer authorizer)
{
    /// <param name="page">From 1, as people count.</param>
    public async Task<NoticeList> ListAsync(bool unreadOnly, int page, int size, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        var actor = await authorizer.ActorAsync(db, ct);
        var zone = await db.WorkUnits.Where(unit => unit.Id == actor.UnitId).Select(unit => (IndonesianZone?)unit.Zone).SingleOrDefaultAsync(ct);
        var seen = VisibleTo(db, actor);
        var unread = seen.Where(notice => notice.ReadAt == null && notice.SettledAt == null);
        var wanted = unreadOnly ? unread : seen;
        var rows = await wanted.OrderByDescending(notice => notice.RaisedAt).ThenByDescending(notice => notice.Id)
            .Skip((page - 1) * size).Take(size)
            .Select(notice => new NoticeRow(notice.Id, notice.Kind, notice.Text, notice.Link, notice.RaisedAt, notice.ReadAt, notice.SettledAt))
            .ToListAsync(ct);
        return new(zone ?? IndonesianZone.WIB, await unread.CountAsync(ct), new(rows, await wanted.CountAsync(ct)));
    }

    internal static IQueryable<Notice> VisibleTo(AppDbContext db, Actor actor)
    {
        var (me, all) = (actor.UserId, actor.SeesAllUnits);
        var units = actor.AssignedUnits.Append(actor.UnitId ?? Guid.Empty).Where(actor.MaySee).ToList();
        return db.Notices.Where(notice => notice.PersonId == me && (all || notice.UnitId == null || units.Contains(notice.UnitId.Value)));
    }
}
