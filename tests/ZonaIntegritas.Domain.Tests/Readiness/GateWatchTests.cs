using Xunit;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Readiness;

namespace ZonaIntegritas.Domain.Tests.Readiness;

/// <summary>Which alerts a crossing opens and which it clears: at most one is open for a limit.</summary>
public sealed class GateWatchTests
{
    private static readonly DateTimeOffset Then = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Now = Then.AddDays(7);
    private static readonly StoredScore Score = new(Guid.CreateVersion7(Then), Layer.Unit);

    public static TheoryData<GateCrossing?, GateCrossing, bool, GateCrossing?> Crossings => new()
    {
        // What stood open, what happens now, whether it is cleared, what opens.
        { null, GateCrossing.Reached, false, GateCrossing.Reached },
        { null, GateCrossing.Fell, false, GateCrossing.Fell },
        { GateCrossing.Fell, GateCrossing.Reached, true, null },
        { GateCrossing.Reached, GateCrossing.Fell, true, GateCrossing.Fell },
    };

    [Theory]
    [MemberData(nameof(Crossings))]
    public void One_alert_at_most_stays_open_for_a_limit(GateCrossing? open, GateCrossing crossing, bool cleared, GateCrossing? opens)
    {
        List<GateAlert> known = open is { } stood ? [Alert(Gate(stood))] : [];

        var opened = GateWatch.Alert(Score, [Gate(crossing)], known, Now);

        Assert.Equal(cleared ? [Now] : [], known.Select(alert => alert.ClearedAt).OfType<DateTimeOffset>());
        Assert.Equal(opens, opened.SingleOrDefault()?.Crossing);
        Assert.All(opened, alert => Assert.Equal((Score.AssessmentId, Layer.Unit, Now), (alert.AssessmentId, alert.Layer, alert.RaisedAt)));
    }

    [Fact]
    public void Another_limit_or_predicate_is_left_alone()
    {
        List<GateAlert> known = [Alert(Gate(GateCrossing.Fell, "A.2")), Alert(Gate(GateCrossing.Fell, predicate: "WBBM"))];

        var opened = GateWatch.Alert(Score, [Gate(GateCrossing.Reached)], known, Now);

        Assert.All(known, alert => Assert.Null(alert.ClearedAt));
        Assert.Equal(("WBK", "A.1", GateCrossing.Reached), (opened.Single().Predicate, opened.Single().Gate, opened.Single().Crossing));
    }

    [Fact]
    public void Cleared_alert_counts_for_nothing_and_keeps_its_day()
    {
        var past = Alert(Gate(GateCrossing.Fell));
        past.Clear(Then);

        var opened = GateWatch.Alert(Score, [Gate(GateCrossing.Reached)], [past], Now);

        Assert.Equal((Then, 1), (past.ClearedAt, opened.Count));
    }

    [Fact]
    public void Nothing_crossed_changes_nothing()
    {
        var open = Alert(Gate(GateCrossing.Fell));

        Assert.Empty(GateWatch.Alert(Score, [], [open], Now));
        Assert.Null(open.ClearedAt);
    }

    private static CrossedGate Gate(GateCrossing crossing, string code = "A.1", string predicate = "WBK") => new(predicate, code, code, crossing, 4.8m, 4m);

    private static GateAlert Alert(CrossedGate gate) => new(Guid.CreateVersion7(Then), Score.AssessmentId, Layer.Unit, gate, Then);
}
