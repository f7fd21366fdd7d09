using SkiaSharp;
using ZonaIntegritas.Web.Features.Reporting.Documents;
using ZonaIntegritas.Web.Features.Reporting.Rendering.Layout;
using ZonaIntegritas.Web.Features.Reporting.Rendering.Marks;

namespace ZonaIntegritas.Web.Features.Reporting.Rendering;

/// <summary>A4 PDF with real text, in process. Holds no state: one instance serves all threads.</summary>
public sealed class SkiaPdfRenderer : IReportRenderer
{
    private const float PicturesPerInch = 200;
    private const int PictureQuality = 88;

    public string ContentType => "application/pdf";

    public void Render(PaperDocument document, Stream output)
    {
        using var pictures = new PictureShelf();
        var blocks = new BlockLayout(pictures);
        var pages = Paginator.Paginate([.. OpeningLayout.Lay(document, pictures), .. LayBody(document, blocks)]);

        using var buffer = new MemoryStream();
        var bookmarks = Draw(document, pages, buffer);
        PdfFinisher.Finish(buffer, document.Language, bookmarks, output);
    }

    private static IEnumerable<Strip> LayBody(PaperDocument document, BlockLayout blocks)
    {
        var body = document.Blocks.SelectMany((block, i) => IsClosing(document.Blocks, i) ? blocks.Lay(block).BoundToNext() : blocks.Lay(block));
        return document.Seal is { } seal ? SealLayout.Append(body, seal) : body;
    }

    // Signatures alone on a page could belong to any paper: the paragraph before them comes along.
    private static bool IsClosing(IReadOnlyList<PaperBlock> blocks, int index) =>
        index + 1 < blocks.Count && blocks[index] is Paragraph && blocks[index + 1] is Signatures;

    private static IReadOnlyList<Bookmark> Draw(PaperDocument document, IReadOnlyList<IReadOnlyList<PlacedStrip>> pages, Stream buffer)
    {
        using var pdf = SKDocument.CreatePdf(buffer, Describe(document));
        var furniture = new PageFurniture(document, pages.Count);
        Easel? easel = null;
        for (var i = 0; i < pages.Count; i++)
        {
            var canvas = pdf.BeginPage(PageGeometry.Width, PageGeometry.Height);
            easel ??= new Easel { Canvas = canvas };
            easel.Canvas = canvas;
            foreach (var mark in furniture.Of(i + 1))
                mark.Paint(easel, 0);
            foreach (var (strip, top) in pages[i])
            {
                foreach (var mark in strip.Marks)
                    mark.Paint(easel, top);
            }
            pdf.EndPage();
        }
        pdf.Close();
        easel?.Dispose();
        return easel?.Bookmarks ?? [];
    }

    // PDF/A-2b asks for what an archive needs anyway: embedded fonts, known colours, described contents.
    private static SKDocumentPdfMetadata Describe(PaperDocument document) => new(PicturesPerInch, PictureQuality)
    {
        Title = document.Title,
        Subject = document.Subject,
        Author = document.Author,
        Creator = "Zona Integritas",
        Creation = document.CreatedAt?.UtcDateTime,
        Modified = document.CreatedAt?.UtcDateTime,
        PdfA = true,
    };
}
