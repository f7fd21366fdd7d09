using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.BackgroundWork;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Features.Reminders;

/// <param name="NotBefore">Until when it waits, or, while it is being sent, by when the worker has to be done.</param>
/// <param name="Error">Why it failed, or why it was withdrawn.</param>
/// <param name="ContentHash">Empty until it is put into words.</param>
public sealed record MailRow(
    Guid Id, string Recipient, string Kind, DeliveryChannel Channel, string Subject, DateOnly Day, WorkState State, int Tries, string Error,
    DateTimeOffset CreatedAt, DateTimeOffset? NotBefore, DateTimeOffset? SentAt, string ContentHash);

/// <param name="Html">Composed by this app and free of scripts, yet to be shown in a sandboxed frame.</param>
public sealed record MailPreview(MailRow Row, string Address, string Text, string Html);

/// <summary>Messages as administrators see them; nobody else does.</summary>
public sealed class MailQueries(IDbContextFactory<AppDbContext> dbFactory, Authorizer authorizer)
{
    /// <param name="page">From 1, as addresses count.</param>
    public async Task<RowPage<MailRow>> ListAsync(MailFilter filter, int page, int size, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        await authorizer.RequireAsync(db, who => who.MayAdminister, ct);
        var found = MailFilter.Apply(db, filter);
        var rows = Rows(found.OrderByDescending(row => row.Mail.Day).ThenByDescending(row => row.Mail.Id)).Skip((page - 1) * size).Take(size);
        return new(await rows.ToListAsync(ct), await found.CountAsync(ct));
    }

    public async Task<int> CountAsync(MailFilter filter, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        await authorizer.RequireAsync(db, who => who.MayAdminister, ct);
        return await MailFilter.Apply(db, filter).CountAsync(ct);
    }

    /// <returns>Null when there is no such message.</returns>
    public async Task<MailPreview?> GetAsync(Guid id, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        await authorizer.RequireAsync(db, who => who.MayAdminister, ct);
        var found = MailFilter.Apply(db, new()).Where(row => row.Mail.Id == id);
        return await Rows(found).SingleOrDefaultAsync(ct) is { } mail
            ? await found.Select(row => new MailPreview(mail, row.User.Email ?? "", row.Mail.Text, row.Mail.Html)).SingleAsync(ct)
            : null;
    }

    private static IQueryable<MailRow> Rows(IQueryable<AddressedMail> mails) => mails.Select(row => new MailRow(
        row.Mail.Id, row.User.FullName, row.Mail.Kind, row.Mail.Channel, row.Mail.Subject, row.Mail.Day, row.Mail.State, row.Mail.Tries, row.Mail.Error,
        row.Mail.CreatedAt, row.Mail.NotBefore, row.Mail.SentAt, row.Mail.ContentHash));
}
