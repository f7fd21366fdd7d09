using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Options;
using ZonaIntegritas.Web.Features.BackgroundWork;
using ZonaIntegritas.Web.Hosting;

namespace ZonaIntegritas.Web.Features.Reminders;

/// <summary>
/// The one place that wakes a worker for a new message: after the commit of whatever caused it, so that no use case can
/// forget to. While the webhook is on, each message gets its second row here, in the same transaction.
/// </summary>
public sealed class DeliveryInterceptor(IWorkDispatcher dispatcher, IOptions<WebhookOptions> webhook, TimeProvider clock)
    : SaveChangesInterceptor, IDbTransactionInterceptor
{
    // Waking a worker for a row that was rolled back does no harm, so nothing is ever taken out but by telling.
    private readonly ConditionalWeakTable<DbContext, List<MailDelivery>> _written = [];

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

    public void TransactionCommitted(DbTransaction transaction, TransactionEndEventData eventData) => Wake(eventData.Context);

    public Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Wake(eventData.Context);
        return Task.CompletedTask;
    }

    private void Note(DbContext? db)
    {
        if (db?.ChangeTracker.Entries<MailDelivery>().Where(entry => entry.State == EntityState.Added).Select(entry => entry.Entity).ToList()
            is not { Count: > 0 } added)
        {
            return;
        }

        // A save that failed and is tried again has its second rows already.
        var there = added.Where(row => row.Channel == DeliveryChannel.Webhook).Select(row => (row.RecipientId, row.Kind, row.Key)).ToHashSet();
        List<MailDelivery> twins = webhook.Value.Enabled
            ? [.. added.Where(row => row.Channel == DeliveryChannel.Mail && !there.Contains((row.RecipientId, row.Kind, row.Key)))
                .Select(row => row.Twin(Guid.CreateVersion7(row.CreatedAt), DeliveryChannel.Webhook))]
            : [];
        db.AddRange(twins);
        _written.GetOrCreateValue(db).AddRange(added.Concat(twins));
    }

    private void Saved(DbContext? db)
    {
        if (db?.Database.CurrentTransaction is null)
        {
            Wake(db);
        }
    }

    private void Wake(DbContext? db)
    {
        if (db is null || !_written.TryGetValue(db, out var rows))
        {
            return;
        }

        _written.Remove(db);
        var now = clock.GetUtcNow();
        rows.ForEach(row => dispatcher.DeliverMail(row.Id, row.DelayUntilDue(now)));
    }
}
