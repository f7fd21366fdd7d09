using Xunit;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Discussion;
using ZonaIntegritas.Web.Features.Discussion;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Tests.Features.Discussion;

/// <summary>Every way into a thread against everyone who may not see the sheet.</summary>
public sealed class DiscussionRefusalTests
{
    private static readonly Dictionary<string, Func<Scene, Guid, Authorizer, Task>> UseCases = new()
    {
        ["WriteMessage"] = (scene, _, who) => scene.Write(who).ExecuteAsync(new(scene.Sheet.Id, Scene.Abc, "Pesan."), default),
        ["SettleMessage"] = (scene, message, who) => scene.Settle(who).ExecuteAsync(message, default),
        ["ReadMentions"] = (scene, _, who) => new ReadMentions(scene.Database, who, scene.Database.Clock).ExecuteAsync(scene.Sheet.Id, Scene.Abc, default),
        ["ThreadQueries"] = (scene, _, who) => new ThreadQueries(scene.Database, who).LoadAsync(scene.Sheet.Id, Scene.Abc, 10, default),
    };

    private static readonly Dictionary<string, Func<Scene, Task<Authorizer>>> Strangers = new[] { Intruders.OfFilling, Intruders.OfReviewing }
        .SelectMany(people => people)
        .Where(person => person.Key is "coordinator of another unit" or "coordinator of no unit" or "nobody" or "moved to another unit"
            or "closed account" or "changed password" or "lost role"
            or "evaluator who is not assigned" or "evaluator of the own unit, even assigned" or "coordinator who is assigned" or "lost assignment")
        .DistinctBy(person => person.Key).ToDictionary(person => person.Key, person => person.Value);

    public static MatrixTheoryData<string, string> Forbidden => new([.. UseCases.Keys], [.. Strangers.Keys]);

    [Theory]
    [MemberData(nameof(Forbidden))]
    public async Task Whoever_may_not_see_the_sheet_reads_and_writes_nothing(string useCase, string stranger)
    {
        using var scene = await Scene.CreateAsync();
        var message = (await scene.Write().ExecuteAsync(new(scene.Sheet.Id, Scene.Abc, "Mohon dilihat.", Mentions: [scene.Evaluator.Id]), default)).Value;
        var who = await Strangers[stranger](scene);
        var before = await scene.PrintAsync();

        var refusal = await Assert.ThrowsAsync<ForbiddenException>(() => UseCases[useCase](scene, message, who));

        Assert.StartsWith("access.", refusal.Problem.Code, StringComparison.Ordinal);
        Assert.Equal(before, await scene.PrintAsync());
    }

    [Fact]
    public void All_strangers_are_there() => Assert.Equal(11, Strangers.Count);

    [Fact]
    public async Task What_is_not_there_is_refused_as_what_is_not_ones_own()
    {
        using var scene = await Scene.CreateAsync();
        var nowhere = Guid.CreateVersion7();

        foreach (var run in (Func<Task>[])[
            () => scene.Write().ExecuteAsync(new(nowhere, Scene.Abc, "Pesan."), default),
            () => scene.Settle().ExecuteAsync(nowhere, default),
            () => scene.Thread(scene.Coordinator).LoadAsync(nowhere, Scene.Abc, 10, default),
            () => scene.Write().ExecuteAsync(new(scene.Sheet.Id, Scene.Abc, "Lagi.", Reopens: nowhere), default)])
        {
            Assert.Equal(Authorizer.NotAllowed, (await Assert.ThrowsAsync<ForbiddenException>(run)).Problem);
        }
    }

    private static readonly Dictionary<string, (WriteMessageCommand Command, Problem Problem)> Faults = new()
    {
        ["no such question"] = (new(default, "A.I.9.z", "Pesan."), AssessmentProblems.UnknownQuestion),
        ["no text"] = (new(default, Scene.Abc, " \n "), DiscussionProblems.TextMissing),
        ["too long"] = (new(default, Scene.Abc, new('x', ThreadMessage.TextMaxLength + 1)), DiscussionProblems.TextTooLong),
        ["for TPI by the unit"] = (new(default, Scene.Abc, "Rahasia.", Audience.TpiOnly), DiscussionProblems.TpiOnlyForTpi),
        ["too many"] = (
            new(default, Scene.Abc, "@semua", Mentions: [.. Enumerable.Range(0, 11).Select(_ => Guid.CreateVersion7())]),
            DiscussionProblems.TooManyMentions(WriteMessage.MaxMentions)),
        ["a stranger"] = (new(default, Scene.Abc, "@siapa", Mentions: [Guid.CreateVersion7()]), DiscussionProblems.CannotBeMentioned),
    };

    public static TheoryData<string> FaultNames => [.. Faults.Keys];

    [Theory]
    [MemberData(nameof(FaultNames))]
    public async Task A_message_that_cannot_be_is_refused_in_words_and_writes_nothing(string fault)
    {
        using var scene = await Scene.CreateAsync();
        var before = await scene.PrintAsync();

        var refused = await scene.Write().ExecuteAsync(Faults[fault].Command with { AssessmentId = scene.Sheet.Id }, default);

        Assert.Equal(Faults[fault].Problem, refused.Problem);
        Assert.Equal(before, await scene.PrintAsync());
    }

    [Fact]
    public async Task The_unit_neither_settles_nor_reopens_what_only_tpi_reads()
    {
        using var scene = await Scene.CreateAsync();
        var note = (await scene.Write(TestDatabase.SignIn(scene.Evaluator)).ExecuteAsync(new(scene.Sheet.Id, Scene.Abc, "Catatan tim.", Audience.TpiOnly), default)).Value;
        await Assert.ThrowsAsync<ForbiddenException>(() => scene.Settle().ExecuteAsync(note, default));
        Assert.Null((await scene.Settle(TestDatabase.SignIn(scene.Controller)).ExecuteAsync(note, default)).Problem);

        await Assert.ThrowsAsync<ForbiddenException>(() => scene.Write().ExecuteAsync(new(scene.Sheet.Id, Scene.Abc, "Buka.", Reopens: note), default));
    }
}
