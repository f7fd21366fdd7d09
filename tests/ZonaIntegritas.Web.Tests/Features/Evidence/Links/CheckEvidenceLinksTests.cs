using System.Net.Sockets;
using Microsoft.EntityFrameworkCore;
using Xunit;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Evidence;

namespace ZonaIntegritas.Web.Tests.Features.Evidence.Links;

public sealed class CheckEvidenceLinksTests
{
    [Fact]
    public async Task A_new_address_is_looked_at_and_the_trail_says_what_changed()
    {
        await using var bench = await LinkBench.CreateAsync();
        var link = await bench.AddAsync();
        bench.Sites.Page("contoh.go.id/sk", "<p>SK</p>");

        await bench.RunAsync();

        var stored = await bench.StoredAsync(link.Id);
        Assert.Equal((LinkState.Opens, "", bench.Scene.Database.Clock.GetUtcNow()), (stored.Link, stored.LinkRemark, stored.LinkCheckedAt));
        var line = Assert.Single(await bench.TrailAsync());
        Assert.Equal((null, link.Id, bench.Scene.Unit.Id, "Menunggu pemeriksaan → Terbuka"), (line.By, line.VersionId, line.UnitId, line.Note));
    }

    [Fact]
    public async Task A_good_one_is_left_in_peace_for_a_week_a_bad_one_for_a_day_and_no_news_is_no_line()
    {
        await using var bench = await LinkBench.CreateAsync();
        bench.Sites.Page("contoh.go.id/sk", "<p>SK</p>");
        bench.Sites.Answer("contoh.go.id/terkunci", 403);
        await bench.AddAsync();
        await bench.Add().ExecuteAsync(bench.Scene.For(Scene.Abc), "https://contoh.go.id/terkunci", default);
        await bench.RunAsync();

        await bench.RunAfterAsync(TimeSpan.FromHours(2));
        Assert.Equal(2, bench.Sites.Asked.Count);
        await bench.RunAfterAsync(TimeSpan.FromDays(1));
        Assert.Equal(["contoh.go.id/sk", "contoh.go.id/terkunci", "contoh.go.id/terkunci"], bench.Sites.Asked.Order());
        await bench.RunAfterAsync(TimeSpan.FromDays(7));

        Assert.Equal(5, bench.Sites.Asked.Count);
        Assert.Equal(2, (await bench.TrailAsync()).Count);
    }

    [Fact]
    public async Task A_link_that_dies_is_found_within_the_week_and_one_that_was_opened_again_within_the_day()
    {
        await using var bench = await LinkBench.CreateAsync();
        var link = await bench.AddAsync();
        bench.Sites.Page("contoh.go.id/sk", "<p>SK</p>");
        await bench.RunAsync();
        bench.Sites.Answer("contoh.go.id/sk", 404);

        await bench.RunAfterAsync(TimeSpan.FromDays(8));
        var dead = await bench.StoredAsync(link.Id);
        bench.Sites.Page("contoh.go.id/sk", "<p>SK</p>");
        await bench.RunAfterAsync(TimeSpan.FromDays(1));

        Assert.Equal(LinkState.Dead, dead.Link);
        Assert.Contains("404", dead.LinkRemark, StringComparison.Ordinal);
        Assert.Equal(LinkState.Opens, (await bench.StoredAsync(link.Id)).Link);
        Assert.Equal(["Menunggu pemeriksaan → Terbuka", "Terbuka → Tidak dapat dibuka", "Tidak dapat dibuka → Terbuka"], (await bench.TrailAsync()).Select(line => line.Note));
    }

    [Fact]
    public async Task Silence_is_uncertain_for_three_days_and_then_dead()
    {
        await using var bench = await LinkBench.CreateAsync();
        var link = await bench.AddAsync();
        bench.Sites.Answer("contoh.go.id/sk", 503);
        await bench.RunAsync();

        await bench.RunAfterAsync(TimeSpan.FromHours(1));
        Assert.Equal((LinkState.Waiting, 2), ((await bench.StoredAsync(link.Id)).Link, bench.Sites.Asked.Count));
        await bench.RunAfterAsync(TimeSpan.FromHours(70));
        Assert.Equal(LinkState.Waiting, (await bench.StoredAsync(link.Id)).Link);
        await bench.RunAfterAsync(TimeSpan.FromHours(2));
        Assert.Equal(LinkState.Dead, (await bench.StoredAsync(link.Id)).Link);

        // It stays dead while it stays silent, and comes back when it speaks.
        await bench.RunAfterAsync(TimeSpan.FromDays(1));
        Assert.Equal(LinkState.Dead, (await bench.StoredAsync(link.Id)).Link);
        bench.Sites.Page("contoh.go.id/sk", "<p>SK</p>");
        await bench.RunAfterAsync(TimeSpan.FromDays(1));
        Assert.Equal(LinkState.Opens, (await bench.StoredAsync(link.Id)).Link);
    }

