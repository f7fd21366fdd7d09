using System.Globalization;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Common;

namespace ZonaIntegritas.Web.Features.Readiness.Figures;

/// <summary>Self-assessment, TPI, TPN and the look ahead, each with what it is worth: provisional or final.</summary>
internal static class FourFigures
{
    private const string NoneYet = "belum ada nilai";

    private static readonly AssessmentStatus[] Decided = [AssessmentStatus.Awarded, AssessmentStatus.Monitored, AssessmentStatus.NotAwarded, AssessmentStatus.Revoked];

    public static IReadOnlyList<StandingFigure> Of(ReadinessInput input)
    {
        var stored = input.Years.FirstOrDefault(year => year.AssessmentId == input.Assessment.Id);
        return [Layered(input, Layer.Unit, stored?.Unit), Layered(input, Layer.Tpi, stored?.Tpi), Tpn(input, stored?.Tpn), IfAllSucceed.Of(input)];
    }

    private static StandingFigure Layered(ReadinessInput input, Layer layer, StoredScore? score)
    {
        var label = LayerWords.Say(layer);
        var afterLhe = SheetLife.IsAfterLhe(input.Assessment.Status);
        if (Hidden(input, layer))
        {
            return new(layer, label, null, "terlihat setelah LHE terbit", IsFinal: false, "");
        }

        if (ReadinessReportBuilder.TotalOf(score) is not { } total)
        {
            return new(layer, label, null, NoneYet, IsFinal: false, "");
        }

        return afterLhe && input.Assessment.ConcludedAt is { } concluded
            ? new(layer, label, total, $"final, LHE {Indonesian.Date(input.Unit.Zone.Today(concluded))}", IsFinal: true, "")
            : new(layer, label, total, $"sementara, {Answered(score!)}", IsFinal: false, Unfinished(score!));
    }

    private static StandingFigure Tpn(ReadinessInput input, StoredScore? score)
    {
        var label = LayerWords.Say(Layer.Tpn);
        if (Hidden(input, Layer.Tpn))
        {
            return new(Layer.Tpn, label, null, "terlihat setelah LHE terbit", IsFinal: false, "");
        }

        if (ReadinessReportBuilder.TotalOf(score) is not { } total)
        {
            return new(Layer.Tpn, label, null, NoneYet, IsFinal: false, "");
        }

        var status = input.Assessment.Status;
        return Decided.Contains(status)
            ? new(Layer.Tpn, label, total, status == AssessmentStatus.NotAwarded ? "final, tidak ditetapkan" : "final, ditetapkan", IsFinal: true, "")
            : new(Layer.Tpn, label, total, $"sementara, {Answered(score!)}", IsFinal: false, Unfinished(score!));
    }

    private static bool Hidden(ReadinessInput input, Layer layer) =>
        layer != Layer.Unit && input.ForUnit && !SheetLife.IsAfterLhe(input.Assessment.Status);

    private static string Answered(StoredScore score) =>
        string.Create(CultureInfo.InvariantCulture, $"{score.AnsweredQuestions} dari {score.Questions} soal");

    private static string Unfinished(StoredScore score) => score.AnsweredQuestions < score.Questions ? "Yang belum terisi dihitung 0." : "";
}
