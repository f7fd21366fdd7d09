using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Options;
using ZonaIntegritas.Web.Features.BackgroundWork;
using ZonaIntegritas.Web.Hosting;

namespace ZonaIntegritas.Web.Features.Reminders;

/// <summary>Hands a mail to the agency's mail server, over TLS wherever the server offers it.</summary>
public sealed class SmtpTransport(MailMessages messages, IOptions<EmailOptions> email) : IMailTransport
{
    private readonly EmailOptions _email = email.Value;

    public async Task SendAsync(OutgoingMail mail, CancellationToken ct)
    {
        using var message = messages.Build(mail);
        using var client = new SmtpClient();
        client.Timeout = _email.TimeoutSeconds * 1000;
        try
        {
            await client.ConnectAsync(_email.Host, _email.Port, SecureSocketOptions.Auto, ct);
            if (_email.User.Length > 0)
            {
                await client.AuthenticateAsync(_email.User, _email.Password, ct);
            }

            await client.SendAsync(message, ct);
        }
        catch (Exception error) when (Explain(error) is { } explained)
        {
            throw explained;
        }

        await LeaveAsync(client, ct);
    }

    /// <summary>The server has accepted the mail: a connection that breaks while saying goodbye must not send it again.</summary>
    private static async Task LeaveAsync(SmtpClient client, CancellationToken ct)
    {
        try
        {
            await client.DisconnectAsync(quit: true, ct);
        }
        catch (Exception error) when (error is IOException or SocketException or ProtocolException or OperationCanceledException)
        {
            // Disposing the client closes the connection as well.
        }
    }

    private WorkFailedException? Explain(Exception error) => error switch
    {
        // 5xx: the server will say the same tomorrow. 4xx: it asks to come back.
        SmtpCommandException refused => new(
            $"Server surel menjawab {(int)refused.StatusCode}: {OneLine.Of(refused.Message)}", (int)refused.StatusCode >= 500, error),
        AuthenticationException => new("Server surel menolak nama pengguna atau kata sandi (Email:User, Email:Password).", permanent: false, error),
        SslHandshakeException => new("Sambungan aman (TLS) dengan server surel gagal; sertifikatnya tidak dapat dipercaya.", permanent: false, error),
        SocketException or IOException or TimeoutException or ProtocolException => new(
            $"Server surel {_email.Host}:{_email.Port} tidak dapat dihubungi atau memutus sambungan.", permanent: false, error),
        _ => null,
    };
}
