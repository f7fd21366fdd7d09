using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Scoring;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.Assessments;
using ZonaIntegritas.Web.Features.Evidence;
using ZonaIntegritas.Web.Hosting;

namespace ZonaIntegritas.Web.Features.Workbooks;

/// <summary>Reads what a workbook shows. Asks nobody's leave: the caller says whether TPI's columns are filled.</summary>
public sealed class LkeBookSource(IOptions<AgencyOptions> agency)
{
    public async Task<LkeBook> ReadAsync(AppDbContext db, OpenSheet sheet, bool withTpi, CancellationToken ct)
    {
        var id = sheet.Assessment.Id;
        var answers = await db.Answers.AsNoTracking().Where(answer => answer.AssessmentId == id && answer.Layer != Layer.Tpn).ToListAsync(ct);
        var evidence = await EvidenceQueries.OfSheetAsync(db, id, ct);
        return new(
            await IdentityAsync(db, sheet, ct),
            sheet.Instrument,
            LayerOf(sheet, answers, Layer.Unit),
            withTpi ? LayerOf(sheet, answers, Layer.Tpi) : null,
            evidence.Select(ShownAs).ToLookup(row => row.Code),
            sheet.Unit.HeldPredicates);
    }

    public static async Task<BookIdentity> IdentityAsync(AppDbContext db, OpenSheet sheet, CancellationToken ct)
    {
        var version = await db.InstrumentVersions.Where(version => version.Id == sheet.Assessment.InstrumentVersionId)
            .Select(version => new { version.InstrumentId, version.Version, version.Sha256 }).SingleAsync(ct);
        return new(
            sheet.Assessment.Id, sheet.Unit.Name, sheet.Unit.ShortName, sheet.Period.Year, version.InstrumentId, version.Version, version.Sha256,
            ScoringEngine.Version, Indonesian.Moment(sheet.Now, sheet.Unit.Zone));
    }

    private static BookLayer LayerOf(OpenSheet sheet, List<Answer> answers, Layer layer)
    {
        var own = answers.Where(answer => answer.Layer == layer).ToDictionary(answer => answer.QuestionCode);
        var values = own.Where(pair => pair.Value.Value is not null).ToDictionary(pair => pair.Key, pair => pair.Value.Value!);
        return new(ScoringEngine.Score(sheet.Instrument, values), own.ToDictionary(pair => pair.Key, pair => pair.Value.Note));
    }

    private BookEvidence ShownAs(EvidenceRow row) => new(
        row.QuestionCode, row.Name, row.Place, row.Url ?? agency.Value.PublicUrl.TrimEnd('/') + EvidenceEndpoints.Url(row.VersionId));
}
