using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Reminders;
using ZonaIntegritas.Web.Data;

namespace ZonaIntegritas.Web.Features.Reminders.Letters;

/// <summary>
/// The digest: planned with words, which are chosen anew when they are older than an hour or when the person has moved,
/// so that nothing of an old unit goes out and nothing is asked for that is done.
/// </summary>
public sealed class DigestWriter(DigestSource source, DigestLetter letter, WorkCalendar calendar, TimeProvider clock) : ILetter, IDisposable
{
    public const string DayIsOver = "Harinya sudah lewat. Yang masih terbuka dimuat di ringkasan hari berikutnya.";

    private static readonly TimeSpan WordsHoldFor = TimeSpan.FromHours(1);

    /// <summary>Thousands of late digests must not each read all sheets of the period.</summary>
    private static readonly TimeSpan MaterialHoldsFor = TimeSpan.FromMinutes(5);

    private readonly SemaphoreSlim _reading = new(1);
    private DigestMaterial? _material;

    public WorkCalendar Calendar => calendar;

    public bool Writes(MailDelivery delivery) => delivery.Kind == MailDelivery.Digest;

    public async Task<Written> WriteAsync(AppDbContext db, MailDelivery delivery, Recipient person, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (delivery.Day < person.Zone.Today(now))
        {
            return Written.Nothing(DayIsOver);
        }

        if (person.Actor is not { } actor)
        {
            return Written.Nothing("Penerima tidak mempunyai peran lagi.");
        }

        var preference = await db.ReminderPreferences.AsNoTracking().SingleOrDefaultAsync(p => p.PersonId == person.Id, ct) ?? ReminderPreference.Default;
        var stored = Reminders.WrittenFor.Read(delivery.WrittenFor);
        var present = Reminders.WrittenFor.Of(actor, preference, stored.Since);
        if (present == stored && now - delivery.WrittenAt < WordsHoldFor)
        {
            return Written.AsStored;
        }

        return Compose(new(actor, person.Zone), preference, stored.Since, await RecentAsync(db, now, ct)) is { } digest
            ? new(letter.Compose(digest, delivery.Day), present.ToString())
            : Written.Nothing("Tidak ada lagi yang menunggu penerima.");
    }

    /// <summary>What is written at the moment of planning.</summary>
    /// <returns>Null when nothing waits.</returns>
    internal PlannedDigest? Plan(DigestPerson person, ReminderPreference preference, DateOnly? since, DigestMaterial material) =>
        Compose(person, preference, since, material) is { } digest
            ? new(digest, letter.Compose(digest, person.Zone.Today(material.Now)), Reminders.WrittenFor.Of(person.Actor, preference, since).ToString())
            : null;

    /// <summary>All that digests of this moment are made of.</summary>
    internal Task<DigestMaterial> LoadAsync(AppDbContext db, CancellationToken ct) => source.LoadAsync(db, ct);

    public void Dispose() => _reading.Dispose();

    private Digest? Compose(DigestPerson person, ReminderPreference preference, DateOnly? since, DigestMaterial material) =>
        DigestPolicy.Compose(person.Actor, material.SheetsFor(person.Actor), new(calendar, preference, since, material.Failed));

    private async Task<DigestMaterial> RecentAsync(AppDbContext db, DateTimeOffset now, CancellationToken ct)
    {
        await _reading.WaitAsync(ct);
        try
        {
            return _material is { } recent && (now - recent.Now).Duration() < MaterialHoldsFor
                ? recent
                : _material = await source.LoadAsync(db, ct);
        }
        finally
        {
            _reading.Release();
        }
    }
}

/// <param name="For">For whom the words were chosen.</param>
internal sealed record PlannedDigest(Digest Digest, MailContent Content, string For);
