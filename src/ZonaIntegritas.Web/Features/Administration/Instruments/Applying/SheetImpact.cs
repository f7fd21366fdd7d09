using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Instruments;

namespace ZonaIntegritas.Web.Features.Administration.Instruments.Applying;

/// <summary>An open sheet, as the list of a preview names it.</summary>
public sealed record ImpactSheet(
    Guid AssessmentId, string UnitName, string UnitShortName, AssessmentStatus Status, string Target, string? HeldPredicate, Guid InstrumentVersionId)
{
    public Aim Aim => new(Target, HeldPredicate is null ? [] : [HeldPredicate]);
}

/// <param name="Before">The instrument the sheet uses today; a reopened one may differ from its period.</param>
public sealed record SheetImpact(ImpactSheet Sheet, Instrument Before, Instrument After, IReadOnlyDictionary<Layer, LayerImpact> Layers)
{
    /// <summary>The view that counts at present: TPI's once it has judged something.</summary>
    public LayerImpact Leading => Layers.GetValueOrDefault(Layer.Tpi) is { Answers.Count: > 0 } tpi ? tpi : Layers[Layer.Unit];

    public bool IsTouched => Layers.Values.Any(layer =>
        !layer.Gain.IsZero || layer.NewOpen.Count > 0 || layer.Answers.Any(answer => answer.StopsCounting || answer.Fate is AnswerFate.Recheck or AnswerFate.Revived));
}

/// <summary>What all sheets of a preview come to.</summary>
/// <param name="Touched">Sheets on which anything at all changes.</param>
/// <param name="NewOpen">New questions that wait for an answer of the unit, over all sheets.</param>
/// <param name="Rising">Sheets whose total goes up, in the view that counts.</param>
/// <param name="Losing">Sheets that reach their target today and would not.</param>
public sealed record ImpactTotals(
    int Sheets, int Touched, int StopCounting, int Recheck, int Revived, int NewOpen, int Rising, int Falling, int Reaching, int Losing)
{
    public static ImpactTotals None { get; } = new(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    public ImpactTotals With(SheetImpact sheet)
    {
        var (leading, answers) = (sheet.Leading, sheet.Layers.Values.SelectMany(layer => layer.Answers).ToList());
        var (before, after) = (leading.VerdictBefore?.Eligible == true, leading.VerdictAfter?.Eligible == true);
        return new(
            Sheets + 1,
            Touched + (sheet.IsTouched ? 1 : 0),
            StopCounting + answers.Count(answer => answer.StopsCounting),
            Recheck + answers.Count(answer => answer.Fate == AnswerFate.Recheck),
            Revived + answers.Count(answer => answer.Fate == AnswerFate.Revived),
            NewOpen + sheet.Layers[Layer.Unit].NewOpen.Count,
            Rising + (leading.Gain.CompareTo(0m) > 0 ? 1 : 0),
            Falling + (leading.Gain.CompareTo(0m) < 0 ? 1 : 0),
            Reaching + (after && !before ? 1 : 0),
            Losing + (before && !after ? 1 : 0));
    }
}
