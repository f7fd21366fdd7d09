using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Scoring;
using ZonaIntegritas.Web.Features.Assessments;
using ZonaIntegritas.Web.Features.Proposals.Journey;

namespace ZonaIntegritas.Web.Data.Seeding.Demo;

/// <summary>Takes a sheet on from its LHE by the steps people take: proposal, TPN, decision, monitoring.</summary>
public sealed class DemoAfterLhe(DemoAfterLhePlan plan, DemoCast cast, DemoCalendar calendar, InstrumentLibrary instruments)
{
    private const string Administrator = "administrator@contoh.invalid";

    /// <summary>When an office records what happened on a day.</summary>
    private static readonly TimeOnly Recorded = new(14, 20);

    private int Year => calendar.Year(plan.YearsAgo);

    /// <exception cref="InvalidDataException">A step is refused, or the sheet does not end where its plan says.</exception>
    public async Task GoAsync(AppDbContext db, CancellationToken ct)
    {
        var sheet = await OpenAsync(db, ct);
        var last = plan.Steps.LastOrDefault(step => step.Move == SheetMove.RecordStage);
        foreach (var step in plan.Steps)
        {
            await StepAsync(db, sheet, step, ct);
            if (step == last && plan.Tpn is { } tpn)
            {
                await EnterAsync(db, sheet with { Now = MomentOf(sheet, step).AddHours(1) }, tpn, ct);
            }
        }

        if (sheet.Assessment.Status != plan.Status)
        {
            throw Fault($"is {sheet.Assessment.Status}, planned was {plan.Status}.");
        }

        await ExpectPredicateAsync(db, sheet, ct);
        db.ChangeTracker.Clear();
    }

    private async Task<OpenSheet> OpenAsync(AppDbContext db, CancellationToken ct)
    {
        var unitId = cast.UnitId(plan.Unit);
        var period = await db.Periods.SingleAsync(each => each.Year == Year, ct);
        var assessment = await db.Assessments.Include(each => each.ReturnedItems).SingleAsync(each => each.UnitId == unitId && each.PeriodId == period.Id, ct);
        // Not the stored unit: that one already holds what it holds today.
        return new(
            assessment, cast.UnitIn(Year, plan.Unit, calendar), period, await instruments.GetAsync(db, assessment.InstrumentVersionId, ct), calendar.Now);
    }

    private async Task StepAsync(AppDbContext db, OpenSheet sheet, DemoStep step, CancellationToken ct)
    {
        var actor = cast.Person(step.By ?? Administrator);
        if (!actor.May(step.Move, sheet.Unit.Id))
        {
            throw Fault($"{actor.Name} may not {step.Move}.");
        }

        var stage = step is { Stage: { } kind, Result: { } result } ? new StageEntry(kind, result) : null;
        var command = new MoveCommand(sheet.Assessment.Id, step.Move, new(DateOf(step), Text(step.Reference), Text(step.Note)), stage);
        var made = await MoveSheet.MakeAsync(db, sheet with { Now = MomentOf(sheet, step) }, actor, command, ct);
        if (made.Problem is { } problem)
        {
            throw Fault($"{step.Move}: {problem.Message}");
        }

        db.RecordMove(sheet.Assessment, actor);
        await db.SaveChangesAsync(ct);
    }

    /// <summary>TPN's layer, entered by the administrator after the last stage.</summary>
    private async Task EnterAsync(AppDbContext db, OpenSheet sheet, DemoTpn tpn, CancellationToken ct)
    {
        var by = cast.Person(Administrator);
        var tpi = await db.Answers.AsNoTracking()
            .Where(answer => answer.AssessmentId == sheet.Assessment.Id && answer.Layer == Layer.Tpi && answer.Value != null)
            .ToListAsync(ct);
        foreach (var (code, value, note) in tpi.Select(held => (held.QuestionCode, held.Value!, held.Note)))
        {
            var answer = new Answer(Guid.CreateVersion7(sheet.Now), sheet.Assessment.Id, Layer.Tpn, code);
            if (tpn.Differs.TryGetValue(code, out var opinion))
            {
                answer.Change(ValueOf(sheet, code, opinion), opinion.Note, by.UserId, sheet.Now, opinion.Reason);
            }
            else
            {
                // Full value because nothing was due is explained in every layer.
                answer.Change(value, AnswerRules.NeedsNote(sheet.Instrument.Question(code)!, value) ? note : "", by.UserId, sheet.Now);
            }

            db.Answers.Add(answer);
        }

        await db.SaveChangesAsync(ct);
        await SheetKeeper.RescoreAsync(db, sheet, Layer.Tpn, ct);
    }

    private AnswerValue ValueOf(OpenSheet sheet, string code, DemoTpnOpinion opinion)
    {
        List<string> faults = [];
        var value = sheet.Instrument.Question(code) is { } question ? AnswerJson.Read(question, opinion.Answer, faults) : null;
        return value ?? throw Fault($"{code}: {string.Join(" ", faults)}");
    }

    /// <summary>The office's file and the journey tell the same of what the unit holds.</summary>
    private async Task ExpectPredicateAsync(AppDbContext db, OpenSheet sheet, CancellationToken ct)
    {
        var held = await db.WorkUnits.Where(unit => unit.Id == sheet.Unit.Id).Select(unit => unit.HeldPredicate).SingleAsync(ct);
        var holds = plan.Status is AssessmentStatus.Awarded or AssessmentStatus.Monitored;
        if (holds ? held != sheet.Assessment.Target : plan.Status == AssessmentStatus.Revoked && held == sheet.Assessment.Target)
        {
            throw Fault($"office.json says that the unit holds {held ?? "nothing"}.");
        }
    }

    private DateTimeOffset MomentOf(OpenSheet sheet, DemoStep step)
    {
        var moment = new DateTimeOffset(DateOf(step).ToDateTime(Recorded), sheet.Unit.Zone.Offset());
        return moment <= calendar.Now ? moment : throw Fault($"{step.On} has not come yet.");
    }

    private DateOnly DateOf(DemoStep step) => DateOnly.Parse(Text(step.On), CultureInfo.InvariantCulture);

    private string Text(string text) => DemoCalendar.Fill(text, Year);

    private InvalidDataException Fault(string what) => new($"{plan.Unit} {Year}: {what}");
}
