using ZonaIntegritas.Domain.Assessments;

namespace ZonaIntegritas.Web.Features.Readiness.Figures;

/// <summary>Whose answers a figure comes from; every figure says so.</summary>
public static class LayerWords
{
    /// <summary>States in which TPI's figure is the one that counts, once every question is judged.</summary>
    public static IReadOnlyList<AssessmentStatus> ShowsTpi { get; } = [AssessmentStatus.InReview, AssessmentStatus.ReReview, .. SheetLife.AfterLhe];

    public static string Say(Layer layer) => layer switch
    {
        Layer.Unit => "Penilaian mandiri",
        Layer.Tpi => "TPI",
        Layer.Tpn => "TPN",
        _ => throw new ArgumentOutOfRangeException(nameof(layer)),
    };

    /// <summary>As it stands in addresses: <c>?lapisan=unit</c>.</summary>
    public static string KeyOf(Layer layer) => layer switch { Layer.Tpi => "tpi", Layer.Tpn => "tpn", _ => "unit" };

    /// <returns>False for a word that names no layer; true with null when nothing was asked for.</returns>
    public static bool TryRead(string? key, out Layer? layer)
    {
        layer = key switch { "unit" => Layer.Unit, "tpi" => Layer.Tpi, "tpn" => Layer.Tpn, _ => null };
        return layer is not null || string.IsNullOrEmpty(key);
    }

    /// <summary>
    /// The layer shown when nobody chose one: TPI's once it has judged every question, else the unit's own. A
    /// half-judged sheet would count its open questions as nought and rank the unit last.
    /// </summary>
    public static Layer Latest(AssessmentStatus status, StoredScore? tpi) =>
        ShowsTpi.Contains(status) && tpi is not null && tpi.AnsweredQuestions == tpi.Questions
            ? Layer.Tpi
            : Layer.Unit;
}
