using Xunit;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Evidence;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Tests.Features.Evidence.Links;

public sealed class RecheckEvidenceLinkTests
{
    [Fact]
    public async Task The_coordinator_sees_at_once_that_the_sharing_was_opened()
    {
        await using var bench = await LinkBench.CreateAsync();
        var link = await bench.AddAsync();
        bench.Sites.Answer("contoh.go.id/sk", 403);
        await bench.RunAsync();
        bench.Sites.Page("contoh.go.id/sk", "<p>SK</p>");
        bench.Scene.Database.Clock.Advance(TimeSpan.FromMinutes(2));

        var check = await bench.Recheck().ExecuteAsync(link.Id, default);

        Assert.Equal((LinkState.Opens, "", bench.Scene.Database.Clock.GetUtcNow()), (check.Value.State, check.Value.Remark, check.Value.At));
        Assert.Equal(LinkState.Opens, (await bench.StoredAsync(link.Id)).Link);
        Assert.Equal((bench.Scene.Coordinator.Id, "Terkunci → Terbuka"), ((await bench.TrailAsync())[^1].By, (await bench.TrailAsync())[^1].Note));
    }

    [Fact]
    public async Task An_evaluator_may_look_too_at_what_was_put_forward_and_at_nothing_else()
    {
        await using var bench = await LinkBench.CreateAsync();
        var shown = await bench.AddAsync();
        var hidden = (await bench.Add().ExecuteAsync(new(bench.Scene.Unit.Id), "https://contoh.go.id/lain", default)).Value.Version;
        var evaluator = TestDatabase.SignIn(bench.Scene.Evaluator);

        Assert.True((await bench.Recheck(evaluator).ExecuteAsync(shown.Id, default)).Succeeded);
        await Assert.ThrowsAsync<ForbiddenException>(() => bench.Recheck(evaluator).ExecuteAsync(hidden.Id, default));
    }

    [Fact]
    public async Task A_minute_passes_between_two_looks_and_one_person_looks_ten_times_a_minute()
    {
        await using var bench = await LinkBench.CreateAsync();
        var links = new List<EvidenceVersion>();
        for (var number = 0; number < 11; number++)
        {
            links.Add((await bench.Add().ExecuteAsync(new(bench.Scene.Unit.Id), $"https://contoh.go.id/{number}", default)).Value.Version);
        }

        foreach (var link in links.Take(10))
        {
            Assert.True((await bench.Recheck().ExecuteAsync(link.Id, default)).Succeeded);
        }

        Assert.Equal("link.just-checked", (await bench.Recheck().ExecuteAsync(links[0].Id, default)).Problem?.Code);
        Assert.Equal("link.too-many", (await bench.Recheck().ExecuteAsync(links[10].Id, default)).Problem?.Code);
        Assert.Equal(10, bench.Sites.Asked.Count);
    }

    public static TheoryData<string> Strangers =>
        [.. Intruders.OfFilling.Keys.Except(["evaluator of the unit"])];

    [Theory]
    [MemberData(nameof(Strangers))]
    public async Task Whoever_neither_fills_in_nor_judges_knocks_at_nothing(string who)
    {
        await using var bench = await LinkBench.CreateAsync();
        var link = await bench.AddAsync();
        var intruder = await Intruders.OfFilling[who](bench.Scene);

        await Assert.ThrowsAsync<ForbiddenException>(() => bench.Recheck(intruder).ExecuteAsync(link.Id, default));

        Assert.Empty(bench.Sites.Asked);
    }

    [Fact]
    public async Task An_evaluator_of_the_own_unit_a_file_and_a_link_that_is_not_there_are_the_same_refusal()
    {
        await using var bench = await LinkBench.CreateAsync();
        var link = await bench.AddAsync();
        var file = await bench.Scene.AddEvidenceAsync();
        var colleague = TestDatabase.SignIn(await bench.Scene.Database.AddUserAsync(Role.Evaluator, bench.Scene.Unit, "Rekan", bench.Scene.Unit));

        await Assert.ThrowsAsync<ForbiddenException>(() => bench.Recheck(colleague).ExecuteAsync(link.Id, default));
        await Assert.ThrowsAsync<ForbiddenException>(() => bench.Recheck().ExecuteAsync(file.VersionId, default));
        await Assert.ThrowsAsync<ForbiddenException>(() => bench.Recheck().ExecuteAsync(Guid.CreateVersion7(), default));
    }
}
