using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Instruments;
using ZonaIntegritas.Domain.Scoring;

namespace ZonaIntegritas.Web.Features.Administration.Instruments.Applying;

/// <summary>What a version does to a sheet, in words.</summary>
public static class ImpactWords
{
    public static string Say(Layer layer) => layer switch
    {
        Layer.Unit => "Unit",
        Layer.Tpi => "TPI",
        Layer.Tpn => "TPN",
        _ => throw new ArgumentOutOfRangeException(nameof(layer)),
    };

    public static string Say(AnswerFate fate) => fate switch
    {
        AnswerFate.Valid => "Tetap dihitung",
        AnswerFate.Recheck => "Perlu dilihat lagi",
        AnswerFate.Revived => "Dihitung lagi",
        AnswerFate.Uncounted => "Tersimpan, tidak dihitung",
        _ => throw new ArgumentOutOfRangeException(nameof(fate)),
    };

    public static string TagOf(AnswerFate fate) => fate switch
    {
        AnswerFate.Uncounted => "below",
        AnswerFate.Recheck => "near",
        AnswerFate.Revived => "met",
        _ => "none",
    };

    public static string Totals(LayerImpact layer, bool isChange) => isChange
        ? $"{Indonesian.Points(layer.Before.Total.Points)} → {Indonesian.Points(layer.After.Total.Points)}"
        : Indonesian.Points(layer.After.Total.Points);

    public static string Target(LayerImpact layer, bool isChange) =>
        isChange && Reaches(layer.VerdictBefore) != Reaches(layer.VerdictAfter)
            ? $"{Say(layer.VerdictBefore)} → {Say(layer.VerdictAfter)}"
            : Say(layer.VerdictAfter);

    public static string TagOf(LayerImpact layer, bool isChange) => (Reaches(layer.VerdictBefore), Reaches(layer.VerdictAfter)) switch
    {
        (true, false) when isChange => "below",
        (_, true) => "met",
        _ => "none",
    };

    public static IReadOnlyList<string> Answers(SheetImpact impact, bool isChange)
    {
        List<string> lines = [];
        foreach (var (layer, figures) in impact.Layers)
        {
            Add(figures.StopCounting.Count(), "jawaban berhenti dihitung");
            Add(figures.Answers.Count(answer => answer.Fate == AnswerFate.Recheck), "perlu dilihat lagi");
            Add(figures.Answers.Count(answer => answer.Fate == AnswerFate.Revived), "dihitung lagi");
            Add(isChange ? 0 : figures.Uncounted.Count(), "tersimpan, tidak dihitung");
            Add(layer == Layer.Unit ? figures.NewOpen.Count : 0, "soal baru belum dijawab");

            void Add(int count, string what)
            {
                if (count > 0)
                {
                    lines.Add($"{Say(layer)}: {Indonesian.Number(count)} {what}");
                }
            }
        }

        return lines.Count > 0 ? lines : [isChange ? "Tidak ada yang berubah" : "Semua yang tersimpan dihitung"];
    }

    private static bool Reaches(Verdict? verdict) => verdict?.Eligible == true;

    private static string Say(Verdict? verdict) => verdict switch
    {
        null => "predikat tidak ada",
        { Eligible: true } => "terpenuhi",
        _ => $"{verdict.Unmet.Count()} syarat belum",
    };
}
