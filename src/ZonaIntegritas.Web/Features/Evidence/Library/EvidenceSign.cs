using MudBlazor;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Evidence;

namespace ZonaIntegritas.Web.Features.Evidence.Library;

/// <summary>What a reader must notice about a document, as icon and word.</summary>
/// <param name="Tone">A class of .tag: below, near, hand or none.</param>
public sealed record EvidenceSign(string Icon, string Tone, string Word, string Explanation = "")
{
    /// <summary>From here on a date that ends is pointed out.</summary>
    public const int ExpiringDays = 30;

    /// <summary>The gravest first.</summary>
    public static IReadOnlyList<EvidenceSign> Of(EvidenceHealth health, DateOnly today) =>
    [
        .. new[]
        {
            OfScan(health.Scan),
            OfBytes(health.Integrity),
            OfWarning(health.Warning),
            OfLink(health.Link, health.LinkRemark),
            OfValidity(health.ValidUntil, today),
            OfYear(health.EarlierYear),
        }.OfType<EvidenceSign>(),
    ];

    public static EvidenceSign NewestUnused { get; } = new(
        Icons.Material.Outlined.NewReleases, "hand", "Versi baru belum dipakai", "Soal yang memakai dokumen ini masih menunjuk versi lama.");

    /// <summary>Beside a question whose older version stays put forward.</summary>
    public static EvidenceSign Newer(int latest) => new(
        Icons.Material.Outlined.NewReleases, "hand", $"Ada versi {latest}", "Versi yang lebih baru ada di Pustaka, tetapi tidak diajukan untuk soal ini.");

    public static EvidenceSign Unused { get; } = new(
        Icons.Material.Outlined.LinkOff, "none", "Belum dipakai", "Belum terpasang pada soal mana pun.");

    private static EvidenceSign? OfScan(ScanState scan) => scan switch
    {
        ScanState.Infected => new(Icons.Material.Outlined.GppBad, "below", "Terinfeksi", "Pemindai menandai berkas ini berbahaya; tidak dibuka untuk siapa pun."),
        ScanState.Waiting => new(Icons.Material.Outlined.HourglassTop, "none", "Menunggu pemindaian", "Dapat dibuka setelah pemindai menyatakannya bersih."),
        ScanState.NotScanned or ScanState.Clean => null,
        _ => throw new ArgumentOutOfRangeException(nameof(scan)),
    };

    private static EvidenceSign? OfBytes(Integrity integrity) => integrity switch
    {
        Integrity.Intact => null,
        Integrity.Missing => new(Icons.Material.Outlined.ReportProblem, "below", "Berkas hilang", "Isinya tidak ada lagi di penyimpanan. Unggah lagi sebagai versi baru dan hubungi administrator."),
        Integrity.Changed => new(Icons.Material.Outlined.ReportProblem, "below", "Isi berkas berubah", "Isi di penyimpanan tidak sama dengan yang diunggah. Unggah lagi sebagai versi baru dan hubungi administrator."),
        _ => throw new ArgumentOutOfRangeException(nameof(integrity)),
    };

    private static EvidenceSign? OfWarning(ContentWarning warning) => warning switch
    {
        ContentWarning.None => null,
        ContentWarning.PasswordProtected => new(Icons.Material.Outlined.Lock, "near", "Terkunci atau dibatasi", "Evaluator mungkin tidak dapat membacanya. Unggah versi tanpa kata sandi."),
        ContentWarning.Damaged => new(Icons.Material.Outlined.BrokenImage, "near", "Berkas bermasalah", "Mungkin tidak terbuka atau hanya sebagian. Simpan ulang, lalu unggah versi baru."),
        _ => throw new ArgumentOutOfRangeException(nameof(warning)),
    };

    private static EvidenceSign? OfLink(LinkState link, string remark) => link switch
    {
        LinkState.None or LinkState.Opens => null,
        LinkState.Waiting => new(Icons.Material.Outlined.HourglassTop, "none", "Tautan belum diperiksa"),
        LinkState.Locked => new(Icons.Material.Outlined.Lock, "below", "Tautan terkunci", Or(remark, "Perlu masuk atau meminta izin. Buka aksesnya untuk siapa pun yang punya tautan.")),
        LinkState.Dead => new(Icons.Material.Outlined.LinkOff, "below", "Tautan mati", Or(remark, "Alamatnya tidak terbuka lagi. Perbaiki tautan atau unggah berkasnya.")),
        LinkState.NotPublic => new(Icons.Material.Outlined.PublicOff, "below", "Tautan tidak publik", Or(remark, "Alamatnya tidak terbuka untuk umum. Unggah berkasnya.")),
        _ => throw new ArgumentOutOfRangeException(nameof(link)),
    };

    private static EvidenceSign? OfValidity(DateOnly? until, DateOnly today) => (until?.DayNumber - today.DayNumber) switch
    {
        null or > ExpiringDays => null,
        < 0 => new(Icons.Material.Outlined.EventBusy, "below", $"Berakhir {Indonesian.Date(until!.Value)}", "Masa berlakunya sudah lewat. Unggah versi yang berlaku."),
        0 => new(Icons.Material.Outlined.Event, "near", "Hari terakhir berlaku", "Siapkan versi penggantinya."),
        var days => new(Icons.Material.Outlined.Event, "near", $"Berakhir {days} hari lagi", $"Berlaku sampai {Indonesian.Date(until!.Value)}. Siapkan versi penggantinya."),
    };

    private static EvidenceSign? OfYear(int? year) => year is null
        ? null
        : new(Icons.Material.Outlined.History, "hand", $"Dipakai pada LKE {year}", "Isi yang sama pernah diajukan pada tahun sebelumnya. Pastikan masih berlaku untuk tahun ini.");

    private static string Or(string remark, string otherwise) => remark.Length > 0 ? remark : otherwise;
}

/// <summary>What signs are read from: of an item, the state of its newest version.</summary>
/// <param name="EarlierYear">A year before the one now worked on, whose sheet already had this content; null when it is new.</param>
public sealed record EvidenceHealth(
    ScanState Scan, Integrity Integrity, ContentWarning Warning, LinkState Link, string LinkRemark, DateOnly? ValidUntil, int? EarlierYear);
