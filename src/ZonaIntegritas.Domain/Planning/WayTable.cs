using System.Numerics;

namespace ZonaIntegritas.Domain.Planning;

/// <summary>
/// For one part of the instrument: the most that each effort can bring, among all choices that meet every limit inside
/// it. Above the part only its sum counts, so for one effort less is never better and nothing else need be remembered.
/// </summary>
/// <typeparam name="T">Exact whole numbers: the narrowest that holds the instrument's points over one denominator.</typeparam>
internal sealed class WayTable<T>
    where T : struct, IBinaryInteger<T>
{
    // Every real worth is zero or more.
    private static readonly T None = -T.One;

    private readonly T[] _best;
    private readonly (WayTable<T> Left, WayTable<T> Right, int[] EffortRight)? _parts;
    private readonly IReadOnlyList<Improvement> _choices = [];

    private WayTable(T[] best, (WayTable<T>, WayTable<T>, int[])? parts) => (_best, _parts) = (best, parts);

    /// <summary>One question: leave it, or one of the better answers.</summary>
    /// <param name="worth">Of leaving it first, then of each choice.</param>
    public WayTable(IReadOnlyList<Improvement> choices, IReadOnlyList<T> worth)
    {
        _choices = choices;
        _best = new T[(choices.Count == 0 ? 0 : choices.Max(choice => choice.Effort)) + 1];
        Array.Fill(_best, None);
        _best[0] = worth[0];
        for (var i = 0; i < choices.Count; i++)
        {
            _best[choices[i].Effort] = worth[i + 1];
        }
    }

    public static WayTable<T> Empty { get; } = new([], [T.Zero]);

    public bool IsPossible(int effort) => _best[effort] != None;

    public int Most => _best.Length - 1;

    /// <summary>Both parts: every effort is shared out between them in the best way.</summary>
    public WayTable<T> With(WayTable<T> other)
    {
        var best = new T[_best.Length + other.Most];
        var effortRight = new int[best.Length];
        Array.Fill(best, None);
        var rights = other.Useful();
        foreach (var left in Useful())
        {
            foreach (var right in rights)
            {
                var sum = _best[left] + other._best[right];
                if (sum > best[left + right])
                {
                    (best[left + right], effortRight[left + right]) = (sum, right);
                }
            }
        }

        return new(best, (this, other, effortRight));
    }

    /// <summary>Efforts that do not reach the minimum become impossible.</summary>
    public WayTable<T> AtLeast(T minimum) =>
        new([.. _best.Select(worth => worth >= minimum ? worth : None)], (this, Empty, new int[_best.Length]));

    /// <summary>The choices behind the best of this effort, in the order of the instrument.</summary>
    public IEnumerable<Improvement> ChoicesOf(int effort)
    {
        if (_parts is not var (left, right, effortRight))
        {
            return _choices.Where(choice => choice.Effort == effort);
        }

        var there = effortRight[effort];
        return left.ChoicesOf(effort - there).Concat(right.ChoicesOf(there));
    }

    /// <summary>Efforts that bring more than every smaller one; the others would only waste.</summary>
    private List<int> Useful()
    {
        List<int> found = [];
        var reached = None;
        for (var effort = 0; effort < _best.Length; effort++)
        {
            if (_best[effort] > reached)
            {
                found.Add(effort);
                reached = _best[effort];
            }
        }

        return found;
    }
}
