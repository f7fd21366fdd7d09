using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.Assessments;
using ZonaIntegritas.Web.Features.Papers.Lhe;
using ZonaIntegritas.Web.Features.Reporting;
using ZonaIntegritas.Web.Features.Reporting.Documents;

namespace ZonaIntegritas.Web.Features.Papers.Minutes;

public sealed class MinutesMaker(SheetKeeper sheets, PaperOffices offices, IReportRenderer renderer) : PaperWriter(offices, renderer)
{
    public override PaperKind Kind => PaperKind.Minutes;

    public override async Task<PaperDocument> ComposeAsync(AppDbContext db, PaperStamp stamp, CancellationToken ct) =>
        MinutesPaper.Compose(await ReadAsync(db, stamp, ct), stamp);

    private async Task<MinutesFacts> ReadAsync(AppDbContext db, PaperStamp stamp, CancellationToken ct)
    {
        var sheet = await sheets.OpenAsync(db, stamp.Subject.AssessmentId!.Value, ct);
        var (unit, title) = (sheet.Unit, sheet.Instrument.Title);
        return new(
            unit.Name, unit.ShortName, sheet.Period.Year, sheet.Instrument.Predicate(sheet.Assessment.Target)?.Name ?? sheet.Assessment.Target,
            StatusWords.Say(sheet.Assessment.Status), $"{title.Name}, {title.Id} versi {title.Version}", unit.Zone, unit.HeadName, unit.HeadNip,
            [.. sheet.Assessment.ReturnedItems.OrderBy(item => item.ReturnedAt).ThenBy(item => item.QuestionCode).Select(item => new MinutesItem(
                item.QuestionCode, sheet.Instrument.Question(item.QuestionCode)?.Statement ?? "", item.Reason, item.Response, item.State, item.TakenBack,
                unit.Zone.Today(item.ReturnedAt)))],
            await TpiSigners.ReadAsync(db, sheet.Assessment.Id, stamp.At, ct));
    }
}
