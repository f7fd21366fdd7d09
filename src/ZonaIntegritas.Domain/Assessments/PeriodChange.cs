namespace ZonaIntegritas.Domain.Assessments;

public enum PeriodChangeKind
{
    Opened,
    Windows,
    Instrument,
    InstrumentUndone,
    SheetsAdded,
    Target,
    Closed,
}

/// <summary>One change of a period, kept as history. Never changed, never removed.</summary>
public sealed class PeriodChange
{
    public const int ReasonMaxLength = 500;

    private PeriodChange()
    {
    }

    public PeriodChange(Guid id, Guid periodId, PeriodChangeKind kind, string before, string after, string reason, Guid by, DateTimeOffset at)
    {
        (Id, PeriodId, Kind, Before, After) = (id, periodId, kind, before, after);
        (Reason, By, At) = (reason.Trim(), by, at);
    }

    public Guid Id { get; private set; }

    public Guid PeriodId { get; private set; }

    public PeriodChangeKind Kind { get; private set; }

    /// <summary>In words, except for instruments: there the version's id.</summary>
    public string Before { get; private set; } = "";

    public string After { get; private set; } = "";

    public string Reason { get; private set; } = "";

    public Guid By { get; private set; }

    public DateTimeOffset At { get; private set; }
}
