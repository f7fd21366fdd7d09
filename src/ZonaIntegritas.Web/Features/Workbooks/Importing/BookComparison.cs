using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Instruments;
using ZonaIntegritas.Domain.Scoring;
using ZonaIntegritas.Web.Features.Assessments;

namespace ZonaIntegritas.Web.Features.Workbooks.Importing;

/// <summary>Holds a file against what the unit's layer holds now.</summary>
public sealed class BookComparison
{
    private readonly OpenSheet _sheet;
    private readonly IReadOnlyDictionary<string, Answer> _held;
    private readonly BookAnswers _typed;

    private readonly List<string> _faults;
    private readonly List<string> _remarks = [];
    private readonly List<BookChange> _changes = [];
    private int _same;
    private int _closed;

    /// <param name="held">The unit's answers by question code.</param>
    public BookComparison(OpenSheet sheet, BookAnswers typed, IReadOnlyDictionary<string, Answer> held)
    {
        (_sheet, _typed, _held, _faults) = (sheet, typed, held, [.. typed.Faults]);
        foreach (var question in sheet.Instrument.Places.Select(place => place.Question))
        {
            if (typed.Answers.TryGetValue(question.Code, out var answer))
            {
                Compare(question, answer);
            }
        }

        AddRemarks();
    }

    public BookPreview Preview
    {
        get
        {
            Dictionary<string, AnswerValue> now = Values();
            Dictionary<string, AnswerValue> after = new(now);
            foreach (var change in _changes.Where(change => change is { Part: BookPart.Answer, Empties: false }))
            {
                after[change.Code] = _typed.Answers[change.Code].Value!;
            }

            return new(_faults, _remarks, _changes, _same, Total(now), Total(after));
        }
    }

    /// <summary>What a question becomes when these of its changes are made.</summary>
    public AnswerWrite WriteOf(IGrouping<string, BookChange> changes)
    {
        var (typed, held) = (_typed.Answers[changes.Key], _held.GetValueOrDefault(changes.Key));
        return new(
            Layer.Unit,
            changes.Key,
            changes.Any(change => change.Part == BookPart.Answer) ? typed.Value : held?.Value,
            changes.Any(change => change.Part == BookPart.Note) ? typed.Note : held?.Note ?? "",
            SeenVersion: null);
    }

    private void Compare(Question question, TypedAnswer typed)
    {
        var held = _held.GetValueOrDefault(question.Code);
        var before = _changes.Count;
        if (!AreSame(held?.Value, typed.Value))
        {
            Add(new(
                question.Code, BookPart.Answer, AnswerWriter.Describe(question, held?.Value), AnswerWriter.Describe(question, typed.Value),
                LosesSomething(held?.Value, typed.Value), held?.Version ?? 0));
        }

        var note = BookText.Lines(held?.Note ?? "");
        if (note != typed.Note)
        {
            Add(new(question.Code, BookPart.Note, note, typed.Note, typed.Note.Length == 0, held?.Version ?? 0));
        }

        _same += before == _changes.Count ? 1 : 0;
    }

    private void Add(BookChange change)
    {
        if (_sheet.Assessment.MayFill(change.Code, _sheet.Period, _sheet.Today).Problem is not { } closed)
        {
            _changes.Add(change);
        }
        else if (change.Empties)
        {
            _closed++;
        }
        else
        {
            _faults.Add($"Soal {change.Code}: {closed.Message} Kembalikan isi sel itu seperti saat diunduh.");
        }
    }

    private void AddRemarks()
    {
        var missing = _sheet.Instrument.Places.Count - _typed.Answers.Count;
        if (missing > 0)
        {
            _remarks.Add($"{Indonesian.Number(missing)} soal tidak ada di berkas karena barisnya dihapus; jawabannya tidak berubah.");
        }

        if (_closed > 0)
        {
            _remarks.Add($"{Indonesian.Number(_closed)} sel kosong pada soal yang sedang tidak dapat diubah dilewati; isinya tidak berubah.");
        }
    }

    private Dictionary<string, AnswerValue> Values() =>
        _held.Where(answer => answer.Value.Value is not null).ToDictionary(answer => answer.Key, answer => answer.Value.Value!);

    private decimal Total(Dictionary<string, AnswerValue> answers) => ScoringEngine.Score(_sheet.Instrument, answers).Total.Points.ToDecimal();

    // An index may have more digits than a spreadsheet keeps; what it kept of it is still the same answer.
    private static bool AreSame(AnswerValue? held, AnswerValue? typed) =>
        held is LevelAnswer stored && typed is LevelAnswer level ? (decimal)(double)stored.Value == level.Value
        : held is CountsAnswer { Counts.Count: 0 } ? typed is null
        : Equals(held, typed);

    private static bool LosesSomething(AnswerValue? held, AnswerValue? typed) =>
        held is not null && (typed is null || (held is CountsAnswer before && typed is CountsAnswer after && before.Counts.Keys.Any(key => !after.Counts.ContainsKey(key))));
}
