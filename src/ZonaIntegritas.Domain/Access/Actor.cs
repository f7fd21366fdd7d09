using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Reviews;

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

/// <summary>What a person is towards one unit and its sheets.</summary>
public enum Capacity
{
    /// <summary>Nothing: sees nothing and moves nothing.</summary>
    None,
    Coordinator,
    UnitHead,

    /// <summary>Anggota tim.</summary>
    Member,

    /// <summary>Ketua tim.</summary>
    Lead,

    /// <summary>Pengendali teknis.</summary>
    Controller,

    /// <summary>Pimpinan instansi.</summary>
    Head,
    Administrator,
}

/// <summary>Who acts, as the database knows them at this moment.</summary>
/// <param name="UnitId">The own unit; null for the instansi's head, administrators and evaluators outside units.</param>
/// <param name="Duties">What an evaluator judges, by unit.</param>
/// <param name="Origin">The address the person works from, for the trail; null when it is not known.</param>
public sealed record Actor(
    Guid UserId, string Name, Role Role, Guid? UnitId, IReadOnlyDictionary<Guid, ReviewDuty> Duties, string? Origin = null)
{
    public IEnumerable<Guid> AssignedUnits => Duties.Keys;

    /// <summary>Fills in answers and evidence of this unit.</summary>
    public bool MayFill(Guid unitId) => Role == Role.Koordinator && UnitId == unitId;

    /// <summary>Judges this unit: assigned, and never the own unit (P90: TPI does not evaluate itself).</summary>
    public bool MayReview(Guid unitId) => DutyOn(unitId) is not null;

    /// <summary>The tier and areas this person judges at this unit; null for everybody who does not.</summary>
    public ReviewDuty? DutyOn(Guid unitId) => Role == Role.Evaluator && UnitId != unitId ? Duties.GetValueOrDefault(unitId) : null;

    public Capacity CapacityOn(Guid unitId) => Role switch
    {
        Role.Administrator => Capacity.Administrator,
        Role.Koordinator => UnitId == unitId ? Capacity.Coordinator : Capacity.None,
        Role.Pimpinan => UnitId is null ? Capacity.Head : UnitId == unitId ? Capacity.UnitHead : Capacity.None,
        Role.Evaluator => DutyOn(unitId)?.Tier switch
        {
            ReviewTier.Member => Capacity.Member,
            ReviewTier.Lead => Capacity.Lead,
            ReviewTier.Controller => Capacity.Controller,
            _ => Capacity.None,
        },
        _ => Capacity.None,
    };

    /// <summary>Whether this person may ever make the move at this unit.</summary>
    public bool May(SheetMove move, Guid unitId) => SheetLife.MayMake(move, CapacityOn(unitId));

    /// <summary>Reads this unit's sheet, scores and evidence.</summary>
    public bool MaySee(Guid unitId) => CapacityOn(unitId) != Capacity.None;

    /// <summary>Opens a document of this unit. An evaluator sees what was put forward for a question, not what lies in the unit's library.</summary>
    public bool MaySeeEvidence(Guid unitId, bool wasPutForward) => MaySee(unitId) && (Role != Role.Evaluator || wasPutForward);

    /// <summary>The unit's own people: before the LHE they see of TPI only what it returned.</summary>
    public bool BelongsTo(Guid unitId) => CapacityOn(unitId) is Capacity.Coordinator or Capacity.UnitHead;

    /// <summary>Whether this person reads TPI's values and figures of a sheet of this unit.</summary>
    public bool SeesTpi(Guid unitId, AssessmentStatus status) => MaySee(unitId) && (!BelongsTo(unitId) || SheetLife.IsAfterLhe(status));

    /// <summary>The units this person sees, for queries about whoever does not see all of them.</summary>
    public IReadOnlyList<Guid> SeenUnits => [.. AssignedUnits.Append(UnitId ?? Guid.Empty).Where(MaySee)];

    public bool SeesAllUnits => Role == Role.Administrator || (Role == Role.Pimpinan && UnitId is null);

    public bool MayAdminister => Role == Role.Administrator;
}
