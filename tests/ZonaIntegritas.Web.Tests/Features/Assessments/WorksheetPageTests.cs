using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Scoring;
using ZonaIntegritas.Web.Features.Assessments.Worksheet;

namespace ZonaIntegritas.Web.Tests.Features.Assessments;

public sealed class WorksheetPageTests : PageTest
{
    [Fact]
    public async Task Choosing_an_answer_changes_the_total_on_screen_and_in_the_database()
    {
        using var scene = await Scene.CreateAsync();
        var page = Open(scene, Scene.YesNo);
        Assert.Equal(("0,00", "0"), (Total(page), page.Find("[data-testid=completeness]").TextContent));

        await page.Find("input[value=Ya]").ChangeAsync("Ya");

        // A.I.1.i weighs 0,5 and has 2 questions: Ya earns 0,25.
        Assert.Equal(("0,25", "1"), (Total(page), page.Find("[data-testid=completeness]").TextContent));
        Assert.Equal("Tersimpan 07.00 WIB", SaveWord(page));
        Assert.Equal(new ChoiceAnswer("Ya"), (await scene.AnswerAsync(Scene.YesNo))!.Value);
        Assert.Equal(0.25m, (await scene.StoredScoreAsync())!.Total);
    }

    [Fact]
    public async Task A_count_shows_its_percentage_at_once_and_is_saved_after_a_pause()
    {
        using var scene = await Scene.CreateAsync();
        var page = Open(scene, "A.II.1.i.b");
        Assert.Equal("–", page.Find("[data-testid=percentage]").TextContent);

        await Count(page, "jumlah_perubahan").InputAsync("31");
        await Count(page, "jumlah_terintegrasi").InputAsync("24");

        // 24 / 31 = 0,7741…
        Assert.Equal("77,4 %", page.Find("[data-testid=percentage]").TextContent);
        Assert.Equal("Belum tersimpan", SaveWord(page));
        Assert.Null(await scene.AnswerAsync("A.II.1.i.b"));

        scene.Database.Clock.Advance(TimeSpan.FromSeconds(1));
        page.WaitForAssertion(() => Assert.StartsWith("Tersimpan", SaveWord(page), StringComparison.Ordinal));
        Assert.Equal(
            new CountsAnswer(new Dictionary<string, long> { ["jumlah_perubahan"] = 31, ["jumlah_terintegrasi"] = 24 }),
            (await scene.AnswerAsync("A.II.1.i.b"))!.Value);
    }

    [Fact]
    public async Task More_integrated_than_made_is_refused_with_the_reason_and_saves_nothing()
    {
        using var scene = await Scene.CreateAsync();
        var page = Open(scene, "A.II.1.i.b");
        await Count(page, "jumlah_perubahan").InputAsync("4");
        scene.Database.Clock.Advance(TimeSpan.FromSeconds(1));
        page.WaitForAssertion(() => Assert.StartsWith("Tersimpan", SaveWord(page), StringComparison.Ordinal));
        var before = await scene.PrintAsync();

        await Count(page, "jumlah_terintegrasi").InputAsync("5");
        scene.Database.Clock.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal("Perubahan yang terintegrasi tidak boleh melebihi perubahan yang dibuat.", page.Find("[role=alert]").TextContent);
        Assert.Equal("5", Count(page, "jumlah_terintegrasi").GetAttribute("value"));
        Assert.Equal(before, await scene.PrintAsync());
    }

    [Theory]
    [InlineData("3,6")]
    [InlineData("3.6")]
    public async Task A_level_takes_a_comma_or_a_point(string typed)
    {
        using var scene = await Scene.CreateAsync();
        var page = Open(scene, "B.I.a");

        await page.Find("input[inputmode=decimal]").InputAsync(typed);
        scene.Database.Clock.Advance(TimeSpan.FromSeconds(1));

        page.WaitForAssertion(() => Assert.StartsWith("Tersimpan", SaveWord(page), StringComparison.Ordinal));
        Assert.Equal(new LevelAnswer(3.6m), (await scene.AnswerAsync("B.I.a"))!.Value);
    }

    [Theory]
    [InlineData("empat", "Isi dengan angka, misalnya 3,60.")]
    [InlineData("4,01", "nilai 4.01 di luar 0 sampai 4.")]
    public async Task A_level_that_cannot_be_says_why_and_saves_nothing(string typed, string fault)
    {
        using var scene = await Scene.CreateAsync();
        var page = Open(scene, "B.I.a");

        await page.Find("input[inputmode=decimal]").InputAsync(typed);
        scene.Database.Clock.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal(fault, page.Find("[role=alert]").TextContent);
        Assert.Null(await scene.AnswerAsync("B.I.a"));
    }

