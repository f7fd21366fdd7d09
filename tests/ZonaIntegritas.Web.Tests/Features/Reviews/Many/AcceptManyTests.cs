using Microsoft.EntityFrameworkCore;
using Xunit;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Auditing;
using ZonaIntegritas.Domain.Reviews;
using ZonaIntegritas.Domain.Scoring;
using ZonaIntegritas.Web.Features.Reviews.Many;
using static ZonaIntegritas.Web.Tests.Features.Reviews.Many.ManyBench;

namespace ZonaIntegritas.Web.Tests.Features.Reviews.Many;

public sealed class AcceptManyTests
{
    [Fact]
    public async Task The_first_tier_takes_over_what_the_unit_answered_and_the_review_begins()
    {
        using var scene = await Scene.CreateAsync();
        await scene.MoveToAsync(AssessmentStatus.Submitted);

        var result = await scene.AcceptAsync(null, Item(Scene.YesNo), Item(Scene.Abc), Item("B.I.a"));

        Assert.Equal([null, null, null], result.Codes());
        var held = await scene.JudgementAsync(Scene.Abc, ReviewTier.Lead);
        Assert.Equal((new ChoiceAnswer("A"), 1, 0, scene.Evaluator.Id), (held!.Value, held.Version, held.BasedOn, held.By));
        Assert.Equal(new LevelAnswer(4m), (await scene.AnswerAsync("B.I.a", Layer.Tpi))!.Value);
        Assert.Equal(AssessmentStatus.InReview, (await scene.StoredSheetAsync()).Status);
        Assert.Equal((await scene.FreshScoreAsync(Layer.Tpi)).Total.Points.ToDecimal(), (await scene.StoredScoreAsync(Layer.Tpi))!.Total);
        Assert.Equal(ReviewTier.Controller, await scene.NextAsync(Scene.YesNo));
        Assert.Equal([(Scene.YesNo, "ketua tim"), (Scene.Abc, "ketua tim"), ("B.I.a", "ketua tim")], await TrailAsync(scene));
    }

    [Fact]
    public async Task The_next_tier_takes_over_the_value_below_with_its_reason_and_keeps_its_own_note()
    {
        using var scene = await Scene.CreateAsync();
        await scene.MoveToAsync(AssessmentStatus.InReview);
        await scene.DisagreeAsync();
        await scene.Judge(TestDatabase.SignIn(scene.Controller)).ExecuteAsync(scene.Answering(Scene.YesNo, null, "Cek lagi."), default);

        Assert.Equal([null], (await scene.AcceptAsync(scene.Controller, Item(Scene.YesNo, seen: 1, below: 1))).Codes());

        var held = await scene.JudgementAsync(Scene.YesNo, ReviewTier.Controller);
        Assert.Equal(
            (new ChoiceAnswer("Tidak"), DifferenceReason.EvidenceLacking, "Cek lagi.", 1), (held!.Value, held.Reason!.Value, held.Note, held.BasedOn));
        Assert.Equal(new ChoiceAnswer("Ya"), (await scene.AnswerAsync(Scene.YesNo))!.Value);
    }

    [Fact]
    public async Task Each_question_goes_by_its_own_merits_and_what_is_refused_stays_as_it_was()
    {
        using var scene = await Scene.CreateAsync();
        await scene.MoveToAsync(AssessmentStatus.InReview);
        await scene.DisagreeAsync(reason: null);
        await scene.Database.ReturnAsync(scene.Sheet, scene.Evaluator, Third, "Rencana belum ada.");
        await scene.AcceptAsync(null, Item(Scene.Abc), Item("A.I.1.ii.b"), Item("A.I.1.ii.c"), Item("A.I.1.iii.a"));

        var result = await scene.AcceptAsync(
            scene.Controller, Item(Scene.YesNo, below: 1), Item(Scene.Abc, below: 1), Item(Third), Item("A.I.1.ii.b", below: 7),
            Item("A.I.1.ii.c", seen: 3, below: 1), Item("A.I.1.iii.a", below: 1, unit: 2), Item("A.I.9.z"), Item("A.I.1.iii.b"));

        Assert.Equal(
            [
                "review.accept-without-reason", null, "review.lower-tier-first", "assessment.stale",
                "assessment.stale", "review.unit-answer-changed", "assessment.unknown-question", "review.lower-tier-first",
            ],
            result.Codes());
        Assert.Equal(1, result.Done);
        await using var db = scene.Database.CreateDbContext();
        Assert.Equal(Scene.Abc, (await db.TierJudgements.SingleAsync(held => held.Tier == ReviewTier.Controller)).QuestionCode);
    }

