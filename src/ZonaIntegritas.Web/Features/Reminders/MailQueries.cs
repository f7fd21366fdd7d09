using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.BackgroundWork;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Features.Reminders;

public sealed record MailRow(
    Guid Id, string Recipient, string Subject, DateOnly Day, WorkState State, int Tries, string Error, DateTimeOffset? SentAt);

/// <param name="Html">Composed by this app and free of scripts, yet to be shown in a sandboxed frame.</param>
public sealed record MailPreview(MailRow Row, string Address, string Text, string Html);

/// <summary>Mails as administrators see them; nobody else does.</summary>
public sealed class MailQueries(IDbContextFactory<AppDbContext> dbFactory, Authorizer authorizer)
{
    /// <param name="state">Null for all.</param>
    /// <param name="page">From 0, as grids count.</param>
    public async Task<RowPage<MailRow>> ListAsync(WorkState? state, int page, int size, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        await authorizer.RequireAsync(db, who => who.MayAdminister, ct);
        var rows =
            from mail in db.MailDeliveries
            where state == null || mail.State == state
            join user in db.Users on mail.RecipientId equals user.Id
            orderby mail.Day descending, user.FullName, mail.Id
            select new MailRow(mail.Id, user.FullName, mail.Subject, mail.Day, mail.State, mail.Tries, mail.Error, mail.SentAt);
        return new(await rows.Skip(page * size).Take(size).ToListAsync(ct), await rows.CountAsync(ct));
    }

    /// <returns>Null when there is no such mail.</returns>
    public async Task<MailPreview?> GetAsync(Guid id, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        await authorizer.RequireAsync(db, who => who.MayAdminister, ct);
        var mails =
            from mail in db.MailDeliveries
            where mail.Id == id
            join user in db.Users on mail.RecipientId equals user.Id
            select new MailPreview(
                new(mail.Id, user.FullName, mail.Subject, mail.Day, mail.State, mail.Tries, mail.Error, mail.SentAt),
                user.Email ?? "", mail.Text, mail.Html);
        return await mails.SingleOrDefaultAsync(ct);
    }
}
