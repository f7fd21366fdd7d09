using FsCheck;
using FsCheck.Fluent;
using ZonaIntegritas.Domain.Instruments;
using ZonaIntegritas.Domain.Scoring;

namespace ZonaIntegritas.Domain.Tests.Support;

/// <summary>Answers somebody might have typed: some open, some counts missing, some not acceptable.</summary>
public sealed record TypedAnswers(IReadOnlyDictionary<string, AnswerValue> Answers)
{
    public ScoreSheet Score() => ScoringEngine.Score(TheInstrument.Lke2021, Answers);

    public override string ToString() => string.Join(", ", Answers.Select(answer => $"{answer.Key}: {AnswerJson.Write(answer.Value)}"));
}

/// <summary>One question of the instrument, and a number to pick something with.</summary>
public sealed record Pick(QuestionPlace Place, int Number)
{
    public Question Question => Place.Question;
}

public static class AnySheet
{
    public static Arbitrary<TypedAnswers> Sheets() => Gen
        .CollectToArray(TheInstrument.Lke2021.Places, place => Typed(place.Question))
        .Select(values => new TypedAnswers(TheInstrument.Lke2021.Places
            .Zip(values)
            .Where(pair => pair.Second is not null)
            .ToDictionary(pair => pair.First.Question.Code, pair => pair.Second!)))
        .ToArbitrary();

    public static Arbitrary<Pick> Picks() => (
        from place in Gen.Elements(TheInstrument.Lke2021.Places.ToArray())
        from number in Gen.Choose(0, 1000)
        select new Pick(place, number)).ToArbitrary();

    private static Gen<AnswerValue?> Typed(Question question) =>
        Gen.Frequency((1, Gen.Constant<AnswerValue?>(null)), (8, Value(question).Select(value => (AnswerValue?)value)));

    private static Gen<AnswerValue> Value(Question question) => question.Scale.Kind switch
    {
        ScaleKind.Choice => Gen.Elements(question.Options.Select(option => option.Key).Append("?").ToArray())
            .Select(AnswerValue (key) => new ChoiceAnswer(key)),
        ScaleKind.Level => Gen.Choose(-1, 401).Select(AnswerValue (hundredths) => new LevelAnswer(hundredths / 100m)),
        _ => Gen.CollectToArray(question.Formula!.Inputs, Count).Select(AnswerValue (counts) =>
            new CountsAnswer(counts.Where(count => count.Value >= -1).ToDictionary(count => count.Key, count => count.Value))),
    };

    // Mostly small, so that parts and wholes are often near each other; -2 stands for "not filled in", -1 is refused.
    private static Gen<KeyValuePair<string, long>> Count(CountInput input) => Gen
        .Frequency((1, Gen.Constant(-2)), (1, Gen.Constant(-1)), (12, Gen.Choose(0, 9)), (3, Gen.Choose(0, 100_000)))
        .Select(count => KeyValuePair.Create(input.Key, (long)count));
}
