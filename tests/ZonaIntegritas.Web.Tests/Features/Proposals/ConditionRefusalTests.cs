using Xunit;
using ZonaIntegritas.Web.Features.Proposals.Conditions;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Tests.Features.Proposals;

/// <summary>The unit's checklist against everyone who may not write on it.</summary>
public sealed class ConditionRefusalTests
{
    public static TheoryData<string> NotCoordinators => [.. Intruders.OfFilling.Keys];

    public static TheoryData<string> NotReviewers => [.. Intruders.OfReviewing.Keys];

    [Theory]
    [MemberData(nameof(NotCoordinators))]
    public async Task Whoever_does_not_fill_in_records_nothing(string intruder)
    {
        using var scene = await Scene.CreateAsync();
        var who = await Intruders.OfFilling[intruder](scene);
        var before = await scene.PrintConditionsAsync();

        var refusal = await Assert.ThrowsAsync<ForbiddenException>(() =>
            scene.Recording(who).ExecuteAsync(new(scene.Sheet.Id, ConditionDesk.Tlhp, ConditionDesk.Entry(), 0), default));

        Assert.StartsWith("access.", refusal.Problem.Code, StringComparison.Ordinal);
        Assert.Equal(before, await scene.PrintConditionsAsync());
    }

    [Theory]
    [MemberData(nameof(NotReviewers))]
    public async Task Whoever_does_not_judge_confirms_nothing(string intruder)
    {
        using var scene = await Scene.CreateAsync();
        await scene.RecordAsync();
        var who = await Intruders.OfReviewing[intruder](scene);
        var before = await scene.PrintConditionsAsync();

        var refusal = await Assert.ThrowsAsync<ForbiddenException>(() =>
            scene.Confirming(who).ExecuteAsync(new(scene.Sheet.Id, ConditionDesk.Tlhp, 1), default));

        Assert.StartsWith("access.", refusal.Problem.Code, StringComparison.Ordinal);
        Assert.Equal(before, await scene.PrintConditionsAsync());
    }

    [Theory]
    [MemberData(nameof(NotCoordinators))]
    public async Task The_units_library_is_searched_by_its_coordinator_alone(string intruder)
    {
        using var scene = await Scene.CreateAsync();
        var who = await Intruders.OfFilling[intruder](scene);

        await Assert.ThrowsAsync<ForbiddenException>(() =>
            new ConditionEvidenceQueries(scene.Database, who, scene.Database.Clock).FindAsync(scene.Sheet.Id, null, default));
    }

    [Fact]
    public async Task A_sheet_that_does_not_exist_is_refused_like_one_that_is_not_yours()
    {
        using var scene = await Scene.CreateAsync();
        var nowhere = scene.Unit.Id;

        await Assert.ThrowsAsync<ForbiddenException>(() => scene.Recording().ExecuteAsync(new(nowhere, ConditionDesk.Tlhp, ConditionDesk.Entry(), 0), default));
        await Assert.ThrowsAsync<ForbiddenException>(() => scene.Confirming().ExecuteAsync(new(nowhere, ConditionDesk.Tlhp, 1), default));
        await Assert.ThrowsAsync<ForbiddenException>(() => scene.Checklists(scene.Coordinator).LoadAsync(nowhere, default));
    }
}
