using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using ZonaIntegritas.Web.Features.Evidence.Links;

namespace ZonaIntegritas.Web.Tests.Features.Evidence.Links;

public sealed class AddLinkFormTests : BunitContext, IAsyncLifetime
{
    private LinkBench _bench = null!;
    private int _added;

    public async ValueTask InitializeAsync()
    {
        _bench = await LinkBench.CreateAsync();
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddSingleton(_bench.Add());
    }

    async ValueTask IAsyncDisposable.DisposeAsync()
    {
        await base.DisposeAsync();
        await _bench.DisposeAsync();
    }

    [Fact]
    public void What_was_typed_stays_when_it_is_refused_and_the_reason_stands_beside_it()
    {
        var form = Show();

        form.Find("input").Input("http://contoh.go.id/sk");
        form.Find("form").Submit();

        form.WaitForAssertion(() => Assert.StartsWith("Alamat harus dimulai dengan https://", form.Find("[role=alert]").TextContent));
        Assert.Equal("http://contoh.go.id/sk", form.Find("input").GetAttribute("value"));
        Assert.Equal("true", form.Find("input").GetAttribute("aria-invalid"));
        Assert.Contains(form.Find("[role=alert]").Id!, form.Find("input").GetAttribute("aria-describedby")!, StringComparison.Ordinal);
        Assert.Equal(0, _added);
    }

    [Fact]
    public void A_good_address_is_kept_and_told()
    {
        var form = Show();

        form.Find("input").Input("https://contoh.go.id/sk");
        form.Find("form").Submit();

        form.WaitForAssertion(() => Assert.Equal((1, 1), (_added, _bench.Queue.LinkChecks)));
        Assert.Empty(form.FindAll("[role=alert]"));
    }

    [Fact]
    public async Task A_closed_account_is_told_in_words()
    {
        var form = Show();
        await _bench.Scene.Database.CloseAccountAsync(_bench.Scene.Coordinator);

        form.Find("input").Input("https://contoh.go.id/sk");
        form.Find("form").Submit();

        form.WaitForAssertion(() => Assert.StartsWith("Sesi Anda sudah berakhir", form.Find("[role=alert]").TextContent));
    }

    private IRenderedComponent<AddLinkForm> Show() => Render<AddLinkForm>(parameters => parameters
        .Add(form => form.Purpose, _bench.Scene.For())
        .Add(form => form.OnAdded, EventCallback.Factory.Create(this, () => _added++)));
}
