using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Evidence;
using ZonaIntegritas.Domain.Proposals;
using ZonaIntegritas.Web.Features.Readiness;

namespace ZonaIntegritas.Web.Features.Proposals.Conditions;

/// <summary>Which sheet the checklist belongs to.</summary>
/// <param name="Lhe">What the latest LHE said; the checklist goes on from there and does not change it.</param>
public sealed record ChecklistHead(
    Guid AssessmentId, Guid PeriodId, string Unit, string UnitName, IndonesianZone Zone, int Year, string Target, AssessmentStatus Status, LheOutcome? Lhe);

/// <summary>The score held against the target's limits.</summary>
/// <param name="Answered">Of <paramref name="Questions"/>; the rest counts as nought.</param>
public sealed record ScoreLimits(Layer Layer, PredicateFigures Figures, int Answered, int Questions)
{
    public bool IsWhole => Answered == Questions;
}

/// <summary>Afirmasi as a person set it.</summary>
public sealed record Affirmation(string Basis, Signature? By);

public sealed record Signature(string Name, DateTimeOffset At);

/// <summary>A version of the unit's library, as far as this page shows it.</summary>
/// <param name="MayBeServed">Whether its bytes are given out now; an address always is.</param>
public sealed record EvidenceRef(Guid VersionId, string Title, int Number, EvidenceType Type, string? Url, bool MayBeServed)
{
    /// <summary>Only https, whatever is stored.</summary>
    public string? SafeUrl => Url?.StartsWith("https://", StringComparison.Ordinal) == true ? Url : null;
}

/// <summary>What is recorded of a condition, with who stands behind it.</summary>
public sealed record RecordRow(
    string Code, ConditionEntry Entry, EvidenceRef? Evidence, Signature Recorded, Guid RecordedBy, Signature? Confirmed, int Version)
{
    public string? SafeUrl => Entry.Url?.StartsWith("https://", StringComparison.Ordinal) == true ? Entry.Url : null;

    public bool HasProof => Evidence is not null || SafeUrl is not null;

    public RecordedCondition ToCondition() => new(Code, Entry.Value, Confirmed is not null);
}

/// <summary>One row of a checklist.</summary>
/// <param name="Record">Null while nothing is recorded.</param>
public sealed record ConditionRow(ConditionState State, RecordRow? Record)
{
    public ProposalCondition Condition => State.Condition;
}

/// <summary>What the reader may do; the use cases ask again.</summary>
/// <param name="Closed">Why nothing may be changed; null while it may.</param>
/// <param name="SeesInstansi">Whether the instansi's own checklist is the reader's.</param>
public sealed record ChecklistRights(Guid ReaderId, bool MayRecord, bool MayConfirm, bool SeesInstansi, Problem? Closed)
{
    public bool MayConfirmThis(RecordRow? record) => MayConfirm && Closed is null && record is { Confirmed: null } && record.RecordedBy != ReaderId;
}

/// <summary>Syarat pengusulan of one sheet: the verdict and all that it rests on.</summary>
public sealed record Checklist(
    ChecklistHead Head,
    ProposalVerdict Verdict,
    ScoreLimits Score,
    IReadOnlyList<ConditionRow> Unit,
    IReadOnlyList<ConditionRow> Instansi,
    Affirmation? Affirmation,
    ChecklistRights Rights);

/// <summary>A condition of the instansi, held against both predicates.</summary>
public sealed record InstansiRow(ConditionState Wbk, ConditionState Wbbm, RecordRow? Record)
{
    public ProposalCondition Condition => Wbk.Condition;

    /// <summary>What lacks most of the two.</summary>
    public ConditionStanding Standing => (ConditionStanding)Math.Min((int)Wbk.Standing, (int)Wbbm.Standing);
}

/// <summary>Syarat instansi of one period, for those who keep and confirm it.</summary>
public sealed record InstansiChecklist(
    Guid PeriodId, int Year, InstansiKind Kind, IReadOnlyList<InstansiRow> Rows, IReadOnlyList<PeriodRow> Periods, ChecklistRights Rights);

public sealed record PeriodRow(Guid Id, int Year);
