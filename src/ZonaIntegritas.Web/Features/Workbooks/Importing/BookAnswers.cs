using System.Globalization;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Instruments;
using ZonaIntegritas.Domain.Scoring;

namespace ZonaIntegritas.Web.Features.Workbooks.Importing;

/// <param name="Value">Null for nothing typed.</param>
public sealed record TypedAnswer(AnswerValue? Value, string Note);

/// <summary>Turns the typed cells into answers; each cell that cannot be one is a fault with its place.</summary>
public sealed class BookAnswers
{
    // A spreadsheet keeps 15 digits of a number.
    private const double MaxCount = 1e15;

    private readonly List<string> _faults = [];
    private readonly Dictionary<string, TypedAnswer> _answers = [];

    private BookAnswers()
    {
    }

    public IReadOnlyList<string> Faults => _faults;

    /// <summary>By question code; a question whose rows are not in the file is not in here.</summary>
    public IReadOnlyDictionary<string, TypedAnswer> Answers => _answers;

    public static BookAnswers Of(Instrument instrument, ReadBook book)
    {
        var found = new BookAnswers();
        foreach (var twice in book.Rows.GroupBy(row => row.Key).Where(rows => rows.Count() > 1 && IsFilledIn(instrument, rows.Key)))
        {
            found._faults.Add($"Baris {string.Join(" dan ", twice.Select(row => row.Number))} sama-sama untuk {twice.Key}. Hapus yang tidak dipakai.");
        }

        var rows = book.Rows.DistinctBy(row => row.Key).ToDictionary(row => row.Key);
        foreach (var question in instrument.Places.Select(place => place.Question))
        {
            if (rows.TryGetValue(question.Code, out var row))
            {
                found._answers[question.Code] = new(found.ValueOf(question, row, rows), found.NoteOf(row));
            }
        }

        return found;
    }

    private static bool IsFilledIn(Instrument instrument, string key) => instrument.Question(key.Split('#')[0]) is not null;

    private string NoteOf(ReadRow row)
    {
        var note = row.Note.Kind == CellKind.Error ? "" : BookText.Lines(row.Note.Text);
        if (row.Note.Kind == CellKind.Error)
        {
            Fault(row.Note, $"memuat kesalahan rumus ({row.Note.Text}).");
        }
        else if (note.Length > Answer.NoteMaxLength)
        {
            Fault(row.Note, $"catatan {Indonesian.Number(note.Length)} huruf, paling panjang {Indonesian.Number(Answer.NoteMaxLength)}.");
        }

        return note;
    }

    private AnswerValue? ValueOf(Question question, ReadRow row, Dictionary<string, ReadRow> rows) => question.Scale.Kind switch
    {
        ScaleKind.Counted => CountsOf(question, row, rows),
        _ when row.Answer.IsEmpty => null,
        _ when row.Answer.Kind == CellKind.Error => Fault(row.Answer, $"memuat kesalahan rumus ({row.Answer.Text})."),
        ScaleKind.Choice => ChoiceOf(question, row.Answer),
        _ => LevelOf(question, row.Answer),
    };

    // As the workbook's own formula does, without regard to capitals.
    private AnswerValue? ChoiceOf(Question question, BookCell cell) =>
        question.Options.FirstOrDefault(option => string.Equals(option.Key, cell.Text.Trim(), StringComparison.OrdinalIgnoreCase)) is { } option
            ? new ChoiceAnswer(option.Key)
            : Fault(cell, $"jawaban \"{Shown(cell)}\" tidak ada di pilihan {string.Join('/', question.Options.Select(each => each.Key))}.");

    private AnswerValue? LevelOf(Question question, BookCell cell)
    {
        if (NumberOf(cell) is not { } number)
        {
            return Fault(cell, $"\"{Shown(cell)}\" bukan angka 0 sampai {Indonesian.Number(question.Scale.Maximum)}.");
        }

        return !(number >= 0 && number <= (double)question.Scale.Maximum)
            ? Fault(cell, $"nilai {Shown(cell)} di luar 0 sampai {Indonesian.Number(question.Scale.Maximum)}.")
            // Excel writes 3.6 as 3.6000000000000001: the 15 digits that it keeps are meant.
            : new LevelAnswer((decimal)number);
    }

    private CountsAnswer? CountsOf(Question question, ReadRow row, Dictionary<string, ReadRow> rows)
    {
        var counts = new Dictionary<string, long>(StringComparer.Ordinal);
        var before = _faults.Count;
        foreach (var input in question.Formula!.Inputs)
        {
            if (rows.TryGetValue(BookRow.KeyOf(question.Code, input.Key), out var typed) && !typed.Answer.IsEmpty && CountOf(typed.Answer) is { } count)
            {
                counts[input.Key] = count;
            }
        }

        if (counts.Count == 0)
        {
            return null;
        }

        var answer = new CountsAnswer(counts);
        if (_faults.Count == before)
        {
            _faults.AddRange(AnswerRules.FaultsOf(question, answer).Select(fault => $"Baris {row.Number}, soal {question.Code}: {fault}"));
        }

        return answer;
    }

    private long? CountOf(BookCell cell)
    {
        if (NumberOf(cell) is { } number && number >= 0 && number <= MaxCount && number == Math.Floor(number))
        {
            return (long)number;
        }

        Fault(cell, $"\"{Shown(cell)}\" harus bilangan bulat, 0 atau lebih.");
        return null;
    }

    /// <summary>A number, or text that an Indonesian office would read as one.</summary>
    private static double? NumberOf(BookCell cell) => cell.Kind switch
    {
        CellKind.Number => double.TryParse(cell.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null,
        CellKind.Text => double.TryParse(cell.Text.Trim().Replace(',', '.'), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var typed) ? typed : null,
        _ => null,
    };

    private AnswerValue? Fault(BookCell cell, string what)
    {
        var column = cell.Place.TrimEnd("0123456789".ToCharArray());
        _faults.Add($"Kolom {column} baris {cell.Place[column.Length..]}: {what}");
        return null;
    }

    private static string Shown(BookCell cell) => cell.Text.Trim() is { Length: > 40 } text ? text[..40] + "…" : cell.Text.Trim();
}
