using Bunit;
using Xunit;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Web.Features.Assessments.Worksheet;
using ZonaIntegritas.Web.Features.Proposals.Journey;

namespace ZonaIntegritas.Web.Tests.Features.Proposals.Journey;

public sealed class JourneyPageTests : PageTest
{
    [Theory]
    [InlineData(AssessmentStatus.Submitted, true)]
    [InlineData(AssessmentStatus.InReview, false)]
    [InlineData(AssessmentStatus.Draft, false)]
    public async Task The_worksheet_offers_to_take_a_submission_back_until_TPI_has_begun(AssessmentStatus status, bool offered)
    {
        using var scene = await Scene.CreateAsync();
        await scene.MoveToAsync(status);

        var page = Open<WorksheetPage>(scene, scene.Coordinator, $"/lembar-kerja/{scene.Sheet.Id}", scene.Sheet.Id);

        page.WaitForAssertion(() => Assert.Contains("Perjalanan", page.Markup, StringComparison.Ordinal));
        page.WaitForAssertion(() => Assert.Equal(offered, page.FindAll("button").Any(button => button.TextContent == "Tarik kembali")));
    }

    [Fact]
    public async Task A_refusal_stays_in_the_form_beside_what_was_typed_and_a_move_changes_the_page()
    {
        using var scene = await AfterLheScene.CreateAsync();
        var page = Open<JourneyPage>(scene.Scene, scene.Head, $"/perjalanan/{scene.Scene.Sheet.Id}", scene.Scene.Sheet.Id);
        page.WaitForElement("[data-testid=langkah] button").Click();

        page.Find("#langkah-propose-nomor").Input("000.8/9/2026");
        page.Find("section.move form").Submit();
        page.WaitForAssertion(() => Assert.Equal("Isi tanggalnya.", page.Find("section.move [role=alert]").TextContent));
        Assert.Equal("000.8/9/2026", page.Find("#langkah-propose-nomor").GetAttribute("value"));

        page.Find("#langkah-propose-tanggal").Change("2026-10-09");
        page.Find("section.move form").Submit();

        page.WaitForAssertion(() => Assert.Equal("Diusulkan ke TPN", page.Find("[data-testid=tahap]").TextContent));
        Assert.Equal("Giliran TPN", page.Find("[data-testid=giliran]").TextContent);
        Assert.Equal(AssessmentStatus.Proposed, (await scene.Scene.StoredSheetAsync()).Status);
    }

    [Fact]
    public async Task Somebody_elses_sheet_is_not_shown()
    {
        using var scene = await AfterLheScene.CreateAsync();
        var stranger = await scene.Database.AddUserAsync(Domain.Access.Role.Koordinator, await scene.Database.AddUnitAsync("Dinsos"));

        var page = Open<JourneyPage>(scene.Scene, stranger, $"/perjalanan/{scene.Scene.Sheet.Id}", scene.Scene.Sheet.Id);

        page.WaitForAssertion(() => Assert.Contains("tidak dapat dibuka", page.Markup, StringComparison.Ordinal));
        Assert.DoesNotContain("DPMPTSP", page.Markup, StringComparison.Ordinal);
    }
}
