namespace ZonaIntegritas.Domain.Common;

/// <summary>A calendar day at a unit, with the zone it is counted in: a window ends at midnight there, and refusals say so.</summary>
/// <param name="Zone">Null where a plain day was given; words then say "waktu unit".</param>
public readonly record struct UnitDay(DateOnly Date, IndonesianZone? Zone = null)
{
    /// <summary>"WIT", or "waktu unit".</summary>
    public string ZoneName => Zone?.ToString() ?? "waktu unit";

    public static implicit operator UnitDay(DateOnly date) => new(date);

    public static implicit operator DateOnly(UnitDay day) => day.Date;

    public static UnitDay FromDateOnly(DateOnly date) => date;

    public DateOnly ToDateOnly() => Date;

    /// <summary>"17 Oktober 2026 pukul 24.00 WIT".</summary>
    public string EndOf(DateOnly last) => $"{Indonesian.Date(last)} pukul 24.00 {ZoneName}";

    /// <summary>"5 Januari 2026 pukul 00.00 WIT".</summary>
    public string BeginningOf(DateOnly first) => $"{Indonesian.Date(first)} pukul 00.00 {ZoneName}";
}
