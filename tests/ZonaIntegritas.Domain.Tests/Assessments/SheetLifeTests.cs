using System.Globalization;
using Xunit;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Reviews;
using ZonaIntegritas.Domain.Tests.Support;

namespace ZonaIntegritas.Domain.Tests.Assessments;

/// <summary>The whole state machine: every state × every move × every capacity, against tables written by hand.</summary>
public class SheetLifeTests
{
    private const string Refused = ".";

    private static readonly CaseTable Moves = CaseTable.Read("sheet-life-moves.txt");
    private static readonly CaseTable People = CaseTable.Read("sheet-life-people.txt");
    private static readonly CaseTable Conditions = CaseTable.Read("sheet-life-conditions.txt");

    private static readonly Dictionary<string, Circumstances> Situations = new()
    {
        ["period closed"] = new() { Closed = true },
        ["one answer missing"] = new() { OneMissing = true },
        ["a regional office"] = new() { Instansi = InstansiKind.Pemda },
        ["no reason"] = new() { Note = "  " },
        ["a very long reason"] = new() { Note = new('x', SheetTransition.NoteMaxLength + 1) },
        ["no number"] = new() { Reference = " " },
        ["a very long number"] = new() { Reference = new('1', SheetTransition.ReferenceMaxLength + 1) },
        ["no date"] = new() { On = null },
        ["dated in the future"] = new() { On = new(2026, 7, 16) },
        ["the same question"] = new() { Question = "X.1.a" },
        ["another question"] = new() { Question = "X.1.b" },
        ["returned in advance"] = new() { InAdvance = true },
        ["two returned"] = new() { TwoReturned = true },
        ["after a repair"] = new() { AfterRepair = true },
        ["not looked at again"] = new() { NotLookedAgain = true },
        ["evidence changed"] = new() { EvidenceChanged = true },
        ["a tier is missing"] = new() { TierGap = ReviewProblems.TiersMissing(1, "X.1.a", ReviewTier.Lead) },
        ["LHE says no"] = new() { Outcome = LheOutcome.NotEligible },
        ["a stage not passed"] = new() { Stages = [TpnStageResult.Failed] },
        ["stage corrected"] = new() { Stages = [TpnStageResult.Failed, TpnStageResult.Passed] },
    };

    public static MatrixTheoryData<SheetMove, AssessmentStatus> Everything =>
        new(Enum.GetValues<SheetMove>(), Enum.GetValues<AssessmentStatus>());

    public static TheoryData<SheetMove, AssessmentStatus, string, string> EveryCondition =>
    [
        .. Conditions.Rows.Select(row => new TheoryDataRow<SheetMove, AssessmentStatus, string, string>(
            Enum.Parse<SheetMove>(row[0]), Enum.Parse<AssessmentStatus>(row[1]), row[2], row[3])),
    ];

    [Fact]
    public void The_tables_know_every_state_every_move_and_every_capacity()
    {
        Assert.Equal(Enum.GetNames<AssessmentStatus>(), Moves.Heads.Skip(1));
        Assert.Equal(Enum.GetNames<SheetMove>(), Moves.Rows.Select(row => row[0]));
        Assert.Equal(Enum.GetNames<Capacity>(), People.Heads.Skip(1));
        Assert.Equal(Enum.GetNames<SheetMove>(), People.Rows.Select(row => row[0]));
        Assert.Equal(13 * 16 * 8, Everything.Count * Enum.GetValues<Capacity>().Length);
    }

    [Theory]
    [MemberData(nameof(Everything))]
    public void Every_move_from_every_state_by_everybody(SheetMove move, AssessmentStatus state)
    {
        var cell = Moves.Cell($"{move}", $"{state}");
        foreach (var capacity in Enum.GetValues<Capacity>())
        {
            var may = People.Cell($"{move}", $"{capacity}") == "ya";
            var life = Life.At(state);

            Assert.Equal(may, SomebodyWho(capacity, life.Sheet.UnitId).May(move, life.Sheet.UnitId));
            if (may)
            {
                Ends(life, move, cell);
            }

            Assert.Equal(may && char.IsUpper(cell[0]), SheetLife.Open(state, capacity).Contains(move));
        }
    }

    [Theory]
    [MemberData(nameof(EveryCondition))]
    public void A_move_that_lacks_something_is_refused_and_says_what(SheetMove move, AssessmentStatus from, string situation, string outcome)
    {
        var with = situation.StartsWith("day ", StringComparison.Ordinal)
            ? new() { Day = DateOnly.Parse(situation[4..], CultureInfo.InvariantCulture) }
            : Situations[situation];

        Ends(Life.At(from, with), move, outcome);
    }

    [Fact]
    public void Every_situation_is_tried()
    {
        Assert.Equal(Situations.Keys.Order(), Conditions.Rows.Select(row => row[2]).Where(name => !name.StartsWith("day ", StringComparison.Ordinal)).Distinct().Order());
    }

