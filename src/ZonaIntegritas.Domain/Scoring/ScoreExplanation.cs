using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Instruments;

namespace ZonaIntegritas.Domain.Scoring;

/// <summary>Puts a line's working into an Indonesian sentence, so that a unit can check or dispute it.</summary>
public static class ScoreExplanation
{
    public static string Answer(ScoreLine line) => line.Answer is null ? "belum dijawab" : Answer(line.Question, line.Answer);

    /// <summary>The answer as people say it: "B", "3,6", or the counts with their labels.</summary>
    public static string Answer(Question question, AnswerValue answer) => answer switch
    {
        ChoiceAnswer choice => choice.Key,
        LevelAnswer level => Indonesian.Number(level.Value),
        CountsAnswer counts => string.Join("; ", (question.Formula?.Inputs ?? [])
            .Select(input => $"{input.Label}: {(counts.Counts.TryGetValue(input.Key, out var count) ? Indonesian.Number(count) : "belum diisi")}")),
        _ => throw new InvalidOperationException($"Unknown answer {answer.GetType().Name}."),
    };

    public static string Why(ScoreLine line) => line.Reason switch
    {
        ScoreReason.Unanswered => "Belum dijawab, dihitung 0.",
        ScoreReason.CountsMissing => "Hitungan belum lengkap, dihitung 0.",
        ScoreReason.NotAcceptable => "Jawaban tidak sesuai dengan soal, dihitung 0.",
        ScoreReason.Choice => $"Pilihan {((ChoiceAnswer)line.Answer!).Key} bernilai {Number(line.Value.ToDecimal())}.",
        ScoreReason.Level => $"{Number(((LevelAnswer)line.Answer!).Value)} dibagi {Number(line.Question.Scale.Maximum)}.",
        ScoreReason.Ratio => $"{Formula(line)} {Division(line)}.",
        ScoreReason.RatioCapped => $"{Formula(line)} {Division(line)}, di atas 100 % dihitung 100 %.",
        ScoreReason.NoDecrease => $"{Formula(line)} Tidak turun dari tahun sebelumnya, dihitung 0.",
        ScoreReason.NothingDueFull => $"{Formula(line)} Penyebut 0: tidak ada yang wajib ditindaklanjuti, dihitung penuh (aturan instrumen).",
        ScoreReason.NothingThereZero => $"{Formula(line)} Penyebut 0: yang seharusnya ada belum ada, dihitung 0 (aturan instrumen).",
        _ => throw new InvalidOperationException($"Unknown reason {line.Reason}."),
    };

    private static string Formula(ScoreLine line) => line.Question.Formula!.Text.TrimEnd('.') + ".";

    private static string Division(ScoreLine line)
    {
        var formula = line.Question.Formula!;
        var counts = (CountsAnswer)line.Answer!;
        var (part, whole) = (counts.Sum(formula.Part), counts.Sum(formula.Whole));
        return formula.Kind == FormulaKind.Decrease
            ? $"({Number(whole)} - {Number(part)}) / {Number(whole)}"
            : $"{Number(part)} / {Number(whole)}";
    }

    private static string Number(decimal value) => Indonesian.Number(value);
}
