using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Xunit;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Web.Data.Seeding.Demo;

namespace ZonaIntegritas.Web.Tests.Data;

/// <summary>When the demo is not seeded, or not all of it.</summary>
public sealed class DemoSeederLimitsTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 6, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Production_is_never_seeded_and_says_so_when_asked()
    {
        await using var quiet = new TemporaryApp(Environments.Production, Now);
        await quiet.StartAsync();
        await using var db = await quiet.OpenAsync();
        Assert.False(await db.Users.AnyAsync());

        await using var asked = new TemporaryApp(Environments.Production, Now, demo: true);
        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(asked.StartAsync);
        Assert.Contains("Seed:Demo", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Development_may_decline_the_demo()
    {
        await using var app = new TemporaryApp(Environments.Development, Now, demo: false);
        await app.StartAsync();

        await using var db = await app.OpenAsync();
        Assert.False(await db.Users.AnyAsync());
    }

    [Fact]
    public async Task Failure_in_the_very_last_step_leaves_no_rows_and_no_half_received_files()
    {
        await using var app = new TemporaryApp(Environments.Development, Now);
        var evidence = Path.Combine(app.Folder, "evidence");
        var bytes = await File.ReadAllBytesAsync(Path.Combine(DemoFiles.Folder, "evidence", "catatan-apel.txt"));
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes));
        // A folder where the file should go: moving it there fails.
        Directory.CreateDirectory(Path.Combine(evidence, sha256[..2], sha256));

        await Assert.ThrowsAnyAsync<Exception>(app.StartAsync);

        await using var db = await app.OpenAsync();
        Assert.False(await db.Users.AnyAsync());
        Assert.False(await db.WorkUnits.AnyAsync());
        Assert.False(await db.Periods.AnyAsync());
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(evidence, "incoming")));
    }

    [Fact]
    public async Task Seeds_on_new_year_in_Jakarta_while_it_is_still_last_year_in_UTC()
    {
        await using var app = new TemporaryApp(Environments.Development, new(2026, 12, 31, 18, 0, 0, TimeSpan.Zero));
        await app.StartAsync();

        await using var db = await app.OpenAsync();
        Assert.Equal([2025, 2026, 2027], await db.Periods.OrderBy(period => period.Year).Select(period => period.Year).ToListAsync());
        Assert.True(await db.Assessments.AnyAsync(sheet => sheet.Status == AssessmentStatus.InRepair));
    }
}
