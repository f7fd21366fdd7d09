using DocumentFormat.OpenXml.Spreadsheet;

namespace ZonaIntegritas.Web.Features.Workbooks.Writing;

internal enum CellFormat
{
    General = 0,
    Whole = 1,
    Percent = 164,
    Index = 165,
    Points = 166,
}

/// <param name="Fill">RRGGBB; empty for none.</param>
/// <param name="Quoted">Stays text even when somebody edits the cell.</param>
internal sealed record CellLook(
    bool Bold = false, string Fill = "", CellFormat Format = CellFormat.General, bool Centered = false, int Indent = 0, double Size = 9,
    bool Framed = true, bool Wrap = true, bool Quoted = false, bool Middle = false, string Ink = "1F2933");

/// <summary>Collects the looks that cells ask for, and writes each once.</summary>
internal sealed class BookStyles
{
    // Decimals with a comma wherever a program follows the format rather than the machine.
    private const string Indonesian = "[$-421]";

    private readonly List<CellLook> _looks = [new(Framed: false, Wrap: false)];

    public uint Of(CellLook look)
    {
        var at = _looks.IndexOf(look);
        if (at < 0)
        {
            at = _looks.Count;
            _looks.Add(look);
        }

        return (uint)at;
    }

    public Stylesheet Sheet()
    {
        List<(bool Bold, double Size, string Ink)> fonts = [.. _looks.Select(FontOf).Distinct()];
        List<string> fills = ["", "gray125", .. _looks.Select(look => look.Fill).Where(fill => fill.Length > 0).Distinct()];
        return new(
            new NumberingFormats(
                new NumberingFormat { NumberFormatId = (uint)CellFormat.Percent, FormatCode = Indonesian + "0.0%" },
                new NumberingFormat { NumberFormatId = (uint)CellFormat.Index, FormatCode = Indonesian + "0.00##" },
                new NumberingFormat { NumberFormatId = (uint)CellFormat.Points, FormatCode = Indonesian + "0.00" }),
            new Fonts(fonts.Select(MakeFont)),
            new Fills(fills.Select(MakeFill)),
            new Borders(new Border(), Frame()),
            new CellStyleFormats(new DocumentFormat.OpenXml.Spreadsheet.CellFormat()),
            new CellFormats(_looks.Select(look => MakeFormat(look, fonts.IndexOf(FontOf(look)), Math.Max(0, fills.IndexOf(look.Fill))))));
    }

    private static (bool, double, string) FontOf(CellLook look) => (look.Bold, look.Size, look.Ink);

    private static Font MakeFont((bool Bold, double Size, string Ink) font)
    {
        var made = new Font();
        if (font.Bold)
        {
            made.Append(new Bold());
        }

        made.Append(new FontSize { Val = font.Size }, new Color { Rgb = "FF" + font.Ink }, new FontName { Val = "Arial" });
        return made;
    }

    private static Fill MakeFill(string fill) => new(fill switch
    {
        "" => new PatternFill { PatternType = PatternValues.None },
        "gray125" => new PatternFill { PatternType = PatternValues.Gray125 },
        _ => new PatternFill(new ForegroundColor { Rgb = "FF" + fill }) { PatternType = PatternValues.Solid },
    });

    private static Border Frame()
    {
        return new(
            Line<LeftBorder>(), Line<RightBorder>(), Line<TopBorder>(), Line<BottomBorder>());

        static T Line<T>()
            where T : BorderPropertiesType, new()
        {
            var line = new T { Style = BorderStyleValues.Thin };
            line.Append(new Color { Rgb = "FFB8C2CC" });
            return line;
        }
    }

    private static DocumentFormat.OpenXml.Spreadsheet.CellFormat MakeFormat(CellLook look, int font, int fill) => new(
        new Alignment
        {
            Vertical = look.Middle ? VerticalAlignmentValues.Center : VerticalAlignmentValues.Top,
            Horizontal = look.Centered ? HorizontalAlignmentValues.Center : look.Indent > 0 ? HorizontalAlignmentValues.Left : null,
            WrapText = look.Wrap,
            Indent = look.Indent > 0 ? uint.CreateChecked(look.Indent) : null,
        })
    {
        NumberFormatId = (uint)look.Format,
        FontId = (uint)font,
        FillId = (uint)fill,
        BorderId = look.Framed ? 1U : 0U,
        ApplyNumberFormat = true,
        ApplyAlignment = true,
        QuotePrefix = look.Quoted ? true : null,
    };
}
