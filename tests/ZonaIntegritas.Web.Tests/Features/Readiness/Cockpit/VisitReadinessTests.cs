using Microsoft.EntityFrameworkCore;
using Xunit;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Readiness;
using ZonaIntegritas.Web.Features.Readiness.Cockpit;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Tests.Features.Readiness.Cockpit;

/// <summary>"Berubah sejak kunjungan terakhir": what a visit is, what counts as news, and whose news it is.</summary>
public sealed class VisitReadinessTests
{
    private static readonly TimeSpan Week = TimeSpan.FromDays(8);

    [Fact]
    public async Task The_first_visit_has_nothing_to_compare_with()
    {
        using var world = await ReadinessWorld.CreateAsync(set: AnswerSets.Best);
        var head = await world.Database.AddUserAsync(Role.Pimpinan);

        Assert.True((await world.VisitFor(head).ExecuteAsync(default)).IsFirst);
        world.Database.Clock.Advance(TimeSpan.FromMinutes(29));
        Assert.True((await world.VisitFor(head).ExecuteAsync(default)).IsFirst);
    }

    [Fact]
    public async Task A_reload_within_half_an_hour_keeps_the_news()
    {
        using var world = await ReadinessWorld.CreateAsync(set: AnswerSets.Best);
        var head = await world.Database.AddUserAsync(Role.Pimpinan);
        await world.VisitFor(head).ExecuteAsync(default);
        world.Database.Clock.Advance(Week);

        var first = await world.VisitFor(head).ExecuteAsync(default);
        world.Database.Clock.Advance(TimeSpan.FromMinutes(20));
        var reload = await world.VisitFor(head).ExecuteAsync(default);
        world.Database.Clock.Advance(TimeSpan.FromHours(1));
        var later = await world.VisitFor(head).ExecuteAsync(default);

        Assert.Equal("10 Oktober 2026 07.00 WIB", first.Since);
        Assert.Equal(first.Since, reload.Since);
        Assert.Equal("18 Oktober 2026 07.20 WIB", later.Since);
    }

    [Fact]
    public async Task A_fallen_limit_a_moved_sheet_and_a_changed_score_are_news()
    {
        using var world = await ReadinessWorld.CreateAsync();
        await world.ReviewAsync();
        var head = await world.Database.AddUserAsync(Role.Pimpinan);
        await world.VisitFor(head).ExecuteAsync(default);
        world.Database.Clock.Advance(Week);
        await AnswerSets.ReplaceAsync(world.Database, world.Sheet, AnswerSets.JustBelow);
        await world.Database.ReturnAsync(world.Sheet, head, "A.I.1.i.a", "Lampirkan SK tahun ini.");

        var news = await world.VisitFor(head).ExecuteAsync(default);

        var alert = Assert.Single(news.Alerts);
        Assert.Equal((GateCrossing.Fell, false, "IPAK turun di bawah batas WBK: 15,71 dari minimal 15,75 (Penilaian mandiri), 18 Oktober 2026"), (alert.Crossing, alert.Cleared, alert.Text));
        Assert.Equal(("DPMPTSP", "Evaluasi TPI", "Perbaikan"), Assert.Single(news.Moves.Select(move => (move.Unit, move.From, move.To))));
        Assert.Equal(("98,67", "96,87", "−1,79"), Assert.Single(news.Scores.Select(score => (score.Before, score.Now, score.Change))));
        Assert.Equal(alert.Text, Assert.Single((await world.QueriesFor(head).ListAsync(new(), default)).Alerts).Text);
    }

