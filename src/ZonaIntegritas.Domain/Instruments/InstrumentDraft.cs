namespace ZonaIntegritas.Domain.Instruments;

// The shape of an instrument file as it is written, before anything about it is believed.
// Every member may be missing; InstrumentValidation says so, InstrumentBuilder relies on it.

public sealed record InstrumentDraft(
    string? Id, string? Version, string? Programme, string? Name, string? Source, decimal? TotalWeight,
    List<ScaleDraft>? Scales, List<GroupDraft>? Groups, List<SectionDraft>? Components,
    List<PredicateDraft>? Predicates, List<BandDraft>? Bands)
{
    public IEnumerable<SectionDraft> AllSections() => (Components ?? []).SelectMany(section => section.SelfAndBelow());

    public IEnumerable<QuestionDraft> AllQuestions() => AllSections().SelectMany(section => section.Questions ?? []);
}

public sealed record ScaleDraft(string? Id, ScaleKind? Kind, Dictionary<string, decimal>? Options, decimal? Maximum);

public sealed record GroupDraft(string? Code, string? Name, string? Component);

public sealed record SectionDraft(
    string? Code, SectionKind? Kind, string? Name, decimal? Weight, string? Group, string? Source,
    List<SectionDraft>? Sections, List<QuestionDraft>? Questions)
{
    public IEnumerable<SectionDraft> SelfAndBelow() =>
        (Sections ?? []).SelectMany(child => child.SelfAndBelow()).Prepend(this);
}

public sealed record QuestionDraft(
    string? Code, string? Statement, string? Guidance, string? Scale, Dictionary<string, string>? Options,
    FormulaDraft? Formula, List<string>? Evidence, int? PortalRbId, string? Source);

public sealed record FormulaDraft(
    FormulaKind? Kind, List<InputDraft>? Inputs, List<string>? Part, List<string>? Whole, ZeroRule? WhenWholeIsZero,
    List<CountLimitDraft>? Limits, string? Text);

public sealed record InputDraft(string? Key, string? Label, int? PortalRbId);

public sealed record CountLimitDraft(List<string>? Parts, List<string>? AtMost, string? Reason, bool WaivedWhenFull);

public sealed record PredicateDraft(
    string? Code, string? Name, string? Requires, string? RequiresSource, List<LimitDraft>? Limits);

/// <summary>Either <c>Target</c> or <c>EachOf</c>, and either <c>Minimum</c> (points) or <c>MinimumPercent</c>.</summary>
public sealed record LimitDraft(
    string? Target, SectionKind? EachOf, string? Label, decimal? Minimum, decimal? MinimumPercent, string? Source);

public sealed record BandDraft(string? Name, decimal? Minimum);
