using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Xunit;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.WorkUnits;
using ZonaIntegritas.Web.Features.BackgroundWork;
using ZonaIntegritas.Web.Features.Reporting;
using ZonaIntegritas.Web.Features.Reporting.Schedule;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Tests.Features.Reporting;

public sealed class ReportRequestsTests
{
    [Fact]
    public async Task Sheets_with_something_to_tell_get_one_report_per_layer_and_day()
    {
        using var database = await TestDatabase.CreateAsync();
        var period = await database.AddPeriodAsync();
        var old = await database.AddPeriodAsync(2025);
        var unit = await database.AddUnitAsync();
        var coordinator = await database.AddUserAsync(Role.Koordinator, unit);
        var submitted = await database.AddSheetAsync(unit, period);
        await database.SubmitAsync(submitted, coordinator);
        await database.AnswerAsync(submitted, Layer.Tpi, 5);
        var draft = await database.AddSheetAsync(await database.AddUnitAsync("Dinas Kesehatan"), period);
        await database.AnswerAsync(draft, questions: 1);
        await database.AddSheetAsync(await database.AddUnitAsync("Dinas Sosial"), period);
        await database.AnswerAsync(await database.AddSheetAsync(unit, old));
        ReportBench first = new(database), second = new(database);

        await Task.WhenAll(first.Request.ExecuteAsync(default), second.Request.ExecuteAsync(default));
        await second.Request.ExecuteAsync(default);

        var rows = await first.RowsAsync();
        Assert.Equal(
            [(draft.Id, Layer.Unit), (submitted.Id, Layer.Tpi), (submitted.Id, Layer.Unit)],
            rows.Select(row => (row.AssessmentId, row.Layer)).OrderBy(row => row.AssessmentId != draft.Id).ThenBy(row => row.Layer.ToString()));
        Assert.All(rows, row => Assert.Equal(new DateOnly(2026, 10, 10), row.Day));
        // And the recap behind them.
        Assert.Equal(4, first.Dispatcher.Reports.Count + second.Dispatcher.Reports.Count);
    }

    [Fact]
    public async Task A_run_that_was_missed_is_caught_up_under_its_own_day_and_a_later_month_is_a_new_version()
    {
        using var database = await TestDatabase.CreateAsync();
        var (sheet, _) = await PrepareAsync(database);
        ReportBench bench = new(database);
        // Half of it was written before the program was killed: without the recap the run is not whole.
        await bench.Request.ExecuteAsync(default);
        await using (var db = database.CreateDbContext())
        {
            await db.ReportRequests.Where(row => row.Kind == PaperKind.Recap).ExecuteDeleteAsync();
        }

        database.Clock.Advance(TimeSpan.FromDays(3));
        await new ReportBench(database).Request.ExecuteAsync(default);
        await new ReportBench(database).Request.ExecuteAsync(default);
        Assert.Equal([$"Scheduled:2026-10-01:{sheet.Id}:Unit"], (await bench.RowsAsync()).Select(row => row.Key));

        database.Clock.Advance(TimeSpan.FromDays(30));
        await bench.Request.ExecuteAsync(default);
        Assert.Equal([(1, new DateOnly(2026, 10, 10)), (2, new(2026, 11, 12))], (await bench.RowsAsync()).Select(row => (row.Version, row.Day)));
    }

