using System.Security.Cryptography;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Evidence;
using ZonaIntegritas.Domain.Instruments;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.Assessments;
using ZonaIntegritas.Web.Features.Evidence;
using ZonaIntegritas.Web.Features.Reporting;
using ZonaIntegritas.Web.Features.Workbooks;
using ZonaIntegritas.Web.Features.Workbooks.Writing;

namespace ZonaIntegritas.Web.Features.EvidencePacks.Packing;

/// <summary>
/// Paket data dukung: every document of a sheet in the folders that offices know, with an index that opens without the
/// app, hashes to check it by, and the workbook. A document's bytes lie in it once, however many questions it serves.
/// </summary>
public sealed class EvidencePackMaker(SheetKeeper sheets, EvidenceStore evidence, LkeBookSource books, TimeProvider clock) : IPaperMaker
{
    public PaperKind Kind => PaperKind.EvidencePack;

    public async Task<PaperIdentity> WriteAsync(AppDbContext db, ReportRequest request, Stream output, CancellationToken ct)
    {
        var sheet = await sheets.OpenAsync(db, request.AssessmentId!.Value, ct);
        var documents = await PackSource.ReadAsync(db, sheet.Assessment, ct);
        // The unit's columns only: whoever may see the unit may have the pack, also before the LHE is out.
        var book = await books.ReadAsync(db, sheet, withTpi: false, ct);
        var content = new PackContent(book, sheet, request.Version);
        using (var archive = new PackArchive(output, sheet.Now.ToOffset(sheet.Unit.Zone.Offset())))
        {
            var packed = await AddDocumentsAsync(db, archive, content, documents, new(request, clock, documents.Count), ct);
            await archive.AddAsync(PackContent.BookName, BookWriter.Write(book), ct);
            await content.WriteTextsAsync(archive, packed, ct);
            await archive.FinishAsync(ct);
        }

        return new(content.Number, $"Paket data dukung {sheet.Unit.ShortName} {sheet.Period.Year.ToString(Indonesian.Culture)}");
    }

    private async Task<IReadOnlyList<PackedDocument>> AddDocumentsAsync(
        AppDbContext db, PackArchive archive, PackContent content, IReadOnlyList<PackDocument> documents, PackProgress progress, CancellationToken ct)
    {
        var order = content.Instrument.Places.Index().ToDictionary(each => each.Item.Question.Code, each => each.Index);
        List<PackedDocument> packed = [];
        var (names, stored) = (new PackNames(PackContent.OwnNames), new Dictionary<string, string>());
        await progress.TellAsync(db, 0, ct);
        foreach (var document in documents.OrderBy(document => order.GetValueOrDefault(document.QuestionCode, int.MaxValue)))
        {
            packed.Add(await AddAsync(archive, content.Instrument.Place(document.QuestionCode), document, names, stored, ct));
            await progress.TellAsync(db, packed.Count, ct);
        }

        return packed;
    }

    private async Task<PackedDocument> AddAsync(
        PackArchive archive, QuestionPlace? place, PackDocument document, PackNames names, Dictionary<string, string> stored, CancellationToken ct)
    {
        if (document.Sha256 is not { } sha256 || place is null)
        {
            return new(document, null, place is null ? "soalnya tidak ada lagi di instrumen" : "");
        }

        if (stored.TryGetValue(sha256, out var earlier))
        {
            // Who looks into this question's folder is led to the one copy.
            var pointer = names.Next(place, $"{document.Title} (lihat berkas lain)", ".txt");
            await archive.AddTextAsync(pointer, text => text.WriteAsync($"Dokumen ini juga mendukung soal lain dan disimpan satu kali, di:\n{earlier}\n"), ct);
            return new(document, earlier, "");
        }

        if ((document.Refusal ?? await DamageAsync(sha256, ct)) is { } refusal)
        {
            return new(document, null, refusal);
        }

        var path = names.Next(place, document.Title, PackNames.EndingOf(document.FileName));
        await using (var file = evidence.Files.Open(sha256))
        {
            await archive.AddAsync(path, file, sha256, EvidenceTypes.FromName(document.FileName) ?? EvidenceType.Pdf, ct);
        }

        stored[sha256] = path;
        return new(document, path, "");
    }

    /// <summary>Hashed before it is packed: what is written into a ZIP cannot be taken out again.</summary>
    private async Task<string?> DamageAsync(string sha256, CancellationToken ct)
    {
        try
        {
            await using var file = evidence.Files.Open(sha256);
            return Convert.ToHexStringLower(await SHA256.HashDataAsync(file, ct)) == sha256 ? null : "isinya di penyimpanan berubah (rusak)";
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            return "berkasnya hilang dari penyimpanan";
        }
    }
}
