using System.Globalization;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Instruments;
using ZonaIntegritas.Web.Features.Assessments;
using ZonaIntegritas.Web.Features.Auditing;
using ZonaIntegritas.Web.Features.Workbooks;

namespace ZonaIntegritas.Web.Features.EvidencePacks.Packing;

/// <summary>What stands in a pack beside the documents: how to read it, what is in it, what is not.</summary>
internal sealed class PackContent(LkeBook book, OpenSheet sheet, int version)
{
    public const string BookName = "LKE.xlsx";
    public const string IndexName = "index.html";
    public const string ListName = "daftar.csv";
    public const string ReadMeName = "BACA-SAYA.txt";
    public const string MissingName = "TIDAK-TERMASUK.txt";

    public static IReadOnlyList<string> OwnNames { get; } = [BookName, IndexName, ListName, ReadMeName, MissingName, PackArchive.SumsName];

    public Instrument Instrument => book.Instrument;

    public LkeBook Book => book;

    public string Number => $"PDD/{sheet.Unit.ShortName}/{sheet.Period.Year}/{version}";

    public string Unit => sheet.Unit.Name;

    public int Year => sheet.Period.Year;

    public string MadeAt => Indonesian.Moment(sheet.Now, sheet.Unit.Zone);

    public async Task WriteTextsAsync(PackArchive archive, IReadOnlyList<PackedDocument> documents, CancellationToken ct)
    {
        List<PackedDocument> missing = [.. documents.Where(document => document.Missing.Length > 0)];
        await archive.AddTextAsync(IndexName, text => new PackIndex(this, documents).WriteAsync(text), ct);
        await archive.AddTextAsync(ListName, text => WriteListAsync(text, documents), ct);
        if (missing.Count > 0)
        {
            await archive.AddTextAsync(MissingName, text => WriteMissingAsync(text, missing), ct);
        }

        await archive.AddTextAsync(ReadMeName, text => WriteReadMeAsync(text, missing.Count), ct);
    }

    private static async Task WriteListAsync(TextWriter text, IReadOnlyList<PackedDocument> documents)
    {
        // The mark by which spreadsheets read the letters right.
        await text.WriteAsync('\uFEFF');
        await text.WriteLineAsync("Soal,Dokumen,Versi,Tempat,Berkas di paket,Alamat,Ukuran,SHA-256,Keterangan");
        foreach (var (document, path, reason) in documents)
        {
            string[] cells =
            [
                document.QuestionCode, document.Title, document.Version.ToString(Indonesian.Culture), document.Place, path ?? "", document.Url ?? "",
                document.Size.ToString(CultureInfo.InvariantCulture), document.Sha256 ?? "", reason,
            ];
            await text.WriteLineAsync(string.Join(',', cells.Select(TrailCsv.Cell)));
        }
    }

    private static async Task WriteMissingAsync(TextWriter text, List<PackedDocument> missing)
    {
        await text.WriteLineAsync("Dokumen berikut dicantumkan pada lembar kerja tetapi TIDAK ada di paket ini:\n");
        foreach (var (document, _, reason) in missing)
        {
            await text.WriteLineAsync($"- Soal {document.QuestionCode}: {OneLine(document.Title)} (versi {document.Version}): {reason}.");
        }

        await text.WriteLineAsync("\nSetelah masalahnya diselesaikan di aplikasi, buat paket baru.");
    }

    private async Task WriteReadMeAsync(TextWriter text, int missing) => await text.WriteAsync(
        $"""
        PAKET DATA DUKUNG {Number}
        {OneLine(Unit)}, tahun {Year}
        Dibuat {MadeAt}

        MEMBACA
        Buka {IndexName} di peramban: soal, jawaban, catatan, dan tautan ke tiap dokumen. Tidak perlu internet.
        {BookName} adalah lembar kerjanya; {ListName} daftar dokumen untuk diolah.
        Dokumen yang mendukung beberapa soal disimpan satu kali; di folder soal lainnya ada berkas .txt yang menunjuk ke sana.
        {(missing > 0 ? $"PERHATIAN: {missing} dokumen tidak dapat disertakan. Lihat {MissingName}.\n" : "")}
        MEMERIKSA KEUTUHAN
        Linux/macOS : sha256sum -c {PackArchive.SumsName}   (macOS: shasum -a 256 -c {PackArchive.SumsName})
        Windows     : certutil -hashfile "nama berkas" SHA256, lalu bandingkan dengan isi {PackArchive.SumsName}
        Setiap baris harus menjawab OK. Bila tidak, berkas itu berubah sejak paket dibuat.

        """.ReplaceLineEndings("\n"));

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
