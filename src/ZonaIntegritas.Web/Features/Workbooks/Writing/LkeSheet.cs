using System.Globalization;
using DocumentFormat.OpenXml.Spreadsheet;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Instruments;

namespace ZonaIntegritas.Web.Features.Workbooks.Writing;

/// <summary>The sheet LKE: tree, questions, counts, both layers' answers with live values.</summary>
internal sealed class LkeSheet(LkeBook book, BookPlan plan, ScaleList scales)
{
    public const string Name = "LKE";

    private readonly LkeColumns _unit = new(
        book.Unit, new(plan, scales, BookColumns.UnitAnswer, BookColumns.UnitValue), BookColumns.UnitAnswer, BookColumns.UnitValue, BookColumns.UnitNote, BookColumns.UnitPercent, look => look);

    private readonly LkeColumns _tpi = new(
        book.Tpi, new(plan, scales, BookColumns.TpiAnswer, BookColumns.TpiValue), BookColumns.TpiAnswer, BookColumns.TpiValue, BookColumns.TpiNote, BookColumns.TpiPercent, BookLooks.OfTpi);

    public void Write(SheetWriter sheet)
    {
        WriteFrame(sheet);
        sheet.Start(new SheetData());
        WriteHead(sheet);
        foreach (var row in plan.Rows)
        {
            sheet.StartRow(row.Number, row.Depth, HeightOf(row));
            WriteRow(sheet, row);
            sheet.End();
        }

        WriteTotal(sheet);
        sheet.End();
        sheet.Element(BookChecks.Of(plan, scales, book.Tpi is not null));
        BookPaper.Write(sheet, book.Identity);
    }

    private static void WriteFrame(SheetWriter sheet)
    {
        sheet.Element(new SheetProperties(
            new OutlineProperties { SummaryBelow = false }, new PageSetupProperties { FitToPage = true }));
        var below = $"B{BookPlan.HeaderRow + 1}";
        sheet.Element(new SheetViews(new SheetView(
            new Pane { HorizontalSplit = 1, VerticalSplit = BookPlan.HeaderRow, TopLeftCell = below, ActivePane = PaneValues.BottomRight, State = PaneStateValues.Frozen },
            new Selection { Pane = PaneValues.BottomRight, ActiveCell = below, SequenceOfReferences = new() { InnerText = below } })
        {
            WorkbookViewId = 0, ShowGridLines = false, ZoomScale = 90,
        }));
        sheet.Element(new SheetFormatProperties { DefaultRowHeight = 12.75, OutlineLevelRow = 5 });
        sheet.Element(new Columns(BookColumns.All.Index().Select(column => new Column
        {
            Min = (uint)column.Index + 1, Max = (uint)column.Index + 1, Width = column.Item.Width, CustomWidth = true, Hidden = column.Item.Hidden ? true : null,
        })));
    }

    private void WriteHead(SheetWriter sheet)
    {
        var identity = book.Identity;
        sheet.StartRow(1, height: RowHeights.Title);
        sheet.Text(BookColumns.Subject, book.Instrument.Title.Name, BookLooks.Title);
        sheet.End();
        sheet.StartRow(2, height: RowHeights.Subtitle);
        sheet.Text(BookColumns.Subject, $"{identity.Unit}, tahun {identity.Year.ToString(CultureInfo.InvariantCulture)}", BookLooks.Subtitle);
        sheet.End();
        sheet.StartRow(3, height: RowHeights.Subtitle);
        sheet.Text(
            BookColumns.Subject,
            $"Isi kolom berwarna kuning saja (Jawaban Unit, Catatan Unit), lalu impor kembali di aplikasi. Nilai dihitung sendiri; yang belum dijawab dihitung 0. Diunduh {identity.ExportedAt}.",
            BookLooks.Hint);
        sheet.End();
        sheet.StartRow(BookPlan.HeaderRow, height: 27);
        foreach (var column in BookColumns.All)
        {
            sheet.Text(column.Letter, column.Title, BookLooks.Header);
        }

        sheet.End();
    }

    private void WriteRow(SheetWriter sheet, BookRow row)
    {
        switch (row.Kind)
        {
            case BookRowKind.Section:
                WriteSection(sheet, row);
                break;
            case BookRowKind.Question:
                WriteQuestion(sheet, row);
                break;
            default:
                WriteInput(sheet, row);
                break;
        }
    }

    private void WriteSection(SheetWriter sheet, BookRow row)
    {
        var look = BookLooks.Section(row.Depth);
        sheet.Text(BookColumns.Subject, $"{row.Section.Code} {row.Section.Name}", look with { Indent = row.Depth });
        sheet.Number(BookColumns.Weight, row.Section.Weight, look with { Format = CellFormat.Points });
        sheet.Empty(BookColumns.Criteria, look);
        sheet.Empty(BookColumns.Options, look);
        _unit.WriteSection(sheet, row, look);
        sheet.Empty(BookColumns.Evidence, look);
        sheet.Empty(BookColumns.Url, look);
        _tpi.WriteSection(sheet, row, look);
        _unit.WritePercent(sheet, row, look);
        _tpi.WritePercent(sheet, row, look);
        WriteKey(sheet, row, "bagian");
    }

