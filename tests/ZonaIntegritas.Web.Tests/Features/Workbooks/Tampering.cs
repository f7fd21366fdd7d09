using System.IO.Compression;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace ZonaIntegritas.Web.Tests.Features.Workbooks;

/// <summary>Changes a workbook as people and mishaps do.</summary>
internal static class Tampering
{
    public static byte[] Set(byte[] book, params (string Place, string Text)[] cells) => Edit(book, package =>
    {
        var lke = (WorksheetPart)package.WorkbookPart!.GetPartById(package.WorkbookPart.Workbook!.Sheets!.Elements<Sheet>().First().Id!.Value!);
        foreach (var (place, text) in cells)
        {
            var cell = lke.Worksheet!.Descendants<Cell>().Single(cell => cell.CellReference == place);
            cell.RemoveAllChildren();
            cell.DataType = CellValues.InlineString;
            cell.Append(new InlineString(new Text(text)));
        }

        lke.Worksheet!.Save();
    });

    public static byte[] RenameSheet(byte[] book, string from, string to) => Edit(book, package =>
    {
        package.WorkbookPart!.Workbook!.Sheets!.Elements<Sheet>().Single(sheet => sheet.Name == from).Name = to;
        package.WorkbookPart.Workbook.Save();
    });

    /// <summary>Zeros, which pack to almost nothing.</summary>
    public static byte[] AddPart(byte[] book, string name, int size)
    {
        using var file = Copy(book);
        using (var zip = new ZipArchive(file, ZipArchiveMode.Update, leaveOpen: true))
        {
            using var part = zip.CreateEntry(name).Open();
            part.Write(new byte[size]);
        }

        return file.ToArray();
    }

    private static byte[] Edit(byte[] book, Action<SpreadsheetDocument> change)
    {
        using var file = Copy(book);
        using (var package = SpreadsheetDocument.Open(file, isEditable: true))
        {
            change(package);
        }

        return file.ToArray();
    }

    private static MemoryStream Copy(byte[] book)
    {
        var file = new MemoryStream();
        file.Write(book);
        file.Position = 0;
        return file;
    }
}
