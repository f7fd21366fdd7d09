namespace ZonaIntegritas.Web.Features.Reporting.Rendering;

/// <summary>A4 with 2 cm margins, in points (1/72 inch) from the top left corner.</summary>
public static class PageGeometry
{
    public const float Width = 595.28f;
    public const float Height = 841.89f;
    public const float Margin = 56.69f;

    public const float Left = Margin;
    public const float Right = Width - Margin;
    public const float ContentWidth = Right - Left;

    public const float FooterHeight = 34;
    public const float RunningHeadHeight = 28;

    public const float FirstPageTop = Margin;
    public const float LaterPageTop = Margin + RunningHeadHeight;
    public const float BodyBottom = Height - Margin - FooterHeight;

    /// <summary>Room on every page but the first.</summary>
    public const float BodyHeight = BodyBottom - LaterPageTop;
}
