using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Reviews;

namespace ZonaIntegritas.Web.Features.Reviews;

public sealed record QueueSheet(string UnitShortName, string UnitName, int Year, string Target);

/// <summary>One assigned sheet in the evaluator's queue.</summary>
/// <param name="Duty">What this person judges at the unit.</param>
public sealed record QueueRow(Guid AssessmentId, QueueSheet Sheet, AssessmentStatus Status, ReviewDuty Duty)
{
    public DateTimeOffset? SubmittedAt { get; init; }

    public DateOnly? SubmittedOn { get; init; }

    /// <summary>The date at the unit.</summary>
    public DateOnly Today { get; init; }

    public DateOnly ReviewFrom { get; init; }

    public DateOnly ReviewUntil { get; init; }

    /// <summary>Whether TPI may judge today.</summary>
    public bool IsOpen { get; init; }

    public decimal? UnitTotal { get; init; }

    public decimal? TpiTotal { get; init; }

    /// <summary>Questions that wait for this person's tier in this person's areas.</summary>
    public int Waiting { get; init; }

    /// <summary>Questions that wait for somebody else in the team.</summary>
    public int WithTeam { get; init; }

    /// <summary>Returned questions that wait for the unit.</summary>
    public int WithUnit { get; init; }

    /// <summary>Returned questions that the unit has sent back; the lowest tier looks at them first.</summary>
    public int Repaired { get; init; }

    /// <summary>Every tier stands by every question, and this person's tier issues the LHE.</summary>
    public bool AwaitsLhe { get; init; }

    public int Year => Sheet.Year;

    /// <summary>Days since the unit handed the sheet in.</summary>
    public int? AgeDays => SubmittedOn is { } since ? Today.DayNumber - since.DayNumber : null;

    /// <summary>Something waits for exactly this person, and can be done today.</summary>
    public bool IsMyTurn => IsOpen && (Waiting > 0 || AwaitsLhe);
}
