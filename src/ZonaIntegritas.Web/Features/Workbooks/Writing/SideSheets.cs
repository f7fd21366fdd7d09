using DocumentFormat.OpenXml.Spreadsheet;

namespace ZonaIntegritas.Web.Features.Workbooks.Writing;

/// <summary>What formulas look up and the import asks for; hidden and guarded, without a password.</summary>
internal static class SideSheets
{
    public static void WriteScales(SheetWriter sheet, ScaleList scales) => WriteTable(
        sheet, ["Skala", "Pilihan", "Nilai"], scales.Rows.Index().Select(row => (row.Index + ScaleList.FirstRow, row.Item.Scale.Id, row.Item.Option.Key, (decimal?)row.Item.Option.Value)));

    public static void WriteTable(SheetWriter sheet, string[] heads, IEnumerable<(int Row, string First, string Second, decimal? Third)> rows)
    {
        sheet.Element(new Columns(
            new Column { Min = 1, Max = 1, Width = 24, CustomWidth = true }, new Column { Min = 2, Max = 2, Width = 60, CustomWidth = true }));
        sheet.Start(new SheetData());
        sheet.StartRow(1);
        foreach (var (index, head) in heads.Index())
        {
            sheet.Text("ABC"[index..(index + 1)], head, BookLooks.Header);
        }

        sheet.End();
        foreach (var (row, first, second, third) in rows)
        {
            sheet.StartRow(row);
            sheet.Text("A", first, BookLooks.Text);
            sheet.Text("B", second, BookLooks.Text);
            if (third is { } number)
            {
                sheet.Number("C", number, BookLooks.Text);
            }

            sheet.End();
        }

        sheet.End();
        sheet.Element(new SheetProtection { Sheet = true, Objects = true, Scenarios = true });
    }
}
