using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Instruments;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.Assessments;

// In queries ToUpper becomes SQL's upper(), which knows no culture; without it small letters would stand after all others.
#pragma warning disable CA1304, CA1311

namespace ZonaIntegritas.Web.Features.Administration.Instruments.Applying;

/// <param name="WithNotes">Only where they are shown: they are long.</param>
internal sealed record ImpactQuestion(Guid VersionId, bool WithNotes);

/// <summary>Reads sheets with what every layer stored, and asks what another instrument does to them.</summary>
internal static class ImpactReader
{
    /// <param name="part">Which of them, once they stand in the order of their units.</param>
    public static Task<List<ImpactSheet>> SheetsAsync(
        AppDbContext db, IQueryable<Assessment> sheets, Func<IQueryable<ImpactSheet>, IQueryable<ImpactSheet>> part, CancellationToken ct) =>
        part(sheets.AsNoTracking()
            .Join(db.WorkUnits, sheet => sheet.UnitId, unit => unit.Id, (sheet, unit) => new { sheet, unit })
            .OrderBy(row => row.unit.ShortName.ToUpper()).ThenBy(row => row.sheet.Id)
            .Select(row => new ImpactSheet(
                row.sheet.Id, row.unit.Name, row.unit.ShortName, row.sheet.Status, row.sheet.Target, row.unit.HeldPredicate, row.sheet.InstrumentVersionId)))
        .ToListAsync(ct);

    public static async Task<List<SheetImpact>> ReadAsync(
        AppDbContext db, InstrumentLibrary library, IReadOnlyList<ImpactSheet> sheets, ImpactQuestion question, CancellationToken ct)
    {
        var after = await library.GetAsync(db, question.VersionId, ct);
        var before = await library.AllAsync(db, sheets.Select(sheet => sheet.InstrumentVersionId), ct);
        var impacts = before.ToDictionary(version => version.Key, version => new InstrumentImpact(version.Value, after));
        var ids = sheets.Select(sheet => sheet.AssessmentId).ToArray();
        var answers = (await db.Answers.AsNoTracking()
                .Where(answer => ids.Contains(answer.AssessmentId))
                .OrderBy(answer => answer.QuestionCode)
                .Select(answer => new { answer.AssessmentId, answer.Layer, answer.QuestionCode, answer.Value, Note = question.WithNotes ? answer.Note : "" })
                .ToListAsync(ct))
            .ToLookup(answer => (answer.AssessmentId, answer.Layer), answer => new StoredAnswer(answer.QuestionCode, answer.Value, answer.Note));
        return [.. sheets.Select(sheet => new SheetImpact(sheet, before[sheet.InstrumentVersionId], after, LayersOf(sheet, answers, impacts[sheet.InstrumentVersionId])))];
    }

    // The unit's view always stands there, also before its first answer: that is where new questions wait.
    private static Dictionary<Layer, LayerImpact> LayersOf(ImpactSheet sheet, ILookup<(Guid, Layer), StoredAnswer> answers, InstrumentImpact impact) =>
        Enum.GetValues<Layer>()
            .Where(layer => layer == Layer.Unit || answers.Contains((sheet.AssessmentId, layer)))
            .ToDictionary(layer => layer, layer => impact.Of([.. answers[(sheet.AssessmentId, layer)]], sheet.Aim));
}
