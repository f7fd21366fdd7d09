using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Web.Features.Evidence;
using ZonaIntegritas.Web.Features.Readiness.Figures;

namespace ZonaIntegritas.Web.Features.Readiness.Working;

/// <summary>How one figure of a sheet was worked out, line by line.</summary>
/// <param name="State">Whether the layer is provisional or final.</param>
/// <param name="Part">Null when the instrument has no such part.</param>
/// <param name="Question">Set when the part is a single question.</param>
public sealed record WorkingView(
    Guid AssessmentId, string Unit, int Year, Layer Layer, string State, string Instrument, WorkingPart? Part, QuestionWorking? Question)
{
    /// <summary>Layers that this reader may look at here.</summary>
    public IReadOnlyList<Layer> Layers { get; init; } = [];

    /// <summary>Where the reader may answer the question; null for everybody else.</summary>
    public string? AnswerHref { get; init; }
}

/// <summary>A section, a group or the total: what it is the sum or average of, and which limits it is held against.</summary>
/// <param name="Kind">"Area perubahan", "Sub-kriteria".</param>
/// <param name="Rule">How it is worked out, in a sentence.</param>
/// <param name="Sum">The whole sum with its numbers: "3,20 + 4,10 = 7,30".</param>
/// <param name="IsRounded">The lines as shown do not add up to the figure as shown.</param>
/// <param name="Path">What it is part of, outermost first.</param>
public sealed record WorkingPart(
    string Code,
    string Name,
    string Kind,
    Figure Points,
    string Weight,
    Figure Share,
    string Completeness,
    string Rule,
    string Source,
    string Sum,
    bool IsRounded,
    IReadOnlyList<WorkingLine> Lines,
    IReadOnlyList<PartLink> Path,
    IReadOnlyList<WorkingLimit> Limits);

/// <param name="Answer">For a question; empty for a section.</param>
/// <param name="Working">"0,67 × 0,50 = 0,34"; for a section its points of its weight.</param>
public sealed record WorkingLine(string Code, string Name, string Answer, string Working, Figure Points, bool IsAnswered);

public sealed record PartLink(string Code, string Name);

/// <param name="Distance">"kurang 0,30" or "lebih 1,20".</param>
public sealed record WorkingLimit(string Predicate, string Minimum, string Actual, bool Met, Standing Standing, string Distance, string Source);

/// <param name="Why">Where the value comes from, in words.</param>
/// <param name="Product">"0,67 × 0,50 = 0,34".</param>
/// <param name="CountsIn">Limits that this question helps to reach: "Penguatan Pengawasan, minimal 60 % (WBK)".</param>
public sealed record QuestionWorking(
    string Code,
    string Statement,
    string Guidance,
    string Answer,
    string Why,
    string Product,
    IReadOnlyList<OptionLine> Options,
    string Formula,
    string Source,
    IReadOnlyList<CountedLimit> CountsIn)
{
    public string Note { get; init; } = "";

    public IReadOnlyList<EvidenceRow> Evidence { get; init; } = [];
}

public sealed record OptionLine(string Key, string Value, string Text, bool IsChosen);

public sealed record CountedLimit(string Section, string Label, string Minimum, string Predicate, bool Met);
