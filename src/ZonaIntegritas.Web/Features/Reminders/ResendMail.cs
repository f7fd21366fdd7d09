using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Web.Features.BackgroundWork;
using ZonaIntegritas.Web.Features.BackgroundWork.Failed;

namespace ZonaIntegritas.Web.Features.Reminders;

/// <summary>Kirim ulang: an administrator lets a failed message be tried again, with its line in the trail as for all failed work.</summary>
public sealed class ResendMail(FailedWork failed, IWorkDispatcher dispatcher)
{
    public async Task<Result> ExecuteAsync(Guid deliveryId, DeliveryChannel channel, CancellationToken ct)
    {
        var kind = channel == DeliveryChannel.Webhook ? WorkKind.Webhook : WorkKind.Mail;
        if ((await failed.ChangeAsync(new(kind, deliveryId), FailedChange.Again, ct))[0].Problem is { } problem)
        {
            return problem;
        }

        dispatcher.DeliverMail(deliveryId);
        return Result.Ok;
    }
}
