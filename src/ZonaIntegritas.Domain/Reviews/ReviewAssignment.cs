namespace ZonaIntegritas.Domain.Reviews;

/// <summary>TPI's share of work: this evaluator judges this unit in this tier. Ended, never removed, so that handing over keeps its history.</summary>
public sealed class ReviewAssignment
{
    public const int ReasonMaxLength = 500;

    private readonly List<string> _areas = [];

    private ReviewAssignment()
    {
    }

    /// <param name="areas">Codes of areas and outcomes; empty for all.</param>
    public ReviewAssignment(Guid id, Guid evaluatorId, Guid unitId, ReviewTier tier, IEnumerable<string> areas, Guid? givenBy, DateTimeOffset givenAt)
    {
        (Id, EvaluatorId, UnitId, Tier) = (id, evaluatorId, unitId, tier);
        (GivenBy, GivenAt) = (givenBy, givenAt);
        _areas.AddRange(areas);
    }

    public Guid Id { get; private set; }

    public Guid EvaluatorId { get; private set; }

    public Guid UnitId { get; private set; }

    public ReviewTier Tier { get; private set; }

    public IReadOnlyList<string> Areas => _areas;

    /// <summary>Null for assignments that are older than this record.</summary>
    public Guid? GivenBy { get; private set; }

    public DateTimeOffset GivenAt { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    public Guid? EndedBy { get; private set; }

    public string EndReason { get; private set; } = "";

    /// <summary>Who took the work over, when it was handed over.</summary>
    public Guid? HandedTo { get; private set; }

    public ReviewDuty Duty => new(Tier, _areas.ToHashSet());

    public void End(Guid by, DateTimeOffset at, string reason, Guid? handedTo = null) =>
        (EndedBy, EndedAt, EndReason, HandedTo) = (by, at, reason.Trim(), handedTo);
}
