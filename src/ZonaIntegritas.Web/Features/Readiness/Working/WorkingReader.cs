using System.Globalization;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Instruments;
using ZonaIntegritas.Domain.Scoring;
using ZonaIntegritas.Web.Features.Readiness.Figures;

namespace ZonaIntegritas.Web.Features.Readiness.Working;

/// <summary>Takes a section's figure apart. Pure: it reads the scored sheet and works nothing out a second time but what it shows.</summary>
public sealed class WorkingReader(ScoreSheet sheet, IReadOnlyList<Verdict> verdicts)
{
    private readonly Instrument _instrument = sheet.Instrument;

    /// <param name="code">A section's or group's code, or "total".</param>
    /// <returns>Null when the instrument has no such section.</returns>
    public WorkingPart? Read(string code)
    {
        if (code == Limit.TotalTarget)
        {
            return Sum(sheet.Total, "Nilai total", "Total", _instrument.Components, WorkingWords.RuleOf(null), _instrument.Title.Source, []);
        }

        if (_instrument.Groups.FirstOrDefault(group => group.Code == code) is { } group)
        {
            return Sum(
                sheet.Section(code), group.Name, "Aspek seluruh area", [.. _instrument.Sections.Where(section => section.Group == code)],
                $"Jumlah {group.Name} dari semua area.", SourceOf(PathTo(group.Component)), PathTo(group.Component));
        }

        if (_instrument.Section(code) is not { } section)
        {
            return null;
        }

        var (path, score) = (PathTo(code), sheet.Section(code));
        return section.Questions.Count > 0
            ? Average(section, score, path)
            : Sum(score, section.Name, WorkingWords.Say(section.Kind), section.Sections, WorkingWords.RuleOf(section.Kind), SourceOf(path), Above(path));
    }

    /// <summary>The nearest source that the instrument names.</summary>
    internal string SourceOf(IReadOnlyList<Section> path) =>
        path.Reverse().Select(section => section.Source).FirstOrDefault(source => !string.IsNullOrEmpty(source)) ?? _instrument.Title.Source;

    private WorkingPart Sum(
        SectionScore score, string name, string kind, IReadOnlyList<Section> parts, string rule, string source, IReadOnlyList<Section> path)
    {
        List<WorkingLine> lines = [.. parts.Select(part => Line(sheet.Section(part.Code)))];
        var total = Figure.Points(score.Points);
        return Part(score, name, kind, path, rule, source, lines, $"{string.Join(" + ", lines.Select(line => line.Points.Text))} = {total}");
    }

    private WorkingPart Average(Section leaf, SectionScore score, IReadOnlyList<Section> path)
    {
        List<ScoreLine> questions = [.. sheet.Lines.Where(line => line.Leaf.Code == leaf.Code)];
        List<WorkingLine> lines = [.. questions.Select(Line)];
        var values = string.Join(" + ", questions.Select(line => WorkingWords.Value(line.Value)));
        var total = Figure.Points(score.Points);
        var sum = questions.Count == 1
            ? $"{values} × {Indonesian.Number(leaf.Weight)} = {total}"
            : string.Create(CultureInfo.InvariantCulture, $"({values}) / {questions.Count} × {Indonesian.Number(leaf.Weight)} = {total}");
        return Part(score, leaf.Name, WorkingWords.Say(leaf.Kind), Above(path), WorkingWords.RuleOfLeaf(questions.Count), SourceOf(path), lines, sum);
    }

    private WorkingPart Part(
        SectionScore score, string name, string kind, IReadOnlyList<Section> path, string rule, string source, List<WorkingLine> lines, string sum) => new(
        score.Code, name, kind, Figure.Points(score.Points), Indonesian.Number(score.Weight), Figure.Share(score.Share),
        string.Create(CultureInfo.InvariantCulture, $"{score.Answered} dari {score.Questions} soal"), rule, source, sum,
        lines.Sum(line => decimal.Round(line.Points.Value, 2, MidpointRounding.AwayFromZero)) != decimal.Round(score.Points.ToDecimal(), 2, MidpointRounding.AwayFromZero),
        lines, LinksOf(score.Code, path), [.. LimitsOf(score)]);

    private static List<PartLink> LinksOf(string code, IReadOnlyList<Section> path) =>
        code == Limit.TotalTarget ? [] : [new(Limit.TotalTarget, "Nilai total"), .. path.Select(section => new PartLink(section.Code, section.Name))];

    private static WorkingLine Line(SectionScore score) => new(
        score.Code, score.Name, "", $"{Figure.Points(score.Points)} dari {Indonesian.Number(score.Weight)}", Figure.Points(score.Points), score.Answered > 0);

    private static WorkingLine Line(ScoreLine line) => new(
        line.Question.Code, line.Question.Statement, AnswerWords.Say(line), WorkingWords.Product(line), Figure.Points(line.Points), line.Answered);

    private IEnumerable<WorkingLimit> LimitsOf(SectionScore score) =>
        from verdict in verdicts
        from condition in verdict.Conditions
        where condition.Code == score.Code
        select new WorkingLimit(
            verdict.Predicate.Code, LimitWords.Minimum(condition.Minimum.ToDecimal(), condition.MinimumPercent), Figure.Points(condition.Actual).Text, condition.Met,
            Standings.Of(condition.Actual, condition.Minimum, condition.Weight, score.Answered > 0), WorkingWords.Distance(condition), condition.Source ?? "");

    private static IReadOnlyList<Section> Above(IReadOnlyList<Section> path) => [.. path.SkipLast(1)];

    private IReadOnlyList<Section> PathTo(string code) => [.. _instrument.Components.SelectMany(component => PathTo(component, code, []))];

    private static IReadOnlyList<Section> PathTo(Section section, string code, IReadOnlyList<Section> above)
    {
        IReadOnlyList<Section> path = [.. above, section];
        return section.Code == code ? path : section.Sections.Select(child => PathTo(child, code, path)).FirstOrDefault(found => found.Count > 0) ?? [];
    }
}
