using Xunit;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Evidence;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Tests.Features.Evidence.Library;

/// <summary>Every use case of the library against everyone who may not.</summary>
public sealed class LibraryRefusalTests
{
    private static readonly Dictionary<string, Func<Scene, EvidenceItem, Authorizer?, Task<Problem?>>> UseCases = new()
    {
        ["DescribeEvidence"] = async (scene, item, who) => (await scene.Describe(who).ExecuteAsync(new(item.Id, Shelf.Details(), 0), default)).Problem,
        ["AttachExisting"] = async (scene, item, who) => (await scene.Reuse(who).ExecuteAsync(new(scene.Sheet.Id, Scene.YesNo, item.Id), default)).Problem,
        ["DiscardEvidence"] = async (scene, item, who) => (await scene.Discard(who).ExecuteAsync(item.Id, default)).Problem,
    };

    public static TheoryData<string> Names => [.. UseCases.Keys];

    public static MatrixTheoryData<string, string> Forbidden => new([.. UseCases.Keys], [.. Intruders.OfFilling.Keys, "evaluator of the own unit"]);

    [Theory]
    [MemberData(nameof(Forbidden))]
    public async Task Whoever_does_not_fill_in_for_the_unit_changes_nothing(string useCase, string intruder)
    {
        using var scene = await Scene.CreateAsync();
        var item = await scene.ShelveAsync();
        var who = intruder == "evaluator of the own unit"
            ? TestDatabase.SignIn(await scene.Database.AddUserAsync(Role.Evaluator, scene.Unit, "Rekan Unit", scene.Unit))
            : await Intruders.OfFilling[intruder](scene);
        var before = await scene.PrintAsync();

        var refusal = await Assert.ThrowsAsync<ForbiddenException>(() => UseCases[useCase](scene, item, who));

        Assert.StartsWith("access.", refusal.Problem.Code, StringComparison.Ordinal);
        Assert.Equal(before, await scene.PrintAsync());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_units_coordinator_may(string useCase)
    {
        using var scene = await Scene.CreateAsync();
        var item = await scene.ShelveAsync();
        var before = await scene.PrintAsync();

        Assert.Null(await UseCases[useCase](scene, item, null));
        Assert.NotEqual(before, await scene.PrintAsync());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_document_that_is_not_there_is_not_told_from_one_that_is_somebody_elses(string useCase)
    {
        using var scene = await Scene.CreateAsync();
        var nothing = new EvidenceItem(Guid.CreateVersion7(), scene.Unit.Id, "", scene.Coordinator.Id, default);

        var refusal = await Assert.ThrowsAsync<ForbiddenException>(() => UseCases[useCase](scene, nothing, null));

        Assert.Equal(Authorizer.NotAllowed, refusal.Problem);
    }
}
