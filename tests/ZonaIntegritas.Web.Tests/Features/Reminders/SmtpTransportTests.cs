using System.Text;
using MimeKit;
using Xunit;
using ZonaIntegritas.Web.Features.BackgroundWork;
using ZonaIntegritas.Web.Hosting;

namespace ZonaIntegritas.Web.Tests.Features.Reminders;

public sealed class SmtpTransportTests
{
    [Fact]
    public async Task Mail_arrives_whole_with_its_names_and_letters()
    {
        await using var server = new SmallMailServer();
        using var database = await DeliverMailTests.PreparedAsync(name: "Dr. Šri Wahyuni, S.Sos.");
        using MailBench bench = new(database, Email(server));
        await bench.Plan.ExecuteAsync(default);
        await bench.WorkAsync();

        var (from, to, data) = Assert.Single(server.Accepted);
        Assert.StartsWith("MAIL FROM:<zi@contoh.test>", from, StringComparison.Ordinal);
        Assert.StartsWith("RCPT TO:<orang1@contoh.test>", to, StringComparison.Ordinal);
        using var message = await MimeMessage.LoadAsync(new MemoryStream(Encoding.Latin1.GetBytes(data)));
        Assert.Equal("Zona Integritas: 4 hal menunggu Anda, 12 Oktober 2026", message.Subject);
        Assert.Equal("Dr. Šri Wahyuni, S.Sos.", message.To.Mailboxes.Single().Name);
        Assert.Equal(("Sekretariat Reformasi Birokrasi", "zi@contoh.test"), (message.From.Mailboxes.Single().Name, message.From.Mailboxes.Single().Address));
        Assert.Contains("113 soal LKE 2026 belum dijawab", message.TextBody, StringComparison.Ordinal);
        Assert.Contains("Šri Wahyuni", message.HtmlBody, StringComparison.Ordinal);
        var row = Assert.Single(await bench.RowsAsync());
        Assert.Equal((WorkState.Done, $"{row.Id:N}@zi.contoh.test"), (row.State, message.MessageId));
    }

    [Fact]
    public async Task A_busy_server_is_asked_again_and_gets_one_mail()
    {
        await using var server = new SmallMailServer();
        using var database = await DeliverMailTests.PreparedAsync();
        server.RefuseNext("451 busy, come back later");
        using MailBench bench = new(database, Email(server));
        await bench.Plan.ExecuteAsync(default);
        bench.Dispatcher.Mails.TryDequeue(out var first);

        await bench.Deliver.ExecuteAsync(first.Id, default);
        var refused = Assert.Single(await bench.RowsAsync());
        Assert.Equal((WorkState.Waiting, "Server surel menjawab 451: busy, come back later"), (refused.State, refused.Error));
        Assert.Empty(server.Accepted);

        database.Clock.Advance(Assert.Single(bench.Dispatcher.Mails).Delay);
        await bench.WorkAsync();
        await bench.Deliver.ExecuteAsync(first.Id, default);

        Assert.Single(server.Accepted);
        var row = Assert.Single(await bench.RowsAsync());
        Assert.Equal((WorkState.Done, 2, ""), (row.State, row.Tries, row.Error));
    }

    [Fact]
    public async Task A_refusal_for_good_is_not_repeated()
    {
        await using var server = new SmallMailServer();
        using var database = await DeliverMailTests.PreparedAsync();
        server.RefuseNext("550 no such mailbox");
        using MailBench bench = new(database, Email(server));
        await bench.Plan.ExecuteAsync(default);
        await bench.WorkAsync();

        var row = Assert.Single(await bench.RowsAsync());
        Assert.Equal((WorkState.Failed, 1, "Server surel menjawab 550: no such mailbox"), (row.State, row.Tries, row.Error));
    }

    [Fact]
    public async Task A_server_that_hangs_up_after_accepting_has_the_mail()
    {
        await using var server = new SmallMailServer { HangsUpAfterData = true };
        using var database = await DeliverMailTests.PreparedAsync();
        using MailBench bench = new(database, Email(server));
        await bench.Plan.ExecuteAsync(default);
        await bench.WorkAsync();

        Assert.Single(server.Accepted);
        Assert.Equal(WorkState.Done, Assert.Single(await bench.RowsAsync()).State);
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_named_in_the_reason()
    {
        int port;
        await using (var server = new SmallMailServer())
        {
            port = server.Port;
        }

        using var database = await DeliverMailTests.PreparedAsync();
        using MailBench bench = new(database, new EmailOptions { Host = "127.0.0.1", Port = port, From = "zi@contoh.test" });
        await bench.Plan.ExecuteAsync(default);
        bench.Dispatcher.Mails.TryDequeue(out var mail);
        await bench.Deliver.ExecuteAsync(mail.Id, default);

        var row = Assert.Single(await bench.RowsAsync());
        Assert.Equal(
            (WorkState.Waiting, $"Server surel 127.0.0.1:{port} tidak dapat dihubungi atau memutus sambungan."), (row.State, row.Error));
    }

    private static EmailOptions Email(SmallMailServer server) => new() { Host = "127.0.0.1", Port = server.Port, From = "zi@contoh.test" };
}
