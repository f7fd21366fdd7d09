using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Common;

namespace ZonaIntegritas.Web.Features.Proposals.Journey;

/// <summary>Which sheet, where it stands and whose turn it is.</summary>
public sealed record JourneyHead(
    Guid AssessmentId, Guid UnitId, string Unit, string UnitName, IndonesianZone Zone, int Year, string Target, AssessmentStatus Status, Turn Turn,
    LheOutcome? Outcome, string Instrument, DateOnly Today);

/// <summary>A step that was taken.</summary>
public sealed record JourneyStep(
    SheetMove Move, AssessmentStatus From, AssessmentStatus To, string By, DateTimeOffset At, DateOnly? On, string Reference, string Note);

/// <summary>How far a stage of the process is.</summary>
public enum StageState
{
    Done,
    Now,
    Ahead,

    /// <summary>Will not come: the LHE said no, TPN refused.</summary>
    Ended,
}

/// <summary>A stage of the process as the stepper shows it.</summary>
/// <param name="On">When the sheet last reached it.</param>
public sealed record JourneyStage(string Name, StageState State, DateOnly? On, string Remark = "");

/// <summary>One LHE with what it froze.</summary>
/// <param name="Evidence">How many documents were put forward.</param>
public sealed record EditionRow(
    int Edition, DateTimeOffset IssuedAt, decimal Unit, decimal? Tpi, decimal? Tpn, string Instrument, int EngineVersion, int Evidence, string Print);

/// <summary>A document as a frozen edition names it.</summary>
public sealed record FrozenEvidence(string QuestionCode, string Name, string Title, int Version, long? Size, string? Sha256, string? Url);

public sealed record StageRow(TpnStageKind Kind, TpnStageResult Result, DateOnly HeldOn, string Note, string By, DateTimeOffset RecordedAt);

/// <summary>A move that this person may make.</summary>
/// <param name="Hindrance">What stands in its way; null when its form may be shown.</param>
public sealed record MoveRow(SheetMove Move, Problem? Hindrance);

/// <param name="Last">Date of the decree or of the latest report.</param>
public sealed record MonitoringRow(DateOnly Last, DateOnly Next, bool IsOverdue);

/// <summary>A sheet's whole life for one reader.</summary>
/// <param name="Gaps">What is missing for the next move, whoever makes it.</param>
/// <param name="Moves">What this person can do now.</param>
public sealed record JourneyView(
    JourneyHead Head,
    Capacity Reader,
    IReadOnlyList<JourneyStage> Stages,
    IReadOnlyList<string> Gaps,
    IReadOnlyList<MoveRow> Moves,
    IReadOnlyList<JourneyStep> Steps,
    IReadOnlyList<EditionRow> Editions,
    IReadOnlyList<StageRow> Tpn,
    MonitoringRow? Monitoring);
