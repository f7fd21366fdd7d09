using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Reviews;
using ZonaIntegritas.Web.Features.Assessments;

namespace ZonaIntegritas.Web.Features.Reviews.Queue;

/// <summary>What the columns of the queue say.</summary>
public static class QueueWords
{
    private const string Nothing = "–";

    public static string Tier(QueueRow row) => Capital(ReviewProblems.Say(row.Duty.Tier));

    public static string Areas(QueueRow row) => row.Duty.Areas.Count == 0 ? "semua area" : string.Join(", ", row.Duty.Areas.Order(StringComparer.Ordinal));

    public static string Since(QueueRow row) => row.SubmittedOn is not { } since ? ""
        : SheetLife.IsAfterLhe(row.Status) ? $"diajukan {Indonesian.Date(since)}"
        : row.AgeDays switch
        {
            0 => "diajukan hari ini",
            var days => $"diajukan {days} hari lalu",
        };

    public static string Mine(QueueRow row) =>
        SheetLife.IsAfterLhe(row.Status) ? Nothing
        : row.AwaitsLhe ? row.IsOpen ? "LHE, semua jenjang sudah menilai" : "LHE, evaluasi ditutup"
        : row.Waiting == 0 ? "tidak ada"
        : row.IsOpen ? $"{row.Waiting} soal" : $"{row.Waiting} soal, evaluasi ditutup";

    public static string Others(QueueRow row)
    {
        List<string> parts = [];
        if (row.WithTeam > 0)
        {
            parts.Add($"{row.WithTeam} soal di jenjang atau area lain");
        }

        if (row.WithUnit > 0)
        {
            parts.Add($"{row.WithUnit} soal di unit");
        }

        return parts.Count == 0 ? Nothing : string.Join(", ", parts);
    }

    public static string Score(decimal? total) => total is { } points ? Indonesian.Points(points) : Nothing;

    public static string Window(QueueRow row) =>
        SheetLife.IsAfterLhe(row.Status) ? Nothing
        : row.Today < row.ReviewFrom ? $"mulai {Indonesian.Date(row.ReviewFrom)}"
        : AssessmentWords.DaysLeft(row.ReviewUntil, row.Today);

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