    [Fact]
    public async Task What_is_mended_is_said_once_and_leaves_the_open_alerts()
    {
        using var world = await ReadinessWorld.CreateAsync(set: AnswerSets.Best);
        var head = await world.Database.AddUserAsync(Role.Pimpinan);
        await AnswerSets.ReplaceAsync(world.Database, world.Sheet, AnswerSets.JustBelow);
        await world.VisitFor(head).ExecuteAsync(default);
        world.Database.Clock.Advance(Week);
        await AnswerSets.ReplaceAsync(world.Database, world.Sheet, AnswerSets.Best);

        var news = await world.VisitFor(head).ExecuteAsync(default);

        Assert.Equal("IPAK kembali memenuhi batas WBK, 18 Oktober 2026", Assert.Single(news.Alerts).Text);
        Assert.Empty((await world.QueriesFor(head).ListAsync(new(), default)).Alerts);
        world.Database.Clock.Advance(Week);
        Assert.True((await world.VisitFor(head).ExecuteAsync(default)).IsQuiet);
    }

    [Fact]
    public async Task TPIs_news_reach_the_instansi_and_not_the_units_own_people_before_the_LHE()
    {
        using var world = await ReadinessWorld.CreateAsync();
        await world.ReviewAsync();
        var head = await world.Database.AddUserAsync(Role.Pimpinan);
        await world.VisitFor(head).ExecuteAsync(default);
        await world.VisitFor(world.Head).ExecuteAsync(default);
        world.Database.Clock.Advance(Week);
        await AnswerSets.AnswerAsync(world.Database, world.Sheet, AnswerSets.JustBelow, Layer.Tpi);

        Assert.Equal(Layer.Tpi, Assert.Single((await world.VisitFor(head).ExecuteAsync(default)).Alerts).Layer);
        Assert.True((await world.VisitFor(world.Head).ExecuteAsync(default)).IsQuiet);
        Assert.Empty((await world.QueriesFor(world.Head).LoadAsync(world.Sheet.Id, null, default)).Alerts);
        Assert.Single((await world.QueriesFor(head).LoadAsync(world.Sheet.Id, null, default)).Alerts);
    }

    [Fact]
    public async Task Nobody_reads_news_of_a_unit_that_is_not_theirs()
    {
        using var world = await ReadinessWorld.CreateAsync(set: AnswerSets.Best);
        var other = await world.AddUnitAsync("Bapenda");
        AppUser[] strangers =
        [
            await world.Database.AddUserAsync(Role.Evaluator, null, "Maya Permisalia", other.Unit),
            await world.Database.AddUserAsync(Role.Evaluator, world.Unit, "Budi Teladanto", world.Unit),
            await world.Database.AddUserAsync(Role.Pimpinan, other.Unit),
        ];
        foreach (var person in strangers)
        {
            await world.VisitFor(person).ExecuteAsync(default);
        }

        world.Database.Clock.Advance(Week);
        await AnswerSets.ReplaceAsync(world.Database, world.Sheet, AnswerSets.JustBelow);

        foreach (var person in strangers)
        {
            Assert.True((await world.VisitFor(person).ExecuteAsync(default)).IsQuiet);
        }
    }

    [Fact]
    public async Task A_closed_account_makes_no_visit()
    {
        using var world = await ReadinessWorld.CreateAsync();
        await world.Database.CloseAccountAsync(world.Head);

        await Assert.ThrowsAsync<ForbiddenException>(() => world.VisitFor(world.Head).ExecuteAsync(default));

        await using var db = world.Database.CreateDbContext();
        Assert.False(await db.PageVisits.AnyAsync());
    }

    [Fact]
    public async Task Each_list_of_news_is_short()
    {
        using var world = await ReadinessWorld.CreateAsync(set: AnswerSets.Best);
        var head = await world.Database.AddUserAsync(Role.Pimpinan);
        await world.VisitFor(head).ExecuteAsync(default);
        world.Database.Clock.Advance(Week);
        await AnswerSets.ReplaceAsync(world.Database, world.Sheet, AnswerSets.Poor);
        await world.AddUnitAsync("Bapenda", AnswerSets.Best);

        var news = await world.VisitFor(head).ExecuteAsync(default);

        Assert.Equal(CockpitNews.Most, news.Alerts.Count);
        Assert.All(news.Alerts, alert => Assert.Equal(GateCrossing.Fell, alert.Crossing));
    }
}