    [Fact]
    public async Task A_stale_save_shows_both_texts_and_a_second_save_is_a_decision()
    {
        HearsNothing = true;
        using var scene = await Scene.CreateAsync();
        var colleague = await scene.Database.AddUserAsync(Role.Koordinator, scene.Unit, "Budi Santoso");
        var page = Open(scene, Scene.Abc);
        await scene.Save(colleague).ExecuteAsync(scene.Answering(Scene.Abc, new ChoiceAnswer("B")), default);

        await page.Find("input[value=C]").ChangeAsync("C");

        Assert.Contains("menjadi: B.", SaveWord(page), StringComparison.Ordinal);
        Assert.True(page.Find("input[value=C]").HasAttribute("checked"));
        Assert.Equal(new ChoiceAnswer("B"), (await scene.AnswerAsync(Scene.Abc))!.Value);

        Assert.Equal(["B", "C"], page.FindAll(".two .value").Select(value => value.TextContent));
        Assert.Contains("Budi Santoso, 10 Oktober 2026 07.00 WIB", page.Find(".two").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll(".save-line button"));
        await Button(page, "Pakai punya saya").ClickAsync(new());

        Assert.StartsWith("Tersimpan", SaveWord(page), StringComparison.Ordinal);
        Assert.Equal((new ChoiceAnswer("C"), 2), ((await scene.AnswerAsync(Scene.Abc))!.Value, (await scene.AnswerAsync(Scene.Abc))!.Version));
    }

    [Fact]
    public async Task Moving_on_or_leaving_never_overwrites_a_colleagues_newer_answer()
    {
        HearsNothing = true;
        using var scene = await Scene.CreateAsync();
        var colleague = await scene.Database.AddUserAsync(Role.Koordinator, scene.Unit, "Budi Santoso");
        var page = Open(scene, Scene.Abc);
        await scene.Save(colleague).ExecuteAsync(scene.Answering(Scene.Abc, new ChoiceAnswer("B")), default);
        await page.Find("input[value=C]").ChangeAsync("C");

        await Button(page, "Berikutnya").ClickAsync(new());

        Assert.Contains("menjadi: B.", SaveWord(page), StringComparison.Ordinal);
        Assert.Contains(Scene.Abc, page.Find("h2#soal").TextContent, StringComparison.Ordinal);
        await DisposeComponentsAsync();
        Assert.Equal((new ChoiceAnswer("B"), colleague.Id), ((await scene.AnswerAsync(Scene.Abc))!.Value, (await scene.AnswerAsync(Scene.Abc))!.ChangedBy));
    }

    [Fact]
    public async Task Going_on_saves_what_is_typed_and_puts_the_question_into_the_address()
    {
        using var scene = await Scene.CreateAsync();
        var page = Open(scene, Scene.YesNo);

        await page.Find("#catatan").InputAsync("SK 12/2026, halaman 3");
        await Button(page, "Berikutnya").ClickAsync(new());

        Assert.Equal("SK 12/2026, halaman 3", (await scene.AnswerAsync(Scene.YesNo))!.Note);
        Assert.Contains(Scene.Abc, page.Find("h2#soal").TextContent, StringComparison.Ordinal);
        Assert.EndsWith("?soal=A.I.1.i.b", Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);
        Assert.Equal("", page.Find("#catatan").GetAttribute("value"));
    }

    [Fact]
    public async Task Leaving_the_page_saves_what_is_typed()
    {
        using var scene = await Scene.CreateAsync();
        var page = Open(scene, Scene.YesNo);
        await page.Find("#catatan").InputAsync("Belum selesai menulis");

        await DisposeComponentsAsync();

        Assert.Equal("Belum selesai menulis", (await scene.AnswerAsync(Scene.YesNo))!.Note);
    }

    [Fact]
    public async Task A_closed_account_is_told_so_and_keeps_what_it_typed()
    {
        using var scene = await Scene.CreateAsync();
        var page = Open(scene, Scene.YesNo);
        await scene.Database.CloseAccountAsync(scene.Coordinator);

        await page.Find("input[value=Ya]").ChangeAsync("Ya");

        Assert.Contains("akun ditutup", SaveWord(page), StringComparison.Ordinal);
        Assert.True(page.Find("input[value=Ya]").HasAttribute("checked"));
        Assert.Null(await scene.AnswerAsync(Scene.YesNo));
    }

