using Xunit;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Tests.Support;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Tests.Features.Proposals.Journey;

/// <summary>
/// Every state × every move × every kind of account, through the use cases on a real database: 13 × 16 × 18 tries. Whoever
/// may not is turned away whatever the state, and nothing is committed by any refusal.
/// </summary>
public sealed class EveryMoveByEverybodyTests(LifeOnDisk life) : IClassFixture<LifeOnDisk>
{
    private static readonly CaseTable Moves = CaseTable.Read("sheet-life-moves.txt");
    private static readonly CaseTable Accounts = CaseTable.Read("sheet-life-accounts.txt");

    public static TheoryData<AssessmentStatus> States => [.. Enum.GetValues<AssessmentStatus>()];

    [Fact]
    public void The_table_knows_every_account_and_every_move()
    {
        Assert.Equal(Enum.GetNames<SheetMove>(), Accounts.Heads.Skip(1));
        Assert.Equal(Accounts.Rows.Select(row => row[0]).Order(), life.People.Keys.Order());
        Assert.Equal(13 * 16 * 18, Enum.GetValues<AssessmentStatus>().Length * Enum.GetValues<SheetMove>().Length * Accounts.Rows.Count);
    }

    [Theory]
    [MemberData(nameof(States))]
    public async Task Every_move_by_everybody(AssessmentStatus state)
    {
        life.PutBack(state);
        foreach (var move in Enum.GetValues<SheetMove>())
        {
            foreach (var (account, who) in life.People)
            {
                var may = Accounts.Cell(account, $"{move}");
                var after = Moves.Cell($"{move}", $"{state}");
                if (may == "ya" && char.IsUpper(after[0]))
                {
                    await MovesAsync(state, move, account, who, after);
                }
                else
                {
                    await RefusesAsync(move, account, who, may == "ya" ? after : may);
                }
            }
        }
    }

    private async Task MovesAsync(AssessmentStatus state, SheetMove move, string account, Authorizer who, string after)
    {
        Assert.Null(await life.TryAsync(move, who));

        var sheet = await life.StoredAsync();
        Assert.True(after == sheet.Status.ToString(), $"{state} {move} {account}: {sheet.Status}");
        Assert.Contains(sheet.Transitions, step => step.Move == move && step.From == state && step.To == sheet.Status);
        life.PutBack(state);
    }

    private async Task RefusesAsync(SheetMove move, string account, Authorizer who, string cell)
    {
        using var watch = life.Watch();
        var before = LifeOnDisk.Commits(watch);
        Problem? problem = null;
        ForbiddenException? turnedAway = null;

        try
        {
            problem = await life.TryAsync(move, who);
        }
        catch (ForbiddenException forbidden)
        {
            turnedAway = forbidden;
        }

        Assert.Equal(before, LifeOnDisk.Commits(watch));
        var may = Accounts.Cell(account, $"{move}") != ".";
        Assert.True(may == (turnedAway is null), $"{move} {account}: {problem?.Code ?? turnedAway?.Problem.Code}");
        if (may)
        {
            Assert.Equal(cell == "." ? "assessment.wrong-state" : cell.Contains('.', StringComparison.Ordinal) ? cell : $"assessment.{cell}", problem?.Code);
        }
    }
}
