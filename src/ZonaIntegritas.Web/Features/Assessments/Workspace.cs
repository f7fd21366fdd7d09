using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Evidence;
using ZonaIntegritas.Domain.Instruments;
using ZonaIntegritas.Domain.Reviews;
using ZonaIntegritas.Domain.Scoring;
using ZonaIntegritas.Web.Features.Evidence;

namespace ZonaIntegritas.Web.Features.Assessments;

/// <summary>One layer's stored answer to a question, with who and when.</summary>
public sealed record AnswerRow(string Code, AnswerValue? Value, string Note, int Version, string By, DateTimeOffset At, DifferenceReason? Reason = null);

/// <summary>What one tier of TPI holds on a question.</summary>
public sealed record JudgementRow(ReviewTier Tier, AnswerRow Row);

/// <summary>Where TPI's tiers stand on a question, for the person who asks.</summary>
/// <param name="Next">Whose judgement is waited for; null once every tier stands by the present state.</param>
/// <param name="SeenBelow">Version of the judgement below mine; a save names it.</param>
/// <param name="Refusal">Why this person cannot judge it now; null when it is open.</param>
public sealed record TierState(ReviewTier? Next, int SeenBelow, Problem? Refusal);

/// <summary>A question that was returned, as both sides see it.</summary>
public sealed record ReturnRow(
    string Code, ReturnedItemState State, string Reason, string By, DateTimeOffset At, string Response, string? RepairedBy, DateTimeOffset? RepairedAt,
    bool TakenBack = false);

/// <summary>Which sheet this is and in what state, for the head of the page.</summary>
public sealed record SheetTitle(
    Guid AssessmentId, Guid UnitId, string UnitName, string UnitShortName, IndonesianZone Zone, int Year, string Target,
    IReadOnlyCollection<string> HeldPredicates, AssessmentStatus Status, Turn Turn, DateOnly FillUntil, DateOnly ReviewUntil, DateOnly Today)
{
    public PeriodWindows? Windows { get; init; }

    public LheOutcome? Outcome { get; init; }

    /// <summary>When the period was closed; null while it is open.</summary>
    public DateTimeOffset? PeriodClosedAt { get; init; }
}

/// <summary>A whole sheet as the person asking may see it: loaded once, then kept by the page.</summary>
/// <param name="Fillable">Codes of the questions this person may change now.</param>
/// <param name="Closed">Why the others are closed; null when every question is open.</param>
/// <param name="BasisChanges">By question code, what is put forward differently from what TPI judged; for those who see TPI's view only.</param>
/// <param name="TpiAnswers">For the unit only those of returned questions, until the evaluation is concluded.</param>
public sealed record Workspace(
    SheetTitle Title,
    Instrument Instrument,
    bool MayFill,
    IReadOnlySet<string> Fillable,
    Problem? Closed,
    IReadOnlyDictionary<string, AnswerRow> UnitAnswers,
    IReadOnlyDictionary<string, AnswerRow> TpiAnswers,
    IReadOnlyList<ReturnRow> Returns,
    IReadOnlyList<EvidenceRow> Evidence,
    IReadOnlyDictionary<string, BasisChange> BasisChanges)
{
    /// <summary>The person who asked, to tell their own changes from others'.</summary>
    public Guid Me { get; init; }

    /// <summary>TPN's layer, once there is any.</summary>
    public IReadOnlyDictionary<string, AnswerRow> TpnAnswers { get; init; } = new Dictionary<string, AnswerRow>();

    /// <summary>The tier in which the person who asks judges this unit; null for everybody else.</summary>
    public ReviewTier? MyTier { get; init; }

    /// <summary>TPI's people of this moment; nobody for the unit, which sees TPI as one.</summary>
    public ReviewTeam Team { get; init; } = new([]);

    /// <summary>Codes of questions that others changed since the person who asks last had them on screen.</summary>
    public IReadOnlySet<string> Changed { get; init; } = new HashSet<string>();

    /// <summary>What is shown is of this moment.</summary>
    public DateTimeOffset LoadedAt { get; init; }

    /// <summary>What each tier holds, by question code; empty for the unit, which sees TPI as one.</summary>
    public ILookup<string, JudgementRow> Judgements { get; init; } = Array.Empty<JudgementRow>().ToLookup(row => row.Row.Code);

    /// <summary>By question code; empty for the unit.</summary>
    public IReadOnlyDictionary<string, TierState> Tiers { get; init; } = new Dictionary<string, TierState>();
}
