using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Instruments;
using ZonaIntegritas.Domain.Reviews;
using ZonaIntegritas.Domain.Scoring;

namespace ZonaIntegritas.Web.Features.Reviews.Differences;

/// <summary>What one layer holds on a question; null value where it has not judged.</summary>
public sealed record LayerCell(AnswerValue? Value, Fraction Points, string Note, DifferenceReason? Reason);

/// <param name="ToTpi">Points lost from the unit's value to TPI's; null where they agree or TPI has not judged.</param>
/// <param name="ToTpn">Points lost from TPI's value to TPN's; null where they agree or TPN has not judged.</param>
public sealed record DifferenceRow(Question Question, Section Area, LayerCell Unit, LayerCell Tpi, LayerCell Tpn, Fraction? ToTpi, Fraction? ToTpn);

/// <summary>How many questions of an area, or with a reason, differ and what they cost.</summary>
public sealed record DifferenceSum(string Name, int Questions, Fraction Lost);

/// <summary>Where the layers of a sheet differ, and what it costs. Pure.</summary>
public sealed class DifferenceTable
{
    public DifferenceTable(Instrument instrument, IReadOnlyDictionary<Layer, IReadOnlyDictionary<string, Answer>> answers)
    {
        var (unit, tpi, tpn) = (Cells(instrument, answers, Layer.Unit), Cells(instrument, answers, Layer.Tpi), Cells(instrument, answers, Layer.Tpn));
        HasTpn = tpn.Values.Any(cell => cell.Value is not null);
        Rows = [.. instrument.Places
            .Select(place => Row(place, unit[place.Question.Code], tpi[place.Question.Code], tpn[place.Question.Code]))
            .Where(row => row.ToTpi is not null || row.ToTpn is not null)];
    }

    public bool HasTpn { get; }

    public IReadOnlyList<DifferenceRow> Rows { get; }

    public Fraction LostToTpi => Sum(Rows.Select(row => row.ToTpi ?? Fraction.Zero));

    public Fraction LostToTpn => Sum(Rows.Select(row => row.ToTpn ?? Fraction.Zero));

    public IReadOnlyList<DifferenceSum> AreasOf(Layer layer) => Sums(layer, row => row.Area.Name);

    /// <summary>Largest loss first.</summary>
    public IReadOnlyList<DifferenceSum> ReasonsOf(Layer layer) =>
        [.. Sums(layer, row => Cell(row, layer).Reason is { } reason ? ReviewProblems.Say(reason) : "tanpa alasan").OrderByDescending(sum => sum.Lost)];

    private IReadOnlyList<DifferenceSum> Sums(Layer layer, Func<DifferenceRow, string> by) =>
        [.. Rows.Where(row => Lost(row, layer) is not null).GroupBy(by)
            .Select(of => new DifferenceSum(of.Key, of.Count(), Sum(of.Select(row => Lost(row, layer)!.Value))))];

    private static Fraction? Lost(DifferenceRow row, Layer layer) => layer == Layer.Tpn ? row.ToTpn : row.ToTpi;

    private static LayerCell Cell(DifferenceRow row, Layer layer) => layer == Layer.Tpn ? row.Tpn : row.Tpi;

    private static DifferenceRow Row(QuestionPlace place, LayerCell unit, LayerCell tpi, LayerCell tpn) =>
        new(place.Question, place.Area, unit, tpi, tpn, Between(unit, tpi), Between(tpi.Value is null ? unit : tpi, tpn));

    private static Fraction? Between(LayerCell before, LayerCell after) =>
        after.Value is null || after.Value.Equals(before.Value) ? null : before.Points - after.Points;

    private static Fraction Sum(IEnumerable<Fraction> points) => points.Aggregate(Fraction.Zero, (sum, next) => sum + next);

    private static Dictionary<string, LayerCell> Cells(
        Instrument instrument, IReadOnlyDictionary<Layer, IReadOnlyDictionary<string, Answer>> answers, Layer layer)
    {
        var held = answers.GetValueOrDefault(layer) ?? new Dictionary<string, Answer>();
        var score = ScoringEngine.Score(instrument, held.Values.Where(answer => answer.Value is not null).ToDictionary(answer => answer.QuestionCode, answer => answer.Value!));
        return score.Lines.ToDictionary(line => line.Question.Code, line => held.GetValueOrDefault(line.Question.Code) is { } answer
            ? new LayerCell(answer.Value, line.Points, answer.Note, answer.Reason)
            : new LayerCell(null, line.Points, "", null));
    }
}
