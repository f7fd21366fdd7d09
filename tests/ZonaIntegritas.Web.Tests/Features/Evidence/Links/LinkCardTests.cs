using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Evidence;
using ZonaIntegritas.Web.Features.Evidence;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Tests.Features.Evidence.Links;

public sealed class LinkCardTests : BunitContext, IAsyncLifetime
{
    private LinkBench _bench = null!;
    private EvidenceVersion _link = null!;

    public async ValueTask InitializeAsync()
    {
        _bench = await LinkBench.CreateAsync();
        JSInterop.Mode = JSRuntimeMode.Loose;
        _link = await _bench.AddAsync();
        _bench.Sites.Answer("contoh.go.id/sk", 403);
        await _bench.RunAsync();
        _bench.Scene.Database.Clock.Advance(TimeSpan.FromMinutes(2));
    }

    async ValueTask IAsyncDisposable.DisposeAsync()
    {
        await base.DisposeAsync();
        await _bench.DisposeAsync();
    }

    [Fact]
    public async Task It_shows_the_address_how_it_stands_why_and_since_when()
    {
        var card = await ShowAsync(_bench.Scene.Coordinator);

        var address = card.Find("a.address");
        Assert.Equal((LinkBench.Address, "_blank", "noopener noreferrer"), (address.GetAttribute("href"), address.GetAttribute("target"), address.GetAttribute("rel")));
        Assert.Equal("Terkunci", card.Find(".tag.near").TextContent);
        Assert.Contains("kode 403", card.Find("[role=status]").TextContent, StringComparison.Ordinal);
        Assert.Contains("Diperiksa 10 Oktober 2026 07.00 WIB", card.Find("[role=status]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Looking_again_shows_the_new_state_and_a_second_look_at_once_is_told_to_wait()
    {
        var card = await ShowAsync(_bench.Scene.Coordinator);
        _bench.Sites.Page("contoh.go.id/sk", "<p>SK</p>");

        card.Find("button").Click();

        card.WaitForAssertion(() => Assert.Equal("Terbuka", card.Find(".tag.met").TextContent));
        card.Find("button").Click();
        card.WaitForAssertion(() => Assert.StartsWith("Tautan ini baru saja diperiksa.", card.Find("[role=alert]").TextContent));
    }

    [Fact]
    public async Task Whoever_only_reads_is_told_that_it_is_looked_at_anyway()
    {
        var card = await ShowAsync(await _bench.Scene.Database.AddUserAsync(Role.Pimpinan, _bench.Scene.Unit));

        card.Find("button").Click();

        card.WaitForAssertion(() => Assert.StartsWith("Hanya koordinator unit dan evaluatornya", card.Find("[role=alert]").TextContent));
    }

    private async Task<IRenderedComponent<EvidenceViewer>> ShowAsync(AppUser who)
    {
        Services.AddSingleton(_bench.Recheck(TestDatabase.SignIn(who)));
        var rows = await _bench.Scene.Queries(_bench.Scene.Coordinator).EvidenceAsync(_bench.Scene.Sheet.Id, default);
        Assert.Equal(_link.Id, rows.Single().VersionId);
        return Render<EvidenceViewer>(parameters => parameters.Add(viewer => viewer.Files, rows));
    }
}
