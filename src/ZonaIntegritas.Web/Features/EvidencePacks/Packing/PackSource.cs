using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Evidence;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.Evidence;

namespace ZonaIntegritas.Web.Features.EvidencePacks.Packing;

/// <summary>Which documents belong to a sheet: what is put forward now, or, once the LHE is out, what was frozen with it.</summary>
internal static class PackSource
{
    public static async Task<IReadOnlyList<PackDocument>> ReadAsync(AppDbContext db, Assessment sheet, CancellationToken ct)
    {
        var frozen = SheetLife.IsAfterLhe(sheet.Status)
            ? await db.FrozenSheets.Where(kept => kept.AssessmentId == sheet.Id && kept.Layer == Layer.Unit)
                .OrderByDescending(kept => kept.Edition).Select(kept => kept.EvidenceJson).FirstOrDefaultAsync(ct)
            : null;
        return frozen is { Length: > 0 } ? await FrozenAsync(db, frozen, ct) : await LiveAsync(db, sheet.Id, ct);
    }

    private static async Task<List<PackDocument>> LiveAsync(AppDbContext db, Guid assessmentId, CancellationToken ct)
    {
        var rows = await EvidenceQueries.OfSheetAsync(db, assessmentId, ct);
        var versions = rows.Select(row => row.VersionId).Distinct().ToList();
        var hashes = await db.EvidenceVersions.Where(version => versions.Contains(version.Id)).ToDictionaryAsync(version => version.Id, version => version.Sha256, ct);
        return [.. rows.Select(row => new PackDocument(
            row.QuestionCode, row.Name, row.FileName, row.Number, row.Place, row.Size, hashes[row.VersionId], row.Url, row.Scan))];
    }

    private static async Task<List<PackDocument>> FrozenAsync(AppDbContext db, string json, CancellationToken ct)
    {
        var rows = JsonSerializer.Deserialize<List<FrozenDocument>>(json) ?? [];
        var hashes = rows.Select(row => row.Sha256).OfType<string>().Distinct().ToList();
        var scans = await db.EvidenceContents.Where(content => hashes.Contains(content.Sha256)).ToDictionaryAsync(content => content.Sha256, content => content.Scan, ct);
        return [.. rows.Select(row => new PackDocument(
            row.QuestionCode, row.Title ?? row.Name, row.Name, row.Version, PlaceOf(row), row.Size, row.Sha256, row.Url,
            row.Sha256 is { } hash ? scans.GetValueOrDefault(hash) : ScanState.NotScanned))];
    }

    private static string PlaceOf(FrozenDocument row) =>
        string.Join(", ", ((string[])[row.Page is { } page ? $"hal. {page}" : "", row.Passage ?? ""]).Where(part => part.Length > 0));

    /// <summary>As ConcludeReview freezes it; older rows may lack what came later.</summary>
    private sealed record FrozenDocument(
        string QuestionCode, string Name, string? Title, int Version, long Size, string? Sha256, string? Url, int? Page, string? Passage);
}
