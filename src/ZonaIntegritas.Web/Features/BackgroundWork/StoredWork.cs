namespace ZonaIntegritas.Web.Features.BackgroundWork;

public enum WorkState
{
    Waiting,
    Running,
    Done,
    Failed,

    /// <summary>No longer wanted: its cause is gone, or a person took it back. Never taken up again.</summary>
    Withdrawn,
}

/// <summary>
/// Work to be done in the background, as a row: the truth is here and not in the queue, so that a restart loses and
/// doubles nothing. <see cref="Tries"/> is the concurrency token: of two workers only one takes a row, and a worker
/// whose time ran out cannot write over its successor.
/// </summary>
public abstract class StoredWork
{
    public const int ErrorMaxLength = 500;

    /// <summary>After so many tries the row is failed and waits for a person.</summary>
    public const int TriesAtATime = 5;

    /// <summary>A row that runs longer belongs to a process that died; the work itself is cut off before.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(3);

    public static readonly TimeSpan TimeLimit = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan[] Delays =
        [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromHours(1)];

    /// <summary>How long one worker has the row before another may take it; work of hours renews it as it goes.</summary>
    public virtual TimeSpan LeaseOfKind => Lease;

    /// <summary>How long one try may take.</summary>
    public virtual TimeSpan TimeLimitOfKind => TimeLimit;

    public Guid Id { get; protected set; }

    public WorkState State { get; private set; }

    /// <summary>Only ever goes up.</summary>
    public int Tries { get; private set; }

    /// <summary>Why the last try failed, worded for the person who reads it.</summary>
    public string Error { get; private set; } = "";

    /// <summary>Not to be taken earlier: the next try, or, while it runs, the end of the lease. Null: at once.</summary>
    public DateTimeOffset? NotBefore { get; private set; }

    public bool IsUnfinished => State is WorkState.Waiting or WorkState.Running;

    /// <summary>Every process that tried it died: it may be the work that kills them.</summary>
    public bool IsExhausted => State == WorkState.Running && Tries % TriesAtATime == 0;

    public bool MayBeTaken(DateTimeOffset now) => IsUnfinished && (NotBefore is null || NotBefore <= now);

    public TimeSpan DelayUntilDue(DateTimeOffset now) => NotBefore > now ? NotBefore.Value - now : TimeSpan.Zero;

    public void Start(DateTimeOffset now)
    {
        (State, NotBefore) = (WorkState.Running, now + LeaseOfKind);
        Tries++;
    }

    /// <summary>The program is being stopped: the next start takes the row at once.</summary>
    public void Release() => (State, NotBefore) = (WorkState.Waiting, null);

    /// <param name="permanent">No further try can help.</param>
    public void Fail(string error, DateTimeOffset now, bool permanent)
    {
        Error = Cut(error);
        var turn = Tries % TriesAtATime;
        var final = permanent || turn == 0;
        State = final ? WorkState.Failed : WorkState.Waiting;
        NotBefore = final ? null : now + Delays[turn - 1];
    }

    /// <summary>A person asks for another round of tries after it failed.</summary>
    public void TryAgain() => (State, NotBefore) = (WorkState.Waiting, null);

    /// <param name="reason">Worded for the person who reads the row.</param>
    public void Withdraw(string reason) => (State, NotBefore, Error) = (WorkState.Withdrawn, null, Cut(reason));

    /// <summary>
    /// A person takes it back, while a worker may have it: the raised <see cref="Tries"/> makes that worker's outcome, or
    /// another one's start, come too late.
    /// </summary>
    /// <param name="reason">Worded for the person who reads the row.</param>
    public void TakeBack(string reason)
    {
        Withdraw(reason);
        Tries++;
    }

    /// <summary>Not before this moment: for messages that wait for others, or for the morning.</summary>
    public void WaitUntil(DateTimeOffset moment) => NotBefore = moment;

    private static string Cut(string text) => text.Length > ErrorMaxLength ? text[..ErrorMaxLength] : text;

    protected void Complete() => (State, NotBefore, Error) = (WorkState.Done, null, "");
}
