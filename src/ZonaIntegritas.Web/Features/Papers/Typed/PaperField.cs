namespace ZonaIntegritas.Web.Features.Papers.Typed;

public enum FieldShape
{
    Text,
    Date,

    /// <summary>Points, one a line.</summary>
    Lines,
    Choice,
}

/// <summary>One field of a paper's form.</summary>
/// <param name="Missing">What is said when it is left empty; null when it may be.</param>
public sealed record PaperField(string Key, string Label, FieldShape Shape = FieldShape.Text, string? Missing = null)
{
    public string Hint { get; init; } = "";

    public int MaxLength { get; init; } = 200;

    /// <summary>What happened cannot be dated ahead.</summary>
    public bool NotAhead { get; init; }

    public IReadOnlyList<FieldOption> Options { get; init; } = [];
}

public sealed record FieldOption(string Key, string Label);

/// <summary>What is wrong with a field, worded for the person who typed it.</summary>
public sealed record FieldFault(string Field, string Message);
