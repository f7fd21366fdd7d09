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
    /// <summary>The sum of the named inputs; decimal, so that no count overflows it.</summary>
    public decimal Sum(IReadOnlyList<string> keys)
    {
        var sum = 0m;
        foreach (var key in keys)
        {
            sum += Counts.GetValueOrDefault(key);
        }

        return sum;
    }

    public bool Equals(CountsAnswer? other) =>
        other is not null && Counts.Count == other.Counts.Count
        && Counts.All(count => other.Counts.TryGetValue(count.Key, out var value) && value == count.Value);

    public override int GetHashCode() => Counts.Aggregate(0, (hash, count) => hash ^ HashCode.Combine(count.Key, count.Value));
}
