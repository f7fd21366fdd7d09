using Xunit;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Web.Features.BackgroundWork;
using ZonaIntegritas.Web.Features.Reporting;
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
        Assert.Equal(3, first.Dispatcher.Reports.Count + second.Dispatcher.Reports.Count);
    }

    [Fact]
    public async Task Asking_now_gives_one_report_a_day_per_layer_to_whoever_may_see_the_unit()
    {
        using var database = await TestDatabase.CreateAsync();
        var (sheet, coordinator) = await PrepareAsync(database);
        var stranger = await database.AddUserAsync(Role.Koordinator, await database.AddUnitAsync("Dinas Sosial"));
        ReportBench bench = new(database);

        var first = await bench.Now(coordinator).ExecuteAsync(sheet.Id, Layer.Unit, default);
        var again = await bench.Now(coordinator).ExecuteAsync(sheet.Id, Layer.Unit, default);
        var tpi = await bench.Now(coordinator).ExecuteAsync(sheet.Id, Layer.Tpi, default);

        Assert.Equal(first, again);
        Assert.NotEqual(first, tpi);
        Assert.Equal([first, tpi], bench.Dispatcher.Reports.Select(report => report.Id));
        await Assert.ThrowsAsync<ForbiddenException>(() => bench.Now(stranger).ExecuteAsync(sheet.Id, Layer.Unit, default));
        await Assert.ThrowsAsync<ForbiddenException>(() => bench.Now(coordinator).ExecuteAsync(Guid.CreateVersion7(), Layer.Unit, default));
        database.Clock.Advance(TimeSpan.FromDays(1));
        Assert.NotEqual(first, await bench.Now(coordinator).ExecuteAsync(sheet.Id, Layer.Unit, default));
    }

    [Fact]
    public async Task Reports_are_listed_and_served_only_to_those_who_may_see_the_unit()
    {
        using var database = await TestDatabase.CreateAsync();
        var period = await database.AddPeriodAsync();
        var own = await database.AddUnitAsync();
        var other = await database.AddUnitAsync("Dinas Sosial");
        foreach (var unit in (Domain.WorkUnits.WorkUnit[])[own, other])
        {
            await database.AnswerAsync(await database.AddSheetAsync(unit, period), questions: 1);
        }

        ReportBench bench = new(database);
        await bench.Request.ExecuteAsync(default);
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
            var page = await bench.Queries(who).ListAsync(0, 10, default);
            Assert.Equal(sees, string.Join(", ", page.Rows.Select(row => row.Unit)));
            Assert.Equal(page.Rows.Count, page.Total);
            List<ReportFile> files = [];
            foreach (var row in await bench.RowsAsync())
            {
                files.AddRange(await bench.Queries(who).FindFileAsync(row.Id, default) is { } file ? [file] : []);
            }

            Assert.Equal(sees, string.Join(", ", files.Select(file => file.Unit).Order(StringComparer.Ordinal)));
        }

        var second = await bench.Queries(table[0].Who).ListAsync(1, 1, default);
        Assert.Equal((2, "Dinas Sosial", WorkState.Done), (second.Total, second.Rows.Single().Unit, second.Rows.Single().State));
    }

    [Fact]
    public async Task Closed_account_sees_no_reports()
    {
        using var database = await TestDatabase.CreateAsync();
        var (_, coordinator) = await PrepareAsync(database);
        await database.CloseAccountAsync(coordinator);

        await Assert.ThrowsAsync<ForbiddenException>(() => new ReportBench(database).Queries(coordinator).ListAsync(0, 10, default));
    }

    internal static async Task<(Assessment Sheet, AppUser Coordinator)> PrepareAsync(TestDatabase database)
    {
        var unit = await database.AddUnitAsync();
        var sheet = await database.AddSheetAsync(unit, await database.AddPeriodAsync());
        await database.AnswerAsync(sheet, questions: 1);
        return (sheet, await database.AddUserAsync(Role.Koordinator, unit));
    }
}
