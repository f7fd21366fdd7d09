using Xunit;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Scoring;
using ZonaIntegritas.Web.Features.Assessments;

namespace ZonaIntegritas.Web.Tests.Features.Readiness.Cockpit;

/// <summary>What the cockpit counts is what the domain decides of every single sheet.</summary>
public sealed class CockpitCountTests
{
    [Fact]
    public async Task Every_limit_is_counted_as_the_domain_decides_it()
    {
        using var world = await FiveUnitsAsync();
        var verdicts = await VerdictsAsync(world);

        var cockpit = (await world.QueriesFor(await world.Database.AddUserAsync(Role.Administrator)).ListAsync(new(), default)).Cockpit!;

        Assert.Equal((5, 4, 1), (cockpit.Units, cockpit.Scored, cockpit.Unscored));
        Assert.All(cockpit.Predicates, predicate => Assert.Equal(
            verdicts.Count(verdict => verdict.Predicate.Code == predicate.Code && verdict.Eligible), predicate.Reached));
        var misses = cockpit.Gates.SelectMany(gate => gate.Misses.Select(miss => (miss.Predicate, gate.Target, miss.Units))).ToList();
        Assert.Equal(verdicts.SelectMany(verdict => verdict.Conditions.Select(condition => (verdict.Predicate.Code, condition.Code))).Distinct().Count(), misses.Count);
        Assert.All(misses, miss => Assert.Equal(
            verdicts.Count(verdict => verdict.Predicate.Code == miss.Predicate && verdict.Unmet.Any(condition => condition.Code == miss.Target)), miss.Units));
    }

    [Fact]
    public async Task The_sentence_says_how_many_get_there_and_what_lacks_most()
    {
        using var world = await ReadinessWorld.CreateAsync(set: AnswerSets.Best);
        await world.AddUnitAsync("Bapenda", AnswerSets.JustBelow);
        await world.AddUnitAsync("Dinkes", AnswerSets.JustBelow, "WBBM");

        var cockpit = (await world.QueriesFor(await world.Database.AddUserAsync(Role.Pimpinan)).ListAsync(new(), default)).Cockpit!;

        Assert.Equal("1 dari 3 unit memenuhi syarat nilai WBK dan 0 memenuhi WBBM; paling sering kurang: IPAK (2 unit).", cockpit.Sentence);
        Assert.Equal([("WBK", 2), ("WBBM", 1)], cockpit.Predicates.Select(predicate => (predicate.Code, predicate.Heading)));
        Assert.Equal(("B.I.a", 2), (cockpit.Gates[0].Target, cockpit.Gates[0].Misses[0].Units));
    }

    [Fact]
    public async Task Turns_are_counted_by_who_is_waited_for()
    {
        using var world = await ReadinessWorld.CreateAsync();
        await world.ReviewAsync();
        await world.AddUnitAsync("Bapenda");
        await world.AddUnitAsync("Dinkes");

        var cockpit = (await world.QueriesFor(await world.Database.AddUserAsync(Role.Administrator)).ListAsync(new(), default)).Cockpit!;

        Assert.Equal(
            [(Turn.Unit, 2), (Turn.Tpi, 1), (Turn.Instansi, 0), (Turn.Tpn, 0), (Turn.Nobody, 0)],
            cockpit.Turns.Select(turn => (turn.Turn, turn.Units)));
        Assert.Equal(("Pengisian", "7 hari lagi", "17 Oktober 2026"), (cockpit.Windows[0].Name, cockpit.Windows[0].State, cockpit.Windows[0].Until));
    }

    [Fact]
    public async Task A_concluded_sheet_that_is_eligible_waits_for_the_instansi()
    {
        using var world = await ReadinessWorld.CreateAsync();
        await world.Database.MeetConditionsAsync(world.Unit, world.Period);
        await world.ConcludeAsync();
        var queries = world.QueriesFor(await world.Database.AddUserAsync(Role.Pimpinan));

        Assert.Single((await queries.ListAsync(new() { Turn = Turn.Instansi }, default)).Rows);
        Assert.Empty((await queries.ListAsync(new() { Turn = Turn.Nobody }, default)).Rows);
    }

    [Fact]
    public async Task An_evaluator_counts_only_the_units_assigned_and_never_the_own()
    {
        using var world = await FiveUnitsAsync();
        var other = await world.AddUnitAsync("Dishub", AnswerSets.Best);
        var evaluator = await world.Database.AddUserAsync(Role.Evaluator, world.Unit, "Budi Teladanto", world.Unit, other.Unit);

        var list = await world.QueriesFor(evaluator).ListAsync(new(), default);

        Assert.Equal(1, list.Cockpit!.Units);
        Assert.Equal(["Dishub"], list.Rows.Select(row => row.Unit));
    }

    [Fact]
    public async Task Before_the_LHE_a_units_own_people_are_counted_by_their_own_layer()
    {
        using var world = await ReadinessWorld.CreateAsync();
        await world.ReviewAsync(AnswerSets.Poor);

        var own = (await world.QueriesFor(world.Head).ListAsync(new(), default)).Cockpit!;
        var asked = (await world.QueriesFor(world.Head).ListAsync(new(Layer: Layer.Tpi), default)).Cockpit!;
        var heads = (await world.QueriesFor(await world.Database.AddUserAsync(Role.Pimpinan)).ListAsync(new(), default)).Cockpit!;

        Assert.Equal((1, 0), (own.Predicates[0].Reached, own.Gates.SelectMany(gate => gate.Misses).Where(miss => miss.Predicate == "WBK").Max(miss => miss.Units)));
        Assert.Equal(0, asked.Scored);
        Assert.Equal(0, heads.Predicates[0].Reached);
    }

    internal static async Task<ReadinessWorld> FiveUnitsAsync()
    {
        var world = await ReadinessWorld.CreateAsync(set: AnswerSets.Best);
        await world.AddUnitAsync("Bapenda", AnswerSets.JustBelow, city: "Kota Contoh");
        await world.AddUnitAsync("Dinkes", AnswerSets.Half, "WBBM", "Kota Contoh");
        await world.AddUnitAsync("Disdik", AnswerSets.Poor, city: "Kota Teladan");
        await world.AddUnitAsync("Dinsos", city: "Kota Teladan");
        return world;
    }

    private static async Task<List<Verdict>> VerdictsAsync(ReadinessWorld world)
    {
        await using var db = world.Database.CreateDbContext();
        var verdicts = new List<Verdict>();
        foreach (var id in db.StoredScores.Where(score => score.AnsweredQuestions > 0).Select(score => score.AssessmentId).ToList())
        {
            var open = await world.Database.Sheets.OpenAsync(db, id, default);
            verdicts.AddRange(Eligibility.DecideAll(await SheetKeeper.ScoreAsync(db, id, open.Instrument, Layer.Unit, default), open.Unit.HeldPredicates));
        }

        return verdicts;
    }
}
