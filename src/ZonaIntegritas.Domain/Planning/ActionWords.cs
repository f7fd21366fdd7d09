using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Instruments;
using ZonaIntegritas.Domain.Scoring;

namespace ZonaIntegritas.Domain.Planning;

/// <summary>How answers aimed at and lines of a plan are said.</summary>
public static class ActionWords
{
    /// <summary>An item is called near this many days before it is due.</summary>
    public const int SoonDays = 7;

    public const string All = "penuhi seluruhnya";

    public static string Say(ActionState state) => state switch
    {
        ActionState.Open => "Terbuka",
        ActionState.Done => "Selesai",
        ActionState.Dropped => "Dibatalkan",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    /// <summary>Today's answer; long counts are cut down to what they are worth.</summary>
    public static string Today(ScoreLine line) => !line.Answered ? "belum dijawab"
        : line.Question.Scale.Kind == ScaleKind.Counted ? Indonesian.Percent(line.Value)
        : ScoreExplanation.Answer(line);

    /// <param name="aim">Null for a counted question: all of it.</param>
    public static string Aim(Question question, AnswerValue? aim) =>
        question.Scale.Kind == ScaleKind.Counted || aim is null ? All : ScoreExplanation.Answer(question, aim);

    /// <summary>A first wording of what to do, to be made the unit's own.</summary>
    public static string Suggest(ScoreLine line, AnswerValue? aim) => Cut((line.Question.Scale.Kind, aim) switch
    {
        (ScaleKind.Choice, ChoiceAnswer choice) => $"Soal {line.Question.Code}: capai jawaban {choice.Key} – {line.Question.Option(choice.Key)?.Text}",
        (ScaleKind.Level, LevelAnswer level) => $"Soal {line.Question.Code}: capai indeks {Indonesian.Number(level.Value)} – {line.Question.Statement}",
        _ => $"Soal {line.Question.Code}: {All} – {line.Question.Statement}",
    });

    private static string Cut(string text) => text.Length <= ActionItem.TextMaxLength ? text : text[..(ActionItem.TextMaxLength - 1)] + "…";
}
