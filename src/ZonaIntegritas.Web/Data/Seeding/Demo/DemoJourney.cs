using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Scoring;
using ZonaIntegritas.Web.Features.Assessments;

namespace ZonaIntegritas.Web.Data.Seeding.Demo;

/// <summary>Takes a sheet to its state by the steps people take, so that the domain's rules hold for the demo too.</summary>
public sealed class DemoJourney(OpenSheet sheet, DemoSheet plan, DemoCalendar calendar)
{
    public const int ClosedMinute = 400;

    private const int ReturnedMinute = 500;
    private const int RepairedMinute = 300;
    private const int HandedOverMinute = 540;

    /// <summary>The last day's end, when the unit submits.</summary>
    public void Submit(ScoreSheet score, IReadOnlyList<Answer> answers, Actor by)
    {
        var at = At(plan.Days[^1], HandedOverMinute);
        var notes = answers.ToDictionary(answer => answer.QuestionCode, answer => answer.Note);
        Demand(sheet.Assessment.Submit(score, notes, sheet.Period, by.UserId, at, Today(at)));
    }

    public void Return(DemoReview review, Actor evaluator, Actor coordinator)
    {
        sheet.Assessment.BeginReview(evaluator.UserId, At(review.Days[0], 0));
        foreach (var item in review.Returned ?? [])
        {
            var question = sheet.Instrument.Question(item.Question)!;
            var at = At(item.Day, ReturnedMinute);
            Demand(sheet.Assessment.Return(question, Text(item.Reason), sheet.Period, evaluator.UserId, at, Today(at)));
            if (item is { Response: { } response, RepairedDay: { } repaired })
            {
                at = At(repaired, RepairedMinute);
                Demand(sheet.Assessment.SendRepair(item.Question, Text(response), sheet.Period, coordinator.UserId, at, Today(at)));
            }

            if (item.ClosedDay is { } closed)
            {
                sheet.Assessment.CloseRepaired(item.Question, evaluator.UserId, At(closed, ClosedMinute));
            }
        }
    }

    /// <returns>The moment of conclusion.</returns>
    public DateTimeOffset Conclude(ScoreSheet score, DemoReview review, Actor by)
    {
        var at = At(review.Days[^1], HandedOverMinute);
        Demand(sheet.Assessment.Conclude(
            new(score, [], SheetKeeper.TargetVerdict(sheet, score).Eligible ? LheOutcome.Eligible : LheOutcome.NotEligible), sheet.Period, by.UserId, at, Today(at)));
        return at;
    }

    /// <exception cref="InvalidDataException">The sheet did not arrive where its plan says.</exception>
    public void Arrive()
    {
        if (sheet.Assessment.Status != plan.Status)
        {
            throw new InvalidDataException($"{plan.Unit} {sheet.Period.Year}: is {sheet.Assessment.Status}, planned was {plan.Status}.");
        }
    }

    private DateTimeOffset At(int day, int minute) => calendar.Moment(sheet.Period, sheet.Unit.Zone, day, minute);

    private DateOnly Today(DateTimeOffset at) => sheet.Unit.Zone.Today(at);

    private string Text(string text) => DemoCalendar.Fill(text, sheet.Period.Year);

    private void Demand(Result result)
    {
        if (result.Problem is { } problem)
        {
            throw new InvalidDataException($"{plan.Unit} {sheet.Period.Year}: {problem.Message}");
        }
    }
}