    private void WriteQuestion(SheetWriter sheet, BookRow row)
    {
        var question = row.Question!;
        sheet.Text(BookColumns.Subject, $"{question.Code} {question.Statement}", BookLooks.Text with { Indent = row.Depth });
        sheet.Empty(BookColumns.Weight, BookLooks.Text);
        sheet.Text(BookColumns.Criteria, CriteriaOf(question), BookLooks.Text);
        sheet.Text(BookColumns.Options, OptionsOf(question), BookLooks.Middle);
        _unit.WriteQuestion(sheet, row);
        var evidence = book.Evidence[question.Code].Index().ToList();
        sheet.Text(BookColumns.Evidence, string.Join('\n', evidence.Select(each => Numbered(each.Index, evidence.Count, NameOf(each.Item)))), BookLooks.Text);
        sheet.Text(BookColumns.Url, AddressesOf(evidence.Select(each => each.Item).ToList()), BookLooks.Text);
        _tpi.WriteQuestion(sheet, row);
        _unit.WritePercent(sheet, row, BookLooks.Percent);
        _tpi.WritePercent(sheet, row, BookLooks.Percent);
        WriteKey(sheet, row, BookColumns.QuestionMark);
    }

    private void WriteInput(SheetWriter sheet, BookRow row)
    {
        sheet.Text(BookColumns.Subject, $"– {row.Input!.Label}", BookLooks.Text with { Indent = row.Depth });
        sheet.Empty(BookColumns.Weight, BookLooks.Text);
        sheet.Empty(BookColumns.Criteria, BookLooks.Text);
        sheet.Text(BookColumns.Options, "Jumlah", BookLooks.Middle);
        _unit.WriteInput(sheet, row);
        sheet.Empty(BookColumns.Evidence, BookLooks.Text);
        sheet.Empty(BookColumns.Url, BookLooks.Text);
        _tpi.WriteInput(sheet, row);
        sheet.Empty(BookColumns.UnitPercent, BookLooks.Text);
        sheet.Empty(BookColumns.TpiPercent, BookLooks.Text);
        WriteKey(sheet, row, "isian");
    }

    private void WriteTotal(SheetWriter sheet)
    {
        var look = BookLooks.Header with { Centered = false };
        sheet.StartRow(plan.TotalRow);
        sheet.Text(BookColumns.Subject, "TOTAL", look);
        sheet.Formula(BookColumns.Weight, $"SUM({string.Join(',', book.Instrument.Components.Select(component => $"{BookColumns.Weight}{plan.SectionRow(component.Code).Number}"))})", book.Instrument.TotalWeight, look with { Format = CellFormat.Points });
        sheet.Empty(BookColumns.Criteria, look);
        sheet.Empty(BookColumns.Options, look);
        _unit.WriteTotal(sheet, book.Instrument, look);
        sheet.Empty(BookColumns.Evidence, look);
        sheet.Empty(BookColumns.Url, look);
        _tpi.WriteTotal(sheet, book.Instrument, look);
        _unit.WriteTotalPercent(sheet, plan.TotalRow, look);
        _tpi.WriteTotalPercent(sheet, plan.TotalRow, look);
        sheet.End();
    }

    private double HeightOf(BookRow row)
    {
        if (row.Kind != BookRowKind.Question)
        {
            return RowHeights.Of((BookColumns.Subject, $"{row.Section.Code} {row.Input?.Label ?? row.Section.Name}"));
        }

        var question = row.Question!;
        var evidence = book.Evidence[question.Code].ToList();
        return RowHeights.Of(
            (BookColumns.Subject, $"{question.Code} {question.Statement}"),
            (BookColumns.Criteria, CriteriaOf(question)),
            (BookColumns.UnitNote, book.Unit.Note(question.Code)),
            (BookColumns.TpiNote, book.Tpi?.Note(question.Code) ?? ""),
            (BookColumns.Evidence, string.Join('\n', evidence.Select(NameOf))),
            (BookColumns.Url, AddressesOf(evidence)));
    }

    private static void WriteKey(SheetWriter sheet, BookRow row, string kind)
    {
        sheet.Text(BookColumns.Key, row.Key, BookLooks.Text);
        sheet.Text(BookColumns.Kind, kind, BookLooks.Text);
    }

    private static string CriteriaOf(Question question) => question.Scale.Kind switch
    {
        ScaleKind.Choice => string.Join('\n', question.Options.Select(option => option.Key == option.Text ? option.Key : $"{option.Key}. {option.Text}")),
        ScaleKind.Counted => question.Formula!.Text,
        _ => question.Guidance ?? $"Nilai dibagi {Indonesian.Number(question.Scale.Maximum)}",
    };

    private static string OptionsOf(Question question) => question.Scale.Kind switch
    {
        ScaleKind.Choice => string.Join('/', question.Options.Select(option => option.Key)),
        ScaleKind.Counted => "%",
        _ => $"0–{Indonesian.Number(question.Scale.Maximum)}",
    };

    // A blank that does not break: an address would leave its number alone on a line.
    private static string AddressesOf(List<BookEvidence> evidence) =>
        string.Join('\n', evidence.Select((each, i) => Numbered(i, evidence.Count, each.Address).Replace(". ", ".\u00A0", StringComparison.Ordinal)));

    private static string NameOf(BookEvidence evidence) => evidence.Place.Length > 0 ? $"{evidence.Name} ({evidence.Place})" : evidence.Name;

    private static string Numbered(int index, int count, string text) => count == 1 ? text : $"{(index + 1).ToString(CultureInfo.InvariantCulture)}. {text}";
}
