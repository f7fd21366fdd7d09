using ZonaIntegritas.Domain.Instruments;
using ZonaIntegritas.Domain.Scoring;
using ZonaIntegritas.Web.Features.Workbooks;
using ZonaIntegritas.Web.Tests.Features.Readiness;

namespace ZonaIntegritas.Web.Tests.Features.Workbooks;

/// <summary>Workbooks without a database behind them, of whole sets of answers.</summary>
internal static class Books
{
    public const string Nothing = "nothing";
    public const string Zeros = "zeros";
    public const string Waived = "waived";

    /// <summary>Kinds of sheets by name; "random N" for any N.</summary>
    public static IReadOnlyList<string> Sets { get; } =
    [
        AnswerSets.Best, AnswerSets.Mixed, AnswerSets.Poor, AnswerSets.Half, AnswerSets.JustBelow, Nothing, Zeros, Waived,
        "random 1", "random 2", "random 3", "random 4", "random 5", "random 6",
    ];

    public static async Task<Instrument> InstrumentAsync()
    {
        using var scene = await Scene.CreateAsync();
        await using var db = scene.Database.CreateDbContext();
        return (await scene.Database.Sheets.OpenAsync(db, scene.Sheet.Id, default)).Instrument;
    }

    public static Dictionary<string, AnswerValue> Answers(Instrument instrument, string set)
    {
        var random = new Random(set.Length > 6 && int.TryParse(set[7..], out var seed) ? seed : 0);
        return instrument.Places.Index()
            .Select(each => (each.Item.Question, Answer: Of(set, each.Item.Question, each.Index, random)))
            .Where(each => each.Answer is not null && AnswerRules.FaultsOf(each.Question, each.Answer).Count == 0)
            .ToDictionary(each => each.Question.Code, each => each.Answer!);
    }

    public static LkeBook Of(Instrument instrument, IReadOnlyDictionary<string, AnswerValue> unit, IReadOnlyDictionary<string, AnswerValue>? tpi = null, IReadOnlyDictionary<string, string>? notes = null) => new(
        new(Guid.CreateVersion7(), "Dinas Contoh", "DPMPTSP", 2026, instrument.Title.Id, instrument.Title.Version, new string('a', 64), ScoringEngine.Version, "10 Oktober 2026 07.00 WIB"),
        instrument,
        new(ScoringEngine.Score(instrument, unit), notes ?? new Dictionary<string, string>()),
        tpi is null ? null : new(ScoringEngine.Score(instrument, tpi), new Dictionary<string, string>()),
        Array.Empty<BookEvidence>().ToLookup(row => row.Code),
        ["WBK"]);

    public static AnswerValue? RandomAnswer(Question question, Random random) => question.Scale.Kind switch
    {
        _ when random.Next(6) == 0 => null,
        ScaleKind.Choice => new ChoiceAnswer(question.Options[random.Next(question.Options.Count)].Key),
        ScaleKind.Level => new LevelAnswer(random.Next(0, 401) / 100m),
        _ => new CountsAnswer(question.Formula!.Inputs
            .Where(_ => random.Next(8) > 0)
            .ToDictionary(input => input.Key, input => (long)random.Next(question.Formula.Whole.Contains(input.Key) ? 9 : 5))),
    };

    private static AnswerValue? Of(string set, Question question, int index, Random random) => set switch
    {
        Nothing => null,
        Zeros when question.Formula is { } formula => new CountsAnswer(formula.Inputs.ToDictionary(input => input.Key, _ => 0L)),
        // The printed maximum of Lampiran III: as many in progress as resolved, yet all resolved.
        Waived when question.Formula is { } formula => new CountsAnswer(formula.Inputs.ToDictionary(input => input.Key, _ => 1L)),
        Zeros or Waived => AnswerSets.Of(AnswerSets.Mixed, question, index),
        _ when set.StartsWith("random", StringComparison.Ordinal) => RandomAnswer(question, random),
        _ => AnswerSets.Of(set, question, index),
    };
}
