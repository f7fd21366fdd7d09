namespace ZonaIntegritas.Web.Features.Workbooks.Writing;

/// <summary>
/// How tall a row has to be for its wrapped texts. Programs differ in whether they work it out themselves when a file is
/// opened; one that does not would print lines over each other.
/// </summary>
internal static class RowHeights
{
    private const double Line = 12;

    /// <summary>Rows of a sheet's heading: its title is larger than the lines of a table.</summary>
    public const double Title = 22;
    public const double Subtitle = 16;

    private const double Tallest = 409;

    // Columns are measured in figures, which are wider than most letters; words break early.
    private const double Filled = 1;

    /// <param name="texts">Each with the letter of its column.</param>
    public static double Of(params IEnumerable<(string Column, string Text)> texts) =>
        Math.Min(Tallest, Line * Math.Max(1, texts.Select(each => LinesOf(each.Text, WidthOf(each.Column))).DefaultIfEmpty(1).Max()) + 2);

    private static double WidthOf(string letter) => BookColumns.All.First(column => column.Letter == letter).Width * Filled;

    private static int LinesOf(string text, double width) => text.Split('\n').Sum(line => Math.Max(1, (int)Math.Ceiling(line.Length / width)) + (IsAddress(line, width) ? 1 : 0));

    // An address breaks at its joints, which leaves gaps at the ends of lines.
    private static bool IsAddress(string line, double width) => line.Length > width && !line.Contains(' ');
}
