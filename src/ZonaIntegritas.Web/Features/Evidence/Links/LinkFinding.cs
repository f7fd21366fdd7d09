using System.Net.Sockets;
using ZonaIntegritas.Domain.Evidence;

namespace ZonaIntegritas.Web.Features.Evidence.Links;

/// <summary>What somebody who is not signed in met at an address.</summary>
/// <param name="Remark">A sentence for the unit: what it means and what to do. Empty when all is well.</param>
/// <param name="Answered">Whether a site said anything at all. If none does, the fault may be in our own line.</param>
public sealed record LinkFinding(LinkState State, string Remark, bool Answered)
{
    public static LinkFinding Opens { get; } = new(LinkState.Opens, "", true);

    public static LinkFinding Google { get; } = Locked("Minta masuk ke akun Google. Ubah izin berbagi menjadi siapa saja yang memiliki tautan.");

    public static LinkFinding Microsoft { get; } = Locked("Minta masuk ke akun Microsoft. Ubah izin berbagi menjadi siapa saja yang memiliki tautan.");

    public static LinkFinding SignIn { get; } = Locked("Halaman ini minta masuk (login). Pakai alamat yang terbuka untuk umum, atau unggah berkasnya.");

    public static LinkFinding Inside { get; } = new(
        LinkState.NotPublic, "Alamat ini mengarah ke jaringan dalam, sehingga evaluator tidak dapat membukanya. Unggah berkasnya, atau pakai alamat publik.", false);

    public static LinkFinding NotSecure { get; } = new(
        LinkState.NotPublic, "Situs ini mengalihkan ke alamat tanpa pengaman (http). Pakai alamat https yang lain, atau unggah berkasnya.", true);

    public static LinkFinding RunsInCircles { get; } = new(
        LinkState.Dead, "Alamat ini terus mengalihkan tanpa sampai ke halaman. Salin alamat akhirnya dari peramban, lalu pasang sebagai versi baru.", true);

    public static LinkFinding TooSlow { get; } = Silent("Situs belum menjawab. Akan diperiksa lagi.");

    public static LinkFinding BadCertificate { get; } = Unreached("Sertifikat keamanan situs tidak sah atau kedaluwarsa. Pakai alamat lain, atau unggah berkasnya.");

    public static LinkFinding Refused(int status) => Locked($"Situs menolak pengunjung yang tidak masuk (kode {status}). Buka izinnya untuk umum, atau unggah berkasnya.");

    public static LinkFinding Missing(int status) => new(
        LinkState.Dead, $"Halaman tidak ditemukan di situsnya (kode {status}). Perbaiki alamatnya, atau unggah berkasnya.", true);

    public static LinkFinding Troubled(int status) => new(
        LinkState.Waiting, $"Situs sedang bermasalah atau membatasi kunjungan (kode {status}). Akan diperiksa lagi.", true);

    /// <summary>What a failure to get through to the site means.</summary>
    public static LinkFinding Of(SocketError error) => error switch
    {
        SocketError.HostNotFound or SocketError.NoData => Unreached("Nama situs pada alamat ini tidak ditemukan. Periksa ejaannya, atau unggah berkasnya."),
        SocketError.ConnectionRefused => Unreached("Situs menolak sambungan. Periksa apakah situsnya masih ada, atau unggah berkasnya."),
        _ => TooSlow,
    };

    /// <summary>After days without an answer nobody expects one.</summary>
    public LinkFinding GivenUp(int days) => this with
    {
        State = LinkState.Dead,
        Remark = $"Situs tidak dapat dibuka selama {days} hari. Periksa alamatnya, atau unggah berkasnya.",
    };

    /// <summary>Not held against the address while it is not known whether our own line works.</summary>
    public LinkFinding Unproven() => Answered || State != LinkState.Dead ? this : this with { State = LinkState.Waiting };

    private static LinkFinding Locked(string remark) => new(LinkState.Locked, remark, true);

    private static LinkFinding Silent(string remark) => new(LinkState.Waiting, remark, false);

    private static LinkFinding Unreached(string remark) => new(LinkState.Dead, remark, false);
}
