using System.Globalization;

namespace ZonaIntegritas.Web.Features.Workbooks.Writing;

/// <summary>The sheet by which a workbook says whose it is.</summary>
internal static class BookIdentitySheet
{
    public const string Name = "Identitas";

    public const string Assessment = "Lembar";
    public const string Unit = "Unit";
    public const string Year = "Tahun";
    public const string Hash = "Sidik instrumen";

    public static void Write(SheetWriter sheet, BookIdentity identity) => SideSheets.WriteTable(
        sheet,
        ["Hal", "Isi"],
        Lines(identity).Index().Select(line => (line.Index + 2, line.Item.Key, line.Item.Value, (decimal?)null)));

    private static IEnumerable<(string Key, string Value)> Lines(BookIdentity identity) =>
    [
        (Assessment, identity.AssessmentId.ToString()),
        (Unit, identity.Unit),
        (Year, identity.Year.ToString(CultureInfo.InvariantCulture)),
        ("Instrumen", identity.Instrument),
        ("Versi instrumen", identity.InstrumentVersion),
        (Hash, identity.InstrumentSha256),
        ("Versi mesin hitung", identity.Engine.ToString(CultureInfo.InvariantCulture)),
        ("Diunduh", identity.ExportedAt),
    ];
}
