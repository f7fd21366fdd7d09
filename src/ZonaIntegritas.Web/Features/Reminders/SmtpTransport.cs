using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Options;
using ZonaIntegritas.Web.Features.BackgroundWork;
using ZonaIntegritas.Web.Hosting;

namespace ZonaIntegritas.Web.Features.Reminders;

/// <summary>Hands a mail to the agency's mail server, over TLS wherever the server offers it or "Email:Tls" asks for it.</summary>
public sealed class SmtpTransport(MailMessages messages, IOptions<EmailOptions> email) : IMailTransport
{
    private readonly EmailOptions _email = email.Value;

    private SecureSocketOptions Tls => _email.Tls switch
    {
        EmailTls.Auto => SecureSocketOptions.Auto,
        EmailTls.StartTls => SecureSocketOptions.StartTls,
        EmailTls.OnConnect => SecureSocketOptions.SslOnConnect,
        EmailTls.None => SecureSocketOptions.None,
        _ => throw new ArgumentOutOfRangeException(nameof(_email.Tls)),
    };

    public async Task<IAsyncDisposable?> SendAsync(OutgoingMail mail, CancellationToken ct)
    {
        using var message = messages.Build(mail);
        var client = new SmtpClient { Timeout = _email.TimeoutSeconds * 1000 };
        try
        {
            await WithinAsync(limit => client.ConnectAsync(_email.Host, _email.Port, Tls, limit), ct);
            if (_email.User.Length > 0)
            {
                await WithinAsync(limit => client.AuthenticateAsync(_email.User, _email.Password, limit), ct);
            }

            await WithinAsync(limit => client.SendAsync(message, limit), ct);
            return new Farewell(client, TimeSpan.FromSeconds(_email.TimeoutSeconds));
        }
        catch (Exception error)
        {
            client.Dispose();
            if (Explain(error, ct) is { } explained)
            {
                throw explained;
            }

            throw;
        }
    }

    /// <summary>A server that takes the connection and then says nothing does not hold a worker for longer than was set.</summary>
    private async Task WithinAsync(Func<CancellationToken, Task> step, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(TimeSpan.FromSeconds(_email.TimeoutSeconds));
        await step(limit.Token);
    }

    private WorkFailedException? Explain(Exception error, CancellationToken ct) => error switch
    {
        // 5xx: the server will say the same tomorrow. 4xx: it asks to come back.
        SmtpCommandException refused => new(
            $"Server surel menjawab {(int)refused.StatusCode}: {OneLine.Of(refused.Message)}", (int)refused.StatusCode >= 500, error),
        AuthenticationException => new("Server surel menolak nama pengguna atau kata sandi (Email:User, Email:Password).", permanent: false, error),
        SslHandshakeException => new("Sambungan aman (TLS) dengan server surel gagal; sertifikatnya tidak dapat dipercaya.", permanent: false, error),
        NotSupportedException => new("Server surel tidak menawarkan sambungan aman (STARTTLS), padahal Email:Tls memintanya.", permanent: false, error),
        OperationCanceledException when ct.IsCancellationRequested => null,
        OperationCanceledException or TimeoutException => new(
            $"Server surel {_email.Host}:{_email.Port} tidak menjawab dalam {_email.TimeoutSeconds} detik.", permanent: false, error),
        SocketException or IOException or ProtocolException => new(
            $"Server surel {_email.Host}:{_email.Port} tidak dapat dihubungi atau memutus sambungan.", permanent: false, error),
        _ => null,
    };

    /// <summary>QUIT, once the row is saved. The server has the mail: a connection that breaks here must not send it again.</summary>
    private sealed class Farewell(SmtpClient client, TimeSpan limit) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            using var patience = new CancellationTokenSource(limit);
            try
            {
                await client.DisconnectAsync(quit: true, patience.Token);
            }
            catch (Exception error) when (error is IOException or SocketException or ProtocolException or OperationCanceledException)
            {
                // Disposing the client closes the connection as well.
            }
            finally
            {
                client.Dispose();
            }
        }
    }
}
