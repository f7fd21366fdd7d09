namespace ZonaIntegritas.Domain.Reviews;

/// <summary>How much time the questions that wait are likely to take.</summary>
public static class Workload
{
    /// <summary>What BPS measured for one unit's whole sheet; one of its teams serves 14 units (process.md; needs.md, need 8).</summary>
    public const int MinutesPerUnit = 390;

    /// <summary>The share of <see cref="MinutesPerUnit"/> that belongs to the questions waiting, rounded up.</summary>
    public static int Minutes(int waiting, int questions) =>
        questions == 0 ? 0 : ((waiting * MinutesPerUnit) + questions - 1) / questions;
}
