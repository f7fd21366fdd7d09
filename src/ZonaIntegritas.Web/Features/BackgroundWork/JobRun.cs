namespace ZonaIntegritas.Web.Features.BackgroundWork;

/// <summary>One run of a recurring job: when, how it ended and what it found; kept 90 days.</summary>
public sealed class JobRun
{
    public const int JobMaxLength = 60;
    public const int OutcomeMaxLength = 500;
    public const int KeptDays = 90;

    private JobRun()
    {
    }

    public JobRun(Guid id, string job, DateTimeOffset now) => (Id, Job, StartedAt) = (id, job, now);

    public Guid Id { get; private set; }

    /// <summary>The recurring job's name, such as "ringkasan-harian".</summary>
    public string Job { get; private set; } = "";

    public DateTimeOffset StartedAt { get; private set; }

    /// <summary>Null while it runs, and for ever when its process died.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    public bool Failed { get; private set; }

    /// <summary>Indonesian, without a name of a person.</summary>
    public string Outcome { get; private set; } = "";

    /// <summary>Longer than any run takes: what has not ended by then never will.</summary>
    public static readonly TimeSpan AtMost = TimeSpan.FromHours(5);

    /// <param name="isNewest">Whether no later run of the same job has begun: a job that starts again has left its run before.</param>
    public RunState StateAt(DateTimeOffset now, bool isNewest) => EndedAt is null
        ? isNewest && now - StartedAt < AtMost ? RunState.Running : RunState.Stopped
        : !Failed ? RunState.Done
        : Outcome == RunRecorder.Stopped ? RunState.Stopped
        : RunState.Failed;

    public void End(string outcome, bool failed, DateTimeOffset now) =>
        (Outcome, Failed, EndedAt) = (outcome.Length > OutcomeMaxLength ? outcome[..OutcomeMaxLength] : outcome, failed, now);
}

public enum RunState
{
    Running,
    Done,
    Failed,

    /// <summary>Terhenti: its program was stopped, or died, before it could end.</summary>
    Stopped,
}
