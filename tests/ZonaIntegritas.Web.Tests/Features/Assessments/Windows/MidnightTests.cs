using Microsoft.EntityFrameworkCore;
using Xunit;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Scoring;
using ZonaIntegritas.Web.Tests.Features.Evidence.Library;

namespace ZonaIntegritas.Web.Tests.Features.Assessments.Windows;

/// <summary>
/// Each window at the minute of midnight, in each zone. Filling in: 5 January to 17 October; repairs: to 20 November;
/// evaluation: 1 March to 30 November 2026. Midnight at the end of a day is 17.00 UTC for WIB, 16.00 for WITA and
/// 15.00 for WIT of that same day.
/// </summary>
public sealed class MidnightTests
{
    [Theory]
    [InlineData(IndonesianZone.WIB, "2026-01-04T16:59:59Z", "belum")]
    [InlineData(IndonesianZone.WIB, "2026-01-04T17:00:00Z", null)]
    [InlineData(IndonesianZone.WIB, "2026-10-17T16:59:59Z", null)]
    [InlineData(IndonesianZone.WIB, "2026-10-17T17:00:00Z", "17 Oktober 2026 pukul 24.00 WIB")]
    [InlineData(IndonesianZone.WITA, "2026-01-04T15:59:59Z", "belum")]
    [InlineData(IndonesianZone.WITA, "2026-01-04T16:00:00Z", null)]
    [InlineData(IndonesianZone.WITA, "2026-10-17T15:59:59Z", null)]
    [InlineData(IndonesianZone.WITA, "2026-10-17T16:00:00Z", "17 Oktober 2026 pukul 24.00 WITA")]
    [InlineData(IndonesianZone.WIT, "2026-01-04T14:59:59Z", "belum")]
    [InlineData(IndonesianZone.WIT, "2026-01-04T15:00:00Z", null)]
    [InlineData(IndonesianZone.WIT, "2026-10-17T14:59:59Z", null)]
    [InlineData(IndonesianZone.WIT, "2026-10-17T15:00:00Z", "17 Oktober 2026 pukul 24.00 WIT")]
    public async Task Filling_in(IndonesianZone zone, string moment, string? closed)
    {
        using var scene = await SceneAsync(zone);
        scene.Database.Clock.SetUtcNow(At(moment));

        var save = await scene.Save().ExecuteAsync(scene.Answering(Scene.YesNo, new ChoiceAnswer("Ya")), default);

        Expect(save.Problem, "assessment.outside-filling", closed, $"baru dimulai 5 Januari 2026 pukul 00.00 {zone}");
        Assert.Equal(closed is null, await scene.AnswerAsync(Scene.YesNo) is not null);
    }

    [Theory]
    [InlineData(IndonesianZone.WIB, "2026-11-20T16:59:59Z", null)]
    [InlineData(IndonesianZone.WIB, "2026-11-20T17:00:00Z", "20 November 2026 pukul 24.00 WIB")]
    [InlineData(IndonesianZone.WITA, "2026-11-20T15:59:59Z", null)]
    [InlineData(IndonesianZone.WITA, "2026-11-20T16:00:00Z", "20 November 2026 pukul 24.00 WITA")]
    [InlineData(IndonesianZone.WIT, "2026-11-20T14:59:59Z", null)]
    [InlineData(IndonesianZone.WIT, "2026-11-20T15:00:00Z", "20 November 2026 pukul 24.00 WIT")]
    public async Task Repairing(IndonesianZone zone, string moment, string? closed)
    {
        using var scene = await SceneAsync(zone, new(2026, 10, 10, 0, 0, 0, TimeSpan.Zero));
        await scene.MoveToAsync(AssessmentStatus.InRepair);
        scene.Database.Clock.SetUtcNow(At(moment));
        var before = await scene.AnswerAsync(Scene.YesNo);

        var save = await scene.Save().ExecuteAsync(scene.Answering(Scene.YesNo, new ChoiceAnswer("Tidak"), seen: 1), default);
        var send = await scene.Repair().ExecuteAsync(new(scene.Sheet.Id, Scene.YesNo, "Sudah."), default);

        Expect(save.Problem, "assessment.outside-repair", closed);
        Expect(send.Problem, "assessment.outside-repair", closed);
        Assert.Equal(closed is null ? 2 : before!.Version, (await scene.AnswerAsync(Scene.YesNo))!.Version);
    }

