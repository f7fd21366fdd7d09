using Microsoft.EntityFrameworkCore;
using Xunit;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Auditing;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Scoring;
using ZonaIntegritas.Web.Features.Administration.Periods;

namespace ZonaIntegritas.Web.Tests.Features.Administration.Periods;

public sealed class ClosePeriodTests
{
    [Fact]
    public async Task A_period_is_closed_once_with_who_when_and_why()
    {
        using var bench = await AdministrationBench.CreateAsync();
        var period = await bench.Database.AddPeriodAsync();
        await bench.Database.AddSheetAsync(await bench.Database.AddUnitAsync(), period);

        Assert.Null((await bench.CloseAsync(period, 1)).Problem);

        var stored = await bench.StoredAsync(period);
        Assert.Equal((bench.Database.Clock.GetUtcNow(), bench.Administrator.Id), (stored.ClosedAt, stored.ClosedBy));
        var change = Assert.Single(await bench.ChangesAsync());
        Assert.Equal(
            (PeriodChangeKind.Closed, "Terbuka, 1 lembar, 1 belum selesai", "Ditutup", "LHE terakhir sudah terbit."),
            (change.Kind, change.Before, change.After, change.Reason));
        Assert.Equal(AuditAction.PeriodClosed, Assert.Single(await bench.TrailAsync()).Action);
        Assert.Equal("period.closed", (await bench.CloseAsync(period, 1)).Problem?.Code);
        Assert.Equal("admin.gone", (await bench.As<ClosePeriod>().ExecuteAsync(new(Guid.CreateVersion7(), 0, "x"), default)).Problem?.Code);
    }

    [Theory]
    [InlineData(0, "Alasan.", "period.stale-unfinished")]
    [InlineData(1, " ", "period.reason-missing")]
    public async Task Whoever_confirmed_something_else_or_gives_no_reason_closes_nothing(int seen, string reason, string code)
    {
        using var bench = await AdministrationBench.CreateAsync();
        var period = await bench.Database.AddPeriodAsync();
        await bench.Database.AddSheetAsync(await bench.Database.AddUnitAsync(), period);
        var before = await bench.PrintAsync();

        Assert.Equal(code, (await bench.CloseAsync(period, seen, reason)).Problem?.Code);

        Assert.Equal(before, await bench.PrintAsync());
    }

    [Fact]
    public async Task A_closed_period_takes_no_more_sheets()
    {
        using var bench = await AdministrationBench.CreateAsync();
        var period = await bench.Database.AddPeriodAsync();
        var unit = await bench.Database.AddUnitAsync();
        Assert.Null((await bench.CloseAsync(period)).Problem);
        var before = await bench.PrintAsync();

        Assert.Equal("period.closed", (await bench.As<AddSheets>().ExecuteAsync(period.Id, [new(unit.Id, "WBK")], default)).Problem?.Code);
        Assert.Equal(before, await bench.PrintAsync());
    }

    /// <summary>Whatever the unit and TPI could still do on an open day is refused, and the words name the year.</summary>
    [Fact]
    public async Task Nobody_answers_proves_submits_returns_or_judges_in_a_closed_period()
    {
        using var scene = await Scene.CreateAsync();
        await scene.Database.AnswerAsync(scene.Sheet, by: scene.Coordinator);
        var link = await scene.AddEvidenceAsync();
        await CloseAsync(scene);

        await RefusedAsync(scene, "period.closed", async () => (await scene.Save().ExecuteAsync(scene.Answering(Scene.Abc, new ChoiceAnswer("B"), seen: 1), default)).Problem);
        await RefusedAsync(scene, "period.closed", async () => (await scene.Submit().ExecuteAsync(scene.Sheet.Id, default)).Problem);
        await RefusedAsync(scene, "period.closed", async () => (await scene.UploadAsync(SmallFiles.Jpeg, "foto.jpg", Scene.Abc)).Problem);
        await RefusedAsync(scene, "period.closed", async () => (await scene.Point().ExecuteAsync(new(link.LinkId, 3, "", ""), default)).Problem);
        await RefusedAsync(scene, "period.closed", async () => (await scene.Detach().ExecuteAsync(link.LinkId, default)).Problem);
    }

    [Theory]
    [InlineData(AssessmentStatus.Submitted)]
    [InlineData(AssessmentStatus.InReview)]
    [InlineData(AssessmentStatus.InRepair)]
    public async Task TPI_judges_and_returns_nothing_in_a_closed_period_and_nothing_is_repaired(AssessmentStatus status)
    {
        using var scene = await Scene.CreateAsync();
        await scene.MoveToAsync(status);
        await CloseAsync(scene);

        await RefusedAsync(scene, "period.closed", async () => (await scene.Judge().ExecuteAsync(scene.Answering(Scene.Abc, new ChoiceAnswer("A")), default)).Problem);
        await RefusedAsync(scene, "period.closed", async () => (await scene.Return().ExecuteAsync(new(scene.Sheet.Id, Scene.Abc, "Alasan."), default)).Problem);
        await RefusedAsync(scene, "period.closed", async () => (await scene.Conclude().ExecuteAsync(scene.Sheet.Id, default)).Problem);
        if (status == AssessmentStatus.InRepair)
        {
            await RefusedAsync(scene, "period.closed", async () => (await scene.Repair().ExecuteAsync(new(scene.Sheet.Id, Scene.YesNo, "Sudah."), default)).Problem);
            await RefusedAsync(scene, "period.closed", async () => (await scene.TakeBack().ExecuteAsync(scene.Sheet.Id, Scene.YesNo, default)).Problem);
        }
    }

    private static async Task CloseAsync(Scene scene)
    {
        await using var db = scene.Database.CreateDbContext();
        Assert.True((await db.Periods.SingleAsync()).Close(scene.Coordinator.Id, scene.Database.Clock.GetUtcNow()).Succeeded);
        await db.SaveChangesAsync();
    }

    private static async Task RefusedAsync(Scene scene, string code, Func<Task<Problem?>> attempt)
    {
        var before = await scene.PrintAsync();
        var refused = await attempt();
        Assert.Equal(code, refused?.Code);
        Assert.Contains("2026 sudah ditutup", refused!.Message, StringComparison.Ordinal);
        Assert.Equal(before, await scene.PrintAsync());
    }
}
