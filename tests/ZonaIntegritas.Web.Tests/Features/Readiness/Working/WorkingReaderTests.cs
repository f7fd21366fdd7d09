using Xunit;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Instruments;
using ZonaIntegritas.Domain.Scoring;
using ZonaIntegritas.Web.Features.Readiness.Working;

namespace ZonaIntegritas.Web.Tests.Features.Readiness.Working;

/// <summary>What is shown as working is the sheet's own: every section's lines add up to its figure.</summary>
public sealed class WorkingReaderTests
{
    public static TheoryData<string> Sets { get; } = [AnswerSets.Best, AnswerSets.Mixed, AnswerSets.Poor, AnswerSets.Half, AnswerSets.JustBelow];

    [Theory, MemberData(nameof(Sets))]
    public async Task Every_sections_lines_add_up_to_the_sheets_figure(string set)
    {
        using var world = await ReadinessWorld.CreateAsync(set: set);
        var (sheet, reader, _) = await ReadersAsync(world);
        string[] codes = [Limit.TotalTarget, .. sheet.Instrument.Sections.Select(section => section.Code), .. sheet.Instrument.Groups.Select(group => group.Code)];

        Assert.All(codes, code =>
        {
            var part = reader.Read(code)!;
            Assert.Equal(Indonesian.Points(sheet.Section(code).Points), part.Points.Text);
            Assert.Equal(sheet.Section(code).Points.ToDecimal(), part.Lines.Sum(line => line.Points.Value), 12);
            Assert.EndsWith($"= {part.Points}", part.Sum, StringComparison.Ordinal);
            Assert.NotEmpty(part.Source);
            Assert.NotEmpty(part.Rule);
        });
    }

    [Fact]
    public async Task Every_question_shows_its_value_its_factor_and_its_points()
    {
        using var world = await ReadinessWorld.CreateAsync(set: AnswerSets.Mixed);
        var (sheet, _, questions) = await ReadersAsync(world);

        Assert.All(sheet.Lines, line =>
        {
            var (part, question) = questions.Read(line.Question.Code)!.Value;
            Assert.Equal($"{Said(line.Value)} × {Said(line.Factor)} = {Indonesian.Points(line.Points)}", question.Product);
            Assert.Equal(ScoreExplanation.Why(line), question.Why);
            Assert.Equal("Nilai total", part.Path[0].Name);
            Assert.Contains(question.CountsIn, limit => limit.Section == Limit.TotalTarget);
        });
    }

    [Fact]
    public async Task Every_limit_of_the_instrument_is_held_against_its_section_with_its_source()
    {
        using var world = await ReadinessWorld.CreateAsync(set: AnswerSets.JustBelow);
        var (sheet, reader, _) = await ReadersAsync(world);
        var ipak = reader.Read("B.I.a")!;

        Assert.Equal(
            [("WBK", "15,75", "15,71", false, "kurang 0,04"), ("WBBM", "15,75", "15,71", false, "kurang 0,04")],
            ipak.Limits.Select(limit => (limit.Predicate, limit.Minimum, limit.Actual, limit.Met, limit.Distance)));
        Assert.Equal("0,8975 × 17,5 = 15,71", ipak.Sum);
        Assert.All(
            sheet.Instrument.Predicates.SelectMany(predicate => predicate.Limits.Select(limit => (predicate.Code, limit))),
            asked => Assert.Equal(
                asked.limit.Source ?? "", reader.Read(asked.limit.Target)!.Limits.Single(limit => limit.Predicate == asked.Code).Source));
    }

    [Theory]
    [InlineData("Z.9")]
    [InlineData("")]
    [InlineData("total ")]
    public async Task A_part_that_is_not_there_is_not_made_up(string code)
    {
        using var world = await ReadinessWorld.CreateAsync();
        var (_, reader, questions) = await ReadersAsync(world);

        Assert.Null(reader.Read(code));
        Assert.Null(questions.Read(code));
    }

    private static string Said(Fraction fraction) =>
        decimal.Round(fraction.ToDecimal(), 2) == fraction.ToDecimal() ? Indonesian.Points(fraction) : Indonesian.Number(fraction.ToDecimal());

    private static async Task<(ScoreSheet Sheet, WorkingReader Sections, QuestionReader Questions)> ReadersAsync(ReadinessWorld world)
    {
        var (sheet, open) = await world.ScoreAsync();
        var verdicts = Eligibility.DecideAll(sheet, open.Unit.HeldPredicates);
        var reader = new WorkingReader(sheet, verdicts);
        return (sheet, reader, new(sheet, verdicts, reader));
    }
}
