using ZonaIntegritas.Domain.Auditing;
using ZonaIntegritas.Domain.Evidence;

namespace ZonaIntegritas.Web.Features.Evidence.Library;

/// <summary>Documents in the words of the office.</summary>
public static class EvidenceWords
{
    public static string Say(EvidenceKind kind) => kind switch
    {
        EvidenceKind.Other => "Lainnya",
        EvidenceKind.Decree => "SK atau peraturan",
        EvidenceKind.Letter => "Surat atau undangan",
        EvidenceKind.Report => "Laporan",
        EvidenceKind.Minutes => "Notulen atau daftar hadir",
        EvidenceKind.Procedure => "SOP atau standar pelayanan",
        EvidenceKind.Plan => "Rencana",
        EvidenceKind.Photo => "Foto",
        EvidenceKind.Screenshot => "Tangkapan layar",
        EvidenceKind.Video => "Video",
        EvidenceKind.Data => "Rekapitulasi atau hasil survei",
        EvidenceKind.Publication => "Publikasi",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>What the content is, as its name's ending says it.</summary>
    public static string Say(EvidenceType type) => type switch
    {
        EvidenceType.Link => "Tautan",
        EvidenceType.Jpeg => "JPG",
        EvidenceType.Text => "TXT",
        _ => type.ToString().ToUpperInvariant(),
    };

    /// <summary>"PDF · 1,2 MB"; a link has no size.</summary>
    public static string Measure(EvidenceType type, long size) =>
        type == EvidenceType.Link ? Say(type) : $"{Say(type)} · {EvidenceProblems.Size(size)}";

    /// <summary>"hal. 12, diktum kedua"; empty when the whole document is meant.</summary>
    public static string Place(int? page, string passage) =>
        string.Join(", ", ((string[])[page is { } number ? $"hal. {number}" : "", passage]).Where(part => part.Length > 0));

    public static string Say(AuditAction action) => action switch
    {
        AuditAction.EvidenceAttached => "Dipasang pada soal",
        AuditAction.EvidenceDetached => "Dilepas dari soal",
        AuditAction.EvidencePointed => "Halaman atau bagian ditunjuk",
        AuditAction.EvidenceVersionAdded => "Versi ditambahkan",
        AuditAction.EvidenceDescribed => "Keterangan diubah",
        AuditAction.EvidenceDiscarded => "Dibuang",
        AuditAction.EvidencePreviewed => "Dilihat",
        AuditAction.EvidenceDownloaded => "Diunduh",
        AuditAction.EvidenceScanned => "Dipindai",
        AuditAction.EvidenceLinkChecked => "Tautan diperiksa",
        AuditAction.EvidenceFoundBroken => "Berkas ditemukan rusak atau hilang",
        _ => throw new ArgumentOutOfRangeException(nameof(action)),
    };
}
