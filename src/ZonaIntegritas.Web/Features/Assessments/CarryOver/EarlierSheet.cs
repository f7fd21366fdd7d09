using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Instruments;
using ZonaIntegritas.Web.Data;

namespace ZonaIntegritas.Web.Features.Assessments.CarryOver;

/// <summary>The unit's sheet of the nearest year before, which this year's is laid beside.</summary>
/// <param name="HasLhe">Its LHE is out, so that what TPI holds is said to the unit.</param>
internal sealed record EarlierSheet(Guid AssessmentId, int Year, bool HasLhe, Instrument Instrument)
{
    /// <returns>Null when the unit has none.</returns>
    public static async Task<EarlierSheet?> FindAsync(AppDbContext db, InstrumentLibrary instruments, OpenSheet sheet, CancellationToken ct)
    {
        var programme = sheet.Instrument.Title.Id;
        var found = await (
            from earlier in db.Assessments
            join period in db.Periods on earlier.PeriodId equals period.Id
            join version in db.InstrumentVersions on earlier.InstrumentVersionId equals version.Id
            where earlier.UnitId == sheet.Unit.Id && period.Year < sheet.Period.Year
            // Two programmes may have run in that year: the same one first.
            orderby period.Year descending, version.InstrumentId == programme descending, earlier.Id
            select new { earlier.Id, period.Year, earlier.Status, earlier.InstrumentVersionId }).AsNoTracking().FirstOrDefaultAsync(ct);
        return found is null
            ? null
            : new(found.Id, found.Year, SheetLife.IsAfterLhe(found.Status), await instruments.GetAsync(db, found.InstrumentVersionId, ct));
    }

    /// <summary>What may be taken of these answers, in their order.</summary>
    public IReadOnlyList<CarryOffer> Offer(OpenSheet sheet, IReadOnlyList<Answer> answers)
    {
        var impact = new InstrumentImpact(Instrument, sheet.Instrument).Of(
            [.. answers.Select(answer => new StoredAnswer(answer.QuestionCode, answer.Value, answer.Note))],
            new(sheet.Assessment.Target, sheet.Unit.HeldPredicates));
        return [.. impact.Answers.Select(found => CarryOffer.Of(found, sheet.Instrument.Question(found.Stored.QuestionCode), Year))];
    }
}
