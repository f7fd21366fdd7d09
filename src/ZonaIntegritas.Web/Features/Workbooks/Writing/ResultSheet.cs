using System.Globalization;
using DocumentFormat.OpenXml.Spreadsheet;
using ZonaIntegritas.Domain.Instruments;
using ZonaIntegritas.Domain.Scoring;

namespace ZonaIntegritas.Web.Features.Workbooks.Writing;

/// <summary>The sheet Hasil: points by part, and every limit of every predicate with whether it is met.</summary>
internal sealed class ResultSheet(LkeBook book, BookPlan plan)
{
    public const string Name = "Hasil";
    public const string Met = "Terpenuhi";
    public const string Unmet = "Belum";

    private readonly Dictionary<string, int> _rows = [];

    public void Write(SheetWriter sheet)
    {
        sheet.Element(new SheetProperties(new PageSetupProperties { FitToPage = true }));
        sheet.Element(new SheetViews(new SheetView { WorkbookViewId = 0, ShowGridLines = false }));
        sheet.Element(new Columns(
            new Column { Min = 1, Max = 1, Width = 52, CustomWidth = true }, new Column { Min = 2, Max = 6, Width = 14, CustomWidth = true }));
        sheet.Start(new SheetData());
        WriteHead(sheet);
        var row = WriteParts(sheet, 5);
        row = WriteCompleteness(sheet, row);
        foreach (var predicate in book.Instrument.Predicates)
        {
            row = WritePredicate(sheet, row + 1, predicate);
        }

        WriteRemark(sheet, row + 1);
        sheet.End();
        BookPaper.Write(sheet, book.Identity, small: true);
    }

    private void WriteHead(SheetWriter sheet)
    {
        Line(sheet, 1, "Hasil penilaian", BookLooks.Title, RowHeights.Title);
        Line(sheet, 2, $"{book.Identity.Unit}, tahun {book.Identity.Year.ToString(CultureInfo.InvariantCulture)}", BookLooks.Subtitle, RowHeights.Subtitle);
        WriteHeads(sheet, 4, ["Bagian", "Bobot", "Nilai Unit", "% Unit", "Nilai TPI", "% TPI"]);
    }

    private int WriteParts(SheetWriter sheet, int row)
    {
        foreach (var section in book.Instrument.Sections.Where(section => section.Kind is SectionKind.Component or SectionKind.Area or SectionKind.Outcome or SectionKind.OutcomeItem))
        {
            var depth = section.Kind == SectionKind.Component ? 0 : section.Kind == SectionKind.OutcomeItem ? 2 : 1;
            WritePart(sheet, row, section.Code, $"{section.Code} {section.Name}", depth, column => $"{LkeSheet.Name}!{column}{plan.SectionRow(section.Code).Number}");
            row++;
        }

        foreach (var group in book.Instrument.Groups)
        {
            var members = book.Instrument.Sections.Where(section => section.Group == group.Code).Select(section => plan.SectionRow(section.Code).Number).ToList();
            WritePart(sheet, row, group.Code, $"{group.Code} {group.Name} (seluruh area)", 1, column => $"SUM({string.Join(',', members.Select(at => $"{LkeSheet.Name}!{column}{at}"))})");
            row++;
        }

        WritePart(sheet, row, Limit.TotalTarget, "Total", 0, column => $"{LkeSheet.Name}!{column}{plan.TotalRow}");
        return row + 1;
    }

    private void WritePart(SheetWriter sheet, int row, string code, string name, int depth, Func<string, string> formula)
    {
        _rows[code] = row;
        var look = depth == 0 ? BookLooks.Label : BookLooks.Text;
        sheet.StartRow(row);
        sheet.Text("A", name, look with { Indent = depth });
        sheet.Formula("B", formula(BookColumns.Weight), book.Unit.Score.Section(code).Weight, look with { Format = CellFormat.Points });
        WriteLayer(sheet, "C", "D", BookColumns.UnitValue, book.Unit, look);
        WriteLayer(sheet, "E", "F", BookColumns.TpiValue, book.Tpi, look);
        sheet.End();

        void WriteLayer(SheetWriter to, string points, string share, string column, BookLayer? layer, CellLook cell)
        {
            if (layer?.Score.Section(code) is not { } score)
            {
                to.Empty(points, cell);
                to.Empty(share, cell);
                return;
            }

            to.Formula(points, formula(column), score.Points.ToDecimal(), cell with { Format = CellFormat.Points });
            to.Formula(share, $"{points}{row}/B{row}", score.Share.ToDecimal(), cell with { Format = CellFormat.Percent });
        }
    }

    private int WriteCompleteness(SheetWriter sheet, int row)
    {
        sheet.StartRow(row);
        sheet.Text("A", $"Soal terjawab, dari {book.Instrument.Places.Count.ToString(CultureInfo.InvariantCulture)}", BookLooks.Text);
        sheet.Empty("B", BookLooks.Text);
        WriteLayer("C", "D", BookColumns.UnitAnswer, book.Unit);
        WriteLayer("E", "F", BookColumns.TpiAnswer, book.Tpi);
        sheet.End();
        return row + 1;

        void WriteLayer(string place, string empty, string column, BookLayer? layer)
        {
            if (layer is null)
            {
                sheet.Empty(place, BookLooks.Text);
            }
            else
            {
                string Range(string of) => $"{LkeSheet.Name}!${of}${plan.FirstRow}:${of}${plan.TotalRow - 1}";
                sheet.Formula(
                    place,
                    $"SUMPRODUCT(({Range(BookColumns.Kind)}=\"{BookColumns.QuestionMark}\")*(LEN({Range(column)})>0)*({Range(column)}<>\"{BookFormulas.Check}\"))",
                    layer.Score.Completeness.AnsweredQuestions, BookLooks.Text);
            }

            sheet.Empty(empty, BookLooks.Text);
        }
    }

