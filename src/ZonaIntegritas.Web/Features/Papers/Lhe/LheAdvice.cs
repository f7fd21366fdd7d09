using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Instruments;
using ZonaIntegritas.Web.Features.Papers.Typed;
using ZonaIntegritas.Web.Features.Reporting.Documents;

namespace ZonaIntegritas.Web.Features.Papers.Lhe;

/// <summary>What the unit is asked to do, in TPI's own words, and what it has done well.</summary>
internal static class LheAdvice
{
    public static IEnumerable<PaperBlock> Blocks(LheFacts facts, PaperInput input) =>
    [
        new Heading(1, "8. Rekomendasi"),
        .. Recommendations(facts),
        .. input.Lines(PaperFields.Extra) is { Count: > 0 } extra ? (PaperBlock[])[new Heading(2, "Rekomendasi tambahan"), new PointList(extra, Numbered: true)] : [],
        new Heading(1, "9. Apresiasi"),
        new Paragraph(Praise(facts)),
    ];

    private static IEnumerable<PaperBlock> Recommendations(LheFacts facts)
    {
        var groups = GroupsOf(facts).ToList();
        if (groups.Count == 0)
        {
            yield return new Paragraph("Seluruh soal bernilai penuh; tidak ada perbaikan yang direkomendasikan.");
            yield break;
        }

        yield return new Paragraph(
            "Disusun dari catatan TPI pada soal yang belum bernilai penuh. Area yang belum mencapai batas didahulukan, lalu soal yang paling mengurangi nilai. "
            + "Bila yang tertulis hanya jawaban, TPI tidak menulis catatan pada soal itu.");
        foreach (var (area, missed, lines) in groups)
        {
            yield return new Heading(2, missed ? $"{area.Name} (belum mencapai batas {facts.Head.Target})" : area.Name);
            yield return new Table(
                [new("Soal", 1.3f), new("Yang dinilai", 3.6f), new("Rekomendasi TPI", 4.2f), new("Berkurang", 1.2f, ColumnAlignment.Right)],
                [.. lines.Select(line => TableRow.Of(line.Code, facts.Instrument.Question(line.Code)?.Statement ?? "", Advice(facts, line), Indonesian.Points(line.Lost)))]);
        }
    }

    internal static IEnumerable<(Section Area, bool Missed, IReadOnlyList<FrozenLine> Lines)> GroupsOf(LheFacts facts) => facts.Tpi.Lines
        .Where(line => line.Lost > 0m && facts.Instrument.Place(line.Code) is not null)
        .GroupBy(line => facts.Instrument.Place(line.Code)!.Area)
        .Select(area => (Area: area.Key, Missed: IsMissed(facts, area.Key), Lines: (IReadOnlyList<FrozenLine>)[.. area.OrderByDescending(line => line.Lost)]))
        .OrderByDescending(group => group.Missed);

    /// <summary>The limit of the area itself, or of one of its items.</summary>
    private static bool IsMissed(LheFacts facts, Section area) =>
        facts.Missed.Any(gate => gate.Code == area.Code || gate.Code.StartsWith(area.Code + ".", StringComparison.Ordinal));

    private static string Advice(LheFacts facts, FrozenLine line) => LheResults.Note(facts, line.Code) is { Length: > 0 } note
        ? note
        : $"Jawaban menurut TPI: {LheResults.Answer(facts, line)}.";

    /// <summary>Only what the figures say.</summary>
    internal static string Praise(LheFacts facts)
    {
        var areas = facts.Instrument.OfKind(SectionKind.Area).Concat(facts.Instrument.OfKind(SectionKind.Outcome)).Select(area => facts.Tpi.Sections[area.Code]).ToList();
        var full = areas.Where(area => area.Points >= area.Weight).Select(area => area.Name).ToList();
        var above = areas.Where(area => !full.Contains(area.Name) && Reaches(facts, area)).Select(area => area.Name).ToList();
        return (full.Count, above.Count) switch
        {
            (0, 0) => $"Belum ada area yang mencapai batas {facts.Head.Target}. Rekomendasi di atas menunjukkan dari mana perbaikan dapat dimulai.",
            (0, _) => $"TPI mengapresiasi capaian yang sudah memenuhi batas {facts.Head.Target} pada {Join(above)}.",
            (_, 0) => $"TPI mengapresiasi nilai penuh pada {Join(full)}.",
            _ => $"TPI mengapresiasi nilai penuh pada {Join(full)}, serta capaian yang sudah memenuhi batas {facts.Head.Target} pada {Join(above)}.",
        };
    }

    private static bool Reaches(LheFacts facts, FrozenSection area) =>
        facts.Tpi.Gates.GetValueOrDefault(facts.Head.Target, []).SingleOrDefault(gate => gate.Code == area.Code) is { Met: true };

    private static string Join(List<string> names) => names switch
    {
        [var only] => only,
        [var first, var second] => $"{first} dan {second}",
        _ => $"{string.Join(", ", names[..^1])}, dan {names[^1]}",
    };
}
