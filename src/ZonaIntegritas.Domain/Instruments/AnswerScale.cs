namespace ZonaIntegritas.Domain.Instruments;

/// <summary>How a question is answered and what an answer is worth, between 0 and 1.</summary>
public enum ScaleKind
{
    /// <summary>One of a few options, each with a fixed value (P90 Lampiran III: Ya/Tidak, A/B/C, …).</summary>
    Choice,

    /// <summary>Counts that a <see cref="CountFormula"/> turns into a ratio.</summary>
    Counted,

    /// <summary>An index between 0 and <see cref="AnswerScale.Maximum"/>, divided by that maximum (IPAK, IPKP).</summary>
    Level,
}

public sealed record ScaleOption(string Key, decimal Value);

/// <param name="Maximum">Upper end of a <see cref="ScaleKind.Level"/> scale; 1 otherwise.</param>
public sealed record AnswerScale(string Id, ScaleKind Kind, IReadOnlyList<ScaleOption> Options, decimal Maximum);
