using Xunit;
using ZonaIntegritas.Domain.Instruments;
using ZonaIntegritas.Web.Features.Administration.Instruments;

namespace ZonaIntegritas.Web.Tests.Features.Administration.Instruments;

public sealed class InstrumentQueriesTests
{
    [Fact]
    public async Task Versions_are_listed_with_what_uses_them_and_what_came_before()
    {
        using var bench = await AdministrationBench.CreateAsync();
        var period = await bench.Database.AddPeriodAsync();
        await bench.Database.AddSheetAsync(await bench.Database.AddUnitAsync(), period);
        var second = await bench.LoadAsync();
        var other = await bench.LoadAsync(InstrumentFiles.Next("1").Set("id", "lain").Bytes);

        var page = await bench.As<InstrumentQueries>().PageAsync(1, default);

        Assert.Equal(3, page.Total);
        var first = page.Rows.Single(row => row.Loaded.Id == period.InstrumentVersionId);
        Assert.Equal((1, 1, null), (first.Periods, first.Sheets, first.Previous));
        Assert.Equal((0, 0, (Guid?)first.Loaded.Id), page.Rows.Where(row => row.Loaded.Id == second.Id).Select(row => (row.Periods, row.Sheets, row.Previous)).Single());
        Assert.Null(page.Rows.Single(row => row.Loaded.Id == other.Id).Previous);
        Assert.Equal(first.Loaded.Id, await bench.As<InstrumentQueries>().PreviousAsync(second.Id, default));
    }

    [Fact]
    public async Task The_list_pages_in_the_database()
    {
        using var bench = await AdministrationBench.CreateAsync();
        for (var version = 2; version <= InstrumentQueries.PageSize + 1; version++)
        {
            await bench.LoadAsync(InstrumentFiles.Next(version.ToString(System.Globalization.CultureInfo.InvariantCulture)).Bytes);
        }

        Assert.Equal(InstrumentQueries.PageSize, (await bench.As<InstrumentQueries>().PageAsync(1, default)).Rows.Count);
        Assert.Single((await bench.As<InstrumentQueries>().PageAsync(2, default)).Rows);
    }

    [Fact]
    public async Task Two_versions_are_compared_and_what_is_not_loaded_is_nothing()
    {
        using var bench = await AdministrationBench.CreateAsync();
        var first = Assert.Single(await bench.As<InstrumentQueries>().VersionsAsync(default));
        var second = await bench.LoadAsync();

        var comparison = (await bench.As<InstrumentQueries>().CompareAsync(first.Id, second.Id, default))!;

        Assert.Equal(("1", "2"), (comparison.Before.Title.Version, comparison.After.Title.Version));
        Assert.Contains(comparison.Questions, question => question is { Kind: ChangeKind.Removed, Code: Scene.Abc });
        Assert.True((await bench.As<InstrumentQueries>().CompareAsync(first.Id, first.Id, default))!.IsEmpty);
        Assert.Null(await bench.As<InstrumentQueries>().CompareAsync(first.Id, Guid.CreateVersion7(), default));
        Assert.Null(await bench.As<InstrumentQueries>().DownloadAsync(Guid.CreateVersion7(), default));
        Assert.Null(await bench.As<InstrumentQueries>().VersionAsync(Guid.CreateVersion7(), default));
    }
}