    [Theory]
    [InlineData(IndonesianZone.WIB, "2026-02-28T16:59:59Z", "belum")]
    [InlineData(IndonesianZone.WIB, "2026-02-28T17:00:00Z", null)]
    [InlineData(IndonesianZone.WIB, "2026-11-30T16:59:59Z", null)]
    [InlineData(IndonesianZone.WIB, "2026-11-30T17:00:00Z", "30 November 2026 pukul 24.00 WIB")]
    [InlineData(IndonesianZone.WITA, "2026-11-30T15:59:59Z", null)]
    [InlineData(IndonesianZone.WITA, "2026-11-30T16:00:00Z", "30 November 2026 pukul 24.00 WITA")]
    [InlineData(IndonesianZone.WIT, "2026-02-28T14:59:59Z", "belum")]
    [InlineData(IndonesianZone.WIT, "2026-02-28T15:00:00Z", null)]
    [InlineData(IndonesianZone.WIT, "2026-11-30T14:59:59Z", null)]
    [InlineData(IndonesianZone.WIT, "2026-11-30T15:00:00Z", "30 November 2026 pukul 24.00 WIT")]
    public async Task Evaluating(IndonesianZone zone, string moment, string? closed)
    {
        using var scene = await SceneAsync(zone, new(2026, 2, 1, 0, 0, 0, TimeSpan.Zero));
        await scene.MoveToAsync(AssessmentStatus.Submitted);
        scene.Database.Clock.SetUtcNow(At(moment));

        var judge = await scene.Judge().ExecuteAsync(scene.Answering(Scene.YesNo, new ChoiceAnswer("Ya")), default);
        var giveBack = await scene.Return().ExecuteAsync(new(scene.Sheet.Id, Scene.Abc, "SK tidak terbaca."), default);

        Expect(judge.Problem, "assessment.outside-review", closed, $"baru dimulai 1 Maret 2026 pukul 00.00 {zone}");
        Expect(giveBack.Problem, "assessment.outside-review", closed, $"baru dimulai 1 Maret 2026 pukul 00.00 {zone}");
        Assert.Equal(closed is null, await scene.AnswerAsync(Scene.YesNo, Layer.Tpi) is not null);
    }

    /// <summary>The words name the window's days and the zone, and say what is safe.</summary>
    private static void Expect(Problem? problem, string code, string? closed, string early = "")
    {
        Assert.Equal(closed is null ? null : code, problem?.Code);
        if (problem is not null)
        {
            Assert.Contains(closed == "belum" ? early : $"sampai {closed} dan sudah berakhir", problem.Message, StringComparison.Ordinal);
            Assert.Contains("Yang sudah tersimpan tetap aman", problem.Message, StringComparison.Ordinal);
        }
    }

    private static async Task<Scene> SceneAsync(IndonesianZone zone, DateTimeOffset? now = null)
    {
        var scene = await Scene.CreateAsync(zone, now ?? new(2026, 1, 4, 0, 0, 0, TimeSpan.Zero));
        await scene.ChangeAsync(async db => (await db.Periods.SingleAsync()).MoveWindows(
            new(new(2026, 1, 5), new(2026, 10, 17), new(2026, 3, 1), new(2026, 11, 30), new(2026, 11, 20))));
        return scene;
    }

    private static DateTimeOffset At(string moment) => DateTimeOffset.Parse(moment, System.Globalization.CultureInfo.InvariantCulture);
}
