using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Instruments;
using ZonaIntegritas.Domain.Reviews;
using ZonaIntegritas.Domain.Scoring;

namespace ZonaIntegritas.Web.Features.Reviews.DeskList;

/// <summary>One question in the evaluator's list: what each holds, what it costs, how it stands.</summary>
/// <param name="Tiers">By tier, what it holds; without those that hold no value.</param>
/// <param name="Lost">Points between the unit's value and TPI's; null while TPI holds none.</param>
/// <param name="Reason">Why TPI's value differs.</param>
/// <param name="Unreasoned">It differs, and nobody has said why.</param>
/// <param name="Waits">For this person's tier.</param>
/// <param name="MayTick">Accepting or returning it may succeed; each is asked again.</param>
public sealed record DeskRow(
    Question Question, Section Area, AnswerValue? Unit, IReadOnlyDictionary<ReviewTier, AnswerValue> Tiers, Fraction? Lost, DifferenceReason? Reason, bool Unreasoned,
    int Documents, string State, bool Waits, bool Returned, bool Changed, bool MayTick)
{
    public string Code => Question.Code;

    public bool Differs => Reason is not null || Unreasoned;

    /// <summary>The highest judgement below a tier; null when none below has judged.</summary>
    public AnswerValue? Below(ReviewTier tier) => Tiers.Where(held => held.Key < tier).OrderByDescending(held => held.Key).Select(held => held.Value).FirstOrDefault();

    public bool Matches(DeskListFilter filter) => (filter.Area is null || filter.Area == Area.Code) && filter.Kind switch
    {
        DeskListKind.Waiting => Waits,
        DeskListKind.Differing => Differs,
        DeskListKind.Returned => Returned,
        DeskListKind.Changed => Changed,
        _ => true,
    };
}
