using System.Globalization;
using System.Text;
using ZonaIntegritas.Web.Features.Reporting.Rendering.Marks;

namespace ZonaIntegritas.Web.Features.Reporting.Rendering;

/// <summary>
/// Adds what SkiaSharp's interface leaves out: the document's language, which screen readers need, and bookmarks.
/// Uses PDF's own way of changing a file: a second section at its end that replaces the catalogue (ISO 32000-1, 7.5.6).
/// </summary>
public static class PdfFinisher
{
    /// <summary>Copies the finished file to <paramref name="output"/>.</summary>
    public static void Finish(MemoryStream pdf, string language, IReadOnlyList<Bookmark> bookmarks, Stream output)
    {
        var bytes = pdf.GetBuffer().AsSpan(0, (int)pdf.Length);
        var trailer = PdfTrailer.Read(bytes);
        var catalogue = trailer.ReadObject(bytes, trailer.RootNumber);
        var outline = OutlineObjects.Build(bookmarks, trailer.Size);

        var additions = new StringBuilder(catalogue[..catalogue.LastIndexOf(">>", StringComparison.Ordinal)]);
        additions.Append(CultureInfo.InvariantCulture, $"\n/Lang ({PdfText.LanguageTag(language)})");
        if (outline.Count > 0)
            additions.Append(CultureInfo.InvariantCulture, $"\n/Outlines {trailer.Size} 0 R\n/PageMode /UseOutlines");
        additions.Append(">>");

        output.Write(bytes);
        WriteSection(output, trailer, [additions.ToString(), .. outline], bytes.Length);
    }

    // The first object replaces the catalogue; the others are new and numbered from the old size on.
    private static void WriteSection(Stream output, PdfTrailer trailer, IReadOnlyList<string> objects, int start)
    {
        var section = new StringBuilder("\n");
        var offsets = new List<int>();
        for (var i = 0; i < objects.Count; i++)
        {
            offsets.Add(start + section.Length);
            var number = i == 0 ? trailer.RootNumber : trailer.Size + i - 1;
            section.Append(CultureInfo.InvariantCulture, $"{number} 0 obj\n{objects[i]}\nendobj\n");
        }
        var tableStart = start + section.Length;
        section.Append(CultureInfo.InvariantCulture, $"xref\n{trailer.RootNumber} 1\n{offsets[0]:D10} 00000 n \n");
        if (objects.Count > 1)
            section.Append(CultureInfo.InvariantCulture, $"{trailer.Size} {objects.Count - 1}\n");
        foreach (var offset in offsets.Skip(1))
            section.Append(CultureInfo.InvariantCulture, $"{offset:D10} 00000 n \n");
        section.Append(CultureInfo.InvariantCulture,
            $"trailer\n<</Size {trailer.Size + objects.Count - 1}\n{trailer.KeptEntries}\n/Prev {trailer.TableStart}>>\nstartxref\n{tableStart}\n%%EOF\n");
        output.Write(Encoding.Latin1.GetBytes(section.ToString()));
    }
}
