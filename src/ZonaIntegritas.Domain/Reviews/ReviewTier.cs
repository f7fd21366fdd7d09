namespace ZonaIntegritas.Domain.Reviews;

/// <summary>Jenjang in TPI, from the first to judge to the last; a higher tier acts after the lower one (process.md, "People").</summary>
public enum ReviewTier
{
    /// <summary>Anggota.</summary>
    Member,

    /// <summary>Ketua tim.</summary>
    Lead,

    /// <summary>Pengendali teknis.</summary>
    Controller,
}

/// <summary>Why TPI or TPN holds another value than the layer before it.</summary>
public enum DifferenceReason
{
    /// <summary>Bukti kurang.</summary>
    EvidenceLacking,

    /// <summary>Bukti tidak relevan.</summary>
    EvidenceIrrelevant,

    /// <summary>Tidak berlaku.</summary>
    NotApplicable,

    /// <summary>Salah hitung.</summary>
    Miscounted,

    /// <summary>Lainnya, said in the note.</summary>
    Other,
}

/// <summary>What one evaluator judges at one unit.</summary>
/// <param name="Areas">Codes of areas and outcomes; empty for all.</param>
public sealed record ReviewDuty(ReviewTier Tier, IReadOnlySet<string> Areas)
{
    public static ReviewDuty Whole(ReviewTier tier) => new(tier, new HashSet<string>());

    public bool Covers(string areaCode) => Areas.Count == 0 || Areas.Contains(areaCode);
}

/// <summary>TPI's people for one unit at this moment.</summary>
public sealed record ReviewTeam(IReadOnlyList<ReviewDuty> Duties)
{
    /// <summary>The tiers that judge an area, lowest first; a tier nobody holds is not waited for.</summary>
    public IReadOnlyList<ReviewTier> TiersFor(string areaCode) =>
        [.. Duties.Where(duty => duty.Covers(areaCode)).Select(duty => duty.Tier).Distinct().Order()];

    /// <summary>The tier that issues the LHE; null for a unit without a team.</summary>
    public ReviewTier? Top => Duties.Count == 0 ? null : Duties.Max(duty => duty.Tier);
}
