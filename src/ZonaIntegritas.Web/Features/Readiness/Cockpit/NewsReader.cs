using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Readiness;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.Assessments;

namespace ZonaIntegritas.Web.Features.Readiness.Cockpit;

/// <summary>Reads what happened since a moment, of the units that this person sees and never more than a few of each kind.</summary>
internal static class NewsReader
{
    public static async Task<CockpitNews> ReadAsync(AppDbContext db, Actor actor, DateTimeOffset since, CancellationToken ct)
    {
        var (sheets, forUnit) = (FoundSheets.SeenBy(db, actor), !ReadinessQueries.SeesOthers(actor));
        return new(
            Indonesian.Moment(since, IndonesianZone.WIB),
            await AlertsAsync(db, sheets, forUnit, since, ct),
            await MovesAsync(db, sheets, since, ct),
            await ScoresAsync(db, sheets, forUnit, since, ct));
    }

    private static async Task<IReadOnlyList<AlertNews>> AlertsAsync(
        AppDbContext db, IQueryable<Assessment> sheets, bool forUnit, DateTimeOffset since, CancellationToken ct)
    {
        var found = await (
            from alert in AlertReader.Visible(db, sheets, forUnit)
            // What was raised and cleared in between has come and gone.
            where (alert.RaisedAt > since && alert.ClearedAt == null) || (alert.RaisedAt <= since && alert.ClearedAt > since)
            orderby alert.Crossing == GateCrossing.Fell && alert.ClearedAt == null descending, alert.ClearedAt ?? alert.RaisedAt descending
            join sheet in db.Assessments on alert.AssessmentId equals sheet.Id
            join unit in db.WorkUnits on sheet.UnitId equals unit.Id
            select new { Alert = alert, unit.ShortName, unit.Zone })
            .Take(CockpitNews.Most).AsNoTracking().ToListAsync(ct);
        return [.. found.Select(row => Say(row.Alert, row.ShortName, row.Zone))];
    }

    private static AlertNews Say(GateAlert alert, string unit, IndonesianZone zone)
    {
        var line = AlertLine.Of(alert, unit, zone);
        var text = alert.ClearedAt is { } cleared
            ? $"{alert.Label} {(alert.Crossing == GateCrossing.Fell ? "kembali memenuhi" : "tidak lagi memenuhi")} batas {alert.Predicate}, {Indonesian.Date(zone.Today(cleared))}"
            : line.Text;
        return new(alert.AssessmentId, unit, alert.Layer, alert.Crossing, alert.ClearedAt is not null, text);
    }

    private static async Task<IReadOnlyList<MoveNews>> MovesAsync(AppDbContext db, IQueryable<Assessment> sheets, DateTimeOffset since, CancellationToken ct)
    {
        var found = await (
            from step in db.SheetTransitions
            where step.At > since && step.From != step.To
            join sheet in sheets on step.AssessmentId equals sheet.Id
            join unit in db.WorkUnits on sheet.UnitId equals unit.Id
            orderby step.At descending, step.Id descending
            select new { sheet.Id, unit.ShortName, unit.Zone, step.From, step.To, step.At })
            .Take(CockpitNews.Most).AsNoTracking().ToListAsync(ct);
        return [.. found.Select(row => new MoveNews(
            row.Id, row.ShortName, AssessmentWords.Say(row.From), AssessmentWords.Say(row.To), Indonesian.Date(row.Zone.Today(row.At))))];
    }

    /// <summary>
    /// Against the week's end that was known at the visit. TPI's figure grows from nothing while it judges: only whole
    /// judgements are compared.
    /// </summary>
    private static async Task<IReadOnlyList<ScoreNews>> ScoresAsync(
        AppDbContext db, IQueryable<Assessment> sheets, bool forUnit, DateTimeOffset since, CancellationToken ct)
    {
        var changes =
            from score in db.StoredScores
            where score.ScoredAt > since && score.Layer != Layer.Tpn
            join sheet in sheets on score.AssessmentId equals sheet.Id
            where score.Layer == Layer.Unit
                || (score.AnsweredQuestions == score.Questions && (!forUnit || SheetLife.AfterLhe.Contains(sheet.Status)))
            let before = db.ScoreWeeks
                .Where(week => week.AssessmentId == score.AssessmentId && week.Layer == score.Layer && week.ScoredAt <= since
                    && (score.Layer == Layer.Unit || week.AnsweredQuestions == week.Questions))
                .OrderByDescending(week => week.Week).Select(week => (double?)week.Total).FirstOrDefault()
            select new { sheet.Id, sheet.UnitId, score.Layer, Before = before, Now = (double)score.Total };
        // Distinct, so that what it was before is looked up once for each score and not again for every use of it.
        var found = await changes.Distinct()
            .Where(change => change.Before != null && change.Before != change.Now)
            .OrderByDescending(change => Math.Abs(change.Now - change.Before!.Value)).ThenBy(change => change.Id)
            .Take(CockpitNews.Most)
            .Select(change => new { change.Id, change.Layer, change.Before, change.Now, Unit = db.WorkUnits.Where(unit => unit.Id == change.UnitId).Select(unit => unit.ShortName).First() })
            .ToListAsync(ct);
        return [.. found.Select(row => Say(row.Id, row.Unit, row.Layer, (decimal)row.Before!.Value, (decimal)row.Now))];
    }

    private static ScoreNews Say(Guid id, string unit, Layer layer, decimal before, decimal now)
    {
        var rose = now > before;
        return new(id, unit, layer, Indonesian.Points(before), Indonesian.Points(now), (rose ? "+" : "−") + Indonesian.Points(Math.Abs(now - before)), rose);
    }
}
