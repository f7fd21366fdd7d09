using System.Xml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Evidence;
using ZonaIntegritas.Web.Features.Evidence.Content;
using ZonaIntegritas.Web.Features.Workbooks.Writing;

namespace ZonaIntegritas.Web.Features.Workbooks.Importing;

/// <summary>Reads a workbook that comes back. Nothing in it is calculated or followed; all sizes are limited before it is opened.</summary>
public static class BookReader
{
    public const int MaxMegabytes = 10;
    public const int MaxBytes = MaxMegabytes * 1024 * 1024;

    private const int MaxParts = 500;
    private const int MaxPartCharacters = 32 * 1024 * 1024;
    private const long MaxUnpacked = 64L * 1024 * 1024;

    public static Result<ReadBook> Read(byte[] file)
    {
        if (file.Length > MaxBytes)
        {
            return WorkbookProblems.TooLarge(MaxMegabytes);
        }

        try
        {
            using var content = new MemoryStream(file, writable: false);
            return Look(content) is { } refused ? refused : Open(content);
        }
        catch (Exception error) when (error is OpenXmlPackageException or FileFormatException or XmlException or InvalidDataException
            or InvalidOperationException or ArgumentException or FormatException or KeyNotFoundException or IOException or UriFormatException or OverflowException)
        {
            // Whatever the library says of a broken file, the person is told one thing.
            return WorkbookProblems.NotExcel;
        }
    }

    /// <summary>Whether the bytes are a workbook of a bearable size, before anything opens it; null when they are.</summary>
    public static Problem? Look(Stream content)
    {
        var parts = ZipDirectory.Look(new(content)).Parts;
        if (parts.Count == 0)
        {
            return WorkbookProblems.NotExcel;
        }

        if (parts.Count > MaxParts || parts.Sum(part => (decimal)part.Size) > MaxUnpacked)
        {
            return WorkbookProblems.UnpacksTooLarge;
        }

        // Also counts what really unpacks, and refuses programs inside.
        return EvidenceInspection.Inspect(content, EvidenceType.Xlsx).Problem;
    }

    private static Result<ReadBook> Open(Stream content)
    {
        using var package = SpreadsheetDocument.Open(content, isEditable: false, new() { MaxCharactersInPart = MaxPartCharacters });
        if (package.WorkbookPart is not { Workbook.Sheets: { } sheets } workbook)
        {
            return WorkbookProblems.NotExcel;
        }

        var strings = SharedStrings.Read(workbook);
        if (PartOf(BookIdentitySheet.Name) is not { } identity || PartOf(LkeSheet.Name) is not { } lke)
        {
            return WorkbookProblems.NotLke;
        }

        var names = RowReader.Read(identity, strings).Where(row => row.Cells.ContainsKey("A"))
            .GroupBy(row => row.Cells["A"].Text).ToDictionary(rows => rows.Key, rows => rows.First().Cells.TryGetValue("B", out var cell) ? cell.Text : "");
        return Rows(RowReader.Read(lke, strings)) is { } read ? new ReadBook(names, read) : WorkbookProblems.HeaderMissing;

        WorksheetPart? PartOf(string name) =>
            sheets.Elements<Sheet>().FirstOrDefault(sheet => sheet.Name?.Value == name)?.Id?.Value is { } id ? workbook.GetPartById(id) as WorksheetPart : null;
    }

    /// <returns>Null when the columns cannot be told. They are found by their titles, for people insert columns.</returns>
    private static List<ReadRow>? Rows(IEnumerable<RawRow> rows)
    {
        List<ReadRow> found = [];
        (string Answer, string Note, string Key)? columns = null;
        foreach (var row in rows)
        {
            if (columns is not { } at)
            {
                columns = ColumnsOf(row);
            }
            else if (row.Cells.TryGetValue(at.Key, out var key) && !key.IsEmpty)
            {
                found.Add(new(row.Number, key.Text.Trim(), row.Cell(at.Answer), row.Cell(at.Note)));
            }
        }

        return columns is null ? null : found;
    }

    private static (string, string, string)? ColumnsOf(RawRow row)
    {
        return Column(BookColumns.AnswerTitle) is { } answer && Column(BookColumns.NoteTitle) is { } note && Column(BookColumns.KeyTitle) is { } key
            ? (answer, note, key)
            : null;

        string? Column(string title) => row.Cells.Where(cell => cell.Value.Text.Trim() == title).Select(cell => cell.Key).FirstOrDefault();
    }
}
