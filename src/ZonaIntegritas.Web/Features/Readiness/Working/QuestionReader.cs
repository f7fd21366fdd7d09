using ZonaIntegritas.Domain.Instruments;
using ZonaIntegritas.Domain.Scoring;
using ZonaIntegritas.Web.Features.Readiness.Figures;

namespace ZonaIntegritas.Web.Features.Readiness.Working;

/// <summary>The last step down: one answer, what it is worth and why, and which limits it helps to reach.</summary>
public sealed class QuestionReader(ScoreSheet sheet, IReadOnlyList<Verdict> verdicts, WorkingReader sections)
{
    /// <returns>Null when the instrument has no such question.</returns>
    public (WorkingPart Part, QuestionWorking Question)? Read(string code)
    {
        if (sheet.Instrument.Place(code) is not { } place)
        {
            return null;
        }

        var line = sheet.Lines.First(known => known.Question.Code == code);
        var (question, source) = (place.Question, place.Question.Source ?? sections.SourceOf(place.Path));
        var product = WorkingWords.Product(line);
        var part = new WorkingPart(
            code, question.Statement, "Soal", Figure.Points(line.Points), WorkingWords.Value(line.Factor), Figure.Share(line.Value),
            line.Answered ? "terjawab" : "belum terjawab", WorkingWords.RuleOfLeaf(place.Leaf.Questions.Count), source, product, IsRounded: false, [],
            [new(Limit.TotalTarget, "Nilai total"), .. place.Path.Select(section => new PartLink(section.Code, section.Name))], []);
        return (part, new QuestionWorking(
            code, question.Statement, question.Guidance ?? "", AnswerWords.Say(line), ScoreExplanation.Why(line), product,
            [.. question.Options.Select(option => new OptionLine(
                option.Key, WorkingWords.Value(option.Value), option.Text, line.Answer is ChoiceAnswer choice && choice.Key == option.Key))],
            question.Formula?.Text ?? "", source, [.. CountsIn(place)]));
    }

    private IEnumerable<CountedLimit> CountsIn(QuestionPlace place)
    {
        var around = place.Path.SelectMany(section => new[] { section.Code, section.Group }).OfType<string>().Append(Limit.TotalTarget).ToHashSet();
        return
            from verdict in verdicts
            from condition in verdict.Conditions
            where around.Contains(condition.Code)
            select new CountedLimit(
                condition.Code, condition.Label, LimitWords.Minimum(condition.Minimum.ToDecimal(), condition.MinimumPercent), verdict.Predicate.Code, condition.Met);
    }
}
