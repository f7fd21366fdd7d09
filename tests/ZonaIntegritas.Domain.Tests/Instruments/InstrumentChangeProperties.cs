using FsCheck.Xunit;
using Xunit;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Instruments;
using ZonaIntegritas.Domain.Scoring;
using ZonaIntegritas.Domain.Tests.Support;

namespace ZonaIntegritas.Domain.Tests.Instruments;

/// <summary>Whatever was changed and whatever was answered. Each try reads whole files, so there are fewer of them than elsewhere.</summary>
[Properties(MaxTest = 25, Arbitrary = [typeof(AnySheet), typeof(AnyInstrument)])]
public class InstrumentChangeProperties
{
    private static readonly Aim Aim = new("WBK", []);

    [Property]
    public void Compared_with_itself_nothing_differs(ChangedInstrument changed) =>
        Assert.True(InstrumentComparison.Between(changed.Instrument, changed.Instrument).IsEmpty);

    [Property]
    public void Compared_the_other_way_round_every_difference_turns_round(ChangedInstrument one, ChangedInstrument other)
    {
        var (there, back) = (InstrumentComparison.Between(one.Instrument, other.Instrument), InstrumentComparison.Between(other.Instrument, one.Instrument));

        Assert.Equal(Turned(there, back: false), Turned(back, back: true));
        Assert.Equal(there.AffectsScore, back.AffectsScore);
    }

    [Property]
    public void What_is_said_not_to_touch_the_score_does_not(ChangedInstrument one, ChangedInstrument other, TypedAnswers typed)
    {
        if (!InstrumentComparison.Between(one.Instrument, other.Instrument).AffectsScore)
        {
            Assert.Equal(ScoringEngine.Score(one.Instrument, typed.Answers).Total, ScoringEngine.Score(other.Instrument, typed.Answers).Total);
        }
    }

    [Property]
    public void Going_to_the_same_instrument_changes_nothing(ChangedInstrument changed, TypedAnswers typed)
    {
        var impact = new InstrumentImpact(changed.Instrument, changed.Instrument).Of(Stored(typed), Aim);

        Assert.Equal(impact.Before.Total, impact.After.Total);
        Assert.Equal(Fraction.Zero, impact.Gain);
        Assert.Empty(impact.StopCounting);
        Assert.Empty(impact.NewOpen);
        Assert.DoesNotContain(impact.Answers, answer => answer.Fate is AnswerFate.Recheck or AnswerFate.Revived);
        Assert.Equal(impact.VerdictBefore!.Eligible, impact.VerdictAfter!.Eligible);
    }

    [Property]
    public void No_stored_answer_is_lost_and_whatever_does_not_count_says_why(ChangedInstrument one, ChangedInstrument other, TypedAnswers typed)
    {
        StoredAnswer[] stored = [.. Stored(typed), new("tidak ada", new ChoiceAnswer("A"), "catatan")];
        var impact = new InstrumentImpact(one.Instrument, other.Instrument).Of(stored, Aim);

        Assert.Equal(stored, impact.Answers.Select(answer => answer.Stored));
        Assert.All(impact.Answers, answer => Assert.Equal(answer.Fate == AnswerFate.Valid, answer.Reason.Length == 0));
        Assert.All(impact.Answers, answer => Assert.NotEmpty(answer.Said));
    }

    [Property]
    public void The_fates_agree_with_the_two_sheets(ChangedInstrument one, ChangedInstrument other, TypedAnswers typed)
    {
        var impact = new InstrumentImpact(one.Instrument, other.Instrument).Of(Stored(typed), Aim);
        var (before, after) = (Counting(impact.Before), Counting(impact.After));

        Assert.Equal(before.Except(after).Order(StringComparer.Ordinal), impact.StopCounting.Select(answer => answer.Stored.QuestionCode).Order(StringComparer.Ordinal));
        Assert.Equal(
            after.Except(before).Order(StringComparer.Ordinal),
            impact.Answers.Where(answer => answer.Fate == AnswerFate.Revived).Select(answer => answer.Stored.QuestionCode).Order(StringComparer.Ordinal));
        Assert.All(impact.NewOpen, question => Assert.Null(one.Instrument.Question(question.Code)));
    }

    [Property]
    public void There_and_back_again_every_answer_counts_as_it_did(ChangedInstrument one, ChangedInstrument other, TypedAnswers typed)
    {
        var there = new InstrumentImpact(one.Instrument, other.Instrument).Of(Stored(typed), Aim);
        var back = new InstrumentImpact(other.Instrument, one.Instrument).Of(Stored(typed), Aim);

        Assert.Equal(there.Before.Total, back.After.Total);
        Assert.Equal(
            there.StopCounting.Select(answer => answer.Stored),
            back.Answers.Where(answer => answer.Fate == AnswerFate.Revived).Select(answer => answer.Stored));
    }

    private static StoredAnswer[] Stored(TypedAnswers typed) => [.. typed.Answers.Select(answer => new StoredAnswer(answer.Key, answer.Value, ""))];

    private static List<string> Counting(ScoreSheet sheet) => [.. sheet.Lines.Where(line => line.Answered).Select(line => line.Question.Code)];

    // Order inside a list follows the new side, so only the set of differences can be the same in both directions.
    private static List<string> Turned(InstrumentComparison comparison, bool back) =>
    [
        .. comparison.General
            .Concat(comparison.Sections.SelectMany(change => change.Differences.Select(difference => difference with { Part = $"{change.Code} {difference.Part}" })))
            .Concat(comparison.Questions.SelectMany(change => change.Differences.Select(difference => difference with { Part = $"{change.Code} {difference.Part}" })))
            .Concat(comparison.Predicates.SelectMany(change => change.Differences.Select(difference => difference with { Part = $"{change.Code} {difference.Part}" })))
            .Select(difference => back ? difference with { Before = difference.After, After = difference.Before } : difference)
            .Select(difference => difference.ToString())
            .Order(StringComparer.Ordinal),
    ];
}