    [Fact]
    public async Task What_waits_for_the_units_repair_is_not_accepted_meanwhile()
    {
        using var scene = await Scene.CreateAsync();
        await scene.MoveToAsync(AssessmentStatus.InRepair);
        var before = await scene.PrintAsync();

        Assert.Equal(["review.with-unit"], (await scene.AcceptAsync(null, Item(Scene.YesNo))).Codes());
        Assert.Equal(before, await scene.PrintAsync());
    }

    [Fact]
    public async Task Only_the_own_areas_are_accepted()
    {
        using var scene = await Scene.CreateAsync();
        await scene.MoveToAsync(AssessmentStatus.Submitted);
        var member = await scene.Database.AddUserAsync(Domain.Access.Role.Evaluator, null, "Rini");
        await scene.Database.AssignAsync(member, scene.Unit, ReviewTier.Member, "A.2");

        Assert.Equal(["review.not-your-area", null], (await scene.AcceptAsync(member, Item(Scene.YesNo), Item("A.I.2.i.a"))).Codes());
    }

    [Fact]
    public async Task A_repair_is_looked_at_by_accepting_it()
    {
        using var scene = await Scene.CreateAsync();
        await scene.MoveToAsync(AssessmentStatus.InRepair);
        await scene.Repair().ExecuteAsync(new(scene.Sheet.Id, Scene.YesNo, "Sudah."), default);

        Assert.Equal([null], (await scene.AcceptAsync(null, Item(Scene.YesNo))).Codes());
        Assert.Equal(ReturnedItemState.Closed, (await scene.StoredSheetAsync()).ReturnedItems.Single().State);
    }

    [Fact]
    public async Task Nothing_chosen_is_said()
    {
        using var scene = await Scene.CreateAsync();
        await scene.MoveToAsync(AssessmentStatus.Submitted);

        Assert.Equal(ReviewProblems.NothingChosen, (await scene.AcceptMany().ExecuteAsync(new(scene.Sheet.Id, []), default)).Problem);
    }

    [Fact]
    public async Task A_whole_sheet_is_read_once_and_not_once_for_each_question()
    {
        using var scene = await Scene.CreateAsync();
        await scene.MoveToAsync(AssessmentStatus.Submitted);
        await scene.Database.Sheets.OpenAsync(scene.Database.CreateDbContext(), scene.Sheet.Id, default);
        var codes = (await scene.FreshScoreAsync()).Lines.Select(line => line.Question.Code).ToList();
        var counter = new CommandCounter(scene.Database);
        var began = TimeProvider.System.GetTimestamp();

        var result = await new AcceptMany(counter, TestDatabase.SignIn(scene.Evaluator), scene.Database.Sheets)
            .ExecuteAsync(new(scene.Sheet.Id, [.. codes.Select(code => Item(code))]), default);

        TestContext.Current.TestOutputHelper?.WriteLine($"{codes.Count} accepted in {TimeProvider.System.GetElapsedTime(began).TotalMilliseconds:0} ms");
        Assert.Equal((113, 113), (result.Value.Done, result.Value.Steps.Count));
        // Sheet with its returns, unit, period, person with role and shares, team, judgements, evidence, answers, score.
        Assert.InRange(counter.Queries.Count(query => query.TrimStart().StartsWith("SELECT", StringComparison.Ordinal)), 1, 20);
    }

    private static async Task<List<(string?, string)>> TrailAsync(Scene scene)
    {
        await using var db = scene.Database.CreateDbContext();
        return [.. (await db.AuditEntries.AsNoTracking().Where(entry => entry.Action == AuditAction.AnswerSaved && entry.Layer == Layer.Tpi).ToListAsync())
            .OrderBy(entry => entry.QuestionCode, StringComparer.Ordinal).Select(entry => (entry.QuestionCode, entry.Note))];
    }
}
