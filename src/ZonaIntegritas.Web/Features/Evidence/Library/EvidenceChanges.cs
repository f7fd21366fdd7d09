using ZonaIntegritas.Domain.Evidence;

namespace ZonaIntegritas.Web.Features.Evidence.Library;

/// <summary>Which details of a document differ, by name. The trail says that, not what was written.</summary>
public static class EvidenceChanges
{
    public static EvidenceDetails DetailsOf(EvidenceItem item) => new(
        item.Title, item.Kind, item.DocumentDate, item.CoversFrom, item.CoversUntil, item.ValidUntil, item.LetterNumber, item.Description);

    public static IReadOnlyList<string> Between(EvidenceDetails before, EvidenceDetails after)
    {
        (string Name, bool Differs)[] fields =
        [
            ("judul", before.Title != after.Title),
            ("jenis", before.Kind != after.Kind),
            ("tanggal dokumen", before.DocumentDate != after.DocumentDate),
            ("masa yang dicakup", (before.CoversFrom, before.CoversUntil) != (after.CoversFrom, after.CoversUntil)),
            ("berlaku sampai", before.ValidUntil != after.ValidUntil),
            ("nomor surat", before.LetterNumber != after.LetterNumber),
            ("keterangan", before.Description != after.Description),
        ];
        return [.. fields.Where(field => field.Differs).Select(field => field.Name)];
    }
}