    [Theory]
    [InlineData("0 5 1 * *", "2026-10-31T22:00:00Z", "2026-11-01")]
    [InlineData("0 5 1 * *", "2026-10-31T21:59:59Z", "2026-10-01")]
    [InlineData("0 5 * * 1", "2026-11-24T00:00:00Z", "2026-11-23")]
    [InlineData("0 5 29 2 *", "2026-11-24T00:00:00Z", null)]
    public void The_slot_is_the_latest_day_in_WIB_on_which_the_schedule_was_due(string cron, string now, string? slot) =>
        Assert.Equal(slot, ReportSlot.Latest(cron, DateTimeOffset.Parse(now, CultureInfo.InvariantCulture))?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    [Fact]
    public async Task When_the_last_report_is_made_everybody_concerned_gets_one_mail_with_a_link_and_nothing_attached()
    {
        using var database = await TestDatabase.CreateAsync();
        var (sheet, coordinator) = await PrepareAsync(database);
        var unit = await UnitOfAsync(database, sheet);
        var head = await database.AddUserAsync(Role.Pimpinan);
        var unitHead = await database.AddUserAsync(Role.Pimpinan, unit);
        await database.AddUserAsync(Role.Evaluator, null, "E", unit);
        await database.AddUserAsync(Role.Koordinator, await database.AddUnitAsync("Dinas Sosial"));
        await database.CloseAccountAsync(await database.AddUserAsync(Role.Administrator));
        ReportBench bench = new(database);
        await bench.Request.ExecuteAsync(default);
        var first = bench.Dispatcher.Reports.First().Id;
        await bench.Make.ExecuteAsync(first, default);
        Assert.Equal([first], bench.Dispatcher.Finished);
        await bench.Mails().ExecuteAsync(first, default);
        Assert.Empty(bench.Dispatcher.Mails);

        await bench.WorkAsync();
        await Task.WhenAll(bench.Dispatcher.Finished.Select(id => Task.Run(() => new ReportBench(database).Mails().ExecuteAsync(id, default))));

        await using var db = database.CreateDbContext();
        var mails = await db.MailDeliveries.ToListAsync();
        Assert.Equal(
            new[] { coordinator.Id, head.Id, unitHead.Id }.Order(), mails.Select(mail => mail.RecipientId).Order());
        Assert.All(mails, mail => Assert.Contains("/laporan", mail.Text, StringComparison.Ordinal));
        Assert.All(mails, mail => Assert.DoesNotContain("DPMPTSP", mail.Text + mail.Html + mail.Subject, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_issue_is_a_version_and_only_those_who_may_read_get_one()
    {
        using var database = await TestDatabase.CreateAsync();
        var (sheet, coordinator) = await PrepareAsync(database);
        var stranger = await database.AddUserAsync(Role.Koordinator, await database.AddUnitAsync("Dinas Sosial"));
        var head = await database.AddUserAsync(Role.Pimpinan);
        ReportBench bench = new(database);
        PaperSubject own = new(PaperKind.Progress, sheet.Id, null, Layer.Unit), recap = new(PaperKind.Recap, null, sheet.PeriodId, Layer.Unit);

        await bench.Issue(coordinator).ExecuteAsync(own, "", default);
        await bench.Issue(coordinator).ExecuteAsync(own, "", default);
        var overall = await bench.Issue(head).ExecuteAsync(recap, "", default);

        Assert.Equal([(1, WorkState.Done), (2, WorkState.Done)], (await bench.RowsAsync()).Select(row => (row.Version, row.State)).Order());
        Assert.NotNull(await bench.Queries(head).FindFileAsync(overall, default));
        Assert.Null(await bench.Queries(coordinator).FindFileAsync(overall, default));
        var issue = bench.Issue(coordinator);
        await Assert.ThrowsAsync<ForbiddenException>(() => bench.Issue(stranger).ExecuteAsync(own, "", default));
        await Assert.ThrowsAsync<ForbiddenException>(() => issue.ExecuteAsync(recap, "", default));
        await Assert.ThrowsAsync<ForbiddenException>(() => issue.ExecuteAsync(own with { Layer = Layer.Tpi }, "", default));
        await Assert.ThrowsAsync<ForbiddenException>(() => issue.ExecuteAsync(own with { Kind = PaperKind.Minutes }, "", default));
        await Assert.ThrowsAsync<ForbiddenException>(() => bench.Issue(head).ExecuteAsync(own with { Kind = PaperKind.Lhe }, "", default));
        await Assert.ThrowsAsync<ForbiddenException>(() => bench.Issue(head).ExecuteAsync(own with { AssessmentId = Guid.CreateVersion7() }, "", default));
        var made = (await bench.RowsAsync())[0].Id;
        await Assert.ThrowsAsync<ForbiddenException>(() => bench.AskAgain(stranger).ExecuteAsync(made, default));
        await database.CloseAccountAsync(coordinator);
        await Assert.ThrowsAsync<ForbiddenException>(() => bench.Issue(coordinator).ExecuteAsync(own, "", default));
        Assert.Equal(2, (await bench.RowsAsync()).Count);
    }

    [Fact]
    public async Task Reports_are_listed_and_served_only_to_those_who_may_see_the_unit()
    {
        using var database = await TestDatabase.CreateAsync();
        var period = await database.AddPeriodAsync();
        var own = await database.AddUnitAsync();
        var other = await database.AddUnitAsync("Dinas Sosial");
        foreach (var unit in (WorkUnit[])[own, other])
        {
            await database.AnswerAsync(await database.AddSheetAsync(unit, period), questions: 1);
        }

        ReportBench bench = new(database);
        await bench.RequestAsync();
        await bench.WorkAsync();
        (AppUser Who, string Sees)[] table =
        [
            (await database.AddUserAsync(Role.Administrator), "DPMPTSP, Dinas Sosial"),
            (await database.AddUserAsync(Role.Pimpinan), "DPMPTSP, Dinas Sosial"),
            (await database.AddUserAsync(Role.Pimpinan, own), "DPMPTSP"),
            (await database.AddUserAsync(Role.Koordinator, other), "Dinas Sosial"),
            (await database.AddUserAsync(Role.Evaluator, null, "E", other), "Dinas Sosial"),
            (await database.AddUserAsync(Role.Evaluator, own, "E", own, other), "Dinas Sosial"),
            (await database.AddUserAsync(Role.Evaluator), ""),
        ];

        foreach (var (who, sees) in table)
        {
            var page = await bench.Queries(who).ListAsync(new(PaperKind.Progress), default);
            Assert.Equal(sees, string.Join(", ", page.Rows.Select(row => row.Unit)));
            Assert.Equal(page.Rows.Count, page.Total);
            List<ReportFile> files = [];
            foreach (var row in await bench.RowsAsync())
            {
                files.AddRange(await bench.Queries(who).FindFileAsync(row.Id, default) is { } file ? [file] : []);
            }

            Assert.Equal(sees, string.Join(", ", files.Select(file => file.Unit!).Order(StringComparer.Ordinal)));
        }

        var second = await bench.Queries(table[0].Who).ListAsync(new(PaperKind.Progress, Page: 1, Size: 1), default);
        Assert.Equal((2, "Dinas Sosial", WorkState.Done), (second.Total, second.Rows.Single().Unit, second.Rows.Single().State));
    }

    [Fact]
    public async Task Closed_account_sees_no_reports()
    {
        using var database = await TestDatabase.CreateAsync();
        var (_, coordinator) = await PrepareAsync(database);
        await database.CloseAccountAsync(coordinator);

        await Assert.ThrowsAsync<ForbiddenException>(() => new ReportBench(database).Queries(coordinator).ListAsync(new(PaperKind.Progress), default));
    }

    private static async Task<WorkUnit> UnitOfAsync(TestDatabase database, Assessment sheet)
    {
        await using var db = database.CreateDbContext();
        return await db.WorkUnits.SingleAsync(unit => unit.Id == sheet.UnitId);
    }

    internal static async Task<(Assessment Sheet, AppUser Coordinator)> PrepareAsync(TestDatabase database)
    {
        var unit = await database.AddUnitAsync();
        var sheet = await database.AddSheetAsync(unit, await database.AddPeriodAsync());
        await database.AnswerAsync(sheet, questions: 1);
        return (sheet, await database.AddUserAsync(Role.Koordinator, unit));
    }
}