    [Theory]
    [InlineData(AssessmentStatus.Draft, Turn.Unit)]
    [InlineData(AssessmentStatus.Submitted, Turn.Tpi)]
    [InlineData(AssessmentStatus.Preliminary, Turn.Tpi)]
    [InlineData(AssessmentStatus.InReview, Turn.Tpi)]
    [InlineData(AssessmentStatus.InRepair, Turn.Unit)]
    [InlineData(AssessmentStatus.ReReview, Turn.Tpi)]
    [InlineData(AssessmentStatus.Concluded, Turn.Instansi)]
    [InlineData(AssessmentStatus.Proposed, Turn.Tpn)]
    [InlineData(AssessmentStatus.AtTpn, Turn.Tpn)]
    [InlineData(AssessmentStatus.Awarded, Turn.Instansi)]
    [InlineData(AssessmentStatus.NotAwarded, Turn.Nobody)]
    [InlineData(AssessmentStatus.Monitored, Turn.Instansi)]
    [InlineData(AssessmentStatus.Revoked, Turn.Nobody)]
    public void Every_state_says_whose_turn_it_is_and_whoever_has_it_can_move(AssessmentStatus state, Turn turn)
    {
        Assert.Equal(turn, Life.At(state).Sheet.Turn);

        // No dead end: whoever is waited for has a move; where nobody is, the sheet's life is over.
        Capacity[] holders = turn switch
        {
            Turn.Unit => [Capacity.Coordinator],
            Turn.Tpi => [Capacity.Member, Capacity.Lead, Capacity.Controller],
            Turn.Instansi => [Capacity.Administrator, Capacity.Head],
            Turn.Tpn => [Capacity.Administrator],
            _ => [],
        };
        Assert.Equal(turn != Turn.Nobody, holders.SelectMany(holder => SheetLife.Open(state, holder)).Any());
        Assert.Equal(turn == Turn.Nobody, !Enum.GetValues<Capacity>().SelectMany(anybody => SheetLife.Open(state, anybody)).Any());
    }

    [Fact]
    public void Nobody_is_waited_for_after_an_lhe_that_says_no()
    {
        Assert.Equal(Turn.Nobody, Life.At(AssessmentStatus.Concluded, new() { Outcome = LheOutcome.NotEligible }).Sheet.Turn);
    }

    /// <summary>The cell is where the sheet stands afterwards, with its step kept; or the refusal, with nothing changed.</summary>
    private static void Ends(Life life, SheetMove move, string cell)
    {
        var (from, before, steps) = (life.Sheet.Status, life.Print(), life.Sheet.Transitions.Count);

        var problem = life.Try(move);

        if (char.IsUpper(cell[0]))
        {
            Assert.Null(problem);
            Assert.Equal(cell, life.Sheet.Status.ToString());
            Assert.Equal(steps + 1, life.Sheet.Transitions.Count);
            var step = life.Sheet.Transitions[^1];
            Assert.Equal((move, from, life.Sheet.Status), (step.Move, step.From, step.To));
            return;
        }

        Assert.Equal(cell == Refused ? "assessment.wrong-state" : cell.Contains('.', StringComparison.Ordinal) ? cell : $"assessment.{cell}", problem?.Code);
        Assert.Equal(before, life.Print());
        if (cell == Refused)
        {
            Assert.Contains($"sedang pada tahap {StatusWords.Say(from)};", problem!.Message, StringComparison.Ordinal);
            Assert.All(
                Moves.Heads.Skip(1).Where(state => char.IsUpper(Moves.Cell($"{move}", state)[0])),
                state => Assert.Contains(StatusWords.Say(Enum.Parse<AssessmentStatus>(state)), problem.Message, StringComparison.Ordinal));
        }
    }

    private static Actor SomebodyWho(Capacity capacity, Guid unit)
    {
        return capacity switch
        {
            Capacity.None => Person(Role.Evaluator, unit, ReviewTier.Controller),
            Capacity.Coordinator => Person(Role.Koordinator, unit),
            Capacity.UnitHead => Person(Role.Pimpinan, unit),
            Capacity.Member => Person(Role.Evaluator, null, ReviewTier.Member),
            Capacity.Lead => Person(Role.Evaluator, null, ReviewTier.Lead),
            Capacity.Controller => Person(Role.Evaluator, null, ReviewTier.Controller),
            Capacity.Head => Person(Role.Pimpinan, null),
            Capacity.Administrator => Person(Role.Administrator, null),
            _ => throw new ArgumentOutOfRangeException(nameof(capacity)),
        };

        Actor Person(Role role, Guid? own, ReviewTier? tier = null) => new(
            Guid.CreateVersion7(), "Uji", role, own,
            tier is { } judges ? new Dictionary<Guid, ReviewDuty> { [unit] = ReviewDuty.Whole(judges) } : []);
    }
}
