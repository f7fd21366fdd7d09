using Bunit;
using Xunit;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Scoring;
using ZonaIntegritas.Web.Features.Assessments.CarryOver;
using ZonaIntegritas.Web.Features.Assessments.Worksheet;
using ZonaIntegritas.Web.Tests.Features.Evidence.Library;

namespace ZonaIntegritas.Web.Tests.Features.Assessments.CarryOver;

/// <summary>Last year on the worksheet and on its own page.</summary>
public sealed class LastYearPagesTests : PageTest
{
    [Fact]
    public async Task Without_an_earlier_sheet_there_is_no_box()
    {
        using var scene = await Scene.CreateAsync();
        Assert.Empty(OpenSheet(scene).FindAll(".last-year"));
    }

    [Fact]
    public async Task One_click_takes_last_years_answer_and_note()
    {
        using var scene = await Scene.CreateAsync();
        await scene.AnsweredAsync(await scene.AddLastYearAsync(), Scene.YesNo, new ChoiceAnswer("Ya"), "SK 12/2025");
        var page = OpenSheet(scene);
        Assert.Contains("LKE 2025", page.Find(".last-year h3").TextContent, StringComparison.Ordinal);

        await Button(page, "Pakai jawaban tahun lalu").ClickAsync(new());

        Assert.Equal(new ChoiceAnswer("Ya"), (await scene.AnswerAsync(Scene.YesNo))!.Value);
        Assert.True(page.Find("input[value=Ya]").HasAttribute("checked"));
        Assert.Equal(("SK 12/2025", "0,25"), (page.Find("#catatan").GetAttribute("value"), page.Find("[data-testid=total]").TextContent));
        Assert.Equal(["Jawaban LKE 2025 dipakai."], Messages);
        Assert.Contains("Jawaban tahun ini sama.", page.Find(".last-year").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_typed_is_saved_first_and_an_own_note_stays()
    {
        using var scene = await Scene.CreateAsync();
        await scene.AnsweredAsync(await scene.AddLastYearAsync(), Scene.YesNo, new ChoiceAnswer("Ya"), "lama");
        var page = OpenSheet(scene);
        await page.Find("#catatan").InputAsync("baru");

        await Button(page, "Pakai jawaban tahun lalu").ClickAsync(new());

        var answer = (await scene.AnswerAsync(Scene.YesNo))!;
        Assert.Equal((new ChoiceAnswer("Ya"), "baru"), (answer.Value, answer.Note));
    }

    [Fact]
    public async Task What_is_typed_and_cannot_be_saved_is_not_run_over()
    {
        using var scene = await Scene.CreateAsync();
        await scene.AnsweredAsync(await scene.AddLastYearAsync(), Scene.YesNo, new ChoiceAnswer("Ya"));
        var page = OpenSheet(scene);
        await page.Find("#catatan").InputAsync("baru");
        await scene.AnsweredAsync(scene.Sheet, Scene.YesNo, new ChoiceAnswer("Tidak"), "rekan");

        await Button(page, "Pakai jawaban tahun lalu").ClickAsync(new());

        Assert.Equal(new ChoiceAnswer("Tidak"), (await scene.AnswerAsync(Scene.YesNo))!.Value);
        Assert.Equal("baru", page.Find("#catatan").GetAttribute("value"));
    }

    [Fact]
    public async Task TPIs_value_and_note_show_once_that_LHE_is_out()
    {
        using var scene = await Scene.CreateAsync();
        var last = await scene.AddLastYearAsync();
        await scene.AnsweredAsync(last, Scene.YesNo, new ChoiceAnswer("Ya"));
        await scene.AnsweredAsync(last, Scene.YesNo, new ChoiceAnswer("Tidak"), "SK belum berlaku.", Layer.Tpi);
        Assert.Empty((await scene.LastYear().OfSheetAsync(scene.Sheet.Id, default))!.Judgements);

        await scene.ChangeAsync(db =>
        {
            db.Attach(last).Property(sheet => sheet.Status).CurrentValue = AssessmentStatus.Concluded;
            return Task.CompletedTask;
        });

        var judged = (await scene.LastYear().OfSheetAsync(scene.Sheet.Id, default))!.Judgements[Scene.YesNo];
        Assert.Equal(("Tidak", "SK belum berlaku."), (judged.Said, judged.Note));
        Assert.Contains("SK belum berlaku.", OpenSheet(scene).Find(".last-year").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_document_is_put_forward_only_when_somebody_says_it_is_still_valid()
    {
        using var scene = await Scene.CreateAsync();
        await scene.ProvedAsync(await scene.AddLastYearAsync());
        var page = OpenSheet(scene);
        Assert.Empty(page.FindAll(".files .card"));

        await Button(page, "Tidak").ClickAsync(new());
        Assert.Contains("Tidak dipasang", page.Find(".last-year").TextContent, StringComparison.Ordinal);
        await Button(page, "Urungkan").ClickAsync(new());
        await Button(page, "Masih berlaku, pasang").ClickAsync(new());

        var card = Assert.Single(page.FindAll(".files .card"));
        Assert.Contains("Dipakai pada LKE 2025", card.TextContent, StringComparison.Ordinal);
        Assert.Contains("Terpasang tahun ini", page.Find(".last-year").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_only_reads_sees_it_and_changes_nothing()
    {
        using var scene = await Scene.CreateAsync();
        var last = await scene.AddLastYearAsync();
        await scene.AnsweredAsync(last, Scene.YesNo, new ChoiceAnswer("Ya"));
        await scene.ProvedAsync(last);
        var head = await scene.Database.AddUserAsync(Role.Pimpinan, scene.Unit);

        var page = Open<WorksheetPage>(scene, head, $"/lembar-kerja/{scene.Sheet.Id}?soal={Scene.YesNo}", scene.Sheet.Id);

        Assert.Contains("Ya", page.Find(".last-year .said").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll(".last-year button"));
    }

    [Fact]
    public async Task Many_are_ticked_and_each_says_how_it_ended()
    {
        using var scene = await Scene.CreateAsync();
        var last = await scene.AddLastYearAsync();
        await scene.AnsweredAsync(last, Scene.YesNo, new ChoiceAnswer("Ya"));
        await scene.AnsweredAsync(last, Scene.Abc, new ChoiceAnswer("B"));
        await scene.AnsweredAsync(last, "A.I.1.ii.a", new ChoiceAnswer("Q"));
        var page = Open<LastYearPage>(scene, scene.Coordinator, $"/lembar-kerja/{scene.Sheet.Id}/tahun-lalu", scene.Sheet.Id);
        Assert.Equal(113, page.FindAll("tbody tr").Count - page.FindAll("tr.area").Count);
        Assert.Equal(2, page.FindAll("tbody input[type=checkbox]").Count);

        await page.FindAll("button").Single(button => button.TextContent.StartsWith("Pilih 2", StringComparison.Ordinal)).ClickAsync(new());
        Assert.Equal("2 soal dipilih.", Word(page));
        // Meanwhile a colleague answers one of them.
        await scene.AnsweredAsync(scene.Sheet, Scene.Abc, new ChoiceAnswer("C"));
        await Button(page, "Pakai jawaban terpilih").ClickAsync(new());

        Assert.Equal("1 jawaban dipakai, 1 tidak; alasannya ada pada soalnya.", Word(page));
        Assert.Equal(["Dipakai", "Tidak dipakai"], page.FindAll("td .tag").Select(tag => tag.TextContent));
        Assert.Contains("sudah diubah orang lain", page.Markup, StringComparison.Ordinal);
        Assert.Equal((new ChoiceAnswer("Ya"), new ChoiceAnswer("C")), ((await scene.AnswerAsync(Scene.YesNo))!.Value, (await scene.AnswerAsync(Scene.Abc))!.Value));

        await page.Find("select").ChangeAsync(nameof(LastYearFilter.Different));
        await page.Find("tbody input[type=checkbox]").ChangeAsync(true);
        Assert.Equal("1 soal dipilih, 1 di antaranya mengganti jawaban tahun ini.", Word(page));
        await Button(page, "Pakai jawaban terpilih").ClickAsync(new());
        Assert.Equal(new ChoiceAnswer("B"), (await scene.AnswerAsync(Scene.Abc))!.Value);
    }

    [Fact]
    public async Task Another_units_comparison_is_not_shown_and_a_first_year_says_so()
    {
        using var scene = await Scene.CreateAsync();
        var page = Open<LastYearPage>(scene, scene.Coordinator, $"/lembar-kerja/{scene.Sheet.Id}/tahun-lalu", scene.Sheet.Id);
        Assert.Contains("Belum ada tahun lalu", page.Markup, StringComparison.Ordinal);

        var stranger = await scene.Database.AddUserAsync(Role.Koordinator, await scene.Database.AddUnitAsync("Dinas Sosial"));
        await Assert.ThrowsAsync<ZonaIntegritas.Web.Identity.ForbiddenException>(() => scene.LastYear(stranger).OfSheetAsync(scene.Sheet.Id, default));
    }

    private IRenderedComponent<WorksheetPage> OpenSheet(Scene scene) =>
        Open<WorksheetPage>(scene, scene.Coordinator, $"/lembar-kerja/{scene.Sheet.Id}?soal={Scene.YesNo}", scene.Sheet.Id);

    private static string Word(IRenderedComponent<LastYearPage> page) => page.Find("[data-testid=terpilih]").TextContent;

    private static AngleSharp.Dom.IElement Button<T>(IRenderedComponent<T> page, string text)
        where T : Microsoft.AspNetCore.Components.IComponent => page.FindAll("button").Single(button => button.TextContent.Trim() == text);
}
