using ZonaIntegritas.Domain.Common;

namespace ZonaIntegritas.Web.Features.Proposals.Journey;

public static class JourneyProblems
{
    public static Problem StageMissing { get; } = new("journey.stage-missing", "Pilih tahap TPN dan hasilnya.");

    public static Problem NothingChosen { get; } = new("journey.nothing-chosen", "Pilih paling sedikit satu unit yang akan diusulkan.");

    public static Problem SptjmMissing { get; } = new("journey.sptjm-missing", "Isi nomor SPTJM yang menyertai surat usulan.");

    public static Problem TooMany(int maximum) => new(
        "journey.too-many", $"Paling banyak {maximum} unit dalam satu kali kirim. Kirim sebagian dahulu; surat yang sama dapat dipakai lagi.");
}
