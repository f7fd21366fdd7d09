using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Web.Data;

namespace ZonaIntegritas.Web.Features.BackgroundWork;

/// <summary>Insert-if-absent: a unique index decides, and two processes that plan the same day end with one row each.</summary>
internal static class MissingRows
{
    private const int Attempts = 3;

    /// <param name="findMissing">Looks for what is not there yet, inside the transaction.</param>
    /// <returns>What was added by this call.</returns>
    public static async Task<IReadOnlyList<T>> AddAsync<T>(
        IDbContextFactory<AppDbContext> dbFactory, Func<AppDbContext, Task<List<T>>> findMissing, CancellationToken ct)
        where T : class
    {
        for (var attempt = 1; ; attempt++)
        {
            await using var db = await dbFactory.CreateDbContextAsync(ct);
            await using var transaction = await db.Database.BeginTransactionAsync(ct);
            var rows = await findMissing(db);
            db.AddRange(rows);
            try
            {
                await db.SaveChangesAsync(ct);
                await transaction.CommitAsync(ct);
                return rows;
            }
            catch (DbUpdateException) when (attempt < Attempts)
            {
                // Another process wrote one of them a moment ago (not possible on SQLite, which lets one writer in): look again.
            }
        }
    }
}
