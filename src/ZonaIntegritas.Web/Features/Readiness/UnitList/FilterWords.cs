using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Web.Features.Readiness.Cockpit;

namespace ZonaIntegritas.Web.Features.Readiness.UnitList;

/// <summary>Filters as they stand in addresses and as they are read out.</summary>
public static class FilterWords
{
    private static readonly (Turn Turn, string Key)[] Turns =
    [
        (Turn.Unit, "unit"),
        (Turn.Tpi, "tpi"),
        (Turn.Instansi, "instansi"),
        (Turn.Tpn, "tpn"),
        (Turn.Nobody, "selesai"),
    ];

    public static string KeyOf(Turn turn) => Turns.First(pair => pair.Turn == turn).Key;

    /// <returns>Null when the text names nobody.</returns>
    public static Turn? ReadTurn(string? text) => Turns.Where(pair => pair.Key == text).Select(pair => (Turn?)pair.Turn).FirstOrDefault();

    /// <summary>What the list is narrowed to by a limit: "belum memenuhi Penguatan Pengawasan (WBK)".</summary>
    public static string? GateOf(ReadinessFilter filter, CockpitFigures? cockpit)
    {
        if (filter.Reached is { } reached)
        {
            return $"memenuhi syarat nilai {reached}";
        }

        if (filter.Missing is not { } missing)
        {
            return null;
        }

        var gate = cockpit?.Gates.FirstOrDefault(known => known.Misses.Any(miss => miss.Key == missing));
        return gate is null ? $"belum memenuhi {missing}" : $"belum memenuhi {gate.Label} ({gate.Misses.First(miss => miss.Key == missing).Predicate})";
    }
}
