using System.Globalization;
using Xunit;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Reviews;
using ZonaIntegritas.Domain.Scoring;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Tests.Features.Reviews;

/// <summary>Every use case of TPI against everyone who may not, every state that forbids it, and every closed day.</summary>
public sealed class ReviewRefusalTests
{
    private static readonly Dictionary<string, Func<Scene, Authorizer?, Task<Problem?>>> UseCases = new()
    {
        // By the last tier, for every tier has judged already.
        ["SaveTpiAnswer"] = async (scene, who) => (await scene.Judge(who ?? TestDatabase.SignIn(scene.Controller)).ExecuteAsync(
            scene.Answering(Scene.Abc, new ChoiceAnswer("B"), seen: 1) with { Reason = DifferenceReason.EvidenceLacking }, default)).Problem,
        ["ReturnQuestion"] = async (scene, who) => (await scene.Return(who).ExecuteAsync(new(scene.Sheet.Id, Scene.Abc, "Alasan."), default)).Problem,
        ["ConcludeReview"] = async (scene, who) => (await scene.Conclude(who).ExecuteAsync(scene.Sheet.Id, default)).Problem,
    };

    public static MatrixTheoryData<string, string> Forbidden => new([.. UseCases.Keys], [.. Intruders.OfReviewing.Keys]);

    [Theory]
    [MemberData(nameof(Forbidden))]
    public async Task Whoever_may_not_judge_writes_nothing(string useCase, string intruder)
    {
        using var scene = await JudgedAsync();
        var who = await Intruders.OfReviewing[intruder](scene);
        var before = await scene.PrintAsync();

        var refusal = await Assert.ThrowsAsync<ForbiddenException>(() => UseCases[useCase](scene, who));

        Assert.StartsWith("access.", refusal.Problem.Code, StringComparison.Ordinal);
        Assert.Equal(before, await scene.PrintAsync());
    }

    public static TheoryData<string> Names => [.. UseCases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_assigned_evaluator_may(string useCase)
    {
        using var scene = await JudgedAsync();

        Assert.Null(await UseCases[useCase](scene, null));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_draft_is_nobodys_to_judge(string useCase)
    {
        using var scene = await Scene.CreateAsync();
        await scene.Database.AnswerAsync(scene.Sheet, by: scene.Coordinator);
        await scene.Database.AnswerAsync(scene.Sheet, Layer.Tpi, by: scene.Evaluator);
        var before = await scene.PrintAsync();

        Assert.Contains((await UseCases[useCase](scene, null))?.Code, (string[])["assessment.not-open-for-review", "assessment.wrong-state"]);
        Assert.Equal(before, await scene.PrintAsync());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_concluded_sheet_is_closed_for_tpi_as_well(string useCase)
    {
        using var scene = await Scene.CreateAsync();
        await scene.MoveToAsync(AssessmentStatus.Concluded);
        var before = await scene.PrintAsync();

        Assert.Contains((await UseCases[useCase](scene, null))?.Code, (string[])["assessment.not-open-for-review", "assessment.wrong-state"]);
        Assert.Equal(before, await scene.PrintAsync());
    }

    // Evaluation: until 30 November, at the unit. WIB is UTC+7, WIT is UTC+9.
    [Theory]
    [InlineData(IndonesianZone.WIB, "2026-11-30T16:30:00Z", null)] // 30 November 23.30 WIB
    [InlineData(IndonesianZone.WIT, "2026-11-30T16:30:00Z", "assessment.outside-review")] // 1 December 01.30 WIT
    [InlineData(IndonesianZone.WIB, "2026-11-30T17:00:00Z", "assessment.outside-review")] // 1 December 00.00 WIB
    [InlineData(IndonesianZone.WIT, "2026-11-30T14:59:59Z", null)] // 30 November 23.59 WIT
    public async Task Judging_ends_on_the_units_own_calendar(IndonesianZone zone, string moment, string? problem)
    {
        using var scene = await JudgedAsync(zone);
        scene.Database.Clock.SetUtcNow(DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture));

        Assert.Equal(problem, (await UseCases["SaveTpiAnswer"](scene, null))?.Code);
        Assert.Equal(problem, (await UseCases["ConcludeReview"](scene, null))?.Code);
        if (problem is not null)
        {
            Assert.Equal(problem, (await UseCases["ReturnQuestion"](scene, null))?.Code);
        }
    }

    /// <summary>Every question judged, nothing returned: each use case has its way open.</summary>
    private static async Task<Scene> JudgedAsync(IndonesianZone zone = IndonesianZone.WIB)
    {
        var scene = await Scene.CreateAsync(zone);
        await scene.MoveToAsync(AssessmentStatus.InReview);
        await scene.Database.AnswerAsync(scene.Sheet, Layer.Tpi, by: scene.Evaluator);
        return scene;
    }
}
