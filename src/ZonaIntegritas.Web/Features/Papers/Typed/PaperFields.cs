namespace ZonaIntegritas.Web.Features.Papers.Typed;

/// <summary>Keys of fields, as they are kept with a paper.</summary>
public static class PaperFields
{
    public const string Number = "nomor";
    public const string On = "tanggal";
    public const string Assignment = "surat-tugas";
    public const string Extra = "rekomendasi";
    public const string Addressee = "kepada";
    public const string Signer = "nama";
    public const string Position = "jabatan";
    public const string Nip = "nip";
    public const string Place = "tempat";
    public const string Time = "waktu";
    public const string Attendees = "hadir";
    public const string Agreed = "sepakat";
    public const string Copies = "tembusan";
    public const string Units = "unit";

    public const string Ready = "layak";
    public const string Proposed = "diusulkan";
    public const string Both = "keduanya";
}
