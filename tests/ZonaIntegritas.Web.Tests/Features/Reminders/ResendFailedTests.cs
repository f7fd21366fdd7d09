using Microsoft.EntityFrameworkCore;
using Xunit;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Web.Features.BackgroundWork;
using ZonaIntegritas.Web.Features.Reminders;
using ZonaIntegritas.Web.Features.Reminders.Mailbox;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Tests.Features.Reminders;

public sealed class ResendFailedTests
{
    [Fact]
    public async Task All_failed_of_a_kind_go_out_again_each_with_its_result()
    {
        using var database = await DeliverMailTests.PreparedAsync(people: 3);
        using MailBench bench = new(database);
        await bench.Plan.ExecuteAsync(default);
        bench.Dispatcher.Mails.Clear();
        var closed = await FailAsync(database, sent: 1);
        var administrator = TestDatabase.SignIn(await database.AddUserAsync(Role.Administrator));
        var resend = new ResendFailed(database, administrator, new(new(database, administrator, database.Clock), bench.Dispatcher));

        Assert.Equal("mail.nothing-failed", (await resend.ExecuteAsync(new(Kind: MailDelivery.Returned), default)).Problem!.Code);
        Assert.Equal("mail.nothing-failed", (await resend.ExecuteAsync(new(Text: "tidak ada orang ini"), default)).Problem!.Code);
        var results = (await resend.ExecuteAsync(new(Kind: MailDelivery.Digest), default)).Value;

        Assert.Equal(2, results.Count);
        Assert.Equal("mail.recipient-closed", Assert.Single(results, result => result.Problem is not null).Problem!.Code);
        Assert.Equal(results.Single(result => result.Problem is null).Id, Assert.Single(bench.Dispatcher.Mails).Id);
        await bench.WorkAsync();
        Assert.Equal(
            [WorkState.Done, WorkState.Done, WorkState.Failed], (await bench.RowsAsync()).Select(row => row.State).Order());
        Assert.Equal(closed, (await bench.RowsAsync()).Single(row => row.State == WorkState.Failed).RecipientId);
    }

    [Fact]
    public async Task Nobody_but_an_administrator_may()
    {
        using var database = await DeliverMailTests.PreparedAsync();
        using MailBench bench = new(database);
        AppUser coordinator;
        await using (var db = database.CreateDbContext())
        {
            coordinator = await db.Users.SingleAsync();
        }

        var stranger = TestDatabase.SignIn(coordinator);
        await Assert.ThrowsAsync<ForbiddenException>(
            () => new ResendFailed(database, stranger, new(new(database, stranger, database.Clock), bench.Dispatcher)).ExecuteAsync(new(), default));
        await Assert.ThrowsAsync<ForbiddenException>(() => new MailQueries(database, TestDatabase.SignIn(coordinator)).CountAsync(new(), default));
    }

    [Fact]
    public async Task The_list_is_narrowed_by_state_kind_channel_and_text()
    {
        using var database = await DeliverMailTests.PreparedAsync(people: 2, name: "Sri 100% Wahyuni");
        using MailBench bench = new(database, webhook: new() { Enabled = true, Url = "https://relay.contoh.go.id", Secret = new('x', 32) });
        await bench.Plan.ExecuteAsync(default);
        var queries = new MailQueries(database, TestDatabase.SignIn(await database.AddUserAsync(Role.Administrator)));

        Assert.Equal(4, await queries.CountAsync(new(), default));
        Assert.Equal(2, await queries.CountAsync(new(Channel: DeliveryChannel.Webhook), default));
        Assert.Equal(4, await queries.CountAsync(new(WorkState.Waiting, MailDelivery.Digest), default));
        Assert.Equal(0, await queries.CountAsync(new(WorkState.Done), default));
        Assert.Equal(0, await queries.CountAsync(new(Kind: MailDelivery.Security), default));
        Assert.Equal(4, await queries.CountAsync(new(Text: "100% w"), default));
        Assert.Equal(0, await queries.CountAsync(new(Text: "100_w"), default));
        Assert.Equal(2, await queries.CountAsync(new(Text: "orang1@"), default));
        Assert.Equal(4, await queries.CountAsync(new(Text: "menunggu Anda"), default));
    }

    [Fact]
    public void Each_state_says_what_a_reader_wants_to_know_of_it()
    {
        DateTimeOffset now = new(2026, 10, 12, 0, 0, 0, TimeSpan.Zero);
        MailRow row = new(
            default, "Sri", MailDelivery.Returned, DeliveryChannel.Mail, "", new(2026, 10, 12), WorkState.Waiting, 0, "", now, now.AddMinutes(15), null, "");

        Assert.Equal("sampai 12 Oktober 2026 07.15 WIB.", MailStanding.Of(row, now));
        Assert.Equal(
            "sampai 12 Oktober 2026 07.15 WIB. Dicoba 2 kali. Server surel menjawab 451: sibuk",
            MailStanding.Of(row with { Tries = 2, Error = "Server surel menjawab 451: sibuk" }, now));
        Assert.Equal("Dicoba 5 kali. Gagal.", MailStanding.Of(row with { State = WorkState.Failed, Tries = 5, Error = "Gagal." }, now));
        Assert.Equal("12 Oktober 2026 07.00 WIB", MailStanding.Of(row with { State = WorkState.Done, SentAt = now }, now));
        Assert.Equal("Akun penerima sudah ditutup.", MailStanding.Of(row with { State = WorkState.Withdrawn, Error = "Akun penerima sudah ditutup." }, now));
        Assert.Equal("Soal dikembalikan, ditulis saat dikirim", MailWords.TitleOf("", MailDelivery.Returned, WorkState.Waiting));
        Assert.Equal("Soal dikembalikan", MailWords.TitleOf("", MailDelivery.Returned, WorkState.Withdrawn));
    }

    /// <returns>Whose account was closed.</returns>
    private static async Task<Guid> FailAsync(TestDatabase database, int sent)
    {
        await using var db = database.CreateDbContext();
        var rows = await db.MailDeliveries.OrderBy(mail => mail.Id).ToListAsync();
        rows.Take(sent).ToList().ForEach(mail => mail.Sent(database.Clock.GetUtcNow()));
        rows.Skip(sent).ToList().ForEach(mail => mail.Fail("Server surel menjawab 550.", database.Clock.GetUtcNow(), permanent: true));
        await db.SaveChangesAsync();
        var closed = rows[^1].RecipientId;
        await db.Users.Where(user => user.Id == closed).ExecuteUpdateAsync(set => set.SetProperty(user => user.IsActive, false));
        return closed;
    }
}
