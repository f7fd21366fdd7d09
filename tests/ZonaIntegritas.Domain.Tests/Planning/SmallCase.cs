using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Instruments;
using ZonaIntegritas.Domain.Planning;
using ZonaIntegritas.Domain.Scoring;

namespace ZonaIntegritas.Domain.Tests.Planning;

/// <summary>
/// A small instrument of two areas and results, its limits, answers and efforts, all out of one number: awkward weights,
/// every kind of question, limits inside each other, some that nothing can reach.
/// </summary>
internal sealed class SmallCase
{
    private static readonly (string Key, decimal Value)[][] Scales =
        [[("Ya", 1m), ("Tidak", 0m)], [("A", 1m), ("B", 0.5m), ("C", 0m)], [("A", 1m), ("B", 0.67m), ("C", 0.33m), ("D", 0m)]];

    private readonly Random _random;

    // Elevenths of a weight: lenient limits are often met today, strict ones often out of reach.
    private readonly int _strictest;
    private int _questions;

    public SmallCase(int seed)
    {
        _random = new(seed);
        _strictest = _random.Next(4, 12);
        Section[] areas = [Area("A.1"), Area("A.2")];
        var component = new Section("A", SectionKind.Component, "A", areas.Sum(area => area.Weight), null, areas, [], null);
        Section[] results = [Leaf("B.I", SectionKind.OutcomeItem, 1, Level)];
        var outcome = new Section("B", SectionKind.Component, "B", results.Sum(item => item.Weight), null, results, [], null);
        var weights = new[] { component, outcome }.SelectMany(top => top.SelfAndBelow()).Select(section => (section.Code, section.Weight))
            .Append((Limit.TotalTarget, component.Weight + outcome.Weight)).ToArray();
        var predicate = new Predicate("P", "P", null, null,
            [.. weights.Where(_ => _random.Next(2) == 0).Select(of => new Limit(of.Item1, of.Item1, Share(of.Item2), null, null))]);
        Instrument = new(new("kecil", "1", "Uji", "Uji", "Uji"), [component, outcome], [], [predicate], []);
        Predicate = predicate;
        Sheet = ScoringEngine.Score(Instrument, Instrument.Places.Select(place => (place.Question.Code, Answer: Today(place.Question)))
            .Where(pair => pair.Answer is not null).ToDictionary(pair => pair.Code, pair => pair.Answer!));
        Efforts = Instrument.Places.Where(_ => _random.Next(4) > 0).ToDictionary(place => place.Question.Code, _ => _random.Next(6));
    }

    public Instrument Instrument { get; }

    public Predicate Predicate { get; }

    public ScoreSheet Sheet { get; }

    public IReadOnlyDictionary<string, int> Efforts { get; }

    private Section Area(string code)
    {
        Section[] leaves = [.. Enumerable.Range(1, _random.Next(1, 3)).Select(n => Leaf($"{code}.{n}", SectionKind.Subcriterion, _random.Next(1, 3), AnyQuestion))];
        return new(code, SectionKind.Area, code, leaves.Sum(leaf => leaf.Weight), null, leaves, [], null);
    }

    private Section Leaf(string code, SectionKind kind, int questions, Func<Question> make) =>
        new(code, kind, code, _random.Next(1, 9) * 0.5m, null, [], [.. Enumerable.Range(0, questions).Select(_ => make())], null);

    private Question AnyQuestion() => _random.Next(5) == 0 ? Counted() : Choice(Scales[_random.Next(Scales.Length)]);

    private Question Choice((string Key, decimal Value)[] options) => Ask(
        new("pilihan", ScaleKind.Choice, [.. options.Select(of => new ScaleOption(of.Key, of.Value))], 1m),
        [.. options.Select(of => new AnswerOption(of.Key, of.Value, of.Key))], null);

    private Question Level() => Ask(new("indeks", ScaleKind.Level, [], 4m), [], null);

    private Question Counted() => Ask(new("hitungan", ScaleKind.Counted, [], 1m), [], new(
        FormulaKind.Ratio, [new("bagian", "Bagian", null), new("seluruh", "Seluruh", null)], ["bagian"], ["seluruh"], ZeroRule.Zero,
        [new(["bagian"], ["seluruh"], "Bagian melebihi seluruh.", false)], "Bagian dibagi seluruh"));

    private Question Ask(AnswerScale scale, IReadOnlyList<AnswerOption> options, CountFormula? formula) =>
        new($"q{++_questions}", "Soal", null, scale, options, formula, [], null, null);

    // Thirds and sevenths of a weight are not round: a limit is met exactly or it is not.
    private decimal Share(decimal weight) => Math.Round(weight * _random.Next(2, _strictest + 1) / 11m, _random.Next(1, 4));

    private AnswerValue? Today(Question question) => _random.Next(4) == 0 ? null : question.Scale.Kind switch
    {
        ScaleKind.Choice => new ChoiceAnswer(question.Options[_random.Next(question.Options.Count)].Key),
        ScaleKind.Level => new LevelAnswer(_random.Next(401) / 100m),
        _ => Counts(_random.Next(12)),
    };

    private CountsAnswer Counts(long whole) => new(new Dictionary<string, long> { ["seluruh"] = whole, ["bagian"] = _random.NextInt64(whole + 1) });
}

/// <summary>Tries every combination of better answers; slow and plain.</summary>
internal static class EveryWay
{
    /// <summary>The least effort that meets all limits, the most points at it, and the fewest questions at those; null when nothing does.</summary>
    public static (int Effort, Fraction Points, int Touched)? Best(SmallCase of)
    {
        IReadOnlyList<Improvement>[] choices = [.. of.Sheet.Lines.Select(line =>
            Improvements.Of(line, of.Instrument, of.Efforts.GetValueOrDefault(line.Question.Code, QuestionEffort.Least)))];
        (int Effort, Fraction Points, int Touched)? best = null;
        Try(0, []);
        return best;

        void Try(int index, List<Improvement> chosen)
        {
            var effort = chosen.Sum(choice => choice.Effort);
            if (effort > best?.Effort)
            {
                return;
            }

            if (index < choices.Length)
            {
                Try(index + 1, chosen);
                foreach (var choice in choices[index])
                {
                    Try(index + 1, [.. chosen, choice]);
                }

                return;
            }

            var after = ShortestWay.Apply(of.Sheet, chosen);
            if (Eligibility.Decide(after, of.Predicate, []).LimitsMet && IsBetter((effort, after.Total.Points, chosen.Count)))
            {
                best = (effort, after.Total.Points, chosen.Count);
            }
        }

        bool IsBetter((int Effort, Fraction Points, int Touched) way) =>
            best is not { } known || way.Effort < known.Effort
            || (way.Effort == known.Effort && (way.Points > known.Points || (way.Points == known.Points && way.Touched < known.Touched)));
    }
}
