using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.Reminders;
using ZonaIntegritas.Web.Features.Reporting;

namespace ZonaIntegritas.Web.Features.BackgroundWork;

/// <summary>Stored work by kind: two tables hold four kinds of it.</summary>
internal static class StoredWorkRows
{
    public static Expression<Func<ReportRequest, DateTimeOffset>> Asked { get; } = row => row.RequestedAt;

    public static Expression<Func<MailDelivery, DateTimeOffset>> Written { get; } = row => row.CreatedAt;

    public static IQueryable<ReportRequest> Papers(this AppDbContext db, WorkKind kind) => kind == WorkKind.Pack
        ? db.ReportRequests.Where(row => row.Kind == PaperKind.EvidencePack)
        : db.ReportRequests.Where(row => row.Kind != PaperKind.EvidencePack);

    public static IQueryable<MailDelivery> Messages(this AppDbContext db, WorkKind kind)
    {
        var channel = kind == WorkKind.Webhook ? DeliveryChannel.Webhook : DeliveryChannel.Mail;
        return db.MailDeliveries.Where(row => row.Channel == channel);
    }

    /// <returns>Null when there is none, or it is of another kind.</returns>
    public static async Task<StoredWork?> FindAsync(this AppDbContext db, WorkKind kind, Guid id, CancellationToken ct) => kind switch
    {
        WorkKind.Paper or WorkKind.Pack => await db.Papers(kind).SingleOrDefaultAsync(row => row.Id == id, ct),
        WorkKind.Mail or WorkKind.Webhook => await db.Messages(kind).SingleOrDefaultAsync(row => row.Id == id, ct),
        _ => null,
    };

    /// <summary>The oldest first.</summary>
    public static Task<List<Guid>> FailedAsync(this AppDbContext db, WorkKind kind, int atMost, CancellationToken ct) => kind switch
    {
        WorkKind.Paper or WorkKind.Pack => OldestAsync(db.Papers(kind), atMost, ct),
        WorkKind.Mail or WorkKind.Webhook => OldestAsync(db.Messages(kind), atMost, ct),
        _ => Task.FromResult<List<Guid>>([]),
    };

    private static Task<List<Guid>> OldestAsync(IQueryable<StoredWork> rows, int atMost, CancellationToken ct) =>
        rows.Where(row => row.State == WorkState.Failed).OrderBy(row => row.Id).Select(row => row.Id).Take(atMost).ToListAsync(ct);
}
