using ZonaIntegritas.Domain.Instruments;

namespace ZonaIntegritas.Web.Features.Reviews;

/// <summary>
/// Which area a question belongs to, told by the fewest first letters of its code that tell areas apart in this
/// instrument. In the worst instrument that is the whole code; in the LKE it is six letters.
/// </summary>
public sealed class AreaPrefixes
{
    private readonly Dictionary<string, string> _areas;

    private AreaPrefixes(Instrument instrument, int length)
    {
        Length = length;
        _areas = instrument.Places.GroupBy(place => Cut(place.Question.Code)).ToDictionary(group => group.Key, group => group.First().Area.Code);
        Codes = [.. instrument.Places.Select(place => place.Question.Code)];
        Questions = instrument.Places.GroupBy(place => place.Area.Code).ToDictionary(group => group.Key, group => group.Count());
    }

    public int Length { get; }

    /// <summary>Questions by area, in the instrument's order.</summary>
    public IReadOnlyDictionary<string, int> Questions { get; }

    /// <summary>
    /// Every question of the instrument: rows of other codes are left from a former version and are not counted.
    /// </summary>
    public IReadOnlyList<string> Codes { get; }

    public static AreaPrefixes Of(Instrument instrument)
    {
        var longest = instrument.Places.Max(place => place.Question.Code.Length);
        return new(instrument, Enumerable.Range(1, longest).First(length => TellsApart(instrument, length)));
    }

    /// <param name="code">A question's code, or as much of it as tells areas apart.</param>
    public string? AreaOf(string code) => _areas.GetValueOrDefault(Cut(code));

    private static bool TellsApart(Instrument instrument, int length) => instrument.Places
        .GroupBy(place => Cut(place.Question.Code, length))
        .All(group => group.Select(place => place.Area.Code).Distinct().Count() == 1);

    private static string Cut(string code, int length) => code.Length > length ? code[..length] : code;

    private string Cut(string code) => Cut(code, Length);
}
