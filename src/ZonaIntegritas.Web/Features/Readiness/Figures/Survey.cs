using ZonaIntegritas.Domain.Instruments;
using ZonaIntegritas.Domain.Scoring;

namespace ZonaIntegritas.Web.Features.Readiness.Figures;

/// <summary>A section that is one survey index (IPAK, IPKP): people speak of the index, not of its points.</summary>
public sealed record Survey(Figure? Index, Figure Minimum)
{
    /// <returns>Null when the condition is not about a single index.</returns>
    public static Survey? Of(ScoreSheet sheet, ConditionResult condition)
    {
        if (sheet.Instrument.Section(condition.Code) is not { } section
            || QuestionsOf(section) is not [{ Scale.Kind: ScaleKind.Level } question])
        {
            return null;
        }

        var minimum = condition.Minimum / condition.Weight * question.Scale.Maximum;
        var answer = sheet.Lines.First(line => line.Question == question).Answer as LevelAnswer;
        return new(answer is null ? null : Figure.Index(answer.Value), Figure.Index(minimum.ToDecimal()));
    }

    private static List<Question> QuestionsOf(Section section) => [.. section.SelfAndBelow().SelectMany(part => part.Questions).Take(2)];
}
