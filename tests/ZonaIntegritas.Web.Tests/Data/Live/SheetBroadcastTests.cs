using Xunit;
using ZonaIntegritas.Web.Data.Live;

namespace ZonaIntegritas.Web.Tests.Data.Live;

public sealed class SheetBroadcastTests
{
    private static readonly Guid Sheet = Guid.CreateVersion7();

    [Fact]
    public async Task Each_page_hears_of_what_it_follows_and_of_nothing_else()
    {
        var broadcast = new SheetBroadcast();
        using var mine = broadcast.Subscribe(Sheet);
        using var others = broadcast.Subscribe(Guid.CreateVersion7());

        broadcast.Publish([Change("a")]);
        others.Follow(Sheet);
        broadcast.Publish([Change("b")]);

        Assert.Equal([Change("a"), Change("b")], await SheetChangeInterceptorTests.NextAsync(mine));
        Assert.Equal([Change("b")], await SheetChangeInterceptorTests.NextAsync(others));
    }

    [Fact]
    public async Task A_page_that_does_not_look_keeps_each_change_once_and_never_more_than_a_few()
    {
        var broadcast = new SheetBroadcast();
        using var slow = broadcast.Subscribe(Sheet);

        broadcast.Publish(Enumerable.Repeat(Change("a"), 10_000));
        Assert.Equal([Change("a")], await SheetChangeInterceptorTests.NextAsync(slow));

        broadcast.Publish(Enumerable.Range(0, 10_000).Select(number => Change($"{number}")));
        var kept = await SheetChangeInterceptorTests.NextAsync(slow);
        Assert.InRange(kept.Count, 1, 201);
        Assert.Contains(kept, change => change.Kind == SheetChangeKind.Everything);
    }

    [Fact]
    public async Task A_page_that_is_left_hears_nothing_and_is_forgotten()
    {
        var broadcast = new SheetBroadcast();
        var page = broadcast.Subscribe(Sheet);
        Assert.Equal(1, broadcast.Listeners);

        page.Dispose();
        page.Dispose();
        broadcast.Publish([Change("a")]);

        Assert.Equal(0, broadcast.Listeners);
        await foreach (var _ in page.ReadAsync(default))
        {
            Assert.Fail("Nothing was to be heard any more.");
        }
    }

    [Fact]
    public async Task Publishing_subscribing_and_leaving_at_once_loses_nothing_for_those_who_stay()
    {
        var broadcast = new SheetBroadcast();
        using var staying = broadcast.Subscribe(Sheet);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(worker => Task.Run(() =>
        {
            for (var number = 0; number < 40; number++)
            {
                using var passing = broadcast.Subscribe(Sheet);
                broadcast.Publish([Change($"{worker}/{number}")]);
            }
        })));

        Assert.Equal(1, broadcast.Listeners);
        Assert.Equal(160, (await SheetChangeInterceptorTests.NextAsync(staying)).Count);
    }

    private static SheetChange Change(string code) => new(Sheet, code, SheetChangeKind.Answer, null);
}
