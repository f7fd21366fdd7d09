using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Instruments;

namespace ZonaIntegritas.Web.Features.Administration.Instruments.Comparing;

/// <summary>Differences in the words of the people who keep the instrument.</summary>
public static class ComparisonWords
{
    public static string Title(Instrument instrument) => $"{instrument.Title.Name}, versi {instrument.Title.Version}";

    public static string Say(ChangeKind kind) => kind switch
    {
        ChangeKind.Added => "Ditambah",
        ChangeKind.Removed => "Dihapus",
        ChangeKind.Moved => "Dipindah",
        ChangeKind.Changed => "Berubah",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    public static string TagOf(ChangeKind kind) => kind switch
    {
        ChangeKind.Added => "met",
        ChangeKind.Removed => "below",
        ChangeKind.Moved => "near",
        _ => "none",
    };

    public static string Say(Difference difference) =>
        Say(difference.Aspect) + (difference.Part is { } part ? $" {(part == Limit.TotalTarget ? "nilai total" : part)}" : "");

    /// <summary>How much of what differs, in one sentence.</summary>
    public static string Summary(InstrumentComparison comparison)
    {
        List<string> parts =
        [
            .. Counts("soal", comparison.Questions.Where(IsItsOwn).Select(question => question.Kind)),
            .. Counts("bagian", comparison.Sections.Select(section => section.Kind)),
            .. Counts("predikat", comparison.Predicates.Select(predicate => predicate.Kind)),
        ];
        if (comparison.Questions.Count(question => !IsItsOwn(question)) is > 0 and var follow)
        {
            parts.Add($"{Indonesian.Number(follow)} soal lain berubah poinnya");
        }

        return parts.Count == 0 ? "Hanya keterangan instrumen yang berubah." : string.Join(", ", parts) + ".";
    }

    private static bool IsItsOwn(QuestionChange question) => question is not { Kind: ChangeKind.Changed, Differences: [{ Aspect: Aspect.Points }] };

    private static IEnumerable<string> Counts(string what, IEnumerable<ChangeKind> kinds) =>
        kinds.CountBy(kind => kind).OrderBy(count => count.Key).Select(count => $"{Indonesian.Number(count.Value)} {what} {SayLower(count.Key)}");

    private static string SayLower(ChangeKind kind) => kind switch
    {
        ChangeKind.Added => "ditambah",
        ChangeKind.Removed => "dihapus",
        ChangeKind.Moved => "dipindah",
        _ => "berubah",
    };

    private static string Say(Aspect aspect) => aspect switch
    {
        Aspect.Id => "Kode instrumen",
        Aspect.Name => "Nama",
        Aspect.Programme => "Program",
        Aspect.Source => "Sumber",
        Aspect.Weight => "Bobot",
        Aspect.Kind => "Jenis bagian",
        Aspect.Group => "Kelompok",
        Aspect.Place => "Letak",
        Aspect.Order => "Urutan",
        Aspect.Band => "Kategori",
        Aspect.Statement => "Rumusan soal",
        Aspect.Guidance => "Petunjuk",
        Aspect.Points => "Poin paling banyak",
        Aspect.Scale => "Cara menjawab",
        Aspect.ScaleMaximum => "Angka tertinggi",
        Aspect.Option => "Pilihan",
        Aspect.OptionValue => "Nilai pilihan",
        Aspect.OptionText => "Rumusan pilihan",
        Aspect.FormulaText => "Rumus",
        Aspect.FormulaKind => "Jenis rumus",
        Aspect.FormulaPart => "Bagian yang dihitung",
        Aspect.FormulaWhole => "Penyebut",
        Aspect.ZeroRule => "Bila penyebut 0",
        Aspect.Input => "Isian",
        Aspect.InputLabel => "Nama isian",
        Aspect.CountLimit => "Batas hitungan",
        Aspect.Evidence => "Data dukung disarankan",
        Aspect.PortalRbId => "Nomor PortalRB",
        Aspect.Requires => "Harus sudah memegang",
        Aspect.Limit => "Paling sedikit",
        Aspect.LimitLabel => "Nama batas",
        _ => throw new ArgumentOutOfRangeException(nameof(aspect)),
    };
}
