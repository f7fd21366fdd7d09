using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Discussion;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Features.Discussion;

/// <summary>A message in which the person who asks is named and which they have not seen yet.</summary>
public sealed record MentionRow(
    Guid MessageId, Guid AssessmentId, string QuestionCode, string UnitShortName, int Year, IndonesianZone Zone, string By, DateTimeOffset At, string Text, bool AtDesk)
{
    /// <summary>The question where it stands, at the desk for those who judge.</summary>
    public string Address => $"/{(AtDesk ? "penilaian" : "lembar-kerja")}/{AssessmentId}?soal={Uri.EscapeDataString(QuestionCode)}";
}

/// <summary>"Anda disebut": what waits for the person who asks, of sheets they may still see.</summary>
public sealed class MentionQueries(IDbContextFactory<AppDbContext> dbFactory, Authorizer authorizer)
{
    public async Task<RowPage<MentionRow>> UnreadAsync(int page, int size, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        var actor = await authorizer.ActorAsync(db, ct);
        var seesAll = actor.SeesAllUnits;
        var units = actor.SeenUnits;
        var tpiUnits = actor.AssignedUnits.Where(actor.MayReview).ToList();
        var readsAllNotes = actor.MayAdminister;
        var unread =
            from mention in db.MessageMentions
            join message in db.ThreadMessages on mention.MessageId equals message.Id
            join sheet in db.Assessments on message.AssessmentId equals sheet.Id
            join unit in db.WorkUnits on sheet.UnitId equals unit.Id
            join period in db.Periods on sheet.PeriodId equals period.Id
            join author in db.Users on message.By equals author.Id
            where mention.UserId == actor.UserId && mention.ReadAt == null && (seesAll || units.Contains(unit.Id))
                && (message.Audience == Audience.Everybody || readsAllNotes || tpiUnits.Contains(unit.Id))
            orderby message.At descending
            select new MentionRow(
                message.Id, sheet.Id, message.QuestionCode, unit.ShortName, period.Year, unit.Zone, author.FullName, message.At, message.Text, tpiUnits.Contains(unit.Id));
        return new(await unread.AsNoTracking().Skip((page - 1) * size).Take(size).ToListAsync(ct), await unread.CountAsync(ct));
    }
}
