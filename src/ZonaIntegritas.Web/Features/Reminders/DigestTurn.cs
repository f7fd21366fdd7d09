namespace ZonaIntegritas.Web.Features.Reminders;

/// <summary>
/// The last day on which one person's digest was looked at, with or without anything in it: written in the transaction
/// of the digest itself, so that each person has one turn a day, and what is new is counted since the last one.
/// </summary>
public sealed class DigestTurn
{
    private DigestTurn()
    {
    }

    public DigestTurn(Guid personId, DateOnly day, DateTimeOffset at)
    {
        PersonId = personId;
        Take(day, at);
    }

    public Guid PersonId { get; private set; }

    /// <summary>On the person's own calendar.</summary>
    public DateOnly Day { get; private set; }

    public DateTimeOffset At { get; private set; }

    public void Take(DateOnly day, DateTimeOffset at) => (Day, At) = (day, at);
}
