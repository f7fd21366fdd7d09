using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Instruments;

namespace ZonaIntegritas.Web.Features.Workbooks.Writing;

/// <summary>What may be typed where, told at once by the spreadsheet program; the import checks all of it again.</summary>
internal static class BookChecks
{
    public static DataValidations Of(BookPlan plan, ScaleList scales, bool withTpi)
    {
        string[] answers = withTpi ? [BookColumns.UnitAnswer, BookColumns.TpiAnswer] : [BookColumns.UnitAnswer];
        var questions = plan.Rows.Where(row => row.Kind == BookRowKind.Question).ToList();
        List<DataValidation> checks =
        [
            .. questions.Where(row => row.Question!.Scale.Kind == ScaleKind.Choice).GroupBy(row => row.Question!.Scale.Id)
                .Select(rows => Choice(rows.First().Question!.Scale, scales, Cells(rows, answers))),
            .. questions.Where(row => row.Question!.Scale.Kind == ScaleKind.Level).GroupBy(row => row.Question!.Scale.Id)
                .Select(rows => Level(rows.First().Question!.Scale, Cells(rows, answers))),
        ];
        if (plan.Rows.Where(row => row.Kind == BookRowKind.Input).ToList() is { Count: > 0 } inputs)
        {
            checks.Add(Count(Cells(inputs, answers)));
        }

        checks.Add(Note(Cells(questions, [BookColumns.UnitNote])));
        return new(checks) { Count = (uint)checks.Count };
    }

    private static DataValidation Choice(AnswerScale scale, ScaleList scales, string cells) =>
        Make(DataValidationValues.List, cells, $"Pilih {string.Join(" / ", scale.Options.Select(option => option.Key))}.", scales.Keys(scale));

    private static DataValidation Level(AnswerScale scale, string cells) => Make(
        DataValidationValues.Decimal, cells, $"Isi angka 0 sampai {Indonesian.Number(scale.Maximum)}.", "0", BookFormulas.Number(scale.Maximum), DataValidationOperatorValues.Between);

    private static DataValidation Count(string cells) =>
        Make(DataValidationValues.Whole, cells, "Isi bilangan bulat, 0 atau lebih.", "0", how: DataValidationOperatorValues.GreaterThanOrEqual);

    private static DataValidation Note(string cells) => Make(
        DataValidationValues.TextLength, cells, $"Catatan paling panjang {Answer.NoteMaxLength} huruf.",
        Answer.NoteMaxLength.ToString(CultureInfo.InvariantCulture), how: DataValidationOperatorValues.LessThanOrEqual);

    private static DataValidation Make(
        DataValidationValues type, string cells, string message, string first, string? second = null, DataValidationOperatorValues? how = null)
    {
        var check = new DataValidation(new Formula1(first))
        {
            Type = type, AllowBlank = true, ShowErrorMessage = true, ErrorTitle = "Isian tidak sesuai", Error = message,
            SequenceOfReferences = new ListValue<StringValue> { InnerText = cells },
        };
        if (how is { } comparison)
        {
            check.Operator = comparison;
        }

        if (second is not null)
        {
            check.Append(new Formula2(second));
        }

        return check;
    }

    private static string Cells(IEnumerable<BookRow> rows, IEnumerable<string> columns) =>
        string.Join(' ', from column in columns from row in rows select column + row.Number.ToString(CultureInfo.InvariantCulture));
}
