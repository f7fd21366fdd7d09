using ZonaIntegritas.Domain.Common;

namespace ZonaIntegritas.Domain.Instruments;

public sealed record AnswerOption(string Key, decimal Value, string Text)
{
    /// <summary><see cref="Value"/>, made into a fraction once and not for every answer of every unit.</summary>
    public Fraction Worth { get; } = Value;
}

/// <summary>One question of an instrument ("soal LKE").</summary>
/// <param name="Options">Empty unless the scale is a choice; best answer first.</param>
/// <param name="Formula">Only for counted questions.</param>
/// <param name="PortalRbId">The question's number at the national intake, when it has just one.</param>
/// <param name="Source">Regulation and place the question comes from.</param>
public sealed record Question(
    string Code,
    string Statement,
    string? Guidance,
    AnswerScale Scale,
    IReadOnlyList<AnswerOption> Options,
    CountFormula? Formula,
    IReadOnlyList<string> SuggestedEvidence,
    int? PortalRbId,
    string? Source)
{
    // A plain loop: scoring asks this for every answer, and a lambda would be allocated each time.
    public AnswerOption? Option(string key)
    {
        for (var i = 0; i < Options.Count; i++)
        {
            if (Options[i].Key == key)
            {
                return Options[i];
            }
        }

        return null;
    }
}
