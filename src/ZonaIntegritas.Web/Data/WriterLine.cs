using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace ZonaIntegritas.Web.Data;

/// <summary>
/// SQLite has one writer at a time. Whoever comes while it is busy would be put to sleep for 150 ms by the provider and
/// tried again, as often as luck will have it; here writers of this process wait in line instead, and the next one goes
/// on the moment the one before has ended. A transaction leaves the line with its end, or with its connection.
/// </summary>
public sealed class WriterLine : DbTransactionInterceptor, IDbConnectionInterceptor, IDisposable
{
    /// <summary>After this the provider's own waiting and its error decide.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly ConditionalWeakTable<DbConnection, object> _writing = [];

    public override InterceptionResult<DbTransaction> TransactionStarting(
        DbConnection connection, TransactionStartingEventData eventData, InterceptionResult<DbTransaction> result)
    {
        Enter(connection, _turn.Wait(Patience));
        return result;
    }

    public override async ValueTask<InterceptionResult<DbTransaction>> TransactionStartingAsync(
        DbConnection connection, TransactionStartingEventData eventData, InterceptionResult<DbTransaction> result, CancellationToken cancellationToken = default)
    {
        Enter(connection, await _turn.WaitAsync(Patience, cancellationToken));
        return result;
    }

    public override void TransactionCommitted(DbTransaction transaction, TransactionEndEventData eventData) => Leave(eventData.Context);

    public override Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Leave(eventData.Context);
        return Task.CompletedTask;
    }

    // A transaction that is given up is rolled back by the time its connection is closed; so is one that could not begin.
    public void ConnectionClosed(DbConnection connection, ConnectionEndEventData eventData) => Leave(connection);

    public Task ConnectionClosedAsync(DbConnection connection, ConnectionEndEventData eventData)
    {
        Leave(connection);
        return Task.CompletedTask;
    }

    public void Dispose() => _turn.Dispose();

    private void Enter(DbConnection connection, bool entered)
    {
        if (entered)
        {
            _writing.Add(connection, this);
        }
    }

    private void Leave(DbContext? of)
    {
        if (of is not null)
        {
            Leave(of.Database.GetDbConnection());
        }
    }

    private void Leave(DbConnection connection)
    {
        if (_writing.Remove(connection))
        {
            _turn.Release();
        }
    }
}
