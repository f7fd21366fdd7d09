using Microsoft.EntityFrameworkCore;
using Xunit;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Auditing;
using ZonaIntegritas.Domain.Evidence;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Tests.Features.Evidence.Links;

public sealed class AddEvidenceLinkTests
{
    [Fact]
    public async Task An_address_is_kept_put_forward_and_looked_at_soon()
    {
        await using var bench = await LinkBench.CreateAsync();

        var written = await bench.Add().ExecuteAsync(bench.Scene.For(), "contoh.go.id/sk", default);

        Assert.Equal(
            (EvidenceType.Link, LinkBench.Address, "contoh.go.id/sk", LinkState.Waiting, 1),
            (written.Value.Version.Type, written.Value.Version.Url, written.Value.Item.Title, written.Value.Version.Link, written.Value.Version.Number));
        var row = Assert.Single(await bench.Scene.Queries(bench.Scene.Coordinator).EvidenceAsync(bench.Scene.Sheet.Id, default));
        Assert.Equal((LinkBench.Address, Scene.YesNo, false), (row.Url, row.QuestionCode, row.MayBeServed));
        Assert.Equal(1, bench.Queue.LinkChecks);
        Assert.Single(await bench.TrailAsync(AuditAction.EvidenceAttached));
        // Nobody waits for somebody else's server.
        Assert.Empty(bench.Sites.Asked);
    }

    [Fact]
    public async Task A_new_address_of_an_item_is_a_new_version_that_takes_the_old_ones_place()
    {
        await using var bench = await LinkBench.CreateAsync();
        var first = await bench.AddAsync();
        var purpose = new UploadPurpose(bench.Scene.Unit.Id, ItemId: first.ItemId);

        var second = await bench.Add().ExecuteAsync(purpose, "https://contoh.go.id/sk-baru", default);
        var same = await bench.Add().ExecuteAsync(purpose, "https://contoh.go.id/sk-baru", default);

        Assert.Equal((2, first.ItemId), (second.Value.Version.Number, second.Value.Version.ItemId));
        var row = Assert.Single(await bench.Scene.Queries(bench.Scene.Coordinator).EvidenceAsync(bench.Scene.Sheet.Id, default));
        Assert.Equal(second.Value.Version.Id, row.VersionId);
        Assert.Equal("Alamat ini sama dengan versi 2 yang sudah ada. Tidak ada versi baru yang dibuat.", same.Problem?.Message);
    }

    [Fact]
    public async Task The_same_address_for_another_question_is_the_same_item_and_for_the_same_question_refused()
    {
        await using var bench = await LinkBench.CreateAsync();
        var first = await bench.AddAsync();

        var other = await bench.Add().ExecuteAsync(bench.Scene.For(Scene.Abc), LinkBench.Address, default);
        var again = await bench.Add().ExecuteAsync(bench.Scene.For(), LinkBench.Address, default);

        Assert.Equal(first.ItemId, other.Value.Item.Id);
        Assert.Equal("evidence.already-attached", again.Problem?.Code);
    }

    [Theory]
    [InlineData("http://contoh.go.id/", "link.not-secure")]
    [InlineData("https://127.0.0.1/", "link.inside")]
    [InlineData("", "link.missing")]
    public async Task A_bad_address_leaves_nothing(string typed, string problem)
    {
        await using var bench = await LinkBench.CreateAsync();

        Assert.Equal(problem, (await bench.Add().ExecuteAsync(bench.Scene.For(), typed, default)).Problem?.Code);
        await NothingIsLeftAsync(bench);
    }

    public static TheoryData<string> Strangers => [.. Intruders.OfFilling.Keys];

    [Theory]
    [MemberData(nameof(Strangers))]
    public async Task Whoever_may_not_fill_in_adds_nothing(string who)
    {
        await using var bench = await LinkBench.CreateAsync();
        var intruder = await Intruders.OfFilling[who](bench.Scene);

        await Assert.ThrowsAsync<ForbiddenException>(() => bench.Add(intruder).ExecuteAsync(bench.Scene.For(), LinkBench.Address, default));

        await NothingIsLeftAsync(bench);
    }

    [Theory]
    [InlineData(AssessmentStatus.Submitted)]
    [InlineData(AssessmentStatus.InReview)]
    [InlineData(AssessmentStatus.Concluded)]
    public async Task A_sheet_that_is_not_the_units_turn_takes_no_address(AssessmentStatus status)
    {
        await using var bench = await LinkBench.CreateAsync();
        await bench.Scene.MoveToAsync(status);

        Assert.Equal("assessment.not-open-for-unit", (await bench.Add().ExecuteAsync(bench.Scene.For(), LinkBench.Address, default)).Problem?.Code);
        await NothingIsLeftAsync(bench);
    }

    [Fact]
    public async Task In_repair_only_the_returned_question_takes_one()
    {
        await using var bench = await LinkBench.CreateAsync();
        await bench.Scene.MoveToAsync(AssessmentStatus.InRepair);

        var returned = await bench.Add().ExecuteAsync(bench.Scene.For(), LinkBench.Address, default);
        var other = await bench.Add().ExecuteAsync(bench.Scene.For(Scene.Abc), LinkBench.Address, default);

        Assert.True(returned.Succeeded);
        Assert.False(other.Succeeded);
    }

    [Fact]
    public async Task An_item_of_another_unit_and_a_question_that_is_not_there_take_none()
    {
        await using var bench = await LinkBench.CreateAsync();
        var first = await bench.AddAsync();
        var other = await bench.Scene.Database.AddUnitAsync("Dinas Sosial");
        var theirs = TestDatabase.SignIn(await bench.Scene.Database.AddUserAsync(Domain.Access.Role.Koordinator, other));

        await Assert.ThrowsAsync<ForbiddenException>(() => bench.Add(theirs).ExecuteAsync(new(other.Id, ItemId: first.ItemId), LinkBench.Address + "2", default));
        Assert.Equal("assessment.unknown-question", (await bench.Add().ExecuteAsync(bench.Scene.For("Z.9"), LinkBench.Address + "2", default)).Problem?.Code);
    }

    private static async Task NothingIsLeftAsync(LinkBench bench)
    {
        await using var db = bench.Scene.Database.CreateDbContext();
        Assert.Equal((0, 0, 0), (await db.EvidenceItems.CountAsync(), await db.EvidenceVersions.CountAsync(), await db.EvidenceLinks.CountAsync()));
        Assert.Equal(0, bench.Queue.LinkChecks);
    }
}
