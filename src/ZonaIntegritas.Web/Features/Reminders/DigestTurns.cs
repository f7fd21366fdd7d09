using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Reminders;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.BackgroundWork;

namespace ZonaIntegritas.Web.Features.Reminders;

/// <summary>One person with wishes, last turn and the digests that have not gone out; four queries for a batch.</summary>
internal sealed class DigestTurns
{
    private readonly DigestTurn? _stored;
    private readonly IReadOnlyList<MailDelivery> _digests;

    private readonly DateOnly _today;

    private DigestTurns(DigestPerson person, DateOnly today, ReminderPreference preference, DigestTurn? stored, IReadOnlyList<MailDelivery> digests)
    {
        (Person, _today, Preference, _stored, _digests) = (person, today, preference, stored, digests);
        Last = LastOf();
    }

    public DigestPerson Person { get; }

    public ReminderPreference Preference { get; }

    /// <summary>The last turn that counts. One whose digest never went out does not: its news are still news.</summary>
    public DateOnly? Last { get; }

    /// <summary>Digests of earlier days that still wait, on either channel; a new one takes their place.</summary>
    public List<MailDelivery> Unsent => [.. _digests.Where(mail => mail.State == WorkState.Waiting && mail.Day < _today)];

    /// <summary>Also one written before turns were kept.</summary>
    public bool HasDigestOfToday => _digests.Any(mail => mail.Day == _today);

    public void Take(AppDbContext db, DateTimeOffset now)
    {
        if (_stored is { } turn)
        {
            turn.Take(_today, now);
        }
        else
        {
            db.Add(new DigestTurn(Person.Actor.UserId, _today, now));
        }
    }

    public static async Task<List<DigestTurns>> LoadAsync(AppDbContext db, IReadOnlyList<DigestPerson> people, DateTimeOffset now, CancellationToken ct)
    {
        List<DateOnly> todays = [.. people.Select(person => person.Zone.Today(now)).Distinct()];
        List<Guid> ids = [.. people.Select(person => person.Actor.UserId)];
        var preferences = await db.ReminderPreferences.AsNoTracking().Where(p => ids.Contains(p.PersonId)).ToDictionaryAsync(p => p.PersonId, ct);
        var turns = await db.DigestTurns.Where(turn => ids.Contains(turn.PersonId)).ToDictionaryAsync(turn => turn.PersonId, ct);
        // What went out long ago is not read: only the digests of today and of the last turn, and those that never went out.
        var digests = (await db.MailDeliveries
                .Where(mail => mail.Kind == MailDelivery.Digest && ids.Contains(mail.RecipientId)
                    && (mail.State == WorkState.Waiting || todays.Contains(mail.Day) || db.DigestTurns.Any(turn => turn.PersonId == mail.RecipientId && turn.Day == mail.Day)))
                .ToListAsync(ct))
            .ToLookup(mail => mail.RecipientId);
        return [.. people.Select(person => new DigestTurns(
            person,
            person.Zone.Today(now),
            preferences.GetValueOrDefault(person.Actor.UserId) ?? ReminderPreference.Default,
            turns.GetValueOrDefault(person.Actor.UserId),
            [.. digests[person.Actor.UserId]]))];
    }

    private DateOnly? LastOf()
    {
        if (_stored is not { } turn || turn.Day >= _today)
        {
            return _stored?.Day;
        }

        var ofTurn = _digests.Where(mail => mail.Channel == DeliveryChannel.Mail && mail.Day == turn.Day).ToList();
        return ofTurn is [{ State: WorkState.Waiting or WorkState.Withdrawn, WrittenFor: { Length: > 0 } writtenFor }]
            ? WrittenFor.Read(writtenFor).Since
            : turn.Day;
    }
}