    [Fact]
    public async Task A_sheet_that_is_not_the_units_turn_can_be_read_and_not_changed()
    {
        using var scene = await Scene.CreateAsync();
        await scene.MoveToAsync(AssessmentStatus.Submitted);

        var page = Open(scene, Scene.YesNo);

        Assert.True(page.Find("fieldset.answer").HasAttribute("disabled"));
        Assert.True(page.Find("#catatan").HasAttribute("readonly"));
        Assert.Empty(page.FindAll("input[type=file]"));
        Assert.DoesNotContain(page.FindAll("button"), button => button.TextContent.Trim() == "Ajukan");
        Assert.Equal(AssessmentProblems.NotOpenForUnit.Message, page.Find("p.closed").TextContent);
    }

    [Fact]
    public async Task A_returned_question_shows_the_reason_and_takes_a_response()
    {
        using var scene = await Scene.CreateAsync();
        await scene.MoveToAsync(AssessmentStatus.InRepair);
        var page = Open(scene, Scene.YesNo);
        Assert.Equal("SK belum ditandatangani.", page.Find(".return.open .reason").TextContent);

        await page.Find("#tanggapan").InputAsync("Sudah ditandatangani.");
        await Button(page, "Kirim perbaikan").ClickAsync(new());

        Assert.Equal(["Semua perbaikan dikirim. Sekarang giliran TPI."], Messages);
        Assert.Equal(("Sudah ditandatangani.", AssessmentStatus.ReReview), ((await scene.StoredSheetAsync()).ReturnedItems.Single().Response, (await scene.StoredSheetAsync()).Status));
        Assert.Empty(page.FindAll(".return.open"));
    }

    [Fact]
    public async Task In_repair_the_list_begins_with_what_was_returned_and_goes_on_to_the_next()
    {
        using var scene = await Scene.CreateAsync();
        await scene.MoveToAsync(AssessmentStatus.InRepair);
        await scene.Database.ReturnAsync(scene.Sheet, scene.Evaluator, "A.I.2.i.a", "SOP tahun lalu.");

        var page = Open<WorksheetPage>(scene, scene.Coordinator, $"/lembar-kerja/{scene.Sheet.Id}", scene.Sheet.Id);

        Assert.Equal("Dikembalikan (2)", page.Find(".tree-filters [aria-pressed=true]").TextContent);
        Assert.Equal(2, page.FindAll(".tree-question").Count);
        // The reason above the answer, what is sent back below it.
        Assert.True(page.Markup.IndexOf("SK belum ditandatangani.", StringComparison.Ordinal) < page.Markup.IndexOf("fieldset", StringComparison.Ordinal));
        Assert.True(page.Markup.IndexOf("Kirim perbaikan", StringComparison.Ordinal) > page.Markup.IndexOf("catatan", StringComparison.Ordinal));
        await Button(page, "Kirim perbaikan").ClickAsync(new());

        Assert.Equal(["Perbaikan dikirim ke TPI. Tinggal 1 soal."], Messages);
        Assert.Contains("A.I.2.i.a", page.Find("h2#soal").TextContent, StringComparison.Ordinal);
        Assert.Equal("SOP tahun lalu.", page.Find(".return.open .reason").TextContent);
        await Button(page, "Kirim perbaikan").ClickAsync(new());
        Assert.Empty(page.FindAll(".repair"));
        Assert.Equal(AssessmentStatus.ReReview, (await scene.StoredSheetAsync()).Status);
    }

    [Fact]
    public async Task Another_units_sheet_is_not_shown()
    {
        using var scene = await Scene.CreateAsync();
        var stranger = await scene.Database.AddUserAsync(Role.Koordinator, await scene.Database.AddUnitAsync("Dinas Sosial"));

        var page = Open<WorksheetPage>(scene, stranger, $"/lembar-kerja/{scene.Sheet.Id}", scene.Sheet.Id);

        Assert.Contains("tidak dapat dibuka", page.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("DPMPTSP", page.Markup, StringComparison.Ordinal);
    }

    private IRenderedComponent<WorksheetPage> Open(Scene scene, string code) =>
        Open<WorksheetPage>(scene, scene.Coordinator, $"/lembar-kerja/{scene.Sheet.Id}?soal={code}", scene.Sheet.Id);

    private static string Total(IRenderedComponent<WorksheetPage> page) => page.Find("[data-testid=total]").TextContent;

    private static string SaveWord(IRenderedComponent<WorksheetPage> page) => page.Find("[data-testid=save-word]").TextContent;

    private static AngleSharp.Dom.IElement Count(IRenderedComponent<WorksheetPage> page, string key) => page.Find($".counts input[id$={key}]");

    private static AngleSharp.Dom.IElement Button(IRenderedComponent<WorksheetPage> page, string text) =>
        page.FindAll("button").Single(button => button.TextContent.Trim() == text);
}
