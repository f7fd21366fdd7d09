using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Reviews;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.Assessments;

namespace ZonaIntegritas.Web.Features.Proposals.Journey;

/// <summary>What is missing for the next move of a sheet, in words; for the unit without a word about TPI's values.</summary>
internal static class JourneyGaps
{
    public static async Task<IReadOnlyList<string>> OfAsync(AppDbContext db, OpenSheet sheet, IReadOnlyList<StageRow> stages, MonitoringRow? monitoring, CancellationToken ct)
    {
        var (assessment, period) = (sheet.Assessment, sheet.Period);
        return assessment.Status switch
        {
            AssessmentStatus.Draft =>
            [
                .. await OpenAsync(db, sheet, Layer.Unit, "soal belum dijawab unit", ct),
                Hindrance(sheet, SheetMove.Submit) ?? $"Unit mengajukan lembar paling lambat {Indonesian.Date(period.FillUntil)}.",
            ],
            AssessmentStatus.Submitted or AssessmentStatus.Preliminary =>
                [Hindrance(sheet, SheetMove.BeginReview) ?? $"TPI mulai menilai; evaluasi sampai {Indonesian.Date(period.ReviewUntil)}."],
            AssessmentStatus.InRepair =>
            [
                $"{assessment.ReturnedItems.Count(item => item.State == ReturnedItemState.Open)} soal menunggu perbaikan unit.",
                period.IsOpenForRepair(sheet.Today)
                    ? $"Perbaikan sampai {Indonesian.Date(period.RepairUntil)}."
                    : $"Masa perbaikan berakhir {Indonesian.Date(period.RepairUntil)}. TPI dapat membatalkan pengembalian, atau administrator memperpanjang jadwal.",
            ],
            AssessmentStatus.InReview or AssessmentStatus.ReReview =>
            [
                .. await OpenAsync(db, sheet, Layer.Tpi, "soal belum dinilai TPI", ct),
                .. Repaired(assessment),
                Hindrance(sheet, SheetMove.Conclude) ?? $"LHE terbit setelah semua jenjang menilai; evaluasi sampai {Indonesian.Date(period.ReviewUntil)}.",
            ],
            AssessmentStatus.Concluded => [Hindrance(sheet, SheetMove.Propose) ?? ProposalWord(period)],
            AssessmentStatus.Proposed => ["Tahap pertama TPN belum dicatat."],
            AssessmentStatus.AtTpn => [Failed(stages) ?? "Keputusan TPN belum dicatat."],
            AssessmentStatus.Awarded or AssessmentStatus.Monitored when monitoring is not null => [MonitoringWord(monitoring)],
            _ => [],
        };
    }

    private static string? Hindrance(OpenSheet sheet, SheetMove move) => sheet.Assessment.Hindrance(move, sheet.Period, sheet.Today)?.Message;

    private static string ProposalWord(AssessmentPeriod period) =>
        "Surat usulan dan SPTJM belum dicatat" + (period.ProposeUntil is { } until ? $"; pengusulan sampai {Indonesian.Date(until)}." : ".");

    private static string MonitoringWord(MonitoringRow monitoring) => monitoring.IsOverdue
        ? $"Laporan pemantauan sudah lewat waktu: seharusnya paling lambat {Indonesian.Date(monitoring.Next)}."
        : $"Laporan pemantauan berikutnya paling lambat {Indonesian.Date(monitoring.Next)}.";

    private static IEnumerable<string> Repaired(Assessment assessment) =>
        assessment.ReturnedItems.Count(item => item.State == ReturnedItemState.Repaired) is > 0 and var waiting
            ? [$"{waiting} perbaikan unit menunggu diperiksa TPI."]
            : [];

    private static async Task<IEnumerable<string>> OpenAsync(AppDbContext db, OpenSheet sheet, Layer layer, string what, CancellationToken ct)
    {
        var stored = await db.StoredScores.AsNoTracking()
            .SingleOrDefaultAsync(score => score.AssessmentId == sheet.Assessment.Id && score.Layer == layer, ct);
        var open = stored is null ? sheet.Instrument.Places.Count : stored.Questions - stored.AnsweredQuestions;
        return open > 0 ? [$"{Indonesian.Number(open)} {what}."] : [];
    }

    private static string? Failed(IReadOnlyList<StageRow> stages) => stages
        .GroupBy(stage => stage.Kind).Select(kind => kind.MaxBy(stage => stage.RecordedAt)!)
        .Where(stage => stage.Result == TpnStageResult.Failed).OrderBy(stage => stage.Kind)
        .Select(stage => AssessmentProblems.StageFailed(stage.Kind).Message).FirstOrDefault();
}
