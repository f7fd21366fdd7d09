using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace ZonaIntegritas.Web.Features.Workbooks.Writing;

/// <summary>Writes one sheet row by row, without keeping it.</summary>
/// <param name="cached">Whether formulas carry the value they had here, for viewers that do not calculate.</param>
internal sealed class SheetWriter(OpenXmlWriter xml, BookStyles styles, bool cached)
{
    private int _row;

    public void Start(OpenXmlElement element) => xml.WriteStartElement(element);

    public void Element(OpenXmlElement element) => xml.WriteElement(element);

    public void End() => xml.WriteEndElement();

    public void StartRow(int number, int outline = 0, double? height = null)
    {
        _row = number;
        xml.WriteStartElement(new Row
        {
            RowIndex = (uint)number,
            OutlineLevel = outline > 0 ? (byte)outline : null,
            Height = height is { } tall ? tall : null,
            CustomHeight = height is null ? null : true,
        });
    }

    public void Text(string column, string text, CellLook look)
    {
        if (text.Length == 0)
        {
            Empty(column, look);
            return;
        }

        var shown = look with { Quoted = BookText.LooksLikeFormula(text) };
        xml.WriteElement(new Cell(new InlineString(new Text(BookText.Encode(text)) { Space = SpaceProcessingModeValues.Preserve }))
        {
            CellReference = Place(column), StyleIndex = styles.Of(shown), DataType = CellValues.InlineString,
        });
    }

    public void Empty(string column, CellLook look) => xml.WriteElement(new Cell { CellReference = Place(column), StyleIndex = styles.Of(look) });

    public void Number(string column, decimal number, CellLook look) =>
        xml.WriteElement(new Cell(new CellValue(BookFormulas.Number(number))) { CellReference = Place(column), StyleIndex = styles.Of(look) });

    public void Formula(string column, string formula, decimal value, CellLook look) =>
        Formula(column, formula, BookFormulas.Number(value), CellValues.Number, look);

    public void TextFormula(string column, string formula, string value, CellLook look) => Formula(column, formula, value, CellValues.String, look);

    private void Formula(string column, string formula, string value, CellValues type, CellLook look)
    {
        var cell = new Cell(new CellFormula(formula)) { CellReference = Place(column), StyleIndex = styles.Of(look) };
        if (cached)
        {
            cell.DataType = type;
            cell.Append(new CellValue(value));
        }

        xml.WriteElement(cell);
    }

    private string Place(string column) => column + _row.ToString(CultureInfo.InvariantCulture);
}
