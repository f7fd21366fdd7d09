using ZonaIntegritas.Domain.Common;

namespace ZonaIntegritas.Domain.Proposals;

/// <summary>What is wrong with a recorded value, worded for the person who wrote it.</summary>
public static class ConditionProblems
{
    public static Problem ValueMissing { get; } = new(
        "condition.value-missing", "Isi nilai syarat ini lebih dahulu. Isian lain masih ada di layar.");

    public static Problem NotAChoice(string written, IEnumerable<string> choices) => new(
        "condition.not-a-choice", $"“{Cut(written)}” bukan pilihan yang ada. Pilih salah satu: {string.Join(", ", choices)}.");

    public static Problem NotANumber(string written) => new(
        "condition.not-a-number", $"“{Cut(written)}” bukan angka. Tulis angka saja, misalnya 3,25 atau 100.");

    public static Problem TooFine(int decimals) => new(
        "condition.too-fine", $"Paling banyak {decimals} angka di belakang koma. Tulis seperti pada dokumennya.");

    public static Problem TooLarge(string most) => new(
        "condition.too-large", $"Nilai paling besar {most}. Periksa kembali dokumennya.");

    public static Problem NotADuration(string written) => new(
        "condition.not-a-duration", $"“{Cut(written)}” bukan lama waktu. Tulis tahun dan bulan, misalnya 1 tahun 6 bulan.");

    private static string Cut(string written) => written.Length <= 40 ? written : written[..40] + "…";
}
