using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Instruments;
using ZonaIntegritas.Domain.Scoring;

namespace ZonaIntegritas.Domain.Proposals;

/// <summary>What a thing that is missing is about.</summary>
public enum LackKind
{
    /// <summary>A minimum in points.</summary>
    ScoreLimit,

    /// <summary>A predicate that must be held before.</summary>
    HeldPredicate,

    /// <summary>A predicate was withdrawn less than two years ago.</summary>
    Withdrawn,

    /// <summary>A condition of P5 Tabel 5.</summary>
    Condition,
}

/// <summary>One thing that a unit lacks to be proposed.</summary>
/// <param name="Code">Of the limit or of the condition.</param>
/// <param name="Blocks">False for a condition that afirmasi lets a unit complete later.</param>
/// <param name="Text">With its distance, as it stands in the middle of a sentence.</param>
public sealed record Lack(LackKind Kind, string Code, string Text, bool Blocks);

/// <summary>What the verdict needs to know of the unit besides score and conditions.</summary>
/// <param name="Affirmed">Whether a person has set the unit's afirmasi.</param>
/// <param name="RevokedOn">When a predicate of the unit was last withdrawn, if ever.</param>
/// <param name="Today">On the unit's own calendar.</param>
public sealed record ProposalFacts(InstansiKind Kind, bool Affirmed, DateOnly? RevokedOn, DateOnly Today);

/// <summary>Layak diusulkan or not: score limits and conditions together, with everything that is missing.</summary>
/// <param name="ByAffirmation">Whether afirmasi counts here: set by a person, and the instansi is a regional government.</param>
public sealed record ProposalVerdict(Predicate Predicate, bool ByAffirmation, IReadOnlyList<Lack> Lacks)
{
    /// <summary>How long a unit whose predicate was withdrawn waits before WBK may be proposed again.</summary>
    private const int YearsAfterWithdrawal = 2;

    public bool Eligible => Lacks.All(lack => !lack.Blocks);

    public IEnumerable<Lack> Blocking => Lacks.Where(lack => lack.Blocks);

    /// <summary>Masih dilengkapi (afirmasi): what lacks and does not stand in the way.</summary>
    public IEnumerable<Lack> StillCompleting => Lacks.Where(lack => !lack.Blocks);

    public string Sentence => ProposalWords.Sentence(this);

    public static ProposalVerdict Decide(Verdict score, IReadOnlyList<ConditionState> conditions, ProposalFacts facts)
    {
        var byAffirmation = facts.Affirmed && facts.Kind == InstansiKind.Pemda;
        return new(score.Predicate, byAffirmation,
        [
            .. Withdrawal(score.Predicate, facts),
            .. score.Unmet.Select(unmet => OfScore(score.Predicate, unmet)),
            .. conditions.Where(condition => !condition.Met)
                .Select(condition => new Lack(LackKind.Condition, condition.Condition.Code, condition.Lack, !byAffirmation)),
        ]);
    }

    // Withdrawal bars a new WBK; WBBM needs WBK held today, which a withdrawn unit does not hold.
    private static IEnumerable<Lack> Withdrawal(Predicate predicate, ProposalFacts facts)
    {
        if (predicate.Code != ProposalConditions.Wbk
            || facts.RevokedOn is not { } revokedOn
            || revokedOn.AddYears(YearsAfterWithdrawal) is var again && facts.Today >= again)
        {
            return [];
        }

        return [new(
            LackKind.Withdrawn, "pencabutan",
            $"predikat dicabut {Indonesian.Date(revokedOn)} sehingga baru dapat diusulkan lagi mulai {Indonesian.Date(again)}", true)];
    }

    private static Lack OfScore(Predicate predicate, ConditionResult unmet) => unmet.IsAboutPoints
        ? new(LackKind.ScoreLimit, unmet.Code, ProposalWords.MissingPoints(unmet), true)
        : new(LackKind.HeldPredicate, unmet.Code, $"belum berpredikat {predicate.Requires}", true);
}
