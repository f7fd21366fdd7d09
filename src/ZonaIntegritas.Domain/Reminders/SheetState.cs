using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Reviews;

namespace ZonaIntegritas.Domain.Reminders;

/// <summary>A question that TPI returned and that waits for the unit.</summary>
public sealed record ReturnedQuestion(string Code, string Reason)
{
    /// <summary>What the question is worth at most.</summary>
    public decimal Points { get; init; }

    /// <summary>On the unit's own calendar.</summary>
    public DateOnly ReturnedOn { get; init; }
}

/// <summary>A question nobody has answered.</summary>
/// <param name="Points">What it is worth at most, all of it lost as long as it is open.</param>
public sealed record OpenQuestion(string Code, string Statement, decimal Points);

/// <summary>One sheet as a digest looks at it: stored figures and codes, no answers.</summary>
public sealed record SheetState
{
    public required Guid AssessmentId { get; init; }

    public required Guid UnitId { get; init; }

    /// <summary>What people call the unit.</summary>
    public required string UnitName { get; init; }

    public required AssessmentPeriod Period { get; init; }

    /// <summary>The date at the unit: its zone decides how many days are left.</summary>
    public required DateOnly Today { get; init; }

    public required AssessmentStatus Status { get; init; }

    /// <summary>Name of the predicate the unit is heading for.</summary>
    public required string Target { get; init; }

    public bool TargetMet { get; init; }

    public int Questions { get; init; }

    public int Answered { get; init; }

    /// <summary>Whom in TPI the questions wait for, tier by tier; nothing while the sheet is not with TPI.</summary>
    public SheetWaits Waits { get; init; } = SheetWaits.None;

    /// <summary>Points of the whole sheet not earned yet.</summary>
    public decimal PointsLost { get; init; }

    /// <summary>The day the sheet was handed to TPI.</summary>
    public DateOnly? SubmittedOn { get; init; }

    public IReadOnlyList<ReturnedQuestion> Returned { get; init; } = [];

    /// <summary>Returned questions that the unit has repaired and TPI has not looked at again.</summary>
    public int Repaired { get; init; }

    /// <summary>The day on which the first of the questions not settled yet came back; null when none did.</summary>
    public DateOnly? RepairFrom { get; init; }

    /// <summary>What <see cref="Unanswered"/> counts, in the order of the sheet; known only while filling in is open.</summary>
    public IReadOnlyList<OpenQuestion> OpenQuestions { get; init; } = [];

    /// <summary>Documents on questions that the unit may still change, by their last day.</summary>
    public IReadOnlyList<DueItems> Expiring { get; init; } = [];

    /// <summary>Addresses put forward as evidence that do not open for an evaluator.</summary>
    public int BrokenLinks { get; init; }

    /// <summary>Limits of the target that are lost, whichever layer's and whenever.</summary>
    public IReadOnlyList<FellGate> Fell { get; init; } = [];

    /// <summary>Open items of the action plan, by the day they are due.</summary>
    public IReadOnlyList<DueItems> Actions { get; init; } = [];

    public int Unanswered => Questions - Answered;

    /// <summary>0 on the last day; null when filling in is closed.</summary>
    public int? FillDaysLeft => Period.IsOpenForFilling(Today) ? Period.FillUntil.DayNumber - Today.DayNumber : null;

    /// <summary>0 on the last day; null when evaluation is closed.</summary>
    public int? ReviewDaysLeft => Period.IsOpenForReview(Today) ? Period.ReviewUntil.DayNumber - Today.DayNumber : null;

    /// <summary>0 on the last day; null when repairs are closed.</summary>
    public int? RepairDaysLeft => Period.IsOpenForRepair(Today) ? Period.RepairUntil.DayNumber - Today.DayNumber : null;

    /// <summary>Until when the unit itself can still change something; null when it cannot.</summary>
    public (DateOnly Until, int DaysLeft)? UnitWindow => Status switch
    {
        AssessmentStatus.Draft when FillDaysLeft is { } left => (Period.FillUntil, left),
        AssessmentStatus.InRepair when RepairDaysLeft is { } left => (Period.RepairUntil, left),
        _ => null,
    };
}

/// <summary>A limit that a layer's score fell below.</summary>
public sealed record FellGate(Layer Layer, string Label, decimal Minimum, decimal Actual)
{
    /// <summary>The day it fell, on the unit's own calendar.</summary>
    public DateOnly On { get; init; }
}

public sealed record DueItems(DateOnly DueOn, int Count);

/// <summary>Work that was given up after several tries.</summary>
public sealed record FailedWork(int Reports, int Mails);
