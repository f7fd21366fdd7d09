using Xunit;
using ZonaIntegritas.Domain.Planning;
using ZonaIntegritas.Domain.Scoring;
using ZonaIntegritas.Domain.Tests.Support;

namespace ZonaIntegritas.Domain.Tests.Planning;

public class TrialTests
{
    private const string First = "A.I.1.i.a";

    [Fact]
    public void Other_answer_shows_in_the_score_after_and_not_before()
    {
        var trial = new Trial(new AnswerSheet(TheInstrument.Lke2021).Choose(First, "Tidak").Score());

        trial.Try(First, new ChoiceAnswer("Ya"));

        Assert.Equal(0m, trial.Before.Total.Points);
        Assert.True(trial.After.Total.Points > 0m);
        Assert.Equal([First], trial.Changes.Select(change => change.Before.Question.Code));
    }

    [Fact]
    public void Todays_answer_or_none_takes_the_trial_back()
    {
        var trial = new Trial(new AnswerSheet(TheInstrument.Lke2021).Choose(First, "Tidak").Score());
        trial.Try(First, new ChoiceAnswer("Ya"));
        trial.Try(First, new ChoiceAnswer("Tidak"));
        Assert.True(trial.IsEmpty);

        trial.Try(First, new ChoiceAnswer("Ya"));
        trial.Try(First, null);
        Assert.True(trial.IsEmpty);
        Assert.Equal(trial.Before.Total, trial.After.Total);
    }

    [Fact]
    public void Everything_open_that_succeeds_gives_all_points_of_an_empty_sheet() =>
        Assert.Equal(100m, Succeeding(new AnswerSheet(TheInstrument.Lke2021)).After.Total.Points);

    [Fact]
    public void Open_actions_reach_their_aim_and_no_more()
    {
        var trial = Succeeding(new AnswerSheet(TheInstrument.Lke2021).BestEverywhere().Choose("A.I.1.i.b", "C"), ("A.I.1.i.b", new ChoiceAnswer("B")));

        Assert.Equal(new ChoiceAnswer("B"), Assert.Single(trial.Changes).After.Answer);
    }

    [Theory]
    [InlineData("", "Tim", "2026-10-01", "planning.what-missing")]
    [InlineData("Susun SK", " ", "2026-10-01", "planning.who-missing")]
    [InlineData("Susun SK", "Tim", null, "planning.due-missing")]
    [InlineData("Susun SK", "Tim", "2026-09-30", "planning.due-in-past")]
    [InlineData("Susun SK", "Tim", "2026-10-01", null)]
    public void Item_names_what_who_and_a_day_to_come(string what, string who, string? due, string? code) => Assert.Equal(
        code,
        new ActionText(what, who, due is null ? null : DateOnly.Parse(due, System.Globalization.CultureInfo.InvariantCulture)).Fault(new DateOnly(2026, 10, 1))?.Code);

    [Fact]
    public void Day_that_has_passed_may_stay_when_only_the_words_change() =>
        Assert.Null(new ActionText("Susun SK", "Tim", new(2026, 9, 1)).Fault(new DateOnly(2026, 10, 1), new DateOnly(2026, 9, 1)));

    [Fact]
    public void Too_long_words_are_refused() => Assert.Equal(
        ["planning.too-long", "planning.too-long"],
        new[] { new ActionText(new('x', 501), "Tim", new(2026, 10, 1)), new ActionText("SK", new('x', 121), new(2026, 10, 1)) }
            .Select(text => text.Fault(new DateOnly(2026, 10, 1))!.Code));

    private static Trial Succeeding(AnswerSheet sheet, params (string, AnswerValue?)[] aims)
    {
        var trial = new Trial(sheet.Score());
        trial.SucceedWith(aims);
        return trial;
    }
}
