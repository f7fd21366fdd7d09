using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Common;
using static ZonaIntegritas.Domain.Assessments.AssessmentStatus;

namespace ZonaIntegritas.Domain.Assessments;

/// <summary>A step in a sheet's life, named by its verb.</summary>
public enum SheetMove
{
    /// <summary>Ajukan.</summary>
    Submit,

    /// <summary>Tarik kembali: before TPI has begun.</summary>
    Withdraw,

    /// <summary>Mulai penilaian pendahuluan.</summary>
    BeginPreliminary,

    /// <summary>Mulai evaluasi.</summary>
    BeginReview,

    /// <summary>Kembalikan satu soal.</summary>
    Return,

    /// <summary>Batalkan pengembalian: before the unit has answered.</summary>
    TakeBackReturn,

    /// <summary>Kirim perbaikan.</summary>
    SendRepair,

    /// <summary>Terbitkan LHE.</summary>
    Conclude,

    /// <summary>Buka kembali: with a reason; what was frozen stays frozen beside the new.</summary>
    Reopen,

    /// <summary>Usulkan ke TPN.</summary>
    Propose,

    /// <summary>Tarik usulan.</summary>
    WithdrawProposal,

    /// <summary>Catat tahap TPN.</summary>
    RecordStage,

    /// <summary>Tetapkan.</summary>
    Award,

    /// <summary>Catat tidak ditetapkan.</summary>
    Decline,

    /// <summary>Catat pemantauan.</summary>
    Monitor,

    /// <summary>Catat pencabutan.</summary>
    Revoke,
}

/// <param name="From">States in which the move may be made.</param>
/// <param name="By">What a person must be towards the sheet's unit.</param>
public sealed record MoveRule(SheetMove Move, IReadOnlySet<AssessmentStatus> From, IReadOnlySet<Capacity> By);

/// <summary>
/// The life of a sheet as one table: which move is made from which state by whom. The verbs of <see cref="Assessment"/>
/// add what else must hold (windows, completeness, tiers); nothing moves a sheet past this table.
/// Stages as in P90 and P5 (process.md, "Stages").
/// </summary>
public static class SheetLife
{
    /// <summary>A unit that holds a predicate is monitored at least this often (P90).</summary>
    private const int MonitoringYears = 2;

    private static readonly Capacity[] Tpi = [Capacity.Member, Capacity.Lead, Capacity.Controller];

    private static readonly Dictionary<SheetMove, MoveRule> Table = new[]
    {
        Rule(SheetMove.Submit, [Draft], Capacity.Coordinator),
        Rule(SheetMove.Withdraw, [Submitted], Capacity.Coordinator),
        Rule(SheetMove.BeginPreliminary, [Submitted], Capacity.Lead, Capacity.Controller),
        Rule(SheetMove.BeginReview, [Submitted, Preliminary], Tpi),
        Rule(SheetMove.Return, [Submitted, Preliminary, InReview, InRepair, ReReview], Tpi),
        Rule(SheetMove.TakeBackReturn, [InRepair], Tpi),
        Rule(SheetMove.SendRepair, [InRepair], Capacity.Coordinator),
        Rule(SheetMove.Conclude, [InReview, ReReview], Capacity.Lead, Capacity.Controller),
        Rule(SheetMove.Reopen, [Concluded], Capacity.Administrator),
        Rule(SheetMove.Propose, [Concluded], Capacity.Head, Capacity.Administrator),
        Rule(SheetMove.WithdrawProposal, [Proposed], Capacity.Head, Capacity.Administrator),
        Rule(SheetMove.RecordStage, [Proposed, AtTpn], Capacity.Administrator),
        Rule(SheetMove.Award, [AtTpn], Capacity.Administrator),
        Rule(SheetMove.Decline, [Proposed, AtTpn], Capacity.Administrator),
        Rule(SheetMove.Monitor, [Awarded, Monitored], Capacity.Administrator),
        Rule(SheetMove.Revoke, [Awarded, Monitored], Capacity.Administrator),
    }.ToDictionary(rule => rule.Move);

    /// <summary>In the order of the process.</summary>
    public static IReadOnlyCollection<MoveRule> Rules => Table.Values;

    /// <summary>States in which TPI works on the sheet, repairs by the unit included.</summary>
    public static IReadOnlyList<AssessmentStatus> AtTpi { get; } = [Submitted, Preliminary, InReview, InRepair, ReReview];

    /// <summary>The LHE is out: answers of unit and TPI are frozen and no longer change.</summary>
    public static IReadOnlyList<AssessmentStatus> AfterLhe { get; } = [Concluded, Proposed, AtTpn, Awarded, NotAwarded, Monitored, Revoked];

    public static MoveRule RuleOf(SheetMove move) => Table[move];

    public static bool IsAfterLhe(AssessmentStatus status) => AfterLhe.Contains(status);

    /// <summary>Whether a person of this capacity may ever make the move; the state is asked by the verb itself.</summary>
    public static bool MayMake(SheetMove move, Capacity capacity) => Table[move].By.Contains(capacity);

    /// <summary>Why the move cannot be made from this state; null when it can.</summary>
    public static Problem? Refusal(SheetMove move, AssessmentStatus status) =>
        Table[move].From.Contains(status) ? null : AssessmentProblems.WrongState(move, status);

    /// <summary>Moves a person of this capacity can make from this state, for buttons and for "what now".</summary>
    public static IEnumerable<SheetMove> Open(AssessmentStatus status, Capacity capacity) =>
        Rules.Where(rule => rule.From.Contains(status) && rule.By.Contains(capacity)).Select(rule => rule.Move);

    /// <param name="outcome">What the LHE says; decides whether anybody has to act after it.</param>
    public static Turn TurnAt(AssessmentStatus status, LheOutcome? outcome = null) => status switch
    {
        Draft or InRepair => Turn.Unit,
        Submitted or Preliminary or InReview or ReReview => Turn.Tpi,
        Concluded => outcome == LheOutcome.Eligible ? Turn.Instansi : Turn.Nobody,
        Proposed or AtTpn => Turn.Tpn,
        Awarded or Monitored => Turn.Instansi,
        NotAwarded or Revoked => Turn.Nobody,
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };

    /// <summary>Until when the next monitoring report is due.</summary>
    /// <param name="last">Date of the decree, or of the latest report.</param>
    public static DateOnly NextMonitoring(DateOnly last) => last.AddYears(MonitoringYears);

    private static MoveRule Rule(SheetMove move, IEnumerable<AssessmentStatus> from, params Capacity[] by) =>
        new(move, from.ToHashSet(), by.ToHashSet());
}
