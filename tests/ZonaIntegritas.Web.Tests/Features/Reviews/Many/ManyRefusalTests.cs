using System.Globalization;
using Xunit;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Reviews;
using ZonaIntegritas.Web.Features.Reviews.Many;
using ZonaIntegritas.Web.Identity;
using static ZonaIntegritas.Web.Tests.Features.Reviews.Many.ManyBench;

namespace ZonaIntegritas.Web.Tests.Features.Reviews.Many;

/// <summary>Many at once against everyone who may not, every state that forbids it, and every closed day.</summary>
public sealed class ManyRefusalTests
{
    private static readonly Dictionary<string, Func<Scene, Authorizer?, Task<Problem?>>> UseCases = new()
    {
        ["AcceptMany"] = async (scene, who) => (await scene.AcceptMany(who).ExecuteAsync(new(scene.Sheet.Id, [Item(Scene.Abc)]), default)).Problem,
        ["ReturnMany"] = async (scene, who) => (await scene.ReturnMany(who).ExecuteAsync(new(scene.Sheet.Id, [Scene.Abc], "Alasan."), default)).Problem,
        ["UndoMany"] = async (scene, who) =>
            (await scene.UndoMany(who).ExecuteAsync(new(scene.Sheet.Id, [new UndoReturn(Scene.Abc, scene.Database.Clock.GetUtcNow())]), default)).Problem,
    };

    public static MatrixTheoryData<string, string> Forbidden => new([.. UseCases.Keys], [.. Intruders.OfReviewing.Keys]);

    public static TheoryData<string> Names => [.. UseCases.Keys];

    [Theory]
    [MemberData(nameof(Forbidden))]
    public async Task Whoever_may_not_judge_writes_nothing(string useCase, string intruder)
    {
        using var scene = await Scene.CreateAsync();
        await scene.MoveToAsync(AssessmentStatus.InReview);
        var who = await Intruders.OfReviewing[intruder](scene);
        var before = await scene.PrintAsync();

        var refusal = await Assert.ThrowsAsync<ForbiddenException>(() => UseCases[useCase](scene, who));

        Assert.StartsWith("access.", refusal.Problem.Code, StringComparison.Ordinal);
        Assert.Equal(before, await scene.PrintAsync());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_assigned_evaluator_may(string useCase)
    {
        using var scene = await Scene.CreateAsync();
        await scene.MoveToAsync(AssessmentStatus.InReview);

        Assert.Null(await UseCases[useCase](scene, null));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_draft_and_a_concluded_sheet_are_closed(string useCase)
    {
        using var scene = await Scene.CreateAsync();
        Assert.Equal(AssessmentProblems.NotOpenForReview, await UseCases[useCase](scene, null));
        await scene.MoveToAsync(AssessmentStatus.Concluded);
        var before = await scene.PrintAsync();

        Assert.Equal(AssessmentProblems.NotOpenForReview, await UseCases[useCase](scene, null));
        Assert.Equal(before, await scene.PrintAsync());
    }

    [Theory]
    [InlineData("2026-11-30T16:59:59Z", null)] // 30 November 23.59 WIB
    [InlineData("2026-11-30T17:00:00Z", "assessment.outside-review")] // 1 December 00.00 WIB
    public async Task Outside_the_window_nothing_is_done(string moment, string? problem)
    {
        using var scene = await Scene.CreateAsync();
        await scene.MoveToAsync(AssessmentStatus.InReview);
        scene.Database.Clock.SetUtcNow(DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture));

        foreach (var useCase in UseCases.Values)
        {
            Assert.Equal(problem, (await useCase(scene, null))?.Code);
        }
    }

    [Fact]
    public async Task Returning_many_needs_a_reason_and_goes_question_by_question()
    {
        using var scene = await Scene.CreateAsync();
        await scene.MoveToAsync(AssessmentStatus.InRepair);

        Assert.Equal(AssessmentProblems.ReasonMissing, (await scene.ReturnMany().ExecuteAsync(new(scene.Sheet.Id, [Scene.Abc], " "), default)).Problem);
        Assert.Equal(ReviewProblems.NothingChosen, (await scene.ReturnMany().ExecuteAsync(new(scene.Sheet.Id, [], "Alasan."), default)).Problem);
        Assert.Equal(
            ["assessment.already-returned", null, "assessment.unknown-question"],
            (await scene.ReturnAsync("Bukti tahun lalu.", Scene.YesNo, Scene.Abc, "A.I.9.z")).Codes());
        Assert.Equal("Bukti tahun lalu.", (await scene.StoredSheetAsync()).ReturnedItems.Single(item => item.QuestionCode == Scene.Abc).Reason);
    }

    [Fact]
    public async Task Returning_stays_within_the_own_areas()
    {
        using var scene = await Scene.CreateAsync();
        await scene.MoveToAsync(AssessmentStatus.InReview);
        var member = await scene.Database.AddUserAsync(Domain.Access.Role.Evaluator, null, "Rini");
        await scene.Database.AssignAsync(member, scene.Unit, ReviewTier.Member, "A.2");

        var result = await scene.ReturnMany(TestDatabase.SignIn(member)).ExecuteAsync(new(scene.Sheet.Id, [Scene.YesNo, "A.I.2.i.a"], "Alasan."), default);

        Assert.Equal(["review.not-your-area", null], result.Value.Codes());
    }
}
