using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Scoring;
using ZonaIntegritas.Web.Features.Readiness.Charts;
using ZonaIntegritas.Web.Features.Readiness.Figures;

namespace ZonaIntegritas.Web.Features.Readiness;

/// <summary>Everything that a unit's readiness page and its paper show, already worded and formatted.</summary>
public sealed record ReadinessReport
{
    public required ReadinessHead Head { get; init; }

    /// <summary>The whole answer in one sentence, for the sheet's target.</summary>
    public required string Verdict { get; init; }

    public required Standing Standing { get; init; }

    public required SectionFigures Total { get; init; }

    /// <summary>Pengungkit and Hasil.</summary>
    public required IReadOnlyList<SectionFigures> Components { get; init; }

    public required IReadOnlyList<SectionFigures> Areas { get; init; }

    public required IReadOnlyList<OutcomeFigures> Outcomes { get; init; }

    /// <summary>The target first.</summary>
    public required IReadOnlyList<PredicateFigures> Predicates { get; init; }

    public required CompletenessFigures Completeness { get; init; }

    /// <summary>How many questions have no answer yet; <see cref="OpenQuestions"/> lists the weightiest of them.</summary>
    public required int OpenCount { get; init; }

    public required IReadOnlyList<OpenQuestion> OpenQuestions { get; init; }

    public required IReadOnlyList<ReturnedQuestion> Returned { get; init; }

    public required IReadOnlyList<LostPoints> Losses { get; init; }

    /// <summary>Self-assessment, TPI, TPN, and what it would be if all that is open succeeded: four figures that are never mixed.</summary>
    public required IReadOnlyList<StandingFigure> Four { get; init; }

    /// <summary>The total week by week, a line for each layer its reader sees.</summary>
    public required IReadOnlyList<ChartSeries> Trend { get; init; }

    public required IReadOnlyList<YearTotal> Years { get; init; }

    public PredicateFigures Target => Predicates[0];
}

/// <param name="Situation">State, turn and days left in words.</param>
public sealed record ReadinessHead(
    Guid AssessmentId,
    Guid UnitId,
    string Unit,
    string UnitName,
    string City,
    string HeadName,
    string HeadNip,
    int Year,
    string Instrument,
    string Target,
    AssessmentStatus Status,
    string Situation,
    Layer Layer,
    DateTimeOffset GeneratedAt,
    string GeneratedText,
    string GeneratedDay)
{
    public string LayerLabel => LayerWords.Say(Layer);

    public string Period => $"Tahun {Year}";
}

/// <summary>What one section earned, held against the limits that predicates set for it.</summary>
/// <param name="Parts">For an area: Pemenuhan and Reform.</param>
public sealed record SectionFigures(
    string Code,
    string Name,
    Figure Points,
    Figure Weight,
    Figure Share,
    IReadOnlyList<LimitFigures> Limits,
    IReadOnlyList<PartFigures> Parts)
{
    public LimitFigures? LimitOf(string predicate) => Limits.FirstOrDefault(limit => limit.Predicate == predicate);

    /// <summary>How it stands against this predicate; met when the predicate asks nothing of it.</summary>
    public Standing StandingFor(string predicate) => LimitOf(predicate)?.Standing ?? Standing.Met;
}

public sealed record PartFigures(string Name, Figure Points, Figure Weight);

/// <param name="Label">The limit as the regulation writes it: "60 %" or "75,00".</param>
/// <param name="Position">Where it lies on the section's own scale, 0..1.</param>
public sealed record LimitFigures(string Predicate, Figure Minimum, string Label, decimal Position, Standing Standing, Figure? Missing);

/// <param name="Answer">The index or the option; empty for a sum of items.</param>
public sealed record OutcomeFigures(SectionFigures Section, bool IsItem, string Answer);

/// <param name="Sentence">Verdict on this predicate in words.</param>
public sealed record PredicateFigures(
    string Code, string Name, bool IsTarget, bool Eligible, string Sentence, IReadOnlyList<ConditionFigures> Conditions)
{
    public int Met => Conditions.Count(condition => condition.Met);

    public IEnumerable<ConditionFigures> Unmet => Conditions.Where(condition => !condition.Met);
}

/// <param name="Actual">Points, or whether a predicate is held.</param>
/// <param name="Detail">For a survey: its index against the smallest that is enough.</param>
/// <param name="Distance">"kurang 1,20", "lebih 0,40" or "tepat di batas".</param>
public sealed record ConditionFigures(
    string Code, string Label, bool Met, Standing Standing, string Actual, string Minimum, string Distance, Figure? Missing, string Detail)
{
    public bool IsAboutPoints => Code != ConditionResult.HeldPredicateCode;
}

public sealed record CompletenessFigures(int Answered, int Questions, bool IsComplete, Figure Share)
{
    public string Text => $"{Answered} dari {Questions} soal";
}

/// <param name="Worth">Points that the question can still bring.</param>
public sealed record OpenQuestion(string Code, string Statement, string Area, Figure Worth);

public sealed record ReturnedQuestion(
    string Code, string Statement, string Reason, string Response, bool WaitsForUnit, string State, string ReturnedOn);

public sealed record LostPoints(string Code, string Statement, string Area, string Answer, Figure Lost);

public sealed record YearTotal(Guid AssessmentId, int Year, string Target, Figure? Unit, Figure? Tpi, Figure? Tpn);

/// <summary>One of a unit's four figures.</summary>
/// <param name="Layer">Null for the one that looks ahead.</param>
/// <param name="Total">Null while there is none, or while it is not this reader's to see.</param>
/// <param name="State">"sementara, 92 dari 113 soal" or "final, LHE 12 November 2026".</param>
/// <param name="Detail">What the state means, where it needs saying.</param>
public sealed record StandingFigure(Layer? Layer, string Label, Figure? Total, string State, bool IsFinal, string Detail);
