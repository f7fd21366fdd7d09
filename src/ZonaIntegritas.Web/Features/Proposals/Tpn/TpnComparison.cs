using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Instruments;
using ZonaIntegritas.Domain.Scoring;
using ZonaIntegritas.Web.Features.Assessments;

namespace ZonaIntegritas.Web.Features.Proposals.Tpn;

/// <summary>A file of TPN's answers held against what is stored.</summary>
internal static class TpnComparison
{
    public static TpnPreview Of(OpenSheet sheet, AnswerReading reading, IReadOnlyList<Answer> held)
    {
        var (tpn, tpi) = (Values(held, Layer.Tpn), Values(held, Layer.Tpi));
        List<TpnChange> changes = [.. sheet.Instrument.Places
            .Where(place => reading.Answers.TryGetValue(place.Question.Code, out var value) && !value.Equals(tpn.GetValueOrDefault(place.Question.Code)))
            .Select(place => ChangeOf(place.Question, reading.Answers[place.Question.Code], tpn, tpi))];
        var after = new Dictionary<string, AnswerValue>(tpn);
        foreach (var (code, value) in reading.Answers)
        {
            after[code] = value;
        }

        return new(
            [.. reading.Faults, .. EmptyFault(reading)], reading.Remarks, changes, reading.Answers.Count - changes.Count,
            tpn.Count == 0 ? null : Total(sheet.Instrument, tpn), Total(sheet.Instrument, after));
    }

    private static IEnumerable<string> EmptyFault(AnswerReading reading) =>
        reading is { Faults.Count: 0, Answers.Count: 0 } ? ["Berkas ini tidak memuat satu jawaban pun."] : [];

    private static TpnChange ChangeOf(
        Question question, AnswerValue value, Dictionary<string, AnswerValue> tpn, Dictionary<string, AnswerValue> tpi) => new(
        question.Code,
        AnswerWriter.Describe(question, tpn.GetValueOrDefault(question.Code)),
        AnswerWriter.Describe(question, value),
        AnswerWriter.Describe(question, tpi.GetValueOrDefault(question.Code)),
        !value.Equals(tpi.GetValueOrDefault(question.Code)));

    private static Dictionary<string, AnswerValue> Values(IReadOnlyList<Answer> held, Layer layer) => held
        .Where(answer => answer.Layer == layer && answer.Value is not null)
        .ToDictionary(answer => answer.QuestionCode, answer => answer.Value!);

    private static decimal Total(Instrument instrument, IReadOnlyDictionary<string, AnswerValue> answers) =>
        ScoringEngine.Score(instrument, answers).Total.Points.ToDecimal();
}
