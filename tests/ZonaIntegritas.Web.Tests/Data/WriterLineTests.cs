using Microsoft.EntityFrameworkCore;
using Xunit;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.WorkUnits;
using ZonaIntegritas.Web.Data;

namespace ZonaIntegritas.Web.Tests.Data;

/// <summary>One writer at a time, each in turn; whatever way a transaction ends, the next one goes on.</summary>
public sealed class WriterLineTests
{
    [Fact]
    public async Task Many_at_once_all_get_through()
    {
        using var database = await TestDatabase.CreateAsync();
        using var queue = new WriterLine();

        await Task.WhenAll(Enumerable.Range(0, 40).Select(number => Task.Run(async () =>
        {
            await using var db = Open(database, queue);
            await using var transaction = await db.Database.BeginTransactionAsync();
            db.Add(Unit(number));
            await db.SaveChangesAsync();
            await transaction.CommitAsync();
        })));

        await using var read = database.CreateDbContext();
        Assert.Equal(40, await read.WorkUnits.CountAsync());
    }

    public static TheoryData<string> Ends { get; } = ["committed", "rolled back", "left alone", "failed", "cancelled while waiting", "two in one context", "saved without a transaction"];

    [Theory]
    [MemberData(nameof(Ends))]
    public async Task The_next_one_goes_on_however_the_one_before_has_ended(string end)
    {
        using var database = await TestDatabase.CreateAsync();
        using var queue = new WriterLine();

        await EndAsync(database, queue, end);

        await using var db = Open(database, queue);
        using var soon = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        await using var transaction = await db.Database.BeginTransactionAsync(soon.Token);
        db.Add(Unit(99));
        await db.SaveChangesAsync(soon.Token);
        await transaction.CommitAsync(soon.Token);
    }

    private static async Task EndAsync(TestDatabase database, WriterLine queue, string end)
    {
        await using var db = Open(database, queue);
        if (end == "saved without a transaction")
        {
            db.AddRange(Unit(1), Unit(2));
            await db.SaveChangesAsync();
            return;
        }

        var transaction = await db.Database.BeginTransactionAsync();
        db.Add(Unit(1));
        await db.SaveChangesAsync();
        switch (end)
        {
            case "committed":
                await transaction.CommitAsync();
                break;
            case "rolled back":
                await transaction.RollbackAsync();
                break;
            case "failed":
                await Assert.ThrowsAnyAsync<Exception>(() => db.Database.ExecuteSqlRawAsync("DELETE FROM \"no such table\""));
                break;
            case "cancelled while waiting":
                await using (var other = Open(database, queue))
                {
                    using var impatient = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));
                    await Assert.ThrowsAnyAsync<OperationCanceledException>(() => other.Database.BeginTransactionAsync(impatient.Token));
                }

                break;
            case "two in one context":
                await transaction.CommitAsync();
                await transaction.DisposeAsync();
                transaction = await db.Database.BeginTransactionAsync();
                break;
            default:
                break;
        }

        await transaction.DisposeAsync();
    }

    private static AppDbContext Open(TestDatabase database, WriterLine queue) =>
        new((DbContextOptions<AppDbContext>)new DbContextOptionsBuilder<AppDbContext>().UseAppDatabase(database.Storage.Value.DatabaseFile + ";Pooling=False", queue).Options);

    private static WorkUnit Unit(int number) => new(Guid.CreateVersion7(), $"Dinas {number}", $"D{number}", IndonesianZone.WIB);
}
