using System.Globalization;
using ZonaIntegritas.Domain.Instruments;

namespace ZonaIntegritas.Web.Features.Workbooks;

/// <summary>
/// The scoring engine's rules as spreadsheet formulas, so that a typed answer shows its points at once. The app does
/// not read these values back: an import reads answers and scores them itself.
/// </summary>
/// <param name="answer">Column of the layer's answers.</param>
/// <param name="value">Column of the layer's values.</param>
internal sealed class BookFormulas(BookPlan plan, ScaleList scales, string answer, string value)
{
    /// <summary>Shown instead of a ratio when the counts contradict each other.</summary>
    public const string Check = "periksa";

    /// <summary>What a question is worth, 0..1; nothing typed is 0.</summary>
    public string Value(BookRow row)
    {
        var cell = $"{answer}{row.Number}";
        return row.Question!.Scale.Kind switch
        {
            ScaleKind.Choice => $"IFERROR(INDEX({scales.Values(row.Question.Scale)},MATCH({cell},{scales.Keys(row.Question.Scale)},0)),0)",
            ScaleKind.Level => $"IF(ISNUMBER({cell}),IF(AND({cell}>=0,{cell}<={Number(row.Question.Scale.Maximum)}),{cell}/{Number(row.Question.Scale.Maximum)},0),0)",
            _ => $"IF(ISNUMBER({cell}),{cell},0)",
        };
    }

    /// <summary>The ratio of a counted question: empty until every count is typed.</summary>
    public string Ratio(BookRow row)
    {
        var (question, formula) = (row.Question!, row.Question!.Formula!);
        var inputs = string.Join(',', formula.Inputs.Select(input => Input(question, input.Key)));
        var (part, whole) = (Sum(question, formula.Part), Sum(question, formula.Whole));
        var faults = string.Join(',', formula.Limits.Select(limit => Broken(question, limit, part, whole)).Prepend($"MIN({inputs})<0"));
        var full = formula.WhenWholeIsZero == ZeroRule.Full ? "1" : "0";
        var ratio = formula.Kind == FormulaKind.Ratio
            ? $"IF({whole}=0,{full},MIN(1,{part}/{whole}))"
            : $"IF({whole}=0,IF({part}=0,{full},0),MAX(0,({whole}-{part})/{whole}))";
        return $"IF(COUNT({inputs})<{Number(formula.Inputs.Count)},\"\",IF(OR({faults}),\"{Check}\",{ratio}))";
    }

    public string Section(BookRow row) => row.Section.Questions.Count > 0
        ? $"AVERAGE({string.Join(',', row.Section.Questions.Select(question => $"{value}{plan.Row(question.Code).Number}"))})*{BookColumns.Weight}{row.Number}"
        : Sum(row.Section.Sections);

    public string Sum(IEnumerable<Section> sections) => $"SUM({string.Join(',', sections.Select(section => $"{value}{plan.SectionRow(section.Code).Number}"))})";

    public string Percent(int row) => $"{value}{row.ToString(CultureInfo.InvariantCulture)}/{BookColumns.Weight}{row.ToString(CultureInfo.InvariantCulture)}";

    public string OwnPercent(int row) => $"{value}{row.ToString(CultureInfo.InvariantCulture)}";

    public static string Number(decimal number) => number.ToString("0.############################", CultureInfo.InvariantCulture);

    private static string Sum(IEnumerable<string> cells) => $"({string.Join('+', cells)})";

    private string Sum(Question question, IEnumerable<string> keys) => Sum(keys.Select(key => Input(question, key)));

    private string Input(Question question, string key) => $"{answer}{plan.Row(BookRow.KeyOf(question.Code, key)).Number}";

    private string Broken(Question question, CountLimit limit, string part, string whole)
    {
        var over = $"{Sum(question, limit.Parts)}>{Sum(question, limit.AtMost)}";
        return limit.WaivedWhenFull ? $"AND({over},NOT(AND({whole}>0,{part}={whole})))" : over;
    }
}
