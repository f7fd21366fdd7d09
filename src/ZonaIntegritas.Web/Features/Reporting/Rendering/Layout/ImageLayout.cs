using ZonaIntegritas.Web.Features.Reporting.Documents;
using ZonaIntegritas.Web.Features.Reporting.Rendering.Marks;
using ZonaIntegritas.Web.Features.Reporting.Rendering.Text;

namespace ZonaIntegritas.Web.Features.Reporting.Rendering.Layout;

/// <summary>A picture over its caption, never larger than sixty per cent of a page; a framed note when it cannot be read.</summary>
public static class ImageLayout
{
    private const float SpaceBefore = 9;
    private const float CaptionGap = 4;
    private const float TallestPicture = PageGeometry.BodyHeight * 0.6f;
    private const float NotePadding = 14;
    public const string UnreadableNote = "Gambar tidak dapat ditampilkan. Periksa berkas aslinya.";

    public static IEnumerable<Strip> Lay(Image image, PictureShelf pictures)
    {
        var body = pictures.Open(image.Bytes) is { } picture
            ? LayPicture(image, new PictureMark(picture, 0, 0, picture.Width, picture.Height))
            : LayNote();
        yield return body with { SpaceBefore = SpaceBefore, KeepsWithNext = image.Caption.Length > 0 };
        if (image.Caption.Length == 0)
            yield break;
        foreach (var strip in TextLines.Flow(image.Caption, TextStyle.Caption, CaptionGap, alignment: ColumnAlignment.Centre))
            yield return strip;
    }

    private static Strip LayPicture(Image image, PictureMark picture)
    {
        var widest = PageGeometry.ContentWidth * Math.Clamp(image.WidthShare, 0.05f, 1);
        var scale = Math.Min(widest / picture.Width, TallestPicture / picture.Height);
        var (width, height) = (picture.Width * scale, picture.Height * scale);
        var left = TextLines.Align(PageGeometry.Left, PageGeometry.ContentWidth, width, ColumnAlignment.Centre);
        return new Strip(height, [picture with { Left = left, Width = width, Height = height }]);
    }

    private static Strip LayNote()
    {
        var lines = TextLines.Place(UnreadableNote, TextStyle.BodyMuted, PageGeometry.Left + NotePadding,
            PageGeometry.ContentWidth - 2 * NotePadding, NotePadding, ColumnAlignment.Centre);
        var height = lines.Count * TextStyle.BodyMuted.LineHeight + 2 * NotePadding;
        var frame = new FrameMark(PageGeometry.Left, 0, PageGeometry.ContentWidth, height, Palette.Muted);
        return new Strip(height, [frame, .. lines]);
    }
}
