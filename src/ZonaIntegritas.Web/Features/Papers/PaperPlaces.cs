using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Web.Features.Reporting;

namespace ZonaIntegritas.Web.Features.Papers;

/// <summary>Where papers are made: their names in addresses, in the order of the process.</summary>
public static class PaperPlaces
{
    /// <summary>About one sheet.</summary>
    public static IReadOnlyList<PaperKind> OfSheet { get; } = [PaperKind.UnmetConditions, PaperKind.Minutes, PaperKind.Lhe];

    /// <summary>About all units of a period.</summary>
    public static IReadOnlyList<PaperKind> OfPeriod { get; } = [PaperKind.Recap, PaperKind.ProposalLetter, PaperKind.Sptjm];

    public static string KeyOf(PaperKind kind) => kind switch
    {
        PaperKind.UnmetConditions => "syarat",
        PaperKind.Minutes => "berita-acara",
        PaperKind.Lhe => "lhe",
        PaperKind.Recap => "rekap",
        PaperKind.ProposalLetter => "surat-usulan",
        PaperKind.Sptjm => "sptjm",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    public static PaperKind? Find(string key) => OfSheet.Concat(OfPeriod).Where(kind => KeyOf(kind) == key).Select(kind => (PaperKind?)kind).SingleOrDefault();

    public static string Url(PaperKind kind, Guid id) => $"/naskah/{KeyOf(kind)}/{id}";

    /// <param name="id">Of the sheet, or of the period.</param>
    public static PaperSubject SubjectOf(PaperKind kind, Guid id, Layer layer) =>
        OfPeriod.Contains(kind) ? new(kind, null, id, layer) : new(kind, id, null, layer);
}
