using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace ZonaIntegritas.Web.Features.Workbooks.Importing;

/// <summary>The texts that cells point at by number.</summary>
internal static class SharedStrings
{
    public static IReadOnlyList<string> Read(WorkbookPart workbook)
    {
        if (workbook.SharedStringTablePart is not { } part)
        {
            return [];
        }

        List<string> texts = [];
        using var xml = OpenXmlReader.Create(part);
        while (xml.Read())
        {
            if (xml.ElementType == typeof(SharedStringItem) && xml.IsStartElement)
            {
                texts.Add(BookText.Decode(TextOf((SharedStringItem)xml.LoadCurrentElement()!)));
            }
        }

        return texts;
    }

    /// <summary>Plain or in several letterings; hints for reading aloud are left out.</summary>
    public static string TextOf(RstType? item) => item is null ? ""
        : string.Concat(item.ChildElements.Select(part => part switch { Text text => text.Text, Run run => run.Text?.Text ?? "", _ => "" }));
}
