using System.Net;
using System.Net.Http.Headers;
using Microsoft.EntityFrameworkCore;
using Xunit;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Auditing;
using ZonaIntegritas.Web.Features.BackgroundWork;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Tests.Features.EvidencePacks;

public sealed class PackAccessTests
{
    public static TheoryData<Role, bool, bool> Rights { get; } = new()
    {
        { Role.Koordinator, true, true }, { Role.Pimpinan, true, true }, { Role.Pimpinan, false, true }, { Role.Administrator, false, true },
        { Role.Evaluator, false, false }, { Role.Koordinator, false, false }, { Role.Evaluator, true, false },
    };

    [Theory, MemberData(nameof(Rights))]
    public async Task Who_sees_the_unit_may_ask_list_and_fetch_and_nobody_else(Role role, bool ofTheUnit, bool allowed)
    {
        using var scene = await Scene.CreateAsync();
        var desk = new PackDesk(scene);
        var pack = await desk.MakeAsync();
        var who = TestDatabase.SignIn(await scene.Database.AddUserAsync(role, ofTheUnit ? scene.Unit : null));

        if (allowed)
        {
            Assert.Single((await desk.Queries(who).LoadAsync(scene.Sheet.Id, 0, 10, default)).Packs.Rows);
            Assert.NotNull(await desk.Download(who).ExecuteAsync(pack.Id, true, default));
            Assert.NotEqual(pack.Id, await desk.AskAsync(who));
        }
        else
        {
            await Assert.ThrowsAsync<ForbiddenException>(() => desk.Queries(who).LoadAsync(scene.Sheet.Id, 0, 10, default));
            await Assert.ThrowsAsync<ForbiddenException>(() => desk.AskAsync(who));
            Assert.Null(await desk.Download(who).ExecuteAsync(pack.Id, true, default));
        }
    }

    [Fact]
    public async Task A_right_that_was_withdrawn_ends_with_the_next_request()
    {
        using var scene = await Scene.CreateAsync();
        var desk = new PackDesk(scene);
        var pack = await desk.MakeAsync();
        var evaluator = TestDatabase.SignIn(scene.Evaluator);
        Assert.NotNull(await desk.Download(evaluator).ExecuteAsync(pack.Id, true, default));

        await scene.Database.EndAssignmentsAsync(scene.Evaluator);
        Assert.Null(await desk.Download(evaluator).ExecuteAsync(pack.Id, false, default));

        await scene.Database.CloseAccountAsync(scene.Coordinator);
        await Assert.ThrowsAsync<ForbiddenException>(() => desk.Download(TestDatabase.SignIn(scene.Coordinator)).ExecuteAsync(pack.Id, true, default));
    }

    [Fact]
    public async Task While_one_is_made_asking_again_gives_the_same()
    {
        using var scene = await Scene.CreateAsync();
        var desk = new PackDesk(scene);

        Assert.Equal(await desk.AskAsync(), await desk.AskAsync(TestDatabase.SignIn(scene.Evaluator)));
        Assert.Single(desk.Dispatcher.Reports);
        Assert.Equal(WorkState.Waiting, Assert.Single((await desk.Queries(TestDatabase.SignIn(scene.Coordinator)).LoadAsync(scene.Sheet.Id, 0, 10, default)).Packs.Rows).State);
    }

    [Fact]
    public async Task Expired_it_is_gone_but_bytes_that_another_pack_counts_on_stay()
    {
        using var scene = await Scene.CreateAsync();
        var desk = new PackDesk(scene);
        var (first, second) = (await desk.MakeAsync(), await desk.MakeAsync());
        var who = TestDatabase.SignIn(scene.Coordinator);
        await using (var db = scene.Database.CreateDbContext())
        {
            // As if both had come out byte for byte the same, the second some days later.
            await db.ReportRequests.Where(row => row.Id == second.Id).ExecuteUpdateAsync(
                set => set.SetProperty(row => row.Sha256, first.Sha256).SetProperty(row => row.ExpiresAt, first.ExpiresAt!.Value.AddDays(3)));
        }

        scene.Database.Clock.Advance(TimeSpan.FromDays(14));
        Assert.Null(await desk.Download(who).ExecuteAsync(first.Id, true, default));
        await desk.Remove().ExecuteAsync(default);

        Assert.NotNull((await desk.RowAsync(first.Id)).RemovedAt);
        Assert.NotNull(await desk.Download(who).ExecuteAsync(second.Id, true, default));
        scene.Database.Clock.Advance(TimeSpan.FromDays(3));
        await desk.Remove().ExecuteAsync(default);
        Assert.False(desk.Store.Packs.Exists(first.Sha256!));
        Assert.DoesNotContain((await desk.Queries(who).LoadAsync(scene.Sheet.Id, 0, 10, default)).Packs.Rows, row => row.IsThere);
    }

    [Fact]
    public async Task Over_HTTP_parts_are_given_and_a_download_is_one_line_of_the_trail()
    {
        using var scene = await Scene.CreateAsync();
        await scene.AddEvidenceAsync();
        var pack = await new PackDesk(scene).MakeAsync();
        await using var app = new TestApp(scene.Database);
        using var client = app.ClientOf(scene.Coordinator);

        using var whole = await client.GetAsync(new Uri($"/paket/berkas/{pack.Id}", UriKind.Relative));
        var bytes = await whole.Content.ReadAsByteArrayAsync();
        using var rest = new HttpRequestMessage(HttpMethod.Get, $"/paket/berkas/{pack.Id}");
        rest.Headers.Range = new RangeHeaderValue(100, null);
        rest.Headers.IfRange = new RangeConditionHeaderValue(whole.Headers.ETag!);
        using var part = await client.SendAsync(rest);

        Assert.Equal((HttpStatusCode.OK, "attachment"), (whole.StatusCode, whole.Content.Headers.ContentDisposition!.DispositionType));
        Assert.Equal("nosniff", Assert.Single(whole.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal(HttpStatusCode.PartialContent, part.StatusCode);
        Assert.Equal(bytes[100..], await part.Content.ReadAsByteArrayAsync());
        await using var db = scene.Database.CreateDbContext();
        Assert.Equal(1, await db.AuditEntries.CountAsync(entry => entry.Action == AuditAction.SheetExported));
        using var stranger = app.ClientOf(await scene.Database.AddUserAsync(Role.Koordinator, await scene.Database.AddUnitAsync("Dinas Sosial")));
        using var refused = await stranger.GetAsync(new Uri($"/paket/berkas/{pack.Id}", UriKind.Relative));
        Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
    }
}
