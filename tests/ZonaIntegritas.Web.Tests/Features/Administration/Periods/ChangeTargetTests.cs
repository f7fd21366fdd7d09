using Microsoft.EntityFrameworkCore;
using Xunit;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Auditing;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.WorkUnits;
using ZonaIntegritas.Web.Features.Administration.Periods;

namespace ZonaIntegritas.Web.Tests.Features.Administration.Periods;

public sealed class ChangeTargetTests
{
    [Fact]
    public async Task The_stored_verdict_follows_in_the_same_step_and_the_change_is_kept()
    {
        using var bench = await AdministrationBench.CreateAsync();
        var (unit, sheet) = await SheetAsync(bench);
        await bench.HoldAsync(unit.Id, "WBK");
        await bench.Database.AnswerAsync(sheet);
        var before = await ScoreAsync(bench, sheet);

        Assert.Null((await AimAsync(bench, sheet, "WBBM")).Problem);

        Assert.Equal("WBBM", await TargetAsync(bench, sheet));
        // WBBM has one condition more: that WBK is held.
        var after = await ScoreAsync(bench, sheet);
        Assert.Equal((before.Total, before.TargetConditions + 1), (after.Total, after.TargetConditions));
        var change = Assert.Single(await bench.ChangesAsync());
        Assert.Equal((PeriodChangeKind.Target, "DPMPTSP: WBK", "DPMPTSP: WBBM", "Sudah memegang WBK."), (change.Kind, change.Before, change.After, change.Reason));
        var entry = Assert.Single(await bench.TrailAsync());
        Assert.Equal((AuditAction.TargetChanged, (Guid?)unit.Id, (Guid?)sheet.Id), (entry.Action, entry.UnitId, entry.AssessmentId));
    }

    [Theory]
    [InlineData("WBBM", "Alasan.", "sheet.target-not-open")]
    [InlineData("EMAS", "Alasan.", "sheet.unknown-target")]
    [InlineData("WBK", "Alasan.", "period.same-target")]
    [InlineData("WBBM", "", "period.reason-missing")]
    public async Task What_does_not_fit_is_refused_in_words(string target, string reason, string code)
    {
        using var bench = await AdministrationBench.CreateAsync();
        var (unit, sheet) = await SheetAsync(bench);
        if (reason.Length == 0)
        {
            await bench.HoldAsync(unit.Id, "WBK");
        }

        await RefusedAsync(bench, sheet, target, code, reason: reason);
    }

    [Fact]
    public async Task After_submitting_a_target_stands()
    {
        using var bench = await AdministrationBench.CreateAsync();
        var (unit, sheet) = await SheetAsync(bench);
        await bench.HoldAsync(unit.Id, "WBK");
        await bench.Database.SubmitAsync(sheet, await bench.Database.AddUserAsync(Role.Koordinator, unit));

        await RefusedAsync(bench, sheet, "WBBM", "assessment.target-fixed");
    }

    [Fact]
    public async Task A_closed_period_keeps_its_targets()
    {
        using var bench = await AdministrationBench.CreateAsync();
        var (unit, sheet) = await SheetAsync(bench);
        await bench.HoldAsync(unit.Id, "WBK");
        Assert.Null((await bench.CloseAsync(await bench.QueryAsync(db => db.Periods.SingleAsync()), 1)).Problem);

        await RefusedAsync(bench, sheet, "WBBM", "period.closed");
    }

    [Fact]
    public async Task An_overtaken_list_and_a_sheet_that_is_gone_are_told_so()
    {
        using var bench = await AdministrationBench.CreateAsync();
        var (unit, sheet) = await SheetAsync(bench);
        await bench.HoldAsync(unit.Id, "WBK");
        Assert.Null((await AimAsync(bench, sheet, "WBBM")).Problem);

        await RefusedAsync(bench, sheet, "WBBM", "period.stale-target");
        Assert.Equal("admin.gone", (await bench.As<ChangeTarget>().ExecuteAsync(new(Guid.CreateVersion7(), "WBK", "WBBM", "x"), default)).Problem?.Code);
    }

    private static async Task RefusedAsync(AdministrationBench bench, Assessment sheet, string target, string code, string reason = "Alasan.")
    {
        var before = await bench.PrintAsync();
        Assert.Equal(code, (await AimAsync(bench, sheet, target, reason)).Problem?.Code);
        Assert.Equal(before, await bench.PrintAsync());
    }

    private static Task<Result> AimAsync(AdministrationBench bench, Assessment sheet, string target, string reason = "Sudah memegang WBK.") =>
        bench.As<ChangeTarget>().ExecuteAsync(new(sheet.Id, "WBK", target, reason), default);

    private static async Task<(WorkUnit Unit, Assessment Sheet)> SheetAsync(AdministrationBench bench)
    {
        var unit = await bench.Database.AddUnitAsync();
        return (unit, await bench.Database.AddSheetAsync(unit, await bench.Database.AddPeriodAsync()));
    }

    private static Task<StoredScore> ScoreAsync(AdministrationBench bench, Assessment sheet) =>
        bench.QueryAsync(db => db.StoredScores.AsNoTracking().SingleAsync(score => score.AssessmentId == sheet.Id && score.Layer == Layer.Unit));

    private static Task<string> TargetAsync(AdministrationBench bench, Assessment sheet) =>
        bench.QueryAsync(db => db.Assessments.Where(stored => stored.Id == sheet.Id).Select(stored => stored.Target).SingleAsync());
}
