using ZonaIntegritas.Domain.Instruments;
using ZonaIntegritas.Domain.Scoring;

namespace ZonaIntegritas.Web.Features.Workbooks.Writing;

/// <summary>One layer's columns of the sheet LKE: answer, value, note and percentage.</summary>
/// <param name="layer">Null where the reader may not see it: the columns stay, empty.</param>
internal sealed class LkeColumns(
    BookLayer? layer, BookFormulas formulas, string answer, string value, string note, string percent, Func<CellLook, CellLook> look)
{
    public void WriteSection(SheetWriter sheet, BookRow row, CellLook section)
    {
        sheet.Empty(answer, section);
        Formula(sheet, value, formulas.Section(row), layer?.Score.Section(row.Section.Code).Points.ToDecimal(), section with { Format = CellFormat.Points });
        sheet.Empty(note, section);
    }

    public void WriteQuestion(SheetWriter sheet, BookRow row)
    {
        var question = row.Question!;
        WriteAnswer(sheet, row, layer?.Answer(question.Code));
        Formula(sheet, value, formulas.Value(row), ValueOf(row), BookLooks.Points);
        sheet.Text(note, BookText.Lines(layer?.Note(question.Code) ?? ""), look(BookLooks.Note));
    }

    public void WriteInput(SheetWriter sheet, BookRow row)
    {
        var counts = layer?.Answer(row.Question!.Code) as CountsAnswer;
        if (counts is not null && counts.Counts.TryGetValue(row.Input!.Key, out var count))
        {
            sheet.Number(answer, count, look(BookLooks.Count));
        }
        else
        {
            sheet.Empty(answer, look(BookLooks.Count));
        }

        sheet.Empty(value, BookLooks.Text);
        sheet.Empty(note, BookLooks.Text);
    }

    public void WritePercent(SheetWriter sheet, BookRow row, CellLook own)
    {
        var percentLook = own with { Format = CellFormat.Percent };
        if (row.Question is null)
        {
            Formula(sheet, percent, formulas.Percent(row.Number), layer?.Score.Section(row.Section.Code).Share.ToDecimal(), percentLook);
        }
        else
        {
            Formula(sheet, percent, formulas.OwnPercent(row.Number), ValueOf(row), percentLook);
        }
    }

    public void WriteTotal(SheetWriter sheet, Instrument instrument, CellLook total)
    {
        sheet.Empty(answer, total);
        Formula(sheet, value, formulas.Sum(instrument.Components), layer?.Score.Total.Points.ToDecimal(), total with { Format = CellFormat.Points });
        sheet.Empty(note, total);
    }

    public void WriteTotalPercent(SheetWriter sheet, int row, CellLook total) =>
        Formula(sheet, percent, formulas.Percent(row), layer?.Score.Total.Share.ToDecimal(), total with { Format = CellFormat.Percent });

    private void WriteAnswer(SheetWriter sheet, BookRow row, AnswerValue? given)
    {
        switch (row.Question!.Scale.Kind)
        {
            case ScaleKind.Counted when layer is not null:
                WriteRatio(sheet, row, given);
                break;
            case ScaleKind.Counted:
                sheet.Empty(answer, BookLooks.Ratio);
                break;
            case ScaleKind.Level when given is LevelAnswer level:
                sheet.Number(answer, level.Value, look(BookLooks.Index));
                break;
            case ScaleKind.Level:
                sheet.Empty(answer, look(BookLooks.Index));
                break;
            default:
                sheet.Text(answer, given is ChoiceAnswer choice ? choice.Key : "", look(BookLooks.Answer));
                break;
        }
    }

    private void WriteRatio(SheetWriter sheet, BookRow row, AnswerValue? given)
    {
        if (given is not null && AnswerRules.IsComplete(row.Question!, given) && AnswerRules.FaultsOf(row.Question!, given).Count == 0)
        {
            sheet.Formula(answer, formulas.Ratio(row), ValueOf(row)!.Value, BookLooks.Ratio);
        }
        else
        {
            var shown = given is not null && AnswerRules.FaultsOf(row.Question!, given).Count > 0 ? BookFormulas.Check : "";
            sheet.TextFormula(answer, formulas.Ratio(row), shown, BookLooks.Ratio);
        }
    }

    private decimal? ValueOf(BookRow row) =>
        layer?.Score.Lines.First(line => line.Question.Code == row.Question!.Code).Value.ToDecimal();

    private static void Formula(SheetWriter sheet, string column, string formula, decimal? cached, CellLook style)
    {
        if (cached is { } known)
        {
            sheet.Formula(column, formula, known, style);
        }
        else
        {
            sheet.Empty(column, style);
        }
    }
}
