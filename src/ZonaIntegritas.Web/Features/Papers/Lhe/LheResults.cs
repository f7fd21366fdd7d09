using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Instruments;
using ZonaIntegritas.Domain.Reviews;
using ZonaIntegritas.Domain.Scoring;
using ZonaIntegritas.Web.Features.Readiness.Figures;
using ZonaIntegritas.Web.Features.Reporting.Documents;

namespace ZonaIntegritas.Web.Features.Papers.Lhe;

/// <summary>What the evaluation found: figures, differences with their reasons, limits and conditions.</summary>
internal static class LheResults
{
    private const ColumnAlignment Right = ColumnAlignment.Right;

    public static IEnumerable<PaperBlock> Blocks(LheFacts facts) =>
    [
        new Heading(1, "7. Hasil evaluasi"),
        new Heading(2, "Nilai tiap komponen"),
        ComponentsOf(facts),
        new Heading(2, "Perbedaan dengan penilaian mandiri"),
        .. Differences(facts),
        new Heading(2, $"Batas nilai {facts.Head.Target}"),
        .. Limits(facts),
        new Heading(2, "Syarat pengusulan"),
        .. Conditions(facts),
    ];

    /// <summary>The table that the regulation asks an LHE to have.</summary>
    internal static Table ComponentsOf(LheFacts facts) => new(
        [new("No", 0.7f), new("Jenis komponen", 5), new("Bobot", 1, Right), new("Hasil self assessment", 1.5f, Right), new("Hasil evaluasi", 1.3f, Right)],
        [
            .. facts.Instrument.Components.SelectMany(component => ComponentRows(facts, component)),
            TableRow.Total("", "Nilai total", Indonesian.Points(facts.Tpi.Weight), Indonesian.Points(facts.Unit.Total), Indonesian.Points(facts.Tpi.Total)),
        ]);

    private static IEnumerable<TableRow> ComponentRows(LheFacts facts, Section component) =>
    [
        TableRow.Group($"{component.Code}. {component.Name}"),
        .. component.Sections.SelectMany((section, i) => SectionRows(facts, section, i + 1)),
        Row(facts, component.Code, "", $"Jumlah {component.Name}", bold: true),
    ];

    /// <summary>An area, or a result with its items.</summary>
    private static IEnumerable<TableRow> SectionRows(LheFacts facts, Section section, int number) =>
    [
        Row(facts, section.Code, Indonesian.Number(number), section.Name, bold: section.Kind == SectionKind.Outcome),
        .. section.Sections.Where(item => item.Kind == SectionKind.OutcomeItem).Select(item => Row(facts, item.Code, "", item.Name, indent: 1)),
    ];

    private static TableRow Row(LheFacts facts, string code, string number, string name, bool bold = false, int indent = 0) => TableRow.Of(
        number, new(name, Bold: bold, Indent: indent), Cell(facts.Tpi.Sections[code].Weight, bold), Cell(facts.Unit.Sections[code].Points, bold), Cell(facts.Tpi.Sections[code].Points, bold));

    private static TableCell Cell(decimal points, bool bold) => new(Indonesian.Points(points), Bold: bold);

    private static IEnumerable<PaperBlock> Differences(LheFacts facts)
    {
        List<LheDifference> differences = [.. facts.Differences];
        if (differences.Count == 0)
        {
            yield return new Paragraph("Tidak ada: pada setiap soal TPI memberi nilai yang sama dengan unit.");
            yield break;
        }

        yield return new Paragraph(
            $"TPI memberi nilai lain pada {Indonesian.Number(differences.Count)} soal. Nilai total berubah dari {Indonesian.Points(facts.Unit.Total)} "
            + $"menjadi {Indonesian.Points(facts.Tpi.Total)} ({Signed(facts.Tpi.Total - facts.Unit.Total)} poin).");
        yield return new Table(
            [new("Soal", 1.2f), new("Unit", 2.1f), new("TPI", 2.1f), new("Poin", 0.8f, Right), new("Alasan", 1.45f), new("Catatan TPI", 3.5f)],
            [.. differences.Select(pair => TableRow.Of(
                pair.Own.Code, Answer(facts, pair.Own), Answer(facts, pair.Tpi), Signed(-pair.Lost), Reason(facts, pair.Own.Code), Dash(Note(facts, pair.Own.Code))))]);
    }

    private static IEnumerable<PaperBlock> Limits(LheFacts facts)
    {
        var gates = facts.Tpi.Gates.GetValueOrDefault(facts.Head.Target, []);
        yield return new Paragraph($"{Indonesian.Number(gates.Count(gate => gate.Met))} dari {Indonesian.Number(gates.Count)} batas terpenuhi.");
        yield return new Table(
            [new("Batas", 4), new("Minimal", 1, Right), new("Hasil evaluasi", 1.3f, Right), new("Kurang", 1, Right), new("Keterangan", 1.7f)],
            [.. gates.Select(gate => TableRow.Of(
                gate.Label,
                gate.IsAboutPoints ? Indonesian.Points(gate.Minimum) : "sudah",
                gate.IsAboutPoints ? Indonesian.Points(gate.Actual) : gate.Met ? "sudah" : "belum",
                gate.IsAboutPoints && !gate.Met ? Figure.Missing(gate.Missing).Text : "–",
                gate.Met ? new("Terpenuhi", Tone.Met) : new("Belum terpenuhi", Tone.Below)))]);
    }

    private static IEnumerable<PaperBlock> Conditions(LheFacts facts)
    {
        if (facts.Verdict is not { } verdict)
        {
            yield return new Paragraph("Syarat pengusulan belum ikut dibekukan pada terbitan ini; lihat daftar syarat unit.");
            yield break;
        }

        var others = verdict.Lacks.Where(lack => lack.Kind is not (nameof(Domain.Proposals.LackKind.ScoreLimit) or nameof(Domain.Proposals.LackKind.HeldPredicate))).ToList();
        if (others.Count == 0)
        {
            yield return new Paragraph("Seluruh syarat PermenPANRB 5/2024 Tabel 5 terpenuhi dan dikonfirmasi saat LHE terbit.");
            yield break;
        }

        yield return new Paragraph(verdict.ByAffirmation
            ? "Unit menerima afirmasi, sehingga syarat berikut boleh dilengkapi sambil diusulkan:"
            : "Yang belum terpenuhi saat LHE terbit:");
        yield return new PointList([.. others.Select(lack => Capital(lack.Text) + (lack.Blocks ? "." : " (masih dilengkapi)."))]);
    }

    internal static string Note(LheFacts facts, string code) => facts.Remarks.GetValueOrDefault(code)?.Note ?? "";

    internal static string Answer(LheFacts facts, FrozenLine line) =>
        line.Answer is { } answer && facts.Instrument.Question(line.Code) is { } question ? ScoreExplanation.Answer(question, answer) : "belum dijawab";

    private static string Reason(LheFacts facts, string code) => facts.Remarks.GetValueOrDefault(code)?.Reason is { } reason ? ReviewProblems.Say(reason) : "–";

    private static string Signed(decimal points) => points > 0 ? "+" + Indonesian.Points(points) : Indonesian.Points(points);

    private static string Dash(string text) => text.Length > 0 ? text : "–";

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
