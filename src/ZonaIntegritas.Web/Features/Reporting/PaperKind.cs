namespace ZonaIntegritas.Web.Features.Reporting;

/// <summary>What a stored paper is.</summary>
public enum PaperKind
{
    /// <summary>Laporan kesiapan (kemajuan) of one unit.</summary>
    Progress,

    /// <summary>Rekap instansi of one period: ranking and heat map.</summary>
    Recap,

    /// <summary>Laporan Hasil Evaluasi TPI.</summary>
    Lhe,

    /// <summary>Daftar syarat yang belum terpenuhi.</summary>
    UnmetConditions,

    /// <summary>Konsep surat usulan, of one period.</summary>
    ProposalLetter,

    /// <summary>Konsep SPTJM, of one period.</summary>
    Sptjm,

    /// <summary>Berita acara evaluasi.</summary>
    Minutes,

    /// <summary>Paket data dukung: a ZIP that is kept for a while only.</summary>
    EvidencePack,
}

public static class PaperWords
{
    public static string Say(PaperKind kind) => kind switch
    {
        PaperKind.Progress => "Laporan kesiapan",
        PaperKind.Recap => "Rekap instansi",
        PaperKind.Lhe => "LHE TPI",
        PaperKind.UnmetConditions => "Syarat belum terpenuhi",
        PaperKind.ProposalLetter => "Konsep surat usulan",
        PaperKind.Sptjm => "Konsep SPTJM",
        PaperKind.Minutes => "Berita acara evaluasi",
        PaperKind.EvidencePack => "Paket data dukung",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
