namespace ZonaIntegritas.Domain.Assessments;

/// <summary>What the instansi is: some minimums differ, and afirmasi is for regional governments only (P5 Tabel 5).</summary>
public enum InstansiKind
{
    /// <summary>Pemerintah daerah.</summary>
    Pemda,

    /// <summary>Kementerian or lembaga.</summary>
    KementerianLembaga,
}
