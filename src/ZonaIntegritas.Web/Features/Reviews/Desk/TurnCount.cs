using ZonaIntegritas.Domain.Reviews;
using ZonaIntegritas.Web.Features.Assessments;

namespace ZonaIntegritas.Web.Features.Reviews.Desk;

/// <summary>Whose turn it is on how many questions of a sheet.</summary>
/// <param name="Mine">How many wait for the person who looks.</param>
/// <param name="AtUnit">How many were returned and wait for the unit.</param>
public sealed record TurnCount(int Mine, int AtUnit, IReadOnlyDictionary<ReviewTier, int> Waiting, int Done)
{
    public static TurnCount Of(SheetSession state)
    {
        List<string> codes = [.. state.Instrument.Places.Select(place => place.Question.Code)];
        var atUnit = codes.Where(code => state.OpenReturn(code) is not null).ToHashSet();
        var next = codes.Where(code => !atUnit.Contains(code)).Select(state.NextTier).ToList();
        return new(
            codes.Count(state.Waits),
            atUnit.Count,
            next.OfType<ReviewTier>().GroupBy(tier => tier).OrderBy(of => of.Key).ToDictionary(of => of.Key, of => of.Count()),
            next.Count(tier => tier is null));
    }

    /// <summary>"menunggu anggota 12 · ketua 30 · unit 2 · selesai 71".</summary>
    public string Say()
    {
        List<string> waiting = [.. Waiting.Select(of => $"{DeskWords.Brief(of.Key)} {of.Value}"), .. AtUnit > 0 ? [$"unit {AtUnit}"] : Array.Empty<string>()];
        return waiting.Count == 0 ? $"semua jenjang selesai {Done}" : $"menunggu {string.Join(" · ", waiting)} · selesai {Done}";
    }
}
