using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.BackgroundWork;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Features.Reminders;

/// <summary>Kirim ulang: an administrator lets a failed message be tried again.</summary>
public sealed class ResendMail(IDbContextFactory<AppDbContext> dbFactory, Authorizer authorizer, IWorkDispatcher dispatcher)
{
    public static readonly Problem NotFailed = new(
        "mail.not-failed", "Surat ini tidak sedang gagal, jadi tidak perlu dikirim ulang. Muat ulang halaman untuk melihat keadaannya.");

    public async Task<Result> ExecuteAsync(Guid deliveryId, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        await authorizer.RequireAsync(db, who => who.MayAdminister, ct);
        if (await db.MailDeliveries.SingleOrDefaultAsync(mail => mail.Id == deliveryId, ct) is not { State: WorkState.Failed } delivery)
        {
            return NotFailed;
        }

        delivery.TryAgain();
        await db.SaveChangesAsync(ct);
        dispatcher.DeliverMail(delivery.Id);
        return Result.Ok;
    }
}
