namespace ZonaIntegritas.Domain.Readiness;

/// <summary>When a person last looked at a place, so that it can say what changed since.</summary>
public sealed class PageVisit
{
    public const int PlaceMaxLength = 80;

    /// <summary>Coming back within this time is still the same visit: a reload must not swallow the news.</summary>
    public static readonly TimeSpan SameVisit = TimeSpan.FromMinutes(30);

    private PageVisit()
    {
    }

    public PageVisit(Guid personId, string place, DateTimeOffset now) => (PersonId, Place, At) = (personId, place, now);

    public Guid PersonId { get; private set; }

    public string Place { get; private set; } = "";

    public DateTimeOffset At { get; private set; }

    /// <summary>The visit before this one; null on the first.</summary>
    public DateTimeOffset? Before { get; private set; }

    public void ComeBack(DateTimeOffset now)
    {
        if (now - At > SameVisit)
        {
            Before = At;
        }

        At = now;
    }
}
