using System.Globalization;
using DocumentFormat.OpenXml.Spreadsheet;

namespace ZonaIntegritas.Web.Features.Workbooks.Writing;

/// <summary>How a sheet is printed: across, as wide as the paper, every page numbered.</summary>
internal static class BookPaper
{
    private const uint A4 = 9;
    private const uint A3 = 8;

    public static void Write(SheetWriter sheet, BookIdentity identity, bool small = false)
    {
        sheet.Element(new PageMargins { Left = 0.4, Right = 0.4, Top = 0.5, Bottom = 0.6, Header = 0.3, Footer = 0.3 });
        sheet.Element(new PageSetup
        {
            PaperSize = small ? A4 : A3, Orientation = small ? OrientationValues.Portrait : OrientationValues.Landscape, FitToWidth = 1, FitToHeight = 0,
        });
        // "&" begins a command in a footer; doubled it is itself. A date right behind "&8" would be read as a size of 825 points.
        var unit = identity.UnitShort.Replace("&", "&&", StringComparison.Ordinal);
        sheet.Element(new HeaderFooter(new OddFooter($"&L&8LKE {unit} {identity.Year.ToString(CultureInfo.InvariantCulture)}&C&8 {identity.ExportedAt}&R&8Halaman &P dari &N")));
    }
}
