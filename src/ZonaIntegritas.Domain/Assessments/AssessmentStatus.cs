namespace ZonaIntegritas.Domain.Assessments;

/// <summary>Where a sheet stands; each state says whose turn it is (<see cref="SheetLife.TurnAt"/>).</summary>
public enum AssessmentStatus
{
    /// <summary>Draf: the unit fills in.</summary>
    Draft,

    /// <summary>Diajukan: waits for TPI to begin.</summary>
    Submitted,

    /// <summary>Penilaian pendahuluan: optional, ministries and agencies only (P90).</summary>
    Preliminary,

    /// <summary>Evaluasi TPI.</summary>
    InReview,

    /// <summary>Perbaikan: at least one returned item waits for the unit.</summary>
    InRepair,

    /// <summary>Dievaluasi ulang: the unit has repaired everything that was returned.</summary>
    ReReview,

    /// <summary>LHE: frozen, with a verdict (layak or tidak layak).</summary>
    Concluded,

    /// <summary>Diusulkan to TPN.</summary>
    Proposed,

    /// <summary>Evaluasi TPN: at least one of its stages is recorded.</summary>
    AtTpn,

    /// <summary>Ditetapkan.</summary>
    Awarded,

    /// <summary>Tidak ditetapkan.</summary>
    NotAwarded,

    /// <summary>Dipantau: holds the predicate, with a report at least every two years (P90).</summary>
    Monitored,

    /// <summary>Dicabut.</summary>
    Revoked,
}

/// <summary>Whose view of the answers: layers stand side by side, none overwrites another (P90 p. 54-56).</summary>
public enum Layer
{
    Unit,

    /// <summary>What TPI holds at present: the value of the highest tier that has judged (<see cref="Reviews.TierReview"/>).</summary>
    Tpi,

    /// <summary>The ministry's national evaluators; entered or imported by the administrator.</summary>
    Tpn,
}

/// <summary>Whose turn it is on a sheet.</summary>
public enum Turn
{
    Unit,
    Tpi,

    /// <summary>Head and administrator of the instansi.</summary>
    Instansi,
    Tpn,
    Nobody,
}

/// <summary>What the LHE says about the proposal.</summary>
public enum LheOutcome
{
    /// <summary>Layak diusulkan.</summary>
    Eligible,

    /// <summary>Tidak layak diusulkan.</summary>
    NotEligible,
}
