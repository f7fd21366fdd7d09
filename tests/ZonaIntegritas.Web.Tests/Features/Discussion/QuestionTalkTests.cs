using AngleSharp.Dom;
using Bunit;
using Microsoft.EntityFrameworkCore;
using Xunit;
using ZonaIntegritas.Web.Features.Assessments.Worksheet;
using ZonaIntegritas.Web.Features.Reviews.Desk;

namespace ZonaIntegritas.Web.Tests.Features.Discussion;

public sealed class QuestionTalkTests : PageTest
{
    [Fact]
    public async Task A_thread_without_messages_is_folded_and_says_what_belongs_there()
    {
        using var scene = await Scene.CreateAsync();

        var page = Open<WorksheetPage>(scene, scene.Coordinator, $"/lembar-kerja/{scene.Sheet.Id}?soal={Scene.Abc}", scene.Sheet.Id);

        page.WaitForAssertion(() => Assert.Contains("Tulis pesan pertama", page.Find(".talk").TextContent, StringComparison.Ordinal));
        Assert.False(page.Find("details.talk").HasAttribute("open"));
        Assert.Contains("Percakapan (0)", page.Find(".talk summary").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll(".only"));
    }

    [Fact]
    public async Task A_message_is_written_with_a_mention_settled_folded_and_opened_again()
    {
        using var scene = await Scene.CreateAsync();
        var page = Open<WorksheetPage>(scene, scene.Coordinator, $"/lembar-kerja/{scene.Sheet.Id}?soal={Scene.Abc}", scene.Sheet.Id);
        page.WaitForAssertion(() => page.Find("#pesan"));

        await page.Find("#pesan").InputAsync("Halaman 3 cukup, @tono");
        await page.Find(".people button").ClickAsync(new());
        Assert.Equal("Halaman 3 cukup, @Tono Hartono ", page.Find("#pesan").GetAttribute("value"));
        Assert.Empty(page.FindAll(".people"));
        await ButtonIn(page, "Kirim pesan").ClickAsync(new());

        page.WaitForAssertion(() => Assert.Contains("Halaman 3 cukup, @Tono Hartono", page.Find(".talk .message .text").TextContent, StringComparison.Ordinal));
        Assert.Equal("", page.Find("#pesan").GetAttribute("value"));
        Assert.Contains("koordinator unit · 10 Oktober 2026 07.00 WIB", page.Find(".talk .message .who").TextContent, StringComparison.Ordinal);
        await using (var db = scene.Database.CreateDbContext())
        {
            Assert.Equal([scene.Evaluator.Id], await db.MessageMentions.Select(mention => mention.UserId).ToListAsync());
        }

        await ButtonIn(page, "Tandai selesai").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Contains("Selesai: Halaman 3 cukup", page.Find(".talk .settled summary").TextContent, StringComparison.Ordinal));

        await ButtonIn(page, "Buka lagi").ClickAsync(new());
        await page.Find("#pesan").InputAsync("Ternyata belum.");
        scene.Database.Clock.Advance(TimeSpan.FromMinutes(1));
        await ButtonIn(page, "Kirim pesan").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll(".talk .message").Count));
        Assert.Contains("dibuka lagi", page.FindAll(".talk .message")[1].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_tpi_is_offered_a_message_for_tpi_alone_and_only_tpi_reads_it()
    {
        using var scene = await Scene.CreateAsync();
        await scene.Database.SubmitAsync(scene.Sheet, scene.Coordinator);
        var page = Open<DeskPage>(scene, scene.Evaluator, $"/penilaian/{scene.Sheet.Id}?soal={Scene.Abc}", scene.Sheet.Id);
        page.WaitForAssertion(() => page.Find(".only input"));

        await page.Find(".only input").ChangeAsync(true);
        await page.Find("#pesan").InputAsync("@");
        // Nobody of the unit is among those who can be named in it.
        Assert.DoesNotContain("Sri Wahyuni", page.Find(".people").TextContent, StringComparison.Ordinal);
        await page.Find("#pesan").InputAsync("SK ini lama.");
        await ButtonIn(page, "Kirim pesan").ClickAsync(new());

        page.WaitForAssertion(() => Assert.Contains("hanya TPI", page.Find(".talk .message").TextContent, StringComparison.Ordinal));
        Assert.Empty((await scene.Thread(scene.Coordinator).LoadAsync(scene.Sheet.Id, Scene.Abc, 10, default)).Lines);
    }

    [Fact]
    public async Task Being_named_unfolds_the_thread_and_counts_as_read_once_it_was_shown()
    {
        using var scene = await Scene.CreateAsync();
        await scene.Write(TestDatabase.SignIn(scene.Evaluator)).ExecuteAsync(
            new(scene.Sheet.Id, Scene.Abc, "@Sri Wahyuni, mana SK-nya?", Mentions: [scene.Coordinator.Id]), default);

        var page = Open<WorksheetPage>(scene, scene.Coordinator, $"/lembar-kerja/{scene.Sheet.Id}?soal={Scene.Abc}", scene.Sheet.Id);

        page.WaitForAssertion(() => Assert.True(page.Find("details.talk").HasAttribute("open")));
        Assert.Contains("Anda disebut", page.Find(".talk summary").TextContent, StringComparison.Ordinal);
        page.WaitForAssertion(() =>
        {
            using var db = scene.Database.CreateDbContext();
            Assert.Equal(scene.Database.Clock.GetUtcNow(), db.MessageMentions.Single().ReadAt);
        });
    }

    [Fact]
    public async Task The_first_screen_lists_mentions_with_the_way_to_the_question()
    {
        using var scene = await Scene.CreateAsync();
        await scene.Write(TestDatabase.SignIn(scene.Evaluator)).ExecuteAsync(
            new(scene.Sheet.Id, Scene.Abc, "@Sri Wahyuni, mana SK-nya?", Mentions: [scene.Coordinator.Id]), default);

        var page = Open<OwnSheetsPage>(scene, scene.Coordinator, "/lembar-kerja");

        page.WaitForAssertion(() => Assert.Equal("Anda disebut (1)", page.Find(".mentions h2").TextContent));
        Assert.Equal($"/lembar-kerja/{scene.Sheet.Id}?soal=A.I.1.i.b", page.Find(".mentions a").GetAttribute("href"));
        Assert.Contains("Tono Hartono, 10 Oktober 2026 07.00 WIB", page.Find(".mentions li").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_that_was_typed_while_the_line_was_down_comes_back()
    {
        using var scene = await Scene.CreateAsync();
        SheetScript = JSInterop.SetupModule("./js/sheet.js");
        SheetScript.Setup<string?>("recall", call => call.Arguments[0] is string key && key.EndsWith($"/pesan/{Scene.Abc}@semua", StringComparison.Ordinal))
            .SetResult("Ditulis tanpa jaringan.");

        var page = Open<WorksheetPage>(scene, scene.Coordinator, $"/lembar-kerja/{scene.Sheet.Id}?soal={Scene.Abc}", scene.Sheet.Id);

        page.WaitForAssertion(() => Assert.Equal("Ditulis tanpa jaringan.", page.Find("#pesan").GetAttribute("value")));
    }

    private static IElement ButtonIn<TPage>(IRenderedComponent<TPage> page, string text)
        where TPage : Microsoft.AspNetCore.Components.IComponent =>
        page.FindAll("button").Single(button => button.TextContent.Trim() == text);
}
