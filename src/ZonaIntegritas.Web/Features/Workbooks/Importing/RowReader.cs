using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace ZonaIntegritas.Web.Features.Workbooks.Importing;

internal sealed record RawRow(int Number, IReadOnlyDictionary<string, BookCell> Cells)
{
    public BookCell Cell(string column) => Cells.TryGetValue(column, out var cell) ? cell : new(column + Number.ToString(CultureInfo.InvariantCulture), CellKind.Text, "");
}

/// <summary>Reads a sheet row by row, without keeping it.</summary>
internal static class RowReader
{
    private const int MaxRows = 20_000;

    public static IEnumerable<RawRow> Read(WorksheetPart part, IReadOnlyList<string> strings)
    {
        using var xml = OpenXmlReader.Create(part);
        for (var number = 0; xml.Read();)
        {
            if (xml.ElementType != typeof(Row) || !xml.IsStartElement)
            {
                continue;
            }

            var row = (Row)xml.LoadCurrentElement()!;
            number = row.RowIndex is { } index ? checked((int)index.Value) : number + 1;
            if (number > MaxRows)
            {
                yield break;
            }

            yield return new(number, CellsOf(row, number, strings));
        }
    }

    private static Dictionary<string, BookCell> CellsOf(Row row, int number, IReadOnlyList<string> strings)
    {
        Dictionary<string, BookCell> cells = [];
        foreach (var cell in row.Elements<Cell>())
        {
            // Every program that people use writes where a cell stands.
            var column = new string([.. (cell.CellReference?.Value ?? "").TakeWhile(char.IsAsciiLetterUpper)]);
            if (column.Length > 0)
            {
                var (kind, text) = ContentOf(cell, strings);
                cells[column] = new(column + number.ToString(CultureInfo.InvariantCulture), kind, text);
            }
        }

        return cells;
    }

    private static (CellKind Kind, string Text) ContentOf(Cell cell, IReadOnlyList<string> strings)
    {
        var value = cell.CellValue?.Text ?? "";
        var type = cell.DataType?.Value ?? CellValues.Number;
        return type == CellValues.SharedString ? (CellKind.Text, strings[int.Parse(value, CultureInfo.InvariantCulture)])
            : type == CellValues.InlineString ? (CellKind.Text, BookText.Decode(SharedStrings.TextOf(cell.InlineString)))
            : type == CellValues.String ? (CellKind.Text, BookText.Decode(value))
            : type == CellValues.Error ? (CellKind.Error, value)
            : type == CellValues.Boolean ? (CellKind.Text, value == "1" ? "TRUE" : "FALSE")
            : (CellKind.Number, value);
    }
}
