namespace ZonaIntegritas.Domain.Reminders;

public enum DigestRhythm
{
    /// <summary>Each working day on which something waits.</summary>
    Daily,

    /// <summary>Once a week, on its first working day.</summary>
    Weekly,
}

/// <summary>How one person wants to be reminded. Whoever has chosen nothing has <see cref="Default"/>.</summary>
public sealed class ReminderPreference
{
    public const int EarliestHour = 6;
    public const int LatestHour = 18;
    public const int DefaultHour = 7;

    private ReminderPreference()
    {
    }

    public ReminderPreference(Guid personId) => PersonId = personId;

    public static ReminderPreference Default { get; } = new();

    public Guid PersonId { get; private set; }

    public DigestRhythm Rhythm { get; private set; }

    /// <summary>Full hour in the person's own zone, 6 to 18.</summary>
    public int Hour { get; private set; } = DefaultHour;

    /// <summary>Optional kinds this person does without; never a duty.</summary>
    public IReadOnlyList<ReminderKind> Muted { get; private set; } = [];

    /// <summary>Concurrency token.</summary>
    public int Version { get; private set; }

    /// <exception cref="ArgumentOutOfRangeException">An hour outside 6 to 18, or a kind that is a duty.</exception>
    public void Choose(DigestRhythm rhythm, int hour, IEnumerable<ReminderKind> muted)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(hour, EarliestHour);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(hour, LatestHour);
        List<ReminderKind> kinds = [.. muted.Distinct().Order()];
        if (kinds.Exists(kind => !ReminderKinds.IsOptional(kind)))
        {
            throw new ArgumentOutOfRangeException(nameof(muted));
        }

        (Rhythm, Hour, Muted) = (rhythm, hour, kinds);
        Version++;
    }

    /// <summary>A duty is told whatever stands in the row.</summary>
    public bool Wants(ReminderKind kind) => !ReminderKinds.IsOptional(kind) || !Muted.Contains(kind);
}
