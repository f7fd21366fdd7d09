namespace ZonaIntegritas.Domain.Proposals;

/// <summary>How a condition stands.</summary>
public enum ConditionStanding
{
    /// <summary>Nothing is recorded, or nothing that can be read.</summary>
    Missing,

    /// <summary>The recorded value does not reach the minimum, confirmed or not.</summary>
    NotMet,

    /// <summary>The recorded value reaches the minimum, and nobody else has confirmed it yet.</summary>
    Unconfirmed,
    Met,
}

/// <summary>One condition held against what is recorded of it.</summary>
/// <param name="Value">Null while nothing readable is recorded.</param>
public sealed record ConditionState(
    ProposalCondition Condition, ConditionValue Minimum, ConditionValue? Value, bool Confirmed, ConditionStanding Standing)
{
    public bool Met => Standing == ConditionStanding.Met;

    /// <summary>"minimal BB"; for what has only one right answer, "harus WTP".</summary>
    public string MinimumWords => Condition.Kind switch
    {
        ConditionKind.Opinion or ConditionKind.YesNo => $"harus {Minimum.Shown}",
        _ => $"minimal {Minimum.Shown}",
    };

    /// <summary>"kurang 1 tingkat"; empty while nothing is recorded.</summary>
    public string Distance => Value?.DistanceTo(Minimum) ?? "";

    /// <summary>What it lacks, as it stands in the middle of a sentence; empty when it is met.</summary>
    public string Lack => Standing switch
    {
        ConditionStanding.Missing => $"{Condition.Name} belum dicatat",
        ConditionStanding.Unconfirmed => $"{Condition.Name} belum dikonfirmasi",
        ConditionStanding.NotMet when Condition.Kind == ConditionKind.YesNo => $"{Condition.Name} tidak terpenuhi",
        ConditionStanding.NotMet => $"{Condition.Name} {Value!.Shown} ({MinimumWords})",
        ConditionStanding.Met => "",
        _ => throw new InvalidOperationException($"Unknown standing {Standing}"),
    };

    public static ConditionState Of(ProposalCondition condition, ConditionValue minimum, RecordedCondition? record)
    {
        // What cannot be read any more, after a change of the table, is asked for again rather than guessed at.
        var read = record is null ? null : ConditionReader.Read(condition.Kind, record.Value);
        return read is { Succeeded: true, Value: var value }
            ? new(condition, minimum, value, record!.Confirmed, StandingOf(value, minimum, record.Confirmed))
            : new(condition, minimum, null, false, ConditionStanding.Missing);
    }

    private static ConditionStanding StandingOf(ConditionValue value, ConditionValue minimum, bool confirmed) =>
        !value.Reaches(minimum) ? ConditionStanding.NotMet
        : confirmed ? ConditionStanding.Met
        : ConditionStanding.Unconfirmed;
}
