using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.BackgroundWork;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Features.Reminders;

/// <summary>What became of one message.</summary>
/// <param name="Problem">Null when it waits to be sent again.</param>
public sealed record ResentMail(Guid Id, string Recipient, string Subject, Problem? Problem);

/// <summary>Kirim ulang semua yang gagal: all failed messages of the list's kind and channel, each on its own merits.</summary>
public sealed class ResendFailed(IDbContextFactory<AppDbContext> dbFactory, Authorizer authorizer, ResendMail resend)
{
    /// <summary>As many in one go; the page says how many are left.</summary>
    public const int Most = 200;

    public static readonly Problem NothingFailed = new(
        "mail.nothing-failed", "Tidak ada surat gagal yang cocok dengan saringan ini. Muat ulang halaman untuk melihat keadaannya.");

    private static readonly Problem Closed = new(
        "mail.recipient-closed", "Akun penerima sudah ditutup, jadi tidak dikirim ulang.");

    public async Task<Result<IReadOnlyList<ResentMail>>> ExecuteAsync(MailFilter filter, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        await authorizer.RequireAsync(db, who => who.MayAdminister, ct);
        var failed = await MailFilter.Apply(db, filter with { State = WorkState.Failed })
            .OrderBy(found => found.Mail.Id).Take(Most)
            .ToListAsync(ct);
        if (failed.Count == 0)
        {
            return NothingFailed;
        }

        List<ResentMail> resent = [];
        foreach (var (mail, user) in failed.Select(found => (found.Mail, found.User)))
        {
            var problem = user.IsActive ? (await resend.ExecuteAsync(mail.Id, mail.Channel, ct)).Problem : Closed;
            resent.Add(new(mail.Id, user.FullName, MailWords.TitleOf(mail.Subject, mail.Kind, WorkState.Failed), problem));
        }

        return resent;
    }
}
