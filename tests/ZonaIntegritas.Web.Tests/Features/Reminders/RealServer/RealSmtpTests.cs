using Microsoft.EntityFrameworkCore;
using Xunit;
using ZonaIntegritas.Web.Features.BackgroundWork;
using ZonaIntegritas.Web.Features.Reminders;
using ZonaIntegritas.Web.Hosting;

namespace ZonaIntegritas.Web.Tests.Features.Reminders.RealServer;

/// <summary>Real SMTP sessions with a server that others wrote.</summary>
public sealed class RealSmtpTests
{
    [Fact]
    public async Task One_refused_recipient_keeps_no_other_from_their_mail()
    {
        await using var server = await RealSmtp.StartAsync();
        using var database = await DeliverMailTests.PreparedAsync(people: 3);
        await CallAsync(database, "orang2@contoh.test", "tolak@contoh.test");
        using MailBench bench = new(database, Email(server));
        await bench.Plan.ExecuteAsync(default);

        await bench.WorkAsync();

        Assert.Equal(["orang1@contoh.test", "orang3@contoh.test"], server.Taken().Select(mail => mail.To).Order());
        var rows = await bench.RowsAsync();
        var failed = Assert.Single(rows, row => row.State != WorkState.Done);
        Assert.Equal((WorkState.Failed, 1, "Server surel menjawab 550: 5.1.1 no such mailbox"), (failed.State, failed.Tries, failed.Error));
        Assert.Equal(
            rows.Where(row => row.State == WorkState.Done).Select(row => $"{row.Id:N}@zi.contoh.test").Order(), server.Taken().Select(mail => mail.MessageId).Order());
    }

    [Fact]
    public async Task A_server_that_asks_to_come_back_gets_the_mail_once()
    {
        await using var server = await RealSmtp.StartAsync();
        using var database = await DeliverMailTests.PreparedAsync();
        await CallAsync(database, "orang1@contoh.test", "sibuk@contoh.test");
        using MailBench bench = new(database, Email(server));
        await bench.Plan.ExecuteAsync(default);
        bench.Dispatcher.Mails.TryDequeue(out var first);
        await bench.Deliver.ExecuteAsync(first.Id, default);
        Assert.Equal("Server surel menjawab 451: 4.7.1 come back later", Assert.Single(await bench.RowsAsync()).Error);

        database.Clock.Advance(Assert.Single(bench.Dispatcher.Mails).Delay);
        await bench.WorkAsync();

        var row = Assert.Single(await bench.RowsAsync());
        Assert.Equal((WorkState.Done, 2), (row.State, row.Tries));
        Assert.Single(server.Taken());
    }

    [Fact]
    public async Task A_server_that_falls_silent_holds_nobody_up()
    {
        await using var server = await RealSmtp.StartAsync();
        using var database = await DeliverMailTests.PreparedAsync();
        await CallAsync(database, "orang1@contoh.test", "diam@contoh.test");
        using MailBench bench = new(database, Email(server, options => options.TimeoutSeconds = 1));
        await bench.Plan.ExecuteAsync(default);
        bench.Dispatcher.Mails.TryDequeue(out var mail);

        await bench.Deliver.ExecuteAsync(mail.Id, default);

        var row = Assert.Single(await bench.RowsAsync());
        Assert.Equal((WorkState.Waiting, $"Server surel 127.0.0.1:{server.Port} tidak menjawab dalam 1 detik."), (row.State, row.Error));
    }

    [Theory]
    [InlineData(EmailTls.Auto)]
    [InlineData(EmailTls.StartTls)]
    public async Task A_certificate_that_nobody_vouches_for_gets_no_mail(EmailTls tls)
    {
        await using var server = await RealSmtp.StartAsync(tls: true);
        using var database = await DeliverMailTests.PreparedAsync();
        using MailBench bench = new(database, Email(server, options => options.Tls = tls));

        var row = await TryOnceAsync(bench);

        Assert.Equal((WorkState.Waiting, "Sambungan aman (TLS) dengan server surel gagal; sertifikatnya tidak dapat dipercaya."), (row.State, row.Error));
        Assert.Empty(server.Taken());
    }

    [Fact]
    public async Task Whoever_asks_for_TLS_does_not_get_less()
    {
        await using var server = await RealSmtp.StartAsync();
        using var database = await DeliverMailTests.PreparedAsync();
        using MailBench bench = new(database, Email(server, options => options.Tls = EmailTls.StartTls));

        var row = await TryOnceAsync(bench);

        Assert.Equal((WorkState.Waiting, "Server surel tidak menawarkan sambungan aman (STARTTLS), padahal Email:Tls memintanya."), (row.State, row.Error));
        Assert.Empty(server.Taken());
    }

    [Fact]
    public async Task Without_TLS_it_goes_in_the_clear_only_when_that_was_said()
    {
        await using var server = await RealSmtp.StartAsync(tls: true);
        using var database = await DeliverMailTests.PreparedAsync();
        using MailBench bench = new(database, Email(server, options => options.Tls = EmailTls.None));

        Assert.Equal(WorkState.Done, (await TryOnceAsync(bench)).State);
        Assert.False(Assert.Single(server.Taken()).Secure);
    }

    private static async Task<MailDelivery> TryOnceAsync(MailBench bench)
    {
        await bench.Plan.ExecuteAsync(default);
        bench.Dispatcher.Mails.TryDequeue(out var mail);
        await bench.Deliver.ExecuteAsync(mail.Id, default);
        return Assert.Single(await bench.RowsAsync());
    }

    private static async Task CallAsync(TestDatabase database, string from, string to)
    {
        await using var db = database.CreateDbContext();
        Assert.Equal(1, await db.Users.Where(user => user.Email == from).ExecuteUpdateAsync(set => set.SetProperty(user => user.Email, to)));
    }

    private static EmailOptions Email(RealSmtp server, Action<EmailOptions>? change = null)
    {
        var options = new EmailOptions { Host = "127.0.0.1", Port = server.Port, From = "zi@contoh.test" };
        change?.Invoke(options);
        return options;
    }
}
