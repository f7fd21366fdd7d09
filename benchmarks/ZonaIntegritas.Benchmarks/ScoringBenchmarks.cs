using BenchmarkDotNet.Attributes;
using ZonaIntegritas.Domain.Instruments;
using ZonaIntegritas.Domain.Scoring;

namespace ZonaIntegritas.Benchmarks;

/// <summary>The bar: a sheet of 113 answers within 50 microseconds, and a ministry's 5,000 units within half a second.</summary>
[ShortRunJob]
[MemoryDiagnoser]
public class ScoringBenchmarks
{
    private const int Units = 5_000;

    private Instrument _instrument = null!;
    private Dictionary<string, AnswerValue>[] _units = [];

    [GlobalSetup]
    public void Setup()
    {
        var file = Path.Combine(AppContext.BaseDirectory, "seed-data", "instruments", "lke-zi-2021.json");
        _instrument = InstrumentFile.Read(File.ReadAllBytes(file)).Instrument!;
        _units = [.. Enumerable.Range(0, Units).Select(AnswersOf)];
    }

    [Benchmark]
    public ScoreSheet One_unit_of_113_answers() => ScoringEngine.Score(_instrument, _units[17]);

    [Benchmark]
    public int Five_thousand_units() => _units.Count(answers =>
        Eligibility.Decide(ScoringEngine.Score(_instrument, answers), _instrument.Predicates[0], []).Eligible);

    private Dictionary<string, AnswerValue> AnswersOf(int unit) => _instrument.Places
        .Select((place, index) => (place.Question, Mix: (unit * 31) + (index * 17)))
        .ToDictionary(item => item.Question.Code, item => AnswerTo(item.Question, item.Mix));

    // Wholes of 7 to 29 and parts of up to a third of them: ratios with awkward denominators, as in life.
    private static AnswerValue AnswerTo(Question question, int mix) => question.Scale.Kind switch
    {
        ScaleKind.Choice => new ChoiceAnswer(question.Options[mix % question.Options.Count].Key),
        ScaleKind.Level => new LevelAnswer(2m + (mix % 200 / 100m)),
        _ => new CountsAnswer(question.Formula!.Inputs.ToDictionary(
            input => input.Key,
            input => question.Formula.Whole.Contains(input.Key) ? 7L + (mix % 23) : mix % 3)),
    };
}
