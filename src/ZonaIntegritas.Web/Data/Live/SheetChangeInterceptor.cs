using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace ZonaIntegritas.Web.Data.Live;

/// <summary>
/// The one place that tells open pages about changes: it reads what a context saves and publishes it once the
/// transaction is committed, so that no use case can forget to, and what was rolled back is never heard of.
/// </summary>
public sealed class SheetChangeInterceptor(SheetBroadcast broadcast) : SaveChangesInterceptor, IDbTransactionInterceptor
{
    private readonly ConditionalWeakTable<DbContext, Noted> _noted = [];

    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        Note(eventData.Context);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Note(eventData.Context);
        return new(result);
    }

    public override int SavedChanges(SaveChangesCompletedEventData eventData, int result)
    {
        Saved(eventData.Context);
        return result;
    }

    public override ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        Saved(eventData.Context);
        return new(result);
    }

    public override void SaveChangesFailed(DbContextErrorEventData eventData) => Of(eventData.Context)?.ForgetUnsaved();

    public override Task SaveChangesFailedAsync(DbContextErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        Of(eventData.Context)?.ForgetUnsaved();
        return Task.CompletedTask;
    }

    // A transaction that is disposed of without a commit says nothing; the next one begins with an empty note. What is
    // about to be saved stays: a save of several rows begins a transaction of its own.
    public DbTransaction TransactionStarted(DbConnection connection, TransactionEndEventData eventData, DbTransaction result)
    {
        Of(eventData.Context)?.TakeAll();
        return result;
    }

    public ValueTask<DbTransaction> TransactionStartedAsync(
        DbConnection connection, TransactionEndEventData eventData, DbTransaction result, CancellationToken cancellationToken = default)
    {
        Of(eventData.Context)?.TakeAll();
        return new(result);
    }

    public void TransactionCommitted(DbTransaction transaction, TransactionEndEventData eventData) => Publish(eventData.Context);

    public Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Publish(eventData.Context);
        return Task.CompletedTask;
    }

    public void TransactionRolledBack(DbTransaction transaction, TransactionEndEventData eventData) => Of(eventData.Context)?.Forget();

    public Task TransactionRolledBackAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Of(eventData.Context)?.Forget();
        return Task.CompletedTask;
    }

    private void Note(DbContext? db)
    {
        if (db is null)
        {
            return;
        }

        _noted.GetOrCreateValue(db).Take(SheetChangeReader.Read(db.ChangeTracker));
    }

    private void Saved(DbContext? db)
    {
        Of(db)?.Keep();
        if (db?.Database.CurrentTransaction is null)
        {
            Publish(db);
        }
    }

    private void Publish(DbContext? db)
    {
        if (Of(db)?.TakeAll() is { Count: > 0 } changes)
        {
            broadcast.Publish(changes);
        }
    }

    private Noted? Of(DbContext? db) => db is not null && _noted.TryGetValue(db, out var noted) ? noted : null;

    /// <summary>What one context has saved in its transaction, and what it is about to save.</summary>
    private sealed class Noted
    {
        private readonly HashSet<SheetChange> _unsaved = [];
        private HashSet<SheetChange> _saved = [];

        public void Take(IEnumerable<SheetChange> changes)
        {
            _unsaved.Clear();
            _unsaved.UnionWith(changes);
        }

        public void Keep()
        {
            _saved.UnionWith(_unsaved);
            _unsaved.Clear();
        }

        public HashSet<SheetChange> TakeAll()
        {
            (var all, _saved) = (_saved, []);
            return all;
        }

        public void ForgetUnsaved() => _unsaved.Clear();

        public void Forget()
        {
            _unsaved.Clear();
            _saved.Clear();
        }
    }
}
