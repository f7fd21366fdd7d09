namespace ZonaIntegritas.Web.Features.Workbooks.Writing;

/// <summary>How the workbook looks: the deeper in the tree, the lighter; what is to be filled in stands on yellow.</summary>
internal static class BookLooks
{
    private const string ToFill = "FFF9DB";
    private const string Computed = "F4F6F8";

    private static readonly string[] Shades = ["C9D9EC", "DCE7F3", "EAF0F8", "F3F7FB"];

    public static CellLook Title { get; } = new(Bold: true, Size: 14, Framed: false, Wrap: false, Ink: "12355B");

    public static CellLook Subtitle { get; } = new(Bold: true, Size: 10, Framed: false, Wrap: false);

    public static CellLook Hint { get; } = new(Framed: false, Wrap: false, Ink: "52606D");

    public static CellLook Header { get; } = new(Bold: true, Fill: "12355B", Centered: true, Middle: true, Ink: "FFFFFF");

    public static CellLook Text { get; } = new();

    public static CellLook Label { get; } = new(Bold: true);

    public static CellLook Middle { get; } = new(Centered: true);

    public static CellLook Points { get; } = new(Format: CellFormat.Points, Fill: Computed);

    public static CellLook Percent { get; } = new(Format: CellFormat.Percent, Fill: Computed);

    public static CellLook Ratio { get; } = new(Format: CellFormat.Percent, Fill: Computed, Centered: true);

    public static CellLook Answer { get; } = new(Fill: ToFill, Centered: true, Bold: true);

    public static CellLook Count { get; } = Answer with { Format = CellFormat.Whole };

    public static CellLook Index { get; } = Answer with { Format = CellFormat.Index };

    public static CellLook Note { get; } = new(Fill: ToFill);

    public static CellLook Section(int depth) => new(Bold: true, Fill: Shades[Math.Min(depth, Shades.Length - 1)]);

    /// <summary>TPI's cells of the same kind, which nobody at the unit fills in.</summary>
    public static CellLook OfTpi(CellLook look) => look with { Fill = look.Fill == ToFill ? "" : look.Fill };
}
