using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Instruments;
using ZonaIntegritas.Domain.Scoring;

namespace ZonaIntegritas.Domain.Proposals;

/// <summary>How a verdict on a proposal is said in one sentence; the whole list stands beside it.</summary>
public static class ProposalWords
{
    private const int MostReasons = 3;
    private const string Nought = "0,00";

    /// <summary>"Belum layak diusulkan menuju WBK: kurang 1,20 poin di Penguatan Pengawasan dan opini BPK belum dicatat."</summary>
    public static string Sentence(ProposalVerdict verdict)
    {
        var target = verdict.Predicate.Code;
        List<Lack> blocking = [.. verdict.Blocking];
        if (blocking.Count > 0)
        {
            return $"Belum layak diusulkan menuju {target}: {Name(PartsFirst(blocking))}.";
        }

        List<Lack> completing = [.. verdict.StillCompleting];
        return completing.Count == 0
            ? $"Layak diusulkan menuju {target}: seluruh batas nilai dan syarat terpenuhi."
            : $"Layak diusulkan menuju {target} dengan afirmasi; masih dilengkapi: {Name(completing)}.";
    }

    /// <summary>What a score lacks to a limit. A lack too small for two decimals is not shown as nought.</summary>
    public static string MissingPoints(ConditionResult unmet)
    {
        var points = Indonesian.Points(unmet.Missing);
        var missing = points == Nought ? "< 0,01" : points;
        return unmet.Code == Limit.TotalTarget ? $"nilai total kurang {missing} poin" : $"kurang {missing} poin di {unmet.Label}";
    }

    // A sum lacks only because its parts do, so they are named first.
    private static List<Lack> PartsFirst(List<Lack> lacks) =>
        [.. lacks.OrderBy(lack => lack.Kind == LackKind.ScoreLimit && lacks.Any(other => IsPart(other, lack)))];

    private static bool IsPart(Lack part, Lack whole) =>
        part.Kind == LackKind.ScoreLimit
        && part != whole
        && (whole.Code == Limit.TotalTarget || part.Code.StartsWith(whole.Code + ".", StringComparison.Ordinal));

    private static string Name(List<Lack> lacks)
    {
        var said = lacks.Count <= MostReasons ? lacks : lacks[..(MostReasons - 1)];
        List<string> reasons = [.. said.Select(lack => lack.Text)];
        if (said.Count < lacks.Count)
        {
            reasons.Add($"{lacks.Count - said.Count} hal lain");
        }

        return Join(reasons);
    }

    private static string Join(List<string> parts) => parts switch
    {
        [var only] => only,
        [var first, var second] => $"{first} dan {second}",
        _ => $"{string.Join(", ", parts[..^1])}, dan {parts[^1]}",
    };
}
