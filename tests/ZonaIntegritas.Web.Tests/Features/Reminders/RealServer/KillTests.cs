using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Xunit;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Web.Features.BackgroundWork;
using ZonaIntegritas.Web.Features.Reminders;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Tests.Features.Reminders.RealServer;

/// <summary>The real program, a real mail server, and a power cut again and again in the middle of delivering.</summary>
public sealed class KillTests(ITestOutputHelper output)
{
    private const int People = 200;
    private const int Kills = 20;

    /// <summary>As many mails are under way at once (JobServer).</summary>
    private const int Workers = 4;

    [Fact]
    public async Task Killed_twenty_times_in_the_middle_of_two_hundred_nobody_gets_two_and_nobody_none()
    {
        // Slow enough that no life delivers all: about a dozen a second.
        await using var server = await RealSmtp.StartAsync(TimeSpan.FromMilliseconds(300));
        using var database = await WaitingAsync();
        var random = new Random(20);
        for (var kill = 1; kill <= Kills; kill++)
        {
            var before = server.Count;
            await using (var app = AppOnDisk.Start(database, server))
            {
                await app.UntilAsync(() => Task.FromResult(server.Count > before), $"life {kill} delivers something");
                await Task.Delay(random.Next(450));
            }

            // Half of what was under way when it died is taken up again in between, the rest at the end.
            if (kill == Kills / 2)
            {
                await LetLeasesEndAsync(database);
            }
        }

        var atDeath = server.Count;
        await LetLeasesEndAsync(database);
        await using (var app = AppOnDisk.Start(database, server))
        {
            await app.UntilAsync(() => AllDoneAsync(database), "every delivery is done");
        }

        var taken = server.Taken();
        var people = taken.GroupBy(mail => mail.To).ToList();
        var repeats = taken.Count - people.Count;
        output.WriteLine(
            $"{Kills} kills, {atDeath} messages taken before the last of them, {taken.Count} in all: {repeats} repeats of a message the server had and the app did not know of.");
        Assert.InRange(atDeath, Kills, People - 1);
        Assert.Equal(People, people.Count);
        Assert.All(people, person => Assert.Single(person.Select(mail => mail.MessageId).Distinct()));
        Assert.Equal(People, taken.Select(mail => mail.MessageId).Distinct().Count());
        // A mailbox keeps one of several with the same identity; that they are the same in every byte makes it right.
        Assert.All(people, person => Assert.All(person, mail => Assert.Equal(person.First().Content, mail.Content)));
        Assert.InRange(repeats, 0, Kills * Workers);
    }

    [Fact]
    public async Task A_certificate_that_the_machine_trusts_is_a_safe_session()
    {
        await using var server = await RealSmtp.StartAsync(tls: true);
        using var database = await WaitingAsync(people: 1);
        await using var app = AppOnDisk.Start(database, server, ("Email__Tls", "StartTls"), ("SSL_CERT_FILE", server.CertificateFile));

        await app.UntilAsync(() => AllDoneAsync(database), "the mail is delivered");

        Assert.True(Assert.Single(server.Taken()).Secure);
    }

    /// <summary>People for whom a message waits that goes out at any hour, so that the test may run at any hour.</summary>
    private static async Task<TestDatabase> WaitingAsync(int people = People)
    {
        var now = TimeProvider.System.GetUtcNow();
        var database = await TestDatabase.CreateAsync(now);
        await using var db = database.CreateDbContext();
        var role = await db.Roles.Where(role => role.Name == nameof(Role.Evaluator)).Select(role => role.Id).SingleAsync();
        for (var number = 1; number <= people; number++)
        {
            var email = $"orang{number}@contoh.test";
            var id = Guid.CreateVersion7(now);
            db.Add(new AppUser { Id = id, FullName = $"Orang {number}", UserName = email, NormalizedUserName = email.ToUpperInvariant(), Email = email, SecurityStamp = $"{number}" });
            db.Add(new IdentityUserRole<Guid> { UserId = id, RoleId = role });
            db.Add(new MailDelivery(Guid.CreateVersion7(now), id, MailDelivery.Security, new(2026, 10, 12), $"PasswordReset:{number}", now));
        }

        await db.SaveChangesAsync();
        return database;
    }

    /// <summary>Three minutes pass while the program is down: what it was sending when it died may be taken up again.</summary>
    private static async Task LetLeasesEndAsync(TestDatabase database)
    {
        await using var db = database.CreateDbContext();
        await db.MailDeliveries.Where(mail => mail.State == WorkState.Running)
            .ExecuteUpdateAsync(set => set.SetProperty(mail => mail.NotBefore, TimeProvider.System.GetUtcNow().AddSeconds(-1)));
    }

    private static async Task<bool> AllDoneAsync(TestDatabase database)
    {
        await using var db = database.CreateDbContext();
        return !await db.MailDeliveries.AnyAsync(mail => mail.State != WorkState.Done);
    }
}
