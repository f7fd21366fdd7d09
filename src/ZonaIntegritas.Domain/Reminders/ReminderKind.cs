namespace ZonaIntegritas.Domain.Reminders;

/// <summary>What a line reminds of. Duties are told to everybody they fall on; of the rest a person chooses.</summary>
public enum ReminderKind
{
    /// <summary>Questions that TPI sent back and that wait for repair.</summary>
    Returned,

    /// <summary>Questions of the own sheet that nobody has answered.</summary>
    OpenQuestions,

    /// <summary>A sheet that waits for this person's tier.</summary>
    Review,

    /// <summary>A window that closes while the unit is behind its pace: for heads.</summary>
    Escalation,

    /// <summary>Background work that was given up and waits for an administrator.</summary>
    FailedWork,

    /// <summary>Evidence that expires, or whose address does not open.</summary>
    Evidence,

    /// <summary>A limit of the target that was lost.</summary>
    Alert,

    /// <summary>Items of the action plan that are due, and follow-ups.</summary>
    ActionPlan,

    /// <summary>A report or pack that was asked for is ready.</summary>
    Paper,

    /// <summary>A sheet was handed to this person.</summary>
    Handed,

    /// <summary>Somebody named this person in a question's thread.</summary>
    Mention,

    /// <summary>The own account was changed.</summary>
    Security,
}

public static class ReminderKinds
{
    /// <summary>Kinds a person may do without; the others are duties, or the account's safety.</summary>
    public static IReadOnlyList<ReminderKind> Optional { get; } =
        [ReminderKind.Evidence, ReminderKind.Alert, ReminderKind.ActionPlan, ReminderKind.Paper, ReminderKind.Mention];

    /// <summary>What a digest says for as long as it is so: what it no longer says no longer waits. Action plans are told to heads once a week only.</summary>
    public static IReadOnlyList<ReminderKind> EndedBySilence { get; } =
        [ReminderKind.Returned, ReminderKind.OpenQuestions, ReminderKind.Review, ReminderKind.FailedWork, ReminderKind.Evidence];

    /// <summary>Something that happened, and is told anew each time; the others are a state of things, which is told once for all its days.</summary>
    public static bool IsNews(ReminderKind kind) =>
        kind is ReminderKind.Escalation or ReminderKind.Alert or ReminderKind.Paper or ReminderKind.Handed or ReminderKind.Mention or ReminderKind.Security;

    public static bool IsOptional(ReminderKind kind) => Optional.Contains(kind);
}
