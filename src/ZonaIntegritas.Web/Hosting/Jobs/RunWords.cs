using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Web.Features.BackgroundWork.Recurring;
using ZonaIntegritas.Web.Features.Evidence.Keeping;
using ZonaIntegritas.Web.Features.Evidence.Links;

namespace ZonaIntegritas.Web.Hosting.Jobs;

/// <summary>What came of a run, in words: figures, never a name.</summary>
internal static class RunWords
{
    public static string Digests(int planned) => planned == 0 ? "Tidak ada ringkasan baru." : $"{Indonesian.Number(planned)} ringkasan disusun.";

    public static string Reports(int requested) => requested == 0 ? "Tidak ada laporan yang kurang." : $"{Indonesian.Number(requested)} laporan diminta.";

    public static string Links(LinkRound round) => round.Looked == 0
        ? "Tidak ada tautan yang perlu diperiksa."
        : $"{Indonesian.Number(round.Looked)} tautan diperiksa, {Indonesian.Number(round.Bad)} tidak dapat dibuka.";

    public static string Packs(int removed) => removed == 0 ? "Tidak ada paket yang lewat waktu." : $"{Indonesian.Number(removed)} paket dihapus.";

    public static string Verified(Verification found) => found.Files == 0
        ? "Tidak ada berkas yang perlu diperiksa."
        : $"{Indonesian.Number(found.Files)} berkas diperiksa, {Indonesian.Number(found.Faults.Count)} bermasalah.";

    public static string Removed(RemovedRecords removed) => removed is { Runs: 0, Notices: 0 }
        ? "Tidak ada catatan lama."
        : $"{Indonesian.Number(removed.Runs)} catatan pekerjaan dan {Indonesian.Number(removed.Notices)} pemberitahuan dihapus.";
}
