using System.Globalization;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Proposals;
using ZonaIntegritas.Web.Features.Proposals.Conditions;
using ZonaIntegritas.Web.Features.Readiness.Figures;
using ZonaIntegritas.Web.Features.Reporting;
using ZonaIntegritas.Web.Features.Reporting.Documents;

namespace ZonaIntegritas.Web.Features.Papers.UnmetConditions;

/// <summary>Daftar syarat yang belum terpenuhi: what lacks, by how much, and who has to act. Pure.</summary>
public static class UnmetPaper
{
    private const ColumnAlignment Right = ColumnAlignment.Right;

    public static PaperDocument Compose(UnmetFacts facts, PaperStamp stamp)
    {
        var (report, head) = (facts.Report, facts.Report.Head);
        return new PaperFace("Daftar Syarat yang Belum Terpenuhi", "SYARAT", head.Unit, head.Year, head.LayerLabel, head.Instrument, facts.Zone)
        {
            Subtitle = $"{head.UnitName}, {head.Period}",
            Subject = report.Verdict,
        }.Wrap(stamp,
        [
            new KeyValues(
            [
                new("Unit kerja", head.UnitName),
                new("Tahun penilaian", head.Year.ToString(CultureInfo.InvariantCulture)),
                new("Target predikat", report.Target.Name),
                new("Lapisan nilai", $"{head.LayerLabel}, {(SheetLife.IsAfterLhe(head.Status) ? "tetap (LHE terbit)" : "sementara")}"),
                new("Kelengkapan", report.Completeness.Text),
                new("Keadaan lembar kerja", head.Situation),
            ]),
            new Paragraph(report.Verdict, report.Standing == Standing.Met ? ParagraphStyle.VerdictMet : ParagraphStyle.VerdictBelow),
            .. Gates(facts),
            .. Conditions(facts),
            .. Actors(facts),
        ]);
    }

    private static IEnumerable<PaperBlock> Gates(UnmetFacts facts)
    {
        yield return new Heading(1, "Syarat nilai");
        foreach (var predicate in facts.Report.Predicates)
        {
            yield return new Heading(2, predicate.IsTarget ? $"{predicate.Name}, target unit" : predicate.Name);
            if (predicate.Eligible)
            {
                yield return new Paragraph("Seluruh syarat nilai terpenuhi.");
                continue;
            }

            yield return new Table(
                [new("Syarat", 3.4f), new("Minimal", 1, Right), new("Capaian", 1, Right), new("Jarak", 1.5f, Right), new("Rincian", 2.6f)],
                [.. predicate.Unmet.Select(gate => TableRow.Of(
                    new(gate.Label, PaperTones.Of(gate.Standing)), gate.Minimum, gate.Actual, gate.Distance, gate.Detail.Length > 0 ? gate.Detail : "–"))]);
        }

        foreach (var block in Costly(facts))
        {
            yield return block;
        }
    }

    /// <summary>For each limit of the target that is missed, the answers that cost most there; a limit without any loses by what is above it.</summary>
    private static IEnumerable<PaperBlock> Costly(UnmetFacts facts)
    {
        var gates = facts.Report.Target.Unmet.Where(gate => facts.Costly.GetValueOrDefault(gate.Code, []).Count > 0).ToList();
        return gates.Count == 0 ? [] :
        [
            new Heading(2, $"Soal yang paling mengurangi nilai di tiap syarat {facts.Report.Target.Code}"),
            new Table(
                [new("Soal", 1.2f), new("Yang dinilai", 4), new("Jawaban", 3), new("Berkurang", 1.2f, Right)],
                [.. gates.SelectMany(gate => facts.Costly[gate.Code]
                    .Select(loss => TableRow.Of(loss.Code, loss.Statement, loss.Answer, loss.Lost.Text))
                    .Prepend(TableRow.Group($"{gate.Label}: {gate.Distance}")))]),
        ];
    }

    private static IEnumerable<PaperBlock> Conditions(UnmetFacts facts)
    {
        yield return new Heading(1, $"Syarat pengusulan ({ProposalConditions.Source})");
        var unmet = facts.Unmet.ToList();
        if (unmet.Count == 0)
        {
            yield return new Paragraph("Seluruh syarat pengusulan terpenuhi dan dikonfirmasi.");
            yield break;
        }

        yield return new Table(
            [new("Syarat", 3.3f), new("Batas", 1.6f), new("Tercatat", 1.3f), new("Keadaan", 2), new("Yang bertindak", 2.2f)],
            [.. unmet.Select(condition => TableRow.Of(
                new(condition.Condition.Label, ToneOf(condition.Standing)), condition.MinimumWords, condition.Value?.Shown ?? "–",
                condition.Distance.Length > 0 && condition.Standing == ConditionStanding.NotMet ? $"{ConditionWords.Say(condition.Standing)}: {condition.Distance}" : ConditionWords.Say(condition.Standing),
                ActorOf(condition)))]);
        if (facts.Affirmed)
        {
            yield return new Paragraph("Unit menerima afirmasi: syarat di atas boleh dilengkapi sambil diusulkan.", ParagraphStyle.Muted);
        }
    }

    private static IEnumerable<PaperBlock> Actors(UnmetFacts facts)
    {
        List<string> points =
        [
            .. facts.Report.Target.Eligible || facts.ScoreTurn.Length == 0 ? (string[])[] : [$"Syarat nilai: {Lower(facts.ScoreTurn)}."],
            .. facts.Unmet.GroupBy(ActorOf).Select(group => $"{group.Key}: {string.Join("; ", group.Select(condition => condition.Lack))}."),
        ];
        return points.Count == 0 ? [] : [new Heading(1, "Siapa yang bertindak"), new PointList(points)];
    }

    /// <summary>Whoever may record what lacks, or confirm what is recorded (ChecklistRights).</summary>
    internal static string ActorOf(ConditionState condition) => (condition.Condition.Level, condition.Standing) switch
    {
        (ConditionLevel.Unit, ConditionStanding.Unconfirmed) => "Ketua tim atau pengendali teknis TPI",
        (ConditionLevel.Unit, _) => "Koordinator unit",
        (_, ConditionStanding.Unconfirmed) => "Pimpinan instansi",
        _ => "Administrator",
    };

    private static Tone ToneOf(ConditionStanding standing) => standing switch
    {
        ConditionStanding.Missing => Tone.None,
        ConditionStanding.NotMet => Tone.Below,
        ConditionStanding.Unconfirmed => Tone.Near,
        ConditionStanding.Met => Tone.Met,
        _ => throw new ArgumentOutOfRangeException(nameof(standing)),
    };

    private static string Lower(string text) => char.ToLowerInvariant(text[0]) + text[1..];
}