    private int WritePredicate(SheetWriter sheet, int row, Predicate predicate)
    {
        Line(sheet, row, $"Syarat nilai {predicate.Name}", BookLooks.Subtitle, RowHeights.Subtitle);
        WriteHeads(sheet, row + 1, ["Syarat", "Batas", "Nilai Unit", "Unit", "Nilai TPI", "TPI"]);
        var verdicts = (Unit: Eligibility.Decide(book.Unit.Score, predicate, book.Held), Tpi: book.Tpi is { } tpi ? Eligibility.Decide(tpi.Score, predicate, book.Held) : null);
        var first = row + 2;
        var at = first;
        foreach (var (index, condition) in verdicts.Unit.Conditions.Index())
        {
            sheet.StartRow(at);
            sheet.Text("A", condition.Label, BookLooks.Text);
            if (condition.IsAboutPoints)
            {
                sheet.Number("B", condition.Minimum.ToDecimal(), BookLooks.Text with { Format = CellFormat.Points });
                WriteLimit(sheet, at, "C", "D", condition);
                WriteLimit(sheet, at, "E", "F", verdicts.Tpi?.Conditions[index]);
            }
            else
            {
                WriteHeld(sheet, condition.Met, verdicts.Tpi is not null);
            }

            sheet.End();
            at++;
        }

        sheet.StartRow(at);
        sheet.Text("A", "Seluruh syarat di atas", BookLooks.Label);
        WriteVerdict(sheet, first, at, verdicts);
        sheet.End();
        return at + 1;
    }

    private void WriteLimit(SheetWriter sheet, int row, string points, string met, ConditionResult? condition)
    {
        if (condition is null)
        {
            sheet.Empty(points, BookLooks.Text);
            sheet.Empty(met, BookLooks.Text);
            return;
        }

        var source = _rows.TryGetValue(condition.Code, out var part) ? $"{points}{part}"
            : $"{LkeSheet.Name}!{(points == "C" ? BookColumns.UnitValue : BookColumns.TpiValue)}{plan.SectionRow(condition.Code).Number}";
        sheet.Formula(points, source, condition.Actual.ToDecimal(), BookLooks.Text with { Format = CellFormat.Points });
        // Spreadsheets count in binary, where three thirds can fall short of a limit that they reach.
        sheet.TextFormula(met, $"IF(ROUND({points}{row},9)>=ROUND(B{row},9),\"{Met}\",\"{Unmet}\")", condition.Met ? Met : Unmet, BookLooks.Middle);
    }

    private static void WriteHeld(SheetWriter sheet, bool met, bool withTpi)
    {
        sheet.Empty("B", BookLooks.Text);
        sheet.Empty("C", BookLooks.Text);
        sheet.Text("D", met ? Met : Unmet, BookLooks.Middle);
        sheet.Empty("E", BookLooks.Text);
        sheet.Text("F", withTpi ? met ? Met : Unmet : "", BookLooks.Middle);
    }

    private static void WriteVerdict(SheetWriter sheet, int first, int at, (Verdict Unit, Verdict? Tpi) verdicts)
    {
        sheet.Empty("B", BookLooks.Label);
        sheet.Empty("C", BookLooks.Label);
        Write("D", verdicts.Unit);
        sheet.Empty("E", BookLooks.Label);
        Write("F", verdicts.Tpi);

        void Write(string column, Verdict? verdict)
        {
            var look = BookLooks.Label with { Centered = true };
            if (verdict is null)
            {
                sheet.Empty(column, look);
                return;
            }

            sheet.TextFormula(
                column, $"IF(COUNTIF({column}{first}:{column}{at - 1},\"{Unmet}\")=0,\"{Met}\",\"{Unmet}\")", verdict.Eligible ? Met : Unmet, look);
        }
    }

    private static void WriteRemark(SheetWriter sheet, int row)
    {
        Line(sheet, row, "Angka resmi adalah angka di aplikasi; lembar ini menghitung ulang dengan aturan yang sama. Yang belum dijawab dihitung 0.", BookLooks.Hint);
        Line(sheet, row + 1, "Syarat di luar nilai (TLHP, LHKPN, SAKIP, dan lainnya) tidak termasuk di sini.", BookLooks.Hint);
    }

    private static void WriteHeads(SheetWriter sheet, int row, string[] heads)
    {
        sheet.StartRow(row);
        foreach (var (index, head) in heads.Index())
        {
            sheet.Text("ABCDEF"[index..(index + 1)], head, BookLooks.Header);
        }

        sheet.End();
    }

    private static void Line(SheetWriter sheet, int row, string text, CellLook look, double? height = null)
    {
        sheet.StartRow(row, height: height);
        sheet.Text("A", text, look);
        sheet.End();
    }
}
