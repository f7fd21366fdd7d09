namespace ZonaIntegritas.Domain.Reminders;

/// <param name="Link">Path in the app, beginning with "/".</param>
public sealed record DigestLine(string Text, string Link);

/// <summary>What waits for one person today, most pressing first; never without a line.</summary>
public sealed record Digest(string Name, IReadOnlyList<DigestLine> Lines);
