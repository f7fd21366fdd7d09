using System.Numerics;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Instruments;
using ZonaIntegritas.Domain.Scoring;

namespace ZonaIntegritas.Domain.Planning;

/// <summary>
/// Walks the weighted tree from its leaves up and keeps a <see cref="WayTable{T}"/> of each part. Limits stand on
/// sections, and sections lie inside each other or apart, so a limit is decided where its section is complete.
/// </summary>
/// <remarks>
/// Points are brought to one denominator. Equal points are told apart by the number of questions touched: each worth is
/// points times (questions + 1), less one for every question touched, which never outweighs the smallest point.
/// </remarks>
internal sealed class WaySearch
{
    private readonly Instrument _instrument;
    private readonly Dictionary<string, ScoreLine> _lines;
    private readonly Dictionary<string, IReadOnlyList<Improvement>> _choices;
    private readonly Dictionary<string, Fraction> _minimums;
    private readonly BigInteger _denominator;

    public WaySearch(ScoreSheet sheet, Predicate predicate, IEnumerable<Improvement> choices)
    {
        _instrument = sheet.Instrument;
        _lines = sheet.Lines.ToDictionary(line => line.Question.Code);
        _choices = choices.GroupBy(choice => choice.QuestionCode).ToDictionary(group => group.Key, IReadOnlyList<Improvement> (group) => [.. group]);
        _minimums = predicate.Limits.GroupBy(limit => limit.Target)
            .ToDictionary(group => group.Key, group => (Fraction)group.Max(limit => limit.MinimumPoints));
        _denominator = sheet.Lines.Select(line => line.Points)
            .Concat(_choices.Values.SelectMany(list => list).Select(choice => choice.Points))
            .Concat(_minimums.Values)
            .Aggregate(BigInteger.One, (common, points) => common / BigInteger.GreatestCommonDivisor(common, points.Denominator) * points.Denominator);
    }

    private int Touches => _lines.Count + 1;

    /// <returns>Null when no effort is enough.</returns>
    public IReadOnlyList<Improvement>? Cheapest()
    {
        var largest = _denominator * Touches * (1 + (BigInteger)decimal.Ceiling(_instrument.TotalWeight));
        return largest < long.MaxValue ? Cheapest<long>()
            : largest < (BigInteger)Int128.MaxValue ? Cheapest<Int128>()
            : Cheapest<BigInteger>();
    }

    private List<Improvement>? Cheapest<T>()
        where T : struct, IBinaryInteger<T>
    {
        var all = Held(Limit.TotalTarget, Join(_instrument.Components.Select(Walk<T>)));
        for (var effort = 0; effort <= all.Most; effort++)
        {
            if (all.IsPossible(effort))
            {
                return [.. all.ChoicesOf(effort)];
            }
        }

        return null;
    }

    private WayTable<T> Walk<T>(Section section)
        where T : struct, IBinaryInteger<T> =>
        Held(section.Code, Join(section.Questions.Count > 0 ? section.Questions.Select(Leaf<T>) : section.Sections.Select(Walk<T>)));

    private static WayTable<T> Join<T>(IEnumerable<WayTable<T>> parts)
        where T : struct, IBinaryInteger<T> => parts.Aggregate(WayTable<T>.Empty, (all, part) => all.With(part));

    private WayTable<T> Held<T>(string target, WayTable<T> table)
        where T : struct, IBinaryInteger<T> =>
        // One point less, plus one: what was touched takes away less than a point.
        _minimums.TryGetValue(target, out var minimum) ? table.AtLeast(T.CreateChecked(((Scaled(minimum) - 1) * Touches) + 1)) : table;

    private WayTable<T> Leaf<T>(Question question)
        where T : struct, IBinaryInteger<T>
    {
        var choices = _choices.GetValueOrDefault(question.Code) ?? [];
        return new(choices,
        [
            T.CreateChecked(Scaled(_lines[question.Code].Points) * Touches),
            .. choices.Select(choice => T.CreateChecked((Scaled(choice.Points) * Touches) - 1)),
        ]);
    }

    private BigInteger Scaled(Fraction points) => points.Numerator * (_denominator / points.Denominator);
}
