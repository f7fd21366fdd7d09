using Microsoft.EntityFrameworkCore;
using Xunit;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Auditing;
using ZonaIntegritas.Web.Features.BackgroundWork;
using ZonaIntegritas.Web.Features.Reminders;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Tests.Features.Reminders;

public sealed class MailAdministrationTests
{
    [Fact]
    public async Task Only_an_administrator_resends_and_reads_mails()
    {
        using var database = await DeliverMailTests.PreparedAsync();
        var administrator = TestDatabase.SignIn(await database.AddUserAsync(Role.Administrator));
        using MailBench bench = new(database);
        await bench.Plan.ExecuteAsync(default);
        var row = Assert.Single(await bench.RowsAsync());
        AppUser coordinator;
        await using (var db = database.CreateDbContext())
        {
            coordinator = await db.Users.SingleAsync(user => user.Id == row.RecipientId);
            (await db.MailDeliveries.SingleAsync()).Fail("Server surel tidak dapat dihubungi.", database.Clock.GetUtcNow(), permanent: true);
            await db.SaveChangesAsync();
        }

        bench.Dispatcher.Mails.Clear();
        var stranger = TestDatabase.SignIn(coordinator);
        await Assert.ThrowsAsync<ForbiddenException>(() => new ResendMail(new(database, stranger, database.Clock), bench.Dispatcher).ExecuteAsync(row.Id, row.Channel, default));
        await Assert.ThrowsAsync<ForbiddenException>(() => new MailQueries(database, stranger).ListAsync(new(), 1, 10, default));
        await Assert.ThrowsAsync<ForbiddenException>(() => new MailQueries(database, stranger).GetAsync(row.Id, default));
        Assert.Empty(bench.Dispatcher.Mails);

        var queries = new MailQueries(database, administrator);
        Assert.Equal((1, "Sri Wahyuni"), ((await queries.ListAsync(new(WorkState.Failed), 1, 10, default)).Total, (await queries.ListAsync(new(), 1, 10, default)).Rows[0].Recipient));
        Assert.Equal(0, (await queries.ListAsync(new(WorkState.Done), 1, 10, default)).Total);
        Assert.Equal((coordinator.Email, row.Html), ((await queries.GetAsync(row.Id, default))!.Address, (await queries.GetAsync(row.Id, default))!.Html));

        var resend = new ResendMail(new(database, administrator, database.Clock), bench.Dispatcher);
        Assert.True((await resend.ExecuteAsync(row.Id, row.Channel, default)).Succeeded);
        Assert.Equal("work.not-failed", (await resend.ExecuteAsync(row.Id, row.Channel, default)).Problem!.Code);
        await bench.WorkAsync();
        Assert.Single(bench.Files());
        await using var trail = database.CreateDbContext();
        Assert.Equal(1, await trail.AuditEntries.CountAsync(entry => entry.Action == AuditAction.WorkTriedAgain));
    }
}
