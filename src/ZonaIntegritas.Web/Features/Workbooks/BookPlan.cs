using ZonaIntegritas.Domain.Instruments;

namespace ZonaIntegritas.Web.Features.Workbooks;

public enum BookRowKind
{
    Section,
    Question,

    /// <summary>One count of a counted question.</summary>
    Input,
}

/// <param name="Depth">How far the row stands in, from 0.</param>
public sealed record BookRow(int Number, BookRowKind Kind, int Depth, Section Section, Question? Question = null, CountInput? Input = null)
{
    /// <summary>What stands in the hidden column by which a row is known again, wherever it has been moved.</summary>
    public string Key => Input is { } input ? KeyOf(Question!.Code, input.Key) : Question?.Code ?? KeyOf(Section.Code);

    /// <summary>Apart from questions: a result and its only question share a code.</summary>
    public static string KeyOf(string section) => $"bagian {section}";

    public static string KeyOf(string question, string input) => $"{question}#{input}";
}

/// <summary>Which row of the sheet LKE holds what: the instrument's tree from top to bottom, then the total.</summary>
public sealed class BookPlan
{
    public const int HeaderRow = 4;

    private readonly Dictionary<string, BookRow> _byKey;

    public BookPlan(Instrument instrument)
    {
        List<BookRow> rows = [];
        foreach (var component in instrument.Components)
        {
            Add(rows, component, 0);
        }

        Rows = rows;
        _byKey = rows.ToDictionary(row => row.Key);
    }

    public IReadOnlyList<BookRow> Rows { get; }

    public int FirstRow => HeaderRow + 1;

    public int TotalRow => HeaderRow + Rows.Count + 1;

    public BookRow Row(string key) => _byKey[key];

    public BookRow SectionRow(string code) => _byKey[BookRow.KeyOf(code)];

    private static void Add(List<BookRow> rows, Section section, int depth)
    {
        rows.Add(new(Next(), BookRowKind.Section, depth, section));
        foreach (var child in section.Sections)
        {
            Add(rows, child, depth + 1);
        }

        foreach (var question in section.Questions)
        {
            rows.Add(new(Next(), BookRowKind.Question, depth + 1, section, question));
            foreach (var input in question.Formula?.Inputs ?? [])
            {
                rows.Add(new(Next(), BookRowKind.Input, depth + 2, section, question, input));
            }
        }

        int Next() => HeaderRow + 1 + rows.Count;
    }
}
