using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Instruments;
using ZonaIntegritas.Domain.Scoring;

namespace ZonaIntegritas.Web.Features.Readiness.Figures;

/// <summary>Reads sections of a scored sheet as figures, with what each predicate asks of them.</summary>
public sealed class SectionReader(ScoreSheet sheet, IReadOnlyList<Verdict> verdicts)
{
    public SectionFigures Read(string code)
    {
        var score = sheet.Section(code);
        return new(
            code, score.Name, Figure.Points(score.Points), Weight(score.Weight), Figure.Share(score.Share), [.. LimitsOf(score)], PartsOf(code));
    }

    public IReadOnlyList<SectionFigures> ReadAll(SectionKind kind) =>
        [.. sheet.Instrument.OfKind(kind).Select(section => Read(section.Code))];

    /// <summary>Each outcome followed by its items.</summary>
    public IReadOnlyList<OutcomeFigures> Outcomes() =>
    [
        .. sheet.Instrument.Sections
            .Where(section => section.Kind is SectionKind.Outcome or SectionKind.OutcomeItem)
            .Select(section => new OutcomeFigures(Read(section.Code), section.Kind == SectionKind.OutcomeItem, AnswerOf(section))),
    ];

    private IEnumerable<LimitFigures> LimitsOf(SectionScore score) =>
        from verdict in verdicts
        from condition in verdict.Conditions
        where condition.Code == score.Code
        select new LimitFigures(
            verdict.Predicate.Code,
            Figure.Points(condition.Minimum),
            (condition.MinimumPercent is { } percent ? Figure.LimitShare(percent) : Figure.Points(condition.Minimum)).Text,
            (condition.Minimum / condition.Weight).ToDecimal(),
            Standings.Of(condition.Actual, condition.Minimum, condition.Weight, score.Answered > 0),
            condition.Met ? null : Figure.Missing(condition.Missing));

    private IReadOnlyList<PartFigures> PartsOf(string code) =>
        sheet.Instrument.Section(code) is { Kind: SectionKind.Area } area
            ? [.. area.Sections.Select(part => sheet.Section(part.Code))
                .Select(part => new PartFigures(part.Name, Figure.Points(part.Points), Weight(part.Weight)))]
            : [];

    private string AnswerOf(Section section) =>
        section.Questions.Count == 0
            ? ""
            : string.Join("; ", section.Questions.Select(question => AnswerWords.Say(sheet.Lines.First(line => line.Question == question))));

    private static Figure Weight(decimal weight) => new(weight, Indonesian.Number(weight));
}
