using ZonaIntegritas.Web.Hosting;

namespace ZonaIntegritas.Web.Features.BackgroundWork.Recurring;

/// <param name="Id">Its name on the clock and in <see cref="JobRun.Job"/>.</param>
/// <param name="About">What it is good for, in one sentence.</param>
/// <param name="Cron">Its schedule, in WIB.</param>
public sealed record RecurringJob(string Id, string Title, string About, Func<JobOptions, string> Cron);

/// <summary>Everything that runs by the clock.</summary>
public static class RecurringJobs
{
    public const string Digest = "ringkasan-harian";
    public const string ProgressReports = "laporan-kemajuan";
    public const string LinkChecks = "periksa-tautan";
    public const string RemovePacks = "hapus-paket";
    public const string VerifyEvidence = "periksa-keutuhan";
    public const string CleanUp = "hapus-catatan-lama";

    public static IReadOnlyList<RecurringJob> All { get; } =
    [
        new(Digest, "Ringkasan pengingat", "Menyusun satu surat bagi setiap orang yang punya pekerjaan menunggu.", options => options.Digest),
        new(ProgressReports, "Laporan berkala", "Meminta laporan kesiapan setiap unit dan rekap instansi.", options => options.ProgressReports),
        new(LinkChecks, "Pemeriksaan tautan", "Membuka alamat data dukung yang sudah waktunya diperiksa.", options => options.LinkChecks),
        new(VerifyEvidence, "Pemeriksaan keutuhan berkas", "Menghitung ulang SHA-256 sepertujuh dari data dukung.", options => options.VerifyEvidence),
        new(RemovePacks, "Pembersihan paket", "Menghapus berkas paket data dukung yang lewat masa simpannya.", options => options.RemovePacks),
        new(CleanUp, "Pembersihan catatan lama", "Menghapus pemberitahuan dan catatan pekerjaan yang lebih dari 90 hari.", options => options.CleanUp),
    ];

    public static RecurringJob? Find(string id) => All.FirstOrDefault(job => job.Id == id);
}
