using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace ZonaIntegritas.Web.Features.Workbooks.Writing;

/// <summary>The whole workbook. A workbook of one sheet is small, so it is made in memory and is whole before its first byte leaves.</summary>
public static class BookWriter
{
    public const string MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <param name="cached">Without, every value is left to the program that opens it: how a test proves the formulas.</param>
    public static byte[] Write(LkeBook book, bool cached = true)
    {
        using var file = new MemoryStream();
        using (var package = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook))
        {
            var workbook = package.AddWorkbookPart();
            var (styles, plan, scales) = (new BookStyles(), new BookPlan(book.Instrument), new ScaleList(book.Instrument));
            var sheets = new Sheets();
            Add(LkeSheet.Name, new LkeSheet(book, plan, scales).Write);
            Add(ResultSheet.Name, new ResultSheet(book, plan).Write);
            Add(ScaleList.SheetName, sheet => SideSheets.WriteScales(sheet, scales), hidden: true);
            Add(BookIdentitySheet.Name, sheet => BookIdentitySheet.Write(sheet, book.Identity), hidden: true);
            workbook.AddNewPart<WorkbookStylesPart>().Stylesheet = styles.Sheet();
            workbook.Workbook = new(
                new BookViews(new WorkbookView { ActiveTab = 0 }),
                sheets,
                new DefinedNames(
                    new DefinedName($"{LkeSheet.Name}!$A:$N") { Name = "_xlnm.Print_Area", LocalSheetId = 0 },
                    new DefinedName($"{LkeSheet.Name}!${BookPlan.HeaderRow}:${BookPlan.HeaderRow}") { Name = "_xlnm.Print_Titles", LocalSheetId = 0 }),
                new CalculationProperties { CalculationId = 191029, FullCalculationOnLoad = true });

            void Add(string name, Action<SheetWriter> write, bool hidden = false)
            {
                var part = workbook.AddNewPart<WorksheetPart>();
                using (var xml = OpenXmlWriter.Create(part))
                {
                    xml.WriteStartDocument();
                    xml.WriteStartElement(new Worksheet());
                    write(new(xml, styles, cached));
                    xml.WriteEndElement();
                }

                sheets.Append(new Sheet
                {
                    Name = name, SheetId = (uint)sheets.ChildElements.Count + 1, Id = workbook.GetIdOfPart(part),
                    State = hidden ? SheetStateValues.Hidden : null,
                });
            }
        }

        return file.ToArray();
    }
}
