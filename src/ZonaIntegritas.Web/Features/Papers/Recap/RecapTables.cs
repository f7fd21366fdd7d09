using ZonaIntegritas.Web.Features.Readiness;
using ZonaIntegritas.Web.Features.Reporting;
using ZonaIntegritas.Web.Features.Reporting.Documents;

namespace ZonaIntegritas.Web.Features.Papers.Recap;

/// <summary>Ranking and heat map: one row a unit, in tables of at most a thousand rows.</summary>
internal static class RecapTables
{
    public const int MostRows = 1000;

    /// <summary>A look on the screen is sent to the browser whole, so it shows the first units only.</summary>
    public const int MostOnScreen = 100;

    private const ColumnAlignment Right = ColumnAlignment.Right;

    public static IEnumerable<PaperBlock> Ranking(RecapFacts facts, bool preview)
    {
        yield return new Heading(1, "Peringkat");
        if (preview && facts.Rows.Count > MostOnScreen)
        {
            yield return new Paragraph($"Pratinjau memuat {RecapPaper.Say(MostOnScreen)} unit pertama; PDF memuat semua {RecapPaper.Say(facts.Rows.Count)} unit.", ParagraphStyle.Muted);
        }

        foreach (var (rows, from) in PartsOf(facts, preview))
        {
            if (facts.Rows.Count > MostRows)
            {
                yield return new Heading(2, $"Urutan {RecapPaper.Say(from)} sampai {RecapPaper.Say(from + rows.Length - 1)}");
            }

            yield return new Table(
                [
                    new("No", 0.6f, Right), new("Unit kerja", 3.2f), new("Target", 1), new("Lapisan", 2.5f), new("Nilai", 0.9f, Right),
                    new("Syarat nilai", 1.4f), new("Kesimpulan", 1.8f), new("Giliran", 1.5f),
                ],
                [.. rows.Select((row, i) => RankRow(row, from + i))]);
        }
    }

    public static IEnumerable<PaperBlock> Areas(RecapFacts facts, bool preview)
    {
        yield return new Heading(1, "Capaian tiap area");
        yield return new Paragraph(string.Join("; ", facts.Areas.Select(area => $"{area.Code} {area.Name}")) + ". Tanda menurut batas target tiap unit.", ParagraphStyle.Muted);
        foreach (var (rows, _) in PartsOf(facts, preview))
        {
            yield return new HeatMap("Unit kerja", [.. facts.Areas.Select(area => area.Code)], [.. rows.Select(row => AreaRow(row.Shown, facts.Areas))]);
        }
    }

    private static IEnumerable<(RecapRow[] Rows, int From)> PartsOf(RecapFacts facts, bool preview) =>
        facts.Rows.Take(preview ? MostOnScreen : int.MaxValue).Chunk(MostRows).Select((rows, part) => (rows, part * MostRows + 1));

    private static TableRow RankRow(RecapRow row, int rank) => TableRow.Of(
        row.HasScore ? RecapPaper.Say(rank) : "–",
        row.Shown.UnitName,
        row.Shown.Target,
        RecapPaper.Standing(row),
        row.Shown.Score?.Total.Text ?? "–",
        row.Shown.Score?.GatesText ?? "–",
        row.Shown.Score is { } score ? new TableCell(score.Verdict, score.TargetMet ? Tone.Met : Tone.Below) : new TableCell("Belum dinilai", Tone.None),
        row.Shown.Turn.Length > 0 ? row.Shown.Turn : "–");

    private static HeatRow AreaRow(ReadinessRow row, IReadOnlyList<AreaHead> areas) => new(
        row.Unit,
        [.. areas.Select(area => row.Score?.Areas.FirstOrDefault(share => share.Head.Code == area.Code) is { } found
            ? new HeatCell(found.Share.Text, PaperTones.Of(found.Standing))
            : new HeatCell("–", Tone.None))]);
}
