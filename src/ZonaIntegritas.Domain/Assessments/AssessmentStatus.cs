namespace ZonaIntegritas.Domain.Assessments;

/// <summary>Where a sheet stands; each state says whose turn it is.</summary>
public enum AssessmentStatus
{
    /// <summary>Draf: the unit fills in.</summary>
    Draft,

    /// <summary>Diajukan: waits for TPI to begin.</summary>
    Submitted,

    /// <summary>Evaluasi TPI.</summary>
    InReview,

    /// <summary>Perbaikan: at least one returned item waits for the unit.</summary>
    InRepair,

    /// <summary>Selesai dievaluasi: frozen.</summary>
    Concluded,
}

/// <summary>Whose view of the answers: layers stand side by side, none overwrites another (P90 p. 54-56).</summary>
public enum Layer
{
    Unit,
    Tpi,
}

/// <summary>Whose turn it is on a sheet.</summary>
public enum Turn
{
    Unit,
    Tpi,
    Nobody,
}
