using ZonaIntegritas.Domain.Reviews;
using ZonaIntegritas.Domain.Scoring;

namespace ZonaIntegritas.Domain.Assessments;

/// <summary>
/// What a layer's answers scored when they were last saved. Dashboards and reports read this row, never the answers,
/// so that every place shows the same number.
/// </summary>
public sealed class StoredScore
{
    private StoredScore()
    {
    }

    public StoredScore(Guid assessmentId, Layer layer) => (AssessmentId, Layer) = (assessmentId, layer);

    public Guid AssessmentId { get; private set; }

    public Layer Layer { get; private set; }

    public decimal Total { get; private set; }

    public int AnsweredQuestions { get; private set; }

    public int Questions { get; private set; }

    /// <summary>Whether the sheet's target predicate is reached, and how many of its conditions are not.</summary>
    public bool TargetMet { get; private set; }

    public int TargetUnmet { get; private set; }

    public int TargetConditions { get; private set; }

    /// <summary>Points by section code, for the heat map and the bars.</summary>
    public IReadOnlyDictionary<string, decimal> Sections { get; private set; } = new Dictionary<string, decimal>();

    /// <summary>What is not met of every predicate (<see cref="Readiness.UnmetGates"/>); empty in rows scored before they were kept.</summary>
    public string UnmetGates { get; private set; } = "";

    public int EngineVersion { get; private set; }

    public DateTimeOffset ScoredAt { get; private set; }

    /// <param name="verdicts">Of every predicate of the instrument, the target among them.</param>
    public void Take(ScoreSheet sheet, string targetCode, IReadOnlyList<Verdict> verdicts, DateTimeOffset now)
    {
        var target = verdicts.Single(verdict => verdict.Predicate.Code == targetCode);
        Total = sheet.Total.Points.ToDecimal();
        (AnsweredQuestions, Questions) = (sheet.Completeness.AnsweredQuestions, sheet.Completeness.Questions);
        (TargetMet, TargetUnmet, TargetConditions) = (target.Eligible, target.Unmet.Count(), target.Conditions.Count);
        Sections = sheet.Instrument.Sections.ToDictionary(section => section.Code, section => sheet.Section(section.Code).Points.ToDecimal());
        UnmetGates = Readiness.UnmetGates.Of(verdicts);
        (EngineVersion, ScoredAt) = (ScoringEngine.Version, now);
    }
}

/// <summary>A concluded layer's whole sheet as JSON, with the instrument and engine it was made by: history that no release changes.</summary>
public sealed class FrozenSheet
{
    private FrozenSheet()
    {
    }

    public FrozenSheet(FrozenKey key, Guid instrumentVersionId, FrozenText text, DateTimeOffset frozenAt)
    {
        (AssessmentId, Layer, Edition, InstrumentVersionId) = (key.AssessmentId, key.Layer, key.Edition, instrumentVersionId);
        (Json, EvidenceJson, VerdictJson, RemarksJson) = (text.Sheet, text.Evidence, text.Verdict, text.Remarks);
        (FrozenAt, EngineVersion) = (frozenAt, ScoringEngine.Version);
    }

    public Guid AssessmentId { get; private set; }

    public Layer Layer { get; private set; }

    /// <summary>Which LHE it belongs to: <see cref="Assessment.Edition"/> of that day.</summary>
    public int Edition { get; private set; }

    public Guid InstrumentVersionId { get; private set; }

    public int EngineVersion { get; private set; }

    public string Json { get; private set; } = "";

    /// <summary>The evidence as it stood: question, file name, title, version, place, size and SHA-256 (or address) of each.</summary>
    public string EvidenceJson { get; private set; } = "";

    /// <summary>For TPI: limits, conditions and outcome as the LHE found them; empty elsewhere and for older rows.</summary>
    public string VerdictJson { get; private set; } = "";

    /// <summary>What stood beside the layer's answers: question, note and reason of each; empty for older rows.</summary>
    public string RemarksJson { get; private set; } = "";

    public DateTimeOffset FrozenAt { get; private set; }
}

public sealed record FrozenKey(Guid AssessmentId, Layer Layer, int Edition);

/// <summary>The texts that are kept.</summary>
public sealed record FrozenText(string Sheet, string Evidence, string Verdict = "", string Remarks = "");

/// <summary>What somebody wrote beside an answer that was frozen.</summary>
public sealed record FrozenRemark(string QuestionCode, string Note, DifferenceReason? Reason);
