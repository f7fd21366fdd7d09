using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Auditing;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Proposals;
using ZonaIntegritas.Domain.Reviews;
using ZonaIntegritas.Web.Features.Proposals.Conditions;

namespace ZonaIntegritas.Web.Data.Seeding.Demo;

/// <summary>Adds what the demo records of the conditions to be proposed: the instansi's, some units' in every state, and afirmasi.</summary>
public sealed class DemoConditions(DemoConditionPlan plan, DemoCast cast, DemoCalendar calendar)
{
    private const string Administrator = "administrator@contoh.invalid";
    private const string Head = "pimpinan@contoh.invalid";
    private const int RecordedMinute = 90;
    private const int ConfirmedMinute = 210;

    public static async Task AddAsync(AppDbContext db, DemoCast cast, DemoCalendar calendar, CancellationToken ct)
    {
        await new DemoConditions(await DemoFiles.ConditionsAsync(ct), cast, calendar).AddAsync(db, ct);
        await db.SaveChangesAsync(ct);
    }

    private async Task AddAsync(AppDbContext db, CancellationToken ct)
    {
        var periods = (await db.Periods.ToListAsync(ct)).ToDictionary(period => period.Year);
        foreach (var instansi in plan.Instansi)
        {
            AddInstansi(db, instansi, periods[calendar.Year(instansi.YearsAgo)]);
        }

        foreach (var (assessment, period) in await SheetsAsync(db, periods.Values, ct))
        {
            await AddUnitAsync(db, assessment, period, ct);
        }

        foreach (var affirmed in plan.Affirmed)
        {
            await AffirmAsync(db, affirmed, ct);
        }
    }

    private void AddInstansi(AppDbContext db, DemoInstansiConditions instansi, AssessmentPeriod period)
    {
        var (by, head) = (cast.Person(Administrator), cast.Person(Head));
        foreach (var (code, condition) in instansi.Conditions)
        {
            var place = ConditionBook.PlaceOf(period, code) ?? throw Unknown(code);
            var record = Record(db, place, EntryOf(place, condition, period), new(by, At(period, IndonesianZone.WIB, instansi.RecordedDay, RecordedMinute)));
            ConditionBook.Confirm(db, place, record, head, At(period, IndonesianZone.WIB, instansi.ConfirmedDay, ConfirmedMinute));
        }
    }

    /// <summary>Sheets that the plan names, and every earlier one whose LHE is out.</summary>
    private async Task<List<(Assessment, AssessmentPeriod)>> SheetsAsync(AppDbContext db, IEnumerable<AssessmentPeriod> periods, CancellationToken ct)
    {
        var byId = periods.ToDictionary(period => period.Id);
        var sheets = await db.Assessments.AsNoTracking().ToListAsync(ct);
        return [.. sheets.Select(sheet => (sheet, byId[sheet.PeriodId])).Where(pair => PlanOf(pair.sheet, pair.Item2) is not null)];
    }

    private DemoUnitConditions? PlanOf(Assessment sheet, AssessmentPeriod period) =>
        plan.Units.FirstOrDefault(unit => cast.UnitId(unit.Unit) == sheet.UnitId && calendar.Year(unit.YearsAgo) == period.Year)
        ?? (period.Year < calendar.Year(0) && SheetLife.IsAfterLhe(sheet.Status) ? plan.Earlier.ToPlan() : null);

    private async Task AddUnitAsync(AppDbContext db, Assessment sheet, AssessmentPeriod period, CancellationToken ct)
    {
        var unit = PlanOf(sheet, period)!;
        var zone = await db.WorkUnits.Where(known => known.Id == sheet.UnitId).Select(known => known.Zone).SingleAsync(ct);
        var by = unit.By is { } email ? cast.Person(email) : cast.Coordinator(sheet.UnitId);
        foreach (var (code, usual) in plan.Usual.Where(pair => !unit.Missing.Contains(pair.Key)))
        {
            var place = new ConditionPlace(period.Id, sheet.UnitId, sheet.Id, ProposalConditions.Find(code) ?? throw Unknown(code));
            var condition = unit.Differs.GetValueOrDefault(code) ?? usual;
            var entry = EntryOf(place, condition, period) with { EvidenceVersionId = unit.Url is null ? await VersionAsync(db, sheet.UnitId, condition, period, ct) : null };
            entry = unit.Url is { } url ? entry with { Url = DemoCalendar.Fill(url, period.Year) } : entry;
            var record = Record(db, place, entry, new(by, At(period, zone, unit.RecordedDay, RecordedMinute)));
            if (!unit.Unconfirmed.Contains(code))
            {
                Confirm(db, place, record, At(period, zone, unit.ConfirmedDay, ConfirmedMinute));
            }
        }
    }

    private void Confirm(AppDbContext db, ConditionPlace place, ConditionRecord record, DateTimeOffset at)
    {
        var lead = cast.Judge(ReviewTier.Lead, place.UnitId!.Value);
        if (ConditionBook.ConfirmingFault(place, record, record.Version, lead) is { } fault)
        {
            throw new InvalidDataException($"conditions.json, {place.Condition.Code}: {fault.Message}");
        }

        ConditionBook.Confirm(db, place, record, lead, at);
    }

    private async Task AffirmAsync(AppDbContext db, DemoAffirmation affirmed, CancellationToken ct)
    {
        var (id, by) = (cast.UnitId(affirmed.Unit), cast.Person(Administrator));
        var unit = await db.WorkUnits.SingleAsync(known => known.Id == id, ct);
        unit.Affirm(true, DemoCalendar.Fill(affirmed.Basis, calendar.Year(0)), by.UserId, calendar.Now);
        db.Record(calendar.Now, by, AuditAction.UnitAffirmed, new(id), new("tanpa afirmasi", $"afirmasi: {unit.AffirmationBasis}"));
    }

    private static ConditionRecord Record(AppDbContext db, ConditionPlace place, ConditionEntry entry, (Actor, DateTimeOffset) by) =>
        ConditionBook.Write(db, place, null, entry, by);

    private ConditionEntry EntryOf(ConditionPlace place, DemoCondition condition, AssessmentPeriod period)
    {
        var date = DateOnly.ParseExact(DemoCalendar.Fill(condition.Date, period.Year), "yyyy-MM-dd", CultureInfo.InvariantCulture);
        var read = ConditionBook.Read(
            place.Condition, new(condition.Value, DemoCalendar.Fill(condition.Basis, period.Year), date), IndonesianZone.WIB.Today(calendar.Now));
        return read.Succeeded ? read.Value : throw new InvalidDataException($"conditions.json, {place.Condition.Code}: {read.Problem!.Message}");
    }

    private static async Task<Guid?> VersionAsync(AppDbContext db, Guid unitId, DemoCondition condition, AssessmentPeriod period, CancellationToken ct)
    {
        if (condition.Document is not { } title)
        {
            return null;
        }

        title = DemoCalendar.Fill(title, period.Year);
        var found = await (
            from item in db.EvidenceItems
            join version in db.EvidenceVersions on new { ItemId = item.Id, Number = item.LatestVersion } equals new { version.ItemId, version.Number }
            where item.UnitId == unitId && item.Title == title
            select (Guid?)version.Id).FirstOrDefaultAsync(ct);
        return found ?? throw new InvalidDataException($"conditions.json: no document \"{title}\" in the unit's library.");
    }

    private DateTimeOffset At(AssessmentPeriod period, IndonesianZone zone, int day, int minute) => calendar.Moment(period, zone, day, minute);

    private static InvalidDataException Unknown(string code) => new($"conditions.json: there is no condition {code}.");
}
