namespace ZonaIntegritas.Domain.Access;

/// <summary>Peran: what a person may do here. One person has one.</summary>
public enum Role
{
    /// <summary>Biro Organisasi or sekretariat RB: periods, units, people, instruments.</summary>
    Administrator,

    /// <summary>PIC of a unit: answers and proves.</summary>
    Koordinator,

    /// <summary>TPI: judges the units assigned, never the own.</summary>
    Evaluator,

    /// <summary>Head: of a unit, or of the whole instansi when no unit is set.</summary>
    Pimpinan,
}

/// <summary>Who acts, as the database knows them at this moment.</summary>
/// <param name="UnitId">The own unit; null for the instansi's head, administrators and evaluators outside units.</param>
/// <param name="AssignedUnits">Units an evaluator judges.</param>
public sealed record Actor(Guid UserId, string Name, Role Role, Guid? UnitId, IReadOnlySet<Guid> AssignedUnits)
{
    /// <summary>Fills in answers and evidence of this unit.</summary>
    public bool MayFill(Guid unitId) => Role == Role.Koordinator && UnitId == unitId;

    /// <summary>Judges this unit: assigned, and never the own unit (P90: TPI does not evaluate itself).</summary>
    public bool MayReview(Guid unitId) => Role == Role.Evaluator && UnitId != unitId && AssignedUnits.Contains(unitId);

    /// <summary>Reads this unit's sheet, scores and evidence.</summary>
    public bool MaySee(Guid unitId) => Role switch
    {
        Role.Administrator => true,
        Role.Pimpinan => UnitId is null || UnitId == unitId,
        Role.Koordinator => UnitId == unitId,
        Role.Evaluator => MayReview(unitId),
        _ => false,
    };

    /// <summary>Opens a document of this unit. An evaluator sees what was put forward for a question, not what lies in the unit's library.</summary>
    public bool MaySeeEvidence(Guid unitId, bool wasPutForward) => MaySee(unitId) && (Role != Role.Evaluator || wasPutForward);

    public bool SeesAllUnits => Role == Role.Administrator || (Role == Role.Pimpinan && UnitId is null);

    public bool MayAdminister => Role == Role.Administrator;
}
