using ZonaIntegritas.Domain.Assessments;

namespace ZonaIntegritas.Domain.Proposals;

/// <summary>Of whom a condition speaks: of the whole instansi, once for all its units, or of one unit.</summary>
public enum ConditionLevel
{
    Instansi,
    Unit,
}

/// <summary>How a condition's value is written and compared.</summary>
public enum ConditionKind
{
    /// <summary>BPK's opinion: TMP &lt; TW &lt; WDP &lt; WTP.</summary>
    Opinion,

    /// <summary>A predicate letter: D &lt; C &lt; CC &lt; B &lt; BB &lt; A &lt; AA.</summary>
    Grade,

    /// <summary>Maturity, 0 to 5.</summary>
    Level,
    Percent,

    /// <summary>Years and months.</summary>
    Duration,
    YesNo,
}

/// <summary>One row of the table of conditions. Minimums are inclusive and written as a person records a value.</summary>
/// <param name="Name">As it stands in the middle of a sentence: "opini BPK".</param>
/// <param name="Label">As it stands at the head of a row.</param>
/// <param name="Guidance">What proves it and how the value is written.</param>
public sealed record ProposalCondition(
    string Code, ConditionLevel Level, ConditionKind Kind, string Name, string Label, string Guidance, ConditionMinimums Minimums)
{
    /// <summary>Regulation and table.</summary>
    public string Source { get; } = ProposalConditions.Source;

    /// <returns>Null for a predicate that the table does not know.</returns>
    public ConditionValue? MinimumFor(string predicate, InstansiKind kind) =>
        Minimums.For(predicate, kind) is { } text ? ConditionReader.Read(Kind, text).Value : null;
}

/// <param name="KementerianWbk">Null where ministries are asked the same as regional governments.</param>
public sealed record ConditionMinimums(string Wbk, string Wbbm, string? KementerianWbk = null, string? KementerianWbbm = null)
{
    public string? For(string predicate, InstansiKind kind) => (predicate, kind) switch
    {
        (ProposalConditions.Wbk, InstansiKind.KementerianLembaga) => KementerianWbk ?? Wbk,
        (ProposalConditions.Wbbm, InstansiKind.KementerianLembaga) => KementerianWbbm ?? Wbbm,
        (ProposalConditions.Wbk, _) => Wbk,
        (ProposalConditions.Wbbm, _) => Wbbm,
        _ => null,
    };
}
