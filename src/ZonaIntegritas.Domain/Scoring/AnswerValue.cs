using ZonaIntegritas.Domain.Instruments;

namespace ZonaIntegritas.Domain.Scoring;

/// <summary>What was answered to one question; which kind fits is decided by the question's scale.</summary>
public abstract record AnswerValue;

/// <summary>The key of an option: "Ya", "A", …</summary>
public sealed record ChoiceAnswer(string Key) : AnswerValue;

/// <summary>An index such as IPAK 3.6, between 0 and the scale's maximum.</summary>
public sealed record LevelAnswer(decimal Value) : AnswerValue;

/// <summary>Whole numbers by input key. An input that is missing has not been filled in yet.</summary>
public sealed record CountsAnswer(IReadOnlyDictionary<string, long> Counts) : AnswerValue
{
    // Plain loops: scoring asks these for every counted answer of every unit.

    /// <summary>The sum of the named inputs; decimal, so that no count overflows it.</summary>
    public decimal Sum(IReadOnlyList<string> keys)
    {
        var sum = 0m;
        for (var i = 0; i < keys.Count; i++)
        {
            sum += Counts.GetValueOrDefault(keys[i]);
        }

        return sum;
    }

    /// <summary>How many of the inputs are filled in.</summary>
    public int Filled(IReadOnlyList<CountInput> inputs)
    {
        var filled = 0;
        for (var i = 0; i < inputs.Count; i++)
        {
            filled += Counts.ContainsKey(inputs[i].Key) ? 1 : 0;
        }

        return filled;
    }

    public bool Equals(CountsAnswer? other) =>
        other is not null && Counts.Count == other.Counts.Count
        && Counts.All(count => other.Counts.TryGetValue(count.Key, out var value) && value == count.Value);

    public override int GetHashCode() => Counts.Aggregate(0, (hash, count) => hash ^ HashCode.Combine(count.Key, count.Value));
}
