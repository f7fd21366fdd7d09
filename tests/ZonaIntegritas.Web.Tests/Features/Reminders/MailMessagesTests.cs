using Microsoft.EntityFrameworkCore;
using MimeKit;
using Xunit;
using ZonaIntegritas.Web.Features.BackgroundWork;

namespace ZonaIntegritas.Web.Tests.Features.Reminders;

public sealed class MailMessagesTests
{
    [Fact]
    public async Task Line_breaks_and_markup_in_a_name_stay_in_the_name()
    {
        using var database = await DeliverMailTests.PreparedAsync(name: "Sri\r\nBcc: semua@contoh.test <b>Wahyuni</b>\u202e");
        using MailBench bench = new(database);
        await bench.Plan.ExecuteAsync(default);
        await bench.WorkAsync();

        using var message = await MimeMessage.LoadAsync(Assert.Single(bench.Files()));
        var to = Assert.IsType<MailboxAddress>(Assert.Single(message.To));
        Assert.Equal(("Sri Bcc: semua@contoh.test <b>Wahyuni</b>", "orang1@contoh.test"), (to.Name, to.Address));
        Assert.Empty(message.Bcc);
        Assert.DoesNotContain("<b>", message.HtmlBody, StringComparison.Ordinal);
        Assert.Contains("Yth. Bapak/Ibu Sri Bcc: semua@contoh.test &lt;b&gt;Wahyuni", message.HtmlBody, StringComparison.Ordinal);
        Assert.Equal($"{Assert.Single(await bench.RowsAsync()).Id:N}@zi.contoh.test", message.MessageId);
    }

    [Fact]
    public async Task Address_with_a_line_break_is_refused_for_good()
    {
        using var database = await DeliverMailTests.PreparedAsync();
        using MailBench bench = new(database);
        await bench.Plan.ExecuteAsync(default);
        await using (var db = database.CreateDbContext())
        {
            await db.Users.ExecuteUpdateAsync(set => set.SetProperty(user => user.Email, "a@contoh.test\r\nBcc: b@contoh.test"));
        }

        await bench.WorkAsync();

        Assert.Empty(bench.Files());
        Assert.Equal(WorkState.Failed, Assert.Single(await bench.RowsAsync()).State);
    }
}
