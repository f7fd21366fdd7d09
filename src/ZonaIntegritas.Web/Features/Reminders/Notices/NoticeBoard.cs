using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Reminders;
using ZonaIntegritas.Web.Data;

namespace ZonaIntegritas.Web.Features.Reminders.Notices;

/// <summary>Hangs lines behind people's bells, inside the transaction of whatever caused them.</summary>
public static class NoticeBoard
{
    public static Task RaiseAsync(this AppDbContext db, Guid personId, IReadOnlyList<DigestLine> lines, DateTimeOffset now, CancellationToken ct) =>
        db.RaiseAsync([personId], lines, now, ct);

    /// <summary>The same for each of several people; one query for all of them.</summary>
    public static async Task RaiseAsync(
        this AppDbContext db, IReadOnlyCollection<Guid> people, IReadOnlyList<DigestLine> lines, DateTimeOffset now, CancellationToken ct)
    {
        var keys = lines.Select(line => line.Key).ToList();
        var there = (await db.Notices.Where(notice => people.Contains(notice.PersonId) && keys.Contains(notice.Key)).ToListAsync(ct))
            .ToLookup(notice => notice.PersonId);
        foreach (var person in people.Distinct())
        {
            db.Hang(person, lines, [.. there[person]], now);
        }
    }

    /// <summary>One day's digests, of people with and without a line; one query for all of them.</summary>
    public static async Task RaiseDigestsAsync(
        this AppDbContext db, IReadOnlyDictionary<Guid, IReadOnlyList<DigestLine>> linesByPerson, DateTimeOffset now, CancellationToken ct)
    {
        var people = linesByPerson.Keys.ToList();
        var there = (await db.Notices.Where(notice => people.Contains(notice.PersonId)).ToListAsync(ct)).ToLookup(notice => notice.PersonId);
        foreach (var (person, lines) in linesByPerson)
        {
            db.Hang(person, lines, [.. there[person]], now);
            var said = lines.Select(line => line.Key).ToHashSet();
            // A kind of which not all was said is not settled by silence.
            var whole = ReminderKinds.EndedBySilence.Except(lines.Where(line => line.AndMore).Select(line => line.Kind)).ToHashSet();
            foreach (var notice in there[person].Where(notice => whole.Contains(notice.Kind) && !said.Contains(notice.Key)))
            {
                notice.Settle(now);
            }
        }
    }

    /// <summary>The work a notice reminds of is done: for everybody who was reminded of it.</summary>
    /// <param name="link">How the notices' links begin: a sheet's address, or one question's.</param>
    public static async Task SettleAsync(this AppDbContext db, ReminderKind kind, string link, DateTimeOffset now, CancellationToken ct)
    {
        var open = await db.Notices.Where(notice => notice.Kind == kind && notice.SettledAt == null && notice.Link.StartsWith(link)).ToListAsync(ct);
        open.ForEach(notice => notice.Settle(now));
    }

    private static void Hang(this AppDbContext db, Guid personId, IReadOnlyList<DigestLine> lines, List<Notice> there, DateTimeOffset now)
    {
        // "And so many more" is a line of the mail; behind the bell each of them is a line of its own.
        foreach (var line in lines.Where(line => !line.AndMore))
        {
            if (there.Find(notice => notice.Key == line.Key) is { } notice)
            {
                notice.RaiseAgain(line.Text, now);
            }
            else
            {
                there.Add(notice = new(Guid.CreateVersion7(now), personId, line, now));
                db.Notices.Add(notice);
            }
        }
    }
}
