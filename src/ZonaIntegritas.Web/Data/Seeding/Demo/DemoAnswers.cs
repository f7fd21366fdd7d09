using System.Text.Json;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Instruments;
using ZonaIntegritas.Domain.Reviews;
using ZonaIntegritas.Domain.Scoring;
using ZonaIntegritas.Web.Features.Assessments;

namespace ZonaIntegritas.Web.Data.Seeding.Demo;

/// <summary>Turns a sheet's plan into the answers of both layers, each checked as if a person had typed it.</summary>
public sealed class DemoAnswers(OpenSheet sheet, DemoSheet plan, DemoSentences sentences, DemoCalendar calendar)
{
    private readonly IReadOnlyDictionary<string, JsonElement> _answers = plan.Answers ?? new Dictionary<string, JsonElement>();
    private readonly IReadOnlyDictionary<string, string> _notes = plan.Notes ?? new Dictionary<string, string>();

    /// <summary>Answers in the order of the instrument; a question may carry a note alone.</summary>
    public IReadOnlyList<Answer> OfUnit(Actor by)
    {
        Known(_answers.Keys.Concat(_notes.Keys));
        List<Question> questions =
            [.. Questions().Where(question => _answers.ContainsKey(question.Code) || _notes.ContainsKey(question.Code))];
        return
        [
            .. questions.Select((question, step) => Make(
                new(Layer.Unit, question, ValueOf(question), Sentence(sentences.Unit, _notes.GetValueOrDefault(question.Code))),
                by,
                calendar.Step(sheet.Period, sheet.Unit.Zone, plan.Days, step, questions.Count))),
        ];
    }

    /// <summary>What TPI has judged: the areas named, without questions that wait for a repair or a second look.</summary>
    public IReadOnlyList<Answer> OfTpi(DemoReview review, Actor by)
    {
        Known((review.Differs?.Keys ?? []).Concat(review.Notes?.Keys ?? []).Concat(review.Returned?.Select(item => item.Question) ?? []));
        if (review.Areas.FirstOrDefault(area => sheet.Instrument.Section(area) is null) is { } unknown)
        {
            throw Fault($"there is no area {unknown}");
        }

        List<Question> questions =
        [
            .. sheet.Instrument.Places
                .Where(place => review.Areas.Contains(place.Area.Code) && IsJudged(review, place.Question.Code))
                .Select(place => place.Question),
        ];
        return [.. questions.Select((question, step) => Make(Judged(review, question), by, MomentOf(review, question, step, questions.Count)))];
    }

    /// <summary>A question that still waits for repair or for another look has an answer only if TPI gave one before it sent it back.</summary>
    private static bool IsJudged(DemoReview review, string code) =>
        review.ReturnOf(code) is null or { ClosedDay: not null } || review.Differs?.ContainsKey(code) == true;

    private Opinion Judged(DemoReview review, Question question)
    {
        var differs = review.Differs?.GetValueOrDefault(question.Code);
        var note = differs?.Note ?? review.Notes?.GetValueOrDefault(question.Code);
        var value = differs is null ? ValueOf(question) : Read(question, differs.Answer);
        return new(Layer.Tpi, question, value, Sentence(sentences.Tpi, note), differs is null ? null : ReasonOf(value));
    }

    private static DifferenceReason ReasonOf(AnswerValue? value) =>
        value is CountsAnswer ? DifferenceReason.Miscounted : DifferenceReason.EvidenceLacking;

    private DateTimeOffset MomentOf(DemoReview review, Question question, int step, int steps) =>
        review.ReturnOf(question.Code) is { ClosedDay: { } closed }
            ? calendar.Moment(sheet.Period, sheet.Unit.Zone, closed, DemoJourney.ClosedMinute)
            : calendar.Step(sheet.Period, sheet.Unit.Zone, review.Days, step, steps);

    private Answer Make(Opinion opinion, Actor by, DateTimeOffset at)
    {
        var answer = new Answer(Guid.CreateVersion7(at), sheet.Assessment.Id, opinion.Layer, opinion.Question.Code);
        answer.Change(opinion.Value, opinion.Note, by.UserId, at, opinion.Reason);
        return answer;
    }

    private AnswerValue? ValueOf(Question question) =>
        _answers.TryGetValue(question.Code, out var element) ? Read(question, element) : null;

    private AnswerValue? Read(Question question, JsonElement element)
    {
        var faults = new List<string>();
        var value = AnswerJson.Read(question, element, faults);
        return faults.Count == 0 ? value : throw Fault(string.Join(" ", faults));
    }

    private string Sentence(IReadOnlyDictionary<string, string> from, string? key)
    {
        if (key is null)
        {
            return "";
        }

        return from.TryGetValue(key, out var text)
            ? DemoCalendar.Fill(text, sheet.Period.Year)
            : throw Fault($"there is no sentence \"{key}\"");
    }

    private void Known(IEnumerable<string> codes)
    {
        if (codes.FirstOrDefault(code => sheet.Instrument.Question(code) is null) is { } unknown)
        {
            throw Fault($"there is no question {unknown}");
        }
    }

    private IEnumerable<Question> Questions() => sheet.Instrument.Places.Select(place => place.Question);

    private InvalidDataException Fault(string reason) => new($"{plan.Unit} {sheet.Period.Year}: {reason}");

    private sealed record Opinion(Layer Layer, Question Question, AnswerValue? Value, string Note, DifferenceReason? Reason = null);
}
