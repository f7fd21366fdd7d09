using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Reminders;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.BackgroundWork;
using ZonaIntegritas.Web.Features.Reminders.Letters;
using ZonaIntegritas.Web.Features.Reminders.Notices;

namespace ZonaIntegritas.Web.Features.Reminders;

/// <summary>
/// Each hour: writes the digest of everyone whose hour it is and for whom something waits, and everyone's turn with it.
/// Runs as the system. A second run, another process or one that goes on after a crash adds only what is missing; after
/// days of standstill there is one digest. The rows wake the workers themselves when they are committed.
/// </summary>
public sealed partial class PlanDigests(
    IDbContextFactory<AppDbContext> dbFactory, DigestWriter writer, TimeProvider clock, ILogger<PlanDigests> logger)
{
    private const int BatchSize = 500;
    private const string Replaced = "Digantikan ringkasan hari berikutnya.";

    /// <returns>How many it wrote.</returns>
    public async Task<int> ExecuteAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        DigestMaterial? material = null;
        var planned = 0;
        foreach (var batch in (await DigestPeople.IdsAsync(db, ct)).Chunk(BatchSize))
        {
            var people = await DigestPeople.LoadAsync(db, batch, ct);
            // At night nobody's hour comes, so nothing is read for them either.
            if ((await DigestTurns.LoadAsync(db, people, now, ct)).Exists(turn => IsDue(turn, now)))
            {
                var all = material ??= await writer.LoadAsync(db, ct);
                planned += (await MissingRows.AddAsync(dbFactory, fresh => PlanAsync(fresh, people, all, now, ct), ct)).Count;
            }

            db.ChangeTracker.Clear();
        }

        if (planned > 0)
        {
            Log.Planned(logger, planned);
        }

        return planned;
    }

    private bool IsDue(DigestTurns turn, DateTimeOffset now) =>
        DigestTiming.IsDue(turn.Preference, turn.Person.Zone, writer.Calendar, now, turn.Last);

    /// <summary>Asked again inside the transaction: another process may have had these people's turn meanwhile.</summary>
    private async Task<List<MailDelivery>> PlanAsync(
        AppDbContext db, List<DigestPerson> people, DigestMaterial material, DateTimeOffset now, CancellationToken ct)
    {
        var mails = new List<MailDelivery>();
        var lines = new Dictionary<Guid, IReadOnlyList<DigestLine>>();
        foreach (var turn in (await DigestTurns.LoadAsync(db, people, now, ct)).Where(turn => IsDue(turn, now)))
        {
            // Also when there is nothing to say: what is new at nine has been looked at for today.
            turn.Take(db, now);
            turn.Unsent.ForEach(earlier => earlier.Withdraw(Replaced));
            var planned = writer.Plan(turn.Person, turn.Preference, turn.Last, material);
            // Behind the bell in the same words, and what is no longer said is settled there.
            lines[turn.Person.Actor.UserId] = planned?.Digest.Lines ?? [];
            if (!turn.HasDigestOfToday && planned is not null)
            {
                mails.Add(NewDigest(turn.Person, planned.Content, planned.For, now));
            }
        }

        await db.RaiseDigestsAsync(lines, now, ct);

        return mails;
    }

    private static MailDelivery NewDigest(DigestPerson person, MailContent content, string writtenFor, DateTimeOffset now)
    {
        var day = person.Zone.Today(now);
        var mail = new MailDelivery(Guid.CreateVersion7(now), person.Actor.UserId, MailDelivery.Digest, day, MailDelivery.KeyOf(day), now);
        mail.Compose(content, writtenFor, now);
        return mail;
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Planned {Count} digests")]
        public static partial void Planned(ILogger logger, int count);
    }
}
