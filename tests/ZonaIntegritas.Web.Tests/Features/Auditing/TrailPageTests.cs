using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Web.Features.Auditing;

namespace ZonaIntegritas.Web.Tests.Features.Auditing;

public sealed class TrailPageTests : PageTest
{
    [Fact]
    public async Task A_line_says_who_what_when_and_from_what_to_what()
    {
        using var scene = await Scene.CreateAsync();
        await TrailTests.FillAsync(scene);
        Services.AddAuditing();

        var page = Open<TrailPage>(scene, scene.Coordinator, $"/riwayat/{scene.Sheet.Id}?tindakan=AnswerSaved", scene.Sheet.Id);

        var line = page.WaitForElement(".trail li").TextContent;
        foreach (var part in (string[])["10 Oktober 2026 07.00 WIB", "Jawaban disimpan (penilaian mandiri)", "soal A.I.1.i.a", "Sri Wahyuni (koordinator)", "(kosong)", "=1+1"])
        {
            Assert.Contains(part, line, StringComparison.Ordinal);
        }

        Assert.Single(page.FindAll(".trail li"));
        Assert.DoesNotContain("10.0.0.7", page.Markup, StringComparison.Ordinal);
        Assert.EndsWith($"/riwayat/{scene.Sheet.Id}/ekspor?tindakan=AnswerSaved", page.Find("a[download]").GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Filters_stand_in_the_address_and_an_empty_result_says_how_to_go_on()
    {
        using var scene = await Scene.CreateAsync();
        await TrailTests.FillAsync(scene);
        Services.AddAuditing();
        var page = Open<TrailPage>(scene, await scene.Database.AddUserAsync(Role.Administrator), "/riwayat");
        page.WaitForElement(".trail");

        page.Find("input[type=search]").Change("tidak ada sama sekali");

        page.WaitForAssertion(() => Assert.Equal("Tidak ada yang cocok", page.Find(".empty h2").TextContent));
        Assert.EndsWith("/riwayat?cari=tidak%20ada%20sama%20sekali", Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_else_sees_why_not()
    {
        using var scene = await Scene.CreateAsync();
        Services.AddAuditing();

        var page = Open<TrailPage>(scene, scene.Coordinator, "/riwayat");

        Assert.Contains("tidak berwenang", page.WaitForElement("[role=alert]").TextContent, StringComparison.Ordinal);
    }
}
