using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Web.Features.Reporting;

namespace ZonaIntegritas.Web.Features.Papers.Typed;

/// <summary>What each kind of paper asks a person to type, and whether what was typed will do.</summary>
public static class PaperForms
{
    private const int LongText = 4000;
    private const string Dotted = "Bila kosong, naskah memuat titik-titik.";

    private static readonly DateOnly Earliest = new(2000, 1, 1);
    private static readonly DateOnly Latest = new(2100, 1, 1);

    private static readonly PaperField Units = new(PaperFields.Units, "Unit yang dimuat", FieldShape.Choice, "Pilih unit mana yang dimuat.")
    {
        Options =
        [
            new(PaperFields.Ready, "Layak menurut LHE dan belum diusulkan"),
            new(PaperFields.Proposed, "Sudah dicatat diusulkan"),
            new(PaperFields.Both, "Keduanya"),
        ],
    };

    public static IReadOnlyList<PaperField> Of(PaperKind kind) => kind switch
    {
        PaperKind.Lhe =>
        [
            new(PaperFields.Number, "Nomor LHE") { Hint = Dotted },
            new(PaperFields.On, "Tanggal LHE", FieldShape.Date) { Hint = "Bila kosong, dipakai tanggal LHE terbit di aplikasi." },
            new(PaperFields.Assignment, "Surat tugas") { Hint = "Misalnya 094/12/2026, 5 Januari 2026." },
            new(PaperFields.Extra, "Tambahan rekomendasi", FieldShape.Lines) { Hint = "Satu rekomendasi tiap baris.", MaxLength = LongText },
        ],
        PaperKind.ProposalLetter =>
        [
            new(PaperFields.Addressee, "Kepada", FieldShape.Lines, "Isi kepada siapa surat ini dikirim.") { MaxLength = 500, Hint = "Satu baris tiap baris alamat." },
            new(PaperFields.Number, "Nomor surat") { Hint = Dotted },
            new(PaperFields.On, "Tanggal surat", FieldShape.Date) { Hint = Dotted },
            new(PaperFields.Copies, "Tembusan", FieldShape.Lines) { MaxLength = 500, Hint = "Satu penerima tiap baris." },
            Units,
        ],
        PaperKind.Sptjm =>
        [
            new(PaperFields.Signer, "Nama penandatangan", Missing: "Isi nama pimpinan yang menandatangani."),
            new(PaperFields.Position, "Jabatan", Missing: "Isi jabatan penandatangan."),
            new(PaperFields.Nip, "NIP") { MaxLength = 40, Hint = "Kepala daerah tidak mempunyai NIP: biarkan kosong." },
            new(PaperFields.Number, "Nomor SPTJM") { Hint = Dotted },
            new(PaperFields.Place, "Tempat", Missing: "Isi tempat penandatanganan."),
            new(PaperFields.On, "Tanggal", FieldShape.Date) { Hint = Dotted },
            Units,
        ],
        PaperKind.Minutes =>
        [
            new(PaperFields.Number, "Nomor berita acara") { Hint = Dotted },
            new(PaperFields.Place, "Tempat pertemuan", Missing: "Isi tempat pertemuan, atau tulis \"daring\"."),
            new(PaperFields.On, "Tanggal pertemuan", FieldShape.Date, "Isi tanggal pertemuan.") { NotAhead = true },
            new(PaperFields.Time, "Waktu") { MaxLength = 60, Hint = "Misalnya 09.00 sampai 11.30 WIB." },
            new(PaperFields.Attendees, "Yang hadir", FieldShape.Lines, "Isi siapa saja yang hadir, satu orang tiap baris.") { MaxLength = LongText, Hint = "Satu orang tiap baris: nama, jabatan." },
            new(PaperFields.Agreed, "Yang disepakati", FieldShape.Lines, "Isi apa yang disepakati, satu butir tiap baris.") { MaxLength = LongText, Hint = "Satu butir tiap baris." },
        ],
        _ => [],
    };

    /// <summary>Everything that is wrong, field by field; empty when the paper can be made.</summary>
    public static IReadOnlyList<FieldFault> FaultsOf(PaperKind kind, PaperInput input, DateOnly today) =>
        [.. Of(kind).Select(field => (field.Key, Message: FaultOf(field, input, today))).Where(fault => fault.Message is not null).Select(fault => new FieldFault(fault.Key, fault.Message!))];

    private static string? FaultOf(PaperField field, PaperInput input, DateOnly today)
    {
        var text = input[field.Key];
        if (text.Length == 0)
        {
            return field.Missing;
        }

        return text.Length > field.MaxLength
            ? $"{field.Label} terlalu panjang: {Indonesian.Number(text.Length)} huruf, paling banyak {Indonesian.Number(field.MaxLength)}. Ringkas, lalu ulangi."
            : field.Shape switch
            {
                FieldShape.Date => DateFault(field, input.Date(field.Key), today),
                FieldShape.Choice when field.Options.All(option => option.Key != text) => field.Missing,
                _ => null,
            };
    }

    private static string? DateFault(PaperField field, DateOnly? date, DateOnly today) =>
        date is not { } day || day < Earliest || day > Latest ? $"{field.Label} tidak terbaca. Pilih tanggal dari kalender."
        : field.NotAhead && day > today ? $"{field.Label} {Indonesian.Date(day)} belum lewat. Isi tanggal yang sudah terjadi."
        : null;
}
