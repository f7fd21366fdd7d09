using ZonaIntegritas.Domain.Assessments;

namespace ZonaIntegritas.Domain.Readiness;

public enum GateCrossing
{
    /// <summary>A limit that was met is not met any more.</summary>
    Fell,

    /// <summary>A limit is met for the first time.</summary>
    Reached,
}

/// <summary>Peringatan dini: a layer's score crossed a limit of the sheet's target. One is open per limit, until the opposite happens.</summary>
public sealed class GateAlert
{
    public const int LabelMaxLength = 200;

    private GateAlert()
    {
    }

    public GateAlert(Guid id, Guid assessmentId, Layer layer, CrossedGate gate, DateTimeOffset now)
    {
        (Id, AssessmentId, Layer, RaisedAt) = (id, assessmentId, layer, now);
        (Predicate, Gate, Label, Crossing) = (gate.Predicate, gate.Code, gate.Label, gate.Crossing);
        (Minimum, Actual) = (gate.Minimum, gate.Actual);
    }

    public Guid Id { get; private set; }

    public Guid AssessmentId { get; private set; }

    /// <summary>Whose score it is: what TPI holds is not shown to the unit before the LHE.</summary>
    public Layer Layer { get; private set; }

    public string Predicate { get; private set; } = "";

    /// <summary>A section's code, or "total".</summary>
    public string Gate { get; private set; } = "";

    public string Label { get; private set; } = "";

    public GateCrossing Crossing { get; private set; }

    /// <summary>Points, as they were when it was crossed.</summary>
    public decimal Minimum { get; private set; }

    public decimal Actual { get; private set; }

    public DateTimeOffset RaisedAt { get; private set; }

    /// <summary>When the opposite happened: mended, or fallen after it was reached.</summary>
    public DateTimeOffset? ClearedAt { get; private set; }

    public void Clear(DateTimeOffset now) => ClearedAt ??= now;
}

/// <param name="Code">A section's code, or "total".</param>
public sealed record CrossedGate(string Predicate, string Code, string Label, GateCrossing Crossing, decimal Minimum, decimal Actual);
