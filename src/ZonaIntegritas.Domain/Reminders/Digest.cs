namespace ZonaIntegritas.Domain.Reminders;

/// <param name="Link">Path in the app, beginning with "/", to the exact place.</param>
public sealed record DigestLine(ReminderKind Kind, string Text, string Link)
{
    /// <summary>The unit it speaks of: whoever may no longer see it is told nothing of it. Null when it is about no unit.</summary>
    public Guid? UnitId { get; init; }

    /// <summary>Stands for more of its kind that are not listed: what is not said may wait all the same.</summary>
    public bool AndMore { get; init; }

    /// <summary>The same thing on another day has the same key, also when its figures changed.</summary>
    public string Key => $"{Kind}:{Link}";
}

/// <summary>What waits for one person today, most pressing first; never without a line.</summary>
public sealed record Digest(string Name, IReadOnlyList<DigestLine> Lines);
