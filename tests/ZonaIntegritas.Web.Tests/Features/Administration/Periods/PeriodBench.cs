using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Auditing;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Web.Features.Administration.Periods;

namespace ZonaIntegritas.Web.Tests.Features.Administration.Periods;

/// <summary>Short ways to a period and to what is kept about it.</summary>
internal static class PeriodBench
{
    public static PeriodSchedule ScheduleOf(AssessmentPeriod period) => new(period.Windows, period.Instansi);

    public static PeriodSchedule Extended(this PeriodSchedule schedule, int days) =>
        schedule with { Windows = schedule.Windows with { FillUntil = schedule.Windows.FillUntil.AddDays(days) } };

    public static Task<Result> ChangeAsync(this AdministrationBench bench, AssessmentPeriod period, PeriodSchedule schedule, string reason = "Surat 12/2026.") =>
        bench.As<ChangePeriodWindow>().ExecuteAsync(new(period.Id, ScheduleOf(period), schedule, reason), default);

    public static Task<Result> CloseAsync(this AdministrationBench bench, AssessmentPeriod period, int unfinished = 0, string reason = "LHE terakhir sudah terbit.") =>
        bench.As<ClosePeriod>().ExecuteAsync(new(period.Id, unfinished, reason), default);

    public static Task<AssessmentPeriod> StoredAsync(this AdministrationBench bench, AssessmentPeriod period) =>
        bench.QueryAsync(db => db.Periods.AsNoTracking().SingleAsync(stored => stored.Id == period.Id));

    public static Task<List<PeriodChange>> ChangesAsync(this AdministrationBench bench) =>
        bench.QueryAsync(db => db.PeriodChanges.AsNoTracking().OrderBy(change => change.Id).ToListAsync());

    public static Task<List<AuditEntry>> TrailAsync(this AdministrationBench bench) =>
        bench.QueryAsync(db => db.AuditEntries.AsNoTracking().OrderBy(entry => entry.Id).ToListAsync());

    /// <summary>Everything a refused change must leave as it was.</summary>
    public static async Task<string> PrintAsync(this AdministrationBench bench)
    {
        List<object> rows =
        [
            .. await bench.QueryAsync(db => db.Periods.AsNoTracking().OrderBy(period => period.Id).ToListAsync()),
            .. await bench.QueryAsync(db => db.Assessments.AsNoTracking().OrderBy(sheet => sheet.Id).ToListAsync()),
            .. await bench.QueryAsync(db => db.StoredScores.AsNoTracking().OrderBy(score => score.AssessmentId).ToListAsync()),
            .. await bench.ChangesAsync(),
            .. await bench.TrailAsync(),
        ];
        return string.Join('\n', rows.Select(row => System.Text.Json.JsonSerializer.Serialize(row, row.GetType())));
    }
}
