using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using MimeKit;

namespace ZonaIntegritas.Web.Tests.Features.Reminders.RealServer;

/// <summary>What the server has taken, byte for byte.</summary>
/// <param name="Secure">Whether it came over TLS.</param>
internal sealed record TakenMail(string To, bool Secure, byte[] Content)
{
    public string MessageId
    {
        get
        {
            using var message = MimeMessage.Load(new MemoryStream(Content));
            return message.MessageId ?? "";
        }
    }
}

/// <summary>
/// A real SMTP server (Debian: python3-aiosmtpd) as a process of its own on a free port; each message becomes a file.
/// Addresses say how it behaves: "tolak…" is refused for good, "sibuk…" the first time, "diam…" is never answered.
/// Where it is not installed the tests fail and say what to install.
/// </summary>
internal sealed class RealSmtp : IAsyncDisposable
{
    private const string Program =
        """
        import asyncio, itertools, os, ssl, sys
        from aiosmtpd.smtp import SMTP

        folder, delay, certificate = sys.argv[1], float(sys.argv[2]), sys.argv[3]
        numbers, busy = itertools.count(1), set()

        class Handler:
            async def handle_RCPT(self, server, session, envelope, address, options):
                if address.startswith('tolak'):
                    return '550 5.1.1 no such mailbox'
                if address.startswith('sibuk') and address not in busy:
                    busy.add(address)
                    return '451 4.7.1 come back later'
                if address.startswith('diam'):
                    await asyncio.sleep(3600)
                envelope.rcpt_tos.append(address)
                return '250 OK'

            async def handle_DATA(self, server, session, envelope):
                await asyncio.sleep(delay)
                name = os.path.join(folder, f'{next(numbers):06d}')
                with open(name + '.tmp', 'wb') as file:
                    file.write(f'{envelope.rcpt_tos[0]} {"tls" if session.ssl else "clear"}\n'.encode() + envelope.content)
                os.rename(name + '.tmp', name + '.mail')
                # Taken, but the client does not know yet.
                await asyncio.sleep(delay / 10)
                return '250 kept'

        async def main():
            context = None
            if certificate:
                context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
                context.load_cert_chain(certificate)
            server = await asyncio.get_running_loop().create_server(
                lambda: SMTP(Handler(), hostname='uji', tls_context=context), '127.0.0.1', 0)
            print(server.sockets[0].getsockname()[1], flush=True)
            await server.serve_forever()

        asyncio.run(main())
        """;

    private readonly string _folder;
    private readonly Process _process;

    private RealSmtp(string folder, Process process, int port) => (_folder, _process, Port) = (folder, process, port);

    public int Port { get; }

    /// <summary>The certificate that the server shows, in PEM; nobody vouches for it.</summary>
    public string CertificateFile => Path.Combine(_folder, "server.pem");

    /// <summary>How many messages have been taken, repeats included.</summary>
    public int Count => Directory.GetFiles(_folder, "*.mail").Length;

    /// <param name="delay">How long the server works on a message before it has it.</param>
    public static async Task<RealSmtp> StartAsync(TimeSpan delay = default, bool tls = false)
    {
        var folder = Directory.CreateTempSubdirectory("zi-smtp-").FullName;
        var program = Path.Combine(folder, "server.py");
        await File.WriteAllTextAsync(program, Program);
        var certificate = tls ? await MakeCertificateAsync(Path.Combine(folder, "server.pem")) : "";
        // Debian's Python: another one in front of it does not know Debian's packages.
        var process = Process.Start(new ProcessStartInfo(
            "/usr/bin/python3", [program, folder, delay.TotalSeconds.ToString(CultureInfo.InvariantCulture), certificate])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        if (int.TryParse(await process.StandardOutput.ReadLineAsync(), CultureInfo.InvariantCulture, out var port))
        {
            // Read on, so that the server never waits for a reader.
            process.ErrorDataReceived += (_, _) => { };
            process.BeginErrorReadLine();
            return new(folder, process, port);
        }

        throw new InvalidOperationException(
            "No SMTP server: apt-get install python3-aiosmtpd (./test.sh does it).\n" + await process.StandardError.ReadToEndAsync());
    }

    /// <summary>In the order in which they came.</summary>
    public IReadOnlyList<TakenMail> Taken() => [.. Directory.GetFiles(_folder, "*.mail").Order(StringComparer.Ordinal).Select(Read)];

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static TakenMail Read(string file)
    {
        var bytes = File.ReadAllBytes(file);
        var end = Array.IndexOf(bytes, (byte)'\n');
        var head = Encoding.ASCII.GetString(bytes, 0, end).Split(' ');
        return new(head[0], head[1] == "tls", bytes[(end + 1)..]);
    }

    private static async Task<string> MakeCertificateAsync(string file)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        var now = TimeProvider.System.GetUtcNow();
        using var made = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(30));
        await File.WriteAllTextAsync(file, made.ExportCertificatePem() + "\n" + key.ExportPkcs8PrivateKeyPem() + "\n");
        return file;
    }
}
