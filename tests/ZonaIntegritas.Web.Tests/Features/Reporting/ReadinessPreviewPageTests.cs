using Bunit;
using Xunit;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Web.Features.Reporting.Preview;
using ZonaIntegritas.Web.Identity;
using ZonaIntegritas.Web.Tests.Features.Readiness;

namespace ZonaIntegritas.Web.Tests.Features.Reporting;

/// <summary>/naskah/pratinjau/kesiapan: whoever may read the figures sees the paper; everybody else the same refusal.</summary>
public sealed class ReadinessPreviewPageTests
{
    [Theory]
    [InlineData("head of the unit")]
    [InlineData("head of the instansi")]
    [InlineData("evaluator of the unit")]
    public async Task Whoever_sees_the_unit_sees_its_paper(string who)
    {
        using var world = await ReadinessWorld.CreateAsync(set: AnswerSets.Mixed);

        await using var browser = new ReadinessPageTest(world, await PersonAsync(world, who));
        var page = browser.ShowPreview(world.Sheet.Id);

        Assert.Contains("Dinas DPMPTSP", page.Find(".paper").TextContent, StringComparison.Ordinal);
        Assert.Contains("Belum terbit", page.Find(".page-head").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll(".seal"));
    }

    [Theory]
    [InlineData("head of another unit", "")]
    [InlineData("coordinator of another unit", "")]
    [InlineData("evaluator who is not assigned", "")]
    [InlineData("head of the unit", "?lapisan=tpi")]
    [InlineData("head of the unit", "?lapisan=tpn")]
    public async Task Nobody_else_does(string who, string query)
    {
        using var world = await ReadinessWorld.CreateAsync();
        await world.ReviewAsync(AnswerSets.Poor);

        await using var browser = new ReadinessPageTest(world, await PersonAsync(world, who));
        AssertRefused(browser.ShowPreview(world.Sheet.Id, query));
    }

    [Fact]
    public async Task A_closed_account_is_told_to_sign_in_again()
    {
        using var world = await ReadinessWorld.CreateAsync(set: AnswerSets.Mixed);
        await using var browser = new ReadinessPageTest(world, await PersonAsync(world, "closed account"));

        AssertRefused(browser.ShowPreview(world.Sheet.Id), "Sesi Anda sudah");
    }

    [Fact]
    public async Task A_sheet_that_is_not_there_is_refused_in_the_same_words()
    {
        using var world = await ReadinessWorld.CreateAsync();

        await using var browser = new ReadinessPageTest(world, await PersonAsync(world, "head of the instansi"));
        AssertRefused(browser.ShowPreview(Guid.CreateVersion7()));
    }

    private static void AssertRefused(IRenderedComponent<ReadinessPreviewPage> page, string? words = null)
    {
        Assert.Contains(words ?? Authorizer.NotAllowed.Message, page.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll(".paper"));
        Assert.Empty(page.FindAll("button"));
    }

    private static async Task<AppUser> PersonAsync(ReadinessWorld world, string who)
    {
        var other = await world.Database.AddUnitAsync("Dinsos");
        var person = who switch
        {
            "head of the unit" => world.Head,
            "head of the instansi" => await world.Database.AddUserAsync(Role.Pimpinan),
            "evaluator of the unit" => await world.Database.AddUserAsync(Role.Evaluator, null, "Tono", world.Unit),
            "head of another unit" => await world.Database.AddUserAsync(Role.Pimpinan, other),
            "evaluator who is not assigned" => await world.Database.AddUserAsync(Role.Evaluator, null, "Tono", other),
            "coordinator of another unit" => await world.Database.AddUserAsync(Role.Koordinator, other),
            _ => await world.Database.AddUserAsync(Role.Pimpinan),
        };
        if (who == "closed account")
        {
            await world.Database.CloseAccountAsync(person);
        }

        return person;
    }
}