    [Fact]
    public async Task While_no_site_answers_the_fault_may_be_our_own_and_nothing_is_called_dead()
    {
        await using var bench = await LinkBench.CreateAsync();
        var link = await bench.AddAsync();
        bench.Sites.NoName("contoh.go.id", SocketError.HostNotFound);

        await bench.RunAsync();
        await bench.RunAfterAsync(TimeSpan.FromDays(10));
        var unproven = await bench.StoredAsync(link.Id);
        await bench.ProveLineAsync();
        await bench.RunAfterAsync(TimeSpan.FromHours(1));

        Assert.Equal(LinkState.Waiting, unproven.Link);
        Assert.StartsWith("Nama situs pada alamat ini tidak ditemukan.", unproven.LinkRemark, StringComparison.Ordinal);
        Assert.Equal(LinkState.Dead, (await bench.StoredAsync(link.Id)).Link);
    }

    [Fact]
    public async Task A_silent_site_beside_one_that_answers_is_judged_in_the_same_run()
    {
        await using var bench = await LinkBench.CreateAsync();
        var gone = await bench.AddAsync("https://hilang.contoh.go.id/");
        await bench.Add().ExecuteAsync(bench.Scene.For(Scene.Abc), LinkBench.Address, default);
        bench.Sites.NoName("hilang.contoh.go.id");

        await bench.RunAsync();

        Assert.Equal(LinkState.Dead, (await bench.StoredAsync(gone.Id)).Link);
    }

    [Fact]
    public async Task Older_versions_are_looked_at_only_while_somebody_judges_them_and_discarded_items_never()
    {
        await using var bench = await LinkBench.CreateAsync();
        var first = await bench.AddAsync();
        await bench.Scene.MoveToAsync(AssessmentStatus.InReview);
        // The sheet is not the unit's turn: its link stays on the first version.
        await bench.Add().ExecuteAsync(new(bench.Scene.Unit.Id, ItemId: first.ItemId), "https://contoh.go.id/baru", default);
        var other = (await bench.Add().ExecuteAsync(new(bench.Scene.Unit.Id), "https://contoh.go.id/buang", default)).Value;
        await DiscardAsync(bench, other.Item.Id);

        await bench.RunAsync();
        Assert.Equal(["contoh.go.id/baru", "contoh.go.id/sk"], bench.Sites.Asked.Order());
        await ConcludeAsync(bench);
        await bench.RunAfterAsync(TimeSpan.FromDays(8));

        Assert.Equal(["contoh.go.id/baru", "contoh.go.id/baru", "contoh.go.id/sk"], bench.Sites.Asked.Order());
    }

    [Fact]
    public async Task One_site_is_asked_one_thing_at_a_time()
    {
        await using var bench = await LinkBench.CreateAsync();
        var (now, most) = (0, 0);
        for (var number = 0; number < 8; number++)
        {
            await bench.Add().ExecuteAsync(new(bench.Scene.Unit.Id), $"https://contoh.go.id/{number}", default);
            bench.Sites.Answer($"contoh.go.id/{number}", async http =>
            {
                most = Math.Max(most, Interlocked.Increment(ref now));
                await Task.Delay(20, CancellationToken.None);
                Interlocked.Decrement(ref now);
                http.Response.StatusCode = 200;
            });
        }

        await Task.WhenAll(bench.RunAsync(), bench.RunAsync(), bench.RunAsync());

        Assert.Equal((1, 8), (most, bench.Sites.Asked.Count));
    }

    private static async Task ConcludeAsync(LinkBench bench)
    {
        await using var db = bench.Scene.Database.CreateDbContext();
        await db.Assessments.ExecuteUpdateAsync(set => set.SetProperty(sheet => sheet.Status, AssessmentStatus.Concluded));
    }

    private static async Task DiscardAsync(LinkBench bench, Guid itemId)
    {
        await using var db = bench.Scene.Database.CreateDbContext();
        (await db.EvidenceItems.SingleAsync(item => item.Id == itemId)).Discard(bench.Scene.Database.Clock.GetUtcNow());
        await db.SaveChangesAsync();
    }
}
