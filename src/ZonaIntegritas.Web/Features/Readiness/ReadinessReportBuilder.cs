using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Instruments;
using ZonaIntegritas.Domain.Reviews;
using ZonaIntegritas.Domain.Scoring;
using ZonaIntegritas.Web.Features.Readiness.Figures;

namespace ZonaIntegritas.Web.Features.Readiness;

/// <summary>From a scored sheet to the report that page and paper share. Pure: no clock, no database.</summary>
public static class ReadinessReportBuilder
{
    private const int MostLosses = 5;
    private const int MostOpenQuestions = 20;

    public static ReadinessReport Build(ReadinessInput input)
    {
        var sheet = input.Sheet;
        var verdicts = Verdicts(input);
        var sections = new SectionReader(sheet, verdicts);
        List<PredicateFigures> predicates = [.. verdicts.Select(verdict => PredicateReader.Read(
            input.Unit.ShortName, input.Layer, sheet, verdict, verdict.Predicate.Code == input.Assessment.Target))];
        return new()
        {
            Head = HeadOf(input),
            Verdict = predicates[0].Sentence,
            Standing = PredicateReader.StandingOf(predicates[0], sheet.Completeness.AnsweredQuestions > 0),
            Total = sections.Read(Limit.TotalTarget),
            Components = sections.ReadAll(SectionKind.Component),
            Areas = sections.ReadAll(SectionKind.Area),
            Outcomes = sections.Outcomes(),
            Predicates = predicates,
            Completeness = CompletenessOf(sheet.Completeness),
            OpenCount = sheet.Lines.Count(line => !line.Answered),
            OpenQuestions = OpenQuestionsOf(sheet),
            Returned = ReturnedOf(input),
            Losses = LossesOf(sheet),
            Four = FourFigures.Of(input),
            Trend = input.Trend,
            Years = [.. input.Years.Select(year => new YearTotal(year.AssessmentId, year.Year, year.Target, TotalOf(year.Unit), TotalOf(year.Tpi), TotalOf(year.Tpn)))],
        };
    }

    /// <summary>The target first, the others in the instrument's order.</summary>
    private static List<Verdict> Verdicts(ReadinessInput input) =>
    [
        .. input.Sheet.Instrument.Predicates
            .OrderByDescending(predicate => predicate.Code == input.Assessment.Target)
            .Select(predicate => Eligibility.Decide(input.Sheet, predicate, input.HeldPredicates)),
    ];

    private static ReadinessHead HeadOf(ReadinessInput input)
    {
        var (assessment, unit, title) = (input.Assessment, input.Unit, input.Sheet.Instrument.Title);
        return new(
            assessment.Id,
            unit.Id,
            unit.ShortName,
            unit.Name,
            unit.City,
            unit.HeadName,
            unit.HeadNip,
            input.Period.Year,
            $"{title.Name}, {title.Id} versi {title.Version}",
            assessment.Target,
            assessment.Status,
            Situation.Of(assessment.Status, assessment.Outcome, input.Period, unit.Zone.Today(input.Now)),
            input.Layer,
            input.Now,
            Indonesian.Moment(input.Now, unit.Zone),
            Indonesian.Date(unit.Zone.Today(input.Now)));
    }

    private static CompletenessFigures CompletenessOf(Completeness done) => new(
        done.AnsweredQuestions, done.Questions, done.AnsweredQuestions == done.Questions,
        Figure.Share(Fraction.Of(done.AnsweredQuestions, done.Questions)));

    /// <summary>What brings most comes first.</summary>
    private static List<OpenQuestion> OpenQuestionsOf(ScoreSheet sheet) =>
    [
        .. sheet.Lines
            .Where(line => !line.Answered)
            .OrderByDescending(line => line.Factor)
            .Take(MostOpenQuestions)
            .Select(line => new OpenQuestion(line.Question.Code, line.Question.Statement, AreaOf(sheet, line), Figure.Points(line.Factor))),
    ];

    private static List<LostPoints> LossesOf(ScoreSheet sheet) =>
    [
        .. sheet.Lines
            .Where(line => line.Answered && line.Lost > Fraction.Zero)
            .OrderByDescending(line => line.Lost)
            .Take(MostLosses)
            .Select(line => new LostPoints(
                line.Question.Code, line.Question.Statement, AreaOf(sheet, line), AnswerWords.Say(line), Figure.Points(line.Lost))),
    ];

    private static List<ReturnedQuestion> ReturnedOf(ReadinessInput input) =>
    [
        .. input.Assessment.ReturnedItems
            .Where(item => item.State != ReturnedItemState.Closed)
            .OrderBy(item => item.State)
            .ThenBy(item => item.ReturnedAt)
            .Select(item => new ReturnedQuestion(
                item.QuestionCode,
                input.Sheet.Instrument.Question(item.QuestionCode)?.Statement ?? "",
                item.Reason,
                item.Response,
                item.State == ReturnedItemState.Open,
                item.State == ReturnedItemState.Open ? "Menunggu unit" : "Menunggu TPI",
                Indonesian.Date(input.Unit.Zone.Today(item.ReturnedAt)))),
    ];

    internal static Figure? TotalOf(StoredScore? score) =>
        score is null or { AnsweredQuestions: 0 } ? null : new(score.Total, Indonesian.Points(score.Total));

    private static string AreaOf(ScoreSheet sheet, ScoreLine line) => sheet.Instrument.Place(line.Question.Code)!.Area.Name;
}
