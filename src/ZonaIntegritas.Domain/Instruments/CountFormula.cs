namespace ZonaIntegritas.Domain.Instruments;

public enum FormulaKind
{
    /// <summary>part / whole, at most 1.</summary>
    Ratio,

    /// <summary>(whole - part) / whole, at least 0: how far something went down since last year.</summary>
    Decrease,
}

/// <summary>What a counted answer is worth when its whole is zero; the regulation is silent, so the file decides.</summary>
public enum ZeroRule
{
    /// <summary>Nothing was due: full value, and the unit writes a note that says so.</summary>
    Full,

    /// <summary>Nothing exists that should: no value.</summary>
    Zero,
}

public sealed record CountInput(string Key, string Label, int? PortalRbId);

/// <summary>The sum of <paramref name="Parts"/> may not exceed the sum of <paramref name="AtMost"/>.</summary>
/// <param name="WaivedWhenFull">
/// Not applied when the ratio is already 1: the printed maximum case of Lampiran III itself has such a row (1 due,
/// 1 in progress, 1 resolved).
/// </param>
public sealed record CountLimit(
    IReadOnlyList<string> Parts, IReadOnlyList<string> AtMost, string Reason, bool WaivedWhenFull);

/// <summary>The arithmetic of a counted question, as data of the instrument.</summary>
/// <param name="Part">Inputs summed above the line.</param>
/// <param name="Whole">Inputs summed below the line.</param>
/// <param name="Text">The formula in words, for the person who disputes it.</param>
public sealed record CountFormula(
    FormulaKind Kind,
    IReadOnlyList<CountInput> Inputs,
    IReadOnlyList<string> Part,
    IReadOnlyList<string> Whole,
    ZeroRule WhenWholeIsZero,
    IReadOnlyList<CountLimit> Limits,
    string Text);
