using System.Net.Sockets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.BackgroundWork;
using ZonaIntegritas.Web.Features.Reminders;

namespace ZonaIntegritas.Web.Hosting;

/// <summary>Degraded while mail does not go out: people can work without, but reminders are late.</summary>
internal sealed class MailCheck(IDbContextFactory<AppDbContext> dbFactory, MailServerProbe server) : IHealthCheck
{
    /// <summary>One wrong address is no fault of the server's; this many in a row are.</summary>
    public const int InARow = 3;

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        // What was sent or tried last; what runs at this moment has not ended yet.
        var last = await db.MailDeliveries
            .Where(mail => mail.Channel == DeliveryChannel.Mail && mail.Tries > 0 && mail.State != WorkState.Running && mail.State != WorkState.Withdrawn)
            .OrderByDescending(mail => mail.CreatedAt).ThenByDescending(mail => mail.Id).Take(InARow).Select(mail => mail.State).ToListAsync(cancellationToken);
        if (last.Count == InARow && last.TrueForAll(state => state != WorkState.Done))
        {
            return HealthCheckResult.Degraded("the last deliveries failed: see /pekerjaan");
        }

        return await server.IsReachableAsync(cancellationToken)
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Degraded("mail server not reachable (Email:Host, Email:Port)");
    }
}

/// <summary>Whether somebody listens at the mail server's port. Asked every few minutes at most: each question is a line in that server's log.</summary>
internal sealed class MailServerProbe(IOptions<EmailOptions> email, TimeProvider clock)
{
    private static readonly TimeSpan RememberedFor = TimeSpan.FromMinutes(3);

    /// <summary>Less than whoever asks /health waits.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private (DateTimeOffset At, bool Reachable)? _seen;

    /// <returns>True as well when no server is set: mails are files then.</returns>
    public async Task<bool> IsReachableAsync(CancellationToken ct)
    {
        if (email.Value.Host.Length == 0)
        {
            return true;
        }

        if (_seen is { } seen && clock.GetUtcNow() - seen.At < RememberedFor)
        {
            return seen.Reachable;
        }

        var reachable = await ConnectAsync(ct);
        _seen = (clock.GetUtcNow(), reachable);
        return reachable;
    }

    private async Task<bool> ConnectAsync(CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(Patience);
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(email.Value.Host, email.Value.Port, limit.Token);
            return true;
        }
        catch (Exception error) when (error is SocketException || (error is OperationCanceledException && !ct.IsCancellationRequested))
        {
            return false;
        }
    }
}
