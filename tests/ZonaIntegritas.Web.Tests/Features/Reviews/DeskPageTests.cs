using AngleSharp.Dom;
using Bunit;
using Xunit;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Reviews;
using ZonaIntegritas.Domain.Scoring;
using ZonaIntegritas.Web.Features.Reviews.Desk;
using ZonaIntegritas.Web.Features.Reviews.Queue;

namespace ZonaIntegritas.Web.Tests.Features.Reviews;

public sealed class DeskPageTests : PageTest
{
    [Fact]
    public async Task Accepting_takes_over_the_units_answer_and_goes_on_to_the_next()
    {
        using var scene = await Scene.CreateAsync();
        await scene.MoveToAsync(AssessmentStatus.Submitted);
        var page = Open(scene, Scene.YesNo);
        Assert.Equal("menunggu ketua 113 · selesai 0", page.Find("[data-testid=turns]").TextContent);

        await Button(page, "Terima, lanjut").ClickAsync(new());

        Assert.Equal(new ChoiceAnswer("Ya"), (await scene.AnswerAsync(Scene.YesNo, Layer.Tpi))!.Value);
        Assert.Equal("Menunggu Anda 112", page.Find("[data-testid=counter] strong").TextContent);
        Assert.Equal("menunggu ketua 112 · pengendali 1 · selesai 0", page.Find("[data-testid=turns]").TextContent);
        Assert.Contains(Scene.Abc, page.Find("h2#soal").TextContent, StringComparison.Ordinal);
        Assert.Equal(AssessmentStatus.InReview, (await scene.StoredSheetAsync()).Status);
        Assert.Contains("Evaluasi TPI", page.Find(".score-head").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_enter_key_accepts_as_the_button_does()
    {
        using var scene = await Scene.CreateAsync();
        await scene.MoveToAsync(AssessmentStatus.Submitted);
        var page = Open(scene, Scene.YesNo);

        await PressAsync("enter");
        await PressAsync("enter");

        page.WaitForAssertion(() => Assert.Contains("A.I.1.ii.a", page.Find("h2#soal").TextContent, StringComparison.Ordinal));
        Assert.Equal(("Ya", "A"), (await ChosenAsync(scene, Scene.YesNo), await ChosenAsync(scene, Scene.Abc)));
    }

    [Fact]
    public async Task Evidence_that_changed_since_the_judgement_asks_for_a_new_look_and_the_same_judgement_settles_it()
    {
        using var scene = await Scene.CreateAsync();
        var decree = await scene.AddEvidenceAsync();
        await scene.MoveToAsync(AssessmentStatus.InReview);
        await scene.Judge().ExecuteAsync(scene.Answering(Scene.YesNo, new ChoiceAnswer("Ya")), default);
        await scene.Database.ReturnAsync(scene.Sheet, scene.Evaluator, Scene.YesNo, "SK tahun lalu.");
        await scene.UploadAsync(new MemoryStream(SmallFiles.Jpeg), "sk baru.jpg", null, new(scene.Unit.Id, ItemId: decree.ItemId));
        await scene.Repair().ExecuteAsync(new(scene.Sheet.Id, Scene.YesNo, "Sudah."), default);
        var page = Open(scene, Scene.YesNo);
        Assert.Contains("1 dokumen diganti versinya", page.Find(".basis").TextContent, StringComparison.Ordinal);
        Assert.Contains("dasar penilaian berubah", page.Find(".tree-question.current svg").GetAttribute("aria-label"), StringComparison.Ordinal);

        await Button(page, "Nilai tetap").ClickAsync(new());

        Assert.Empty(page.FindAll(".basis"));
        Assert.Equal("Ya", await ChosenAsync(scene, Scene.YesNo));
        Assert.Equal(ReturnedItemState.Closed, (await scene.StoredSheetAsync()).ReturnedItems[0].State);
    }

    [Fact]
    public async Task An_own_answer_stands_beside_the_units_and_changes_only_tpis_total()
    {
        using var scene = await Scene.CreateAsync();
        await scene.MoveToAsync(AssessmentStatus.Submitted);
        var page = Open(scene, Scene.YesNo);

        await page.Find(".editable input[value=Tidak]").ChangeAsync("Tidak");

        Assert.Equal("0,00", page.Find("[data-testid=total]").TextContent);
        Assert.Contains("Ya", page.Find(".unit-answer strong").TextContent, StringComparison.Ordinal);
        Assert.Equal(("Tidak", new ChoiceAnswer("Ya")), (await ChosenAsync(scene, Scene.YesNo), (await scene.AnswerAsync(Scene.YesNo))!.Value));
    }

    [Fact]
    public async Task Returning_needs_a_reason()
    {
        using var scene = await Scene.CreateAsync();
        await scene.MoveToAsync(AssessmentStatus.Submitted);
        var page = Open(scene, Scene.YesNo);

        await PressAsync("r");
        page.WaitForElement("#alasan");
        await Button(page, "Kembalikan ke unit").ClickAsync(new());
        Assert.Equal([AssessmentProblems.ReasonMissing.Message], Messages);
        Assert.Empty((await scene.StoredSheetAsync()).ReturnedItems);

        await page.Find("#alasan").InputAsync("SK belum ditandatangani.");
        await Button(page, "Kembalikan ke unit").ClickAsync(new());

        var item = (await scene.StoredSheetAsync()).ReturnedItems.Single();
        Assert.Equal((Scene.YesNo, "SK belum ditandatangani.", ReturnedItemState.Open), (item.QuestionCode, item.Reason, item.State));
        Assert.Empty(page.FindAll("#alasan"));
        Assert.Equal("SK belum ditandatangani.", page.Find(".return.open .reason").TextContent);
        Assert.NotNull(Button(page, "Batalkan pengembalian"));
    }

    [Fact]
    public async Task Judging_a_repaired_question_closes_it_on_screen_too()
    {
        using var scene = await Scene.CreateAsync();
        await scene.MoveToAsync(AssessmentStatus.InRepair);
        await scene.Repair().ExecuteAsync(new(scene.Sheet.Id, Scene.YesNo, "Sudah ditandatangani."), default);
        var page = Open(scene, Scene.YesNo);
        Assert.Contains("Sudah ditandatangani.", page.Find(".return .response").TextContent, StringComparison.Ordinal);

        await page.Find(".editable input[value=Ya]").ChangeAsync("Ya");

        Assert.Equal(ReturnedItemState.Closed, (await scene.StoredSheetAsync()).ReturnedItems.Single().State);
        Assert.Equal("Selesai", page.Find(".return .tag").TextContent);
    }

    [Fact]
    public async Task A_concluded_sheet_can_be_read_and_not_changed()
    {
        using var scene = await Scene.CreateAsync();
        await scene.MoveToAsync(AssessmentStatus.Concluded);

        var page = Open(scene, Scene.YesNo);
        await PressAsync("enter");
        await PressAsync("r");

        Assert.True(page.Find("fieldset.answer").HasAttribute("disabled"));
        Assert.Empty(page.FindAll("#alasan"));
        Assert.DoesNotContain(page.FindAll("button"), button => button.TextContent.Trim() is "Terbitkan LHE" or "Kembalikan" or "Terima, lanjut");
        Assert.Equal(1, (await scene.AnswerAsync(Scene.YesNo, Layer.Tpi))!.Version);
    }

    [Fact]
    public async Task The_units_own_coordinator_finds_nothing_to_judge_here()
    {
        using var scene = await Scene.CreateAsync();
        await scene.MoveToAsync(AssessmentStatus.Submitted);

        var page = Open<DeskPage>(scene, scene.Coordinator, $"/penilaian/{scene.Sheet.Id}?soal={Scene.YesNo}", scene.Sheet.Id);

        Assert.True(page.Find("fieldset.answer").HasAttribute("disabled"));
        Assert.DoesNotContain(page.FindAll("button"), button => button.TextContent.Trim() is "Terbitkan LHE" or "Kembalikan" or "Terima, lanjut");
    }

    [Fact]
    public async Task The_queue_counts_what_waits_and_leads_to_the_desk()
    {
        using var scene = await Scene.CreateAsync();
        await scene.MoveToAsync(AssessmentStatus.Submitted);

        var page = Open<QueuePage>(scene, scene.Evaluator, "/penilaian");

        Assert.Contains("1 lembar menunggu Anda dari 1 unit", page.Find(".page-head p").TextContent, StringComparison.Ordinal);
        Assert.Equal($"/penilaian/{scene.Sheet.Id}", page.Find("tbody a").GetAttribute("href"));
        // 10 October to 30 November: 21 + 30 = 51 days.
        Assert.Contains("51 hari lagi", page.Find("tbody").TextContent, StringComparison.Ordinal);
        Assert.Contains("98,67", page.Find("tbody").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_queue_says_when_something_will_come()
    {
        using var scene = await Scene.CreateAsync();

        var page = Open<QueuePage>(scene, await scene.Database.AddUserAsync(Role.Evaluator), "/penilaian");

        Assert.Equal("Belum ada yang menunggu", page.Find(".empty h2").TextContent);
    }

    private IRenderedComponent<DeskPage> Open(Scene scene, string code) =>
        Open<DeskPage>(scene, scene.Evaluator, $"/penilaian/{scene.Sheet.Id}?soal={code}", scene.Sheet.Id);

    private static async Task<string> ChosenAsync(Scene scene, string code) =>
        ((ChoiceAnswer)(await scene.AnswerAsync(code, Layer.Tpi))!.Value!).Key;

    private static IElement Button(IRenderedComponent<DeskPage> page, string text) =>
        page.FindAll("button").Single(button => button.TextContent.Trim() == text);
}
