using AngleSharp.Dom;
using Bunit;
using Xunit;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Discussion;
using ZonaIntegritas.Domain.Scoring;
using ZonaIntegritas.Web.Features.Assessments.Worksheet;
using ZonaIntegritas.Web.Features.Reviews.Desk;

namespace ZonaIntegritas.Web.Tests.Features.Discussion;

/// <summary>A page that is open while somebody else saves on the same sheet.</summary>
public sealed class TwoAtOnceTests : PageTest
{
    private Web.Identity.AppUser? _colleague;

    [Fact]
    public async Task A_colleagues_saved_answer_appears_by_itself_with_name_score_and_a_quiet_mark()
    {
        using var scene = await Scene.CreateAsync();
        var page = await OpenWithColleagueAsync(scene, Scene.Abc);

        await SaveAsync(scene, Scene.Abc, "B", "Halaman 3.");

        page.WaitForAssertion(() => Assert.True(page.Find("input[value=B]").HasAttribute("checked")));
        Assert.Equal("Halaman 3.", page.Find("#catatan").GetAttribute("value"));
        Assert.Equal("1", page.Find("[data-testid=completeness]").TextContent);
        Assert.Contains("Jawaban soal ini baru saja diubah oleh Budi Santoso pukul 07.00 WIB.", page.Find(".recent").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll(".conflict"));
    }

    [Fact]
    public async Task Another_question_is_marked_in_the_list_until_it_was_looked_at()
    {
        using var scene = await Scene.CreateAsync();
        var page = await OpenWithColleagueAsync(scene, Scene.YesNo);

        await SaveAsync(scene, Scene.Abc, "B");

        page.WaitForAssertion(() => Assert.Single(page.FindAll(".tree-recent")));
        Assert.Contains(Scene.YesNo, page.Find("h2#soal").TextContent, StringComparison.Ordinal);
        await PressAsync("j");
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll(".recent")));
        await PressAsync("k");
        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".tree-recent")));
    }

    [Fact]
    public async Task What_is_being_typed_stays_and_both_texts_wait_for_a_decision()
    {
        using var scene = await Scene.CreateAsync();
        var page = await OpenWithColleagueAsync(scene, Scene.Abc);
        await page.Find("#catatan").InputAsync("Punya saya.");

        await SaveAsync(scene, Scene.Abc, "B", "Punya Budi.");

        page.WaitForAssertion(() => Assert.Contains("Budi Santoso mengubah jawaban ini menjadi B pukul 07.00 WIB.", page.Find(".conflict").TextContent, StringComparison.Ordinal));
        Assert.Equal("Punya saya.", page.Find("#catatan").GetAttribute("value"));
        // No pause in typing decides it.
        scene.Database.Clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal("Punya Budi.", (await scene.AnswerAsync(Scene.Abc))!.Note);

        await ButtonIn(page.Find(".conflict"), "Lihat").ClickAsync(new());
        Assert.Equal(["Punya Budi.", "Punya saya."], page.FindAll(".two .note").Select(note => note.TextContent));
        await ButtonIn(page.Find(".conflict"), "Pakai punya saya").ClickAsync(new());

        Assert.Empty(page.FindAll(".conflict"));
        Assert.Equal(("Punya saya.", 2), ((await scene.AnswerAsync(Scene.Abc))!.Note, (await scene.AnswerAsync(Scene.Abc))!.Version));
    }

    [Fact]
    public async Task Taking_the_stored_text_keeps_mine_to_be_copied_until_the_question_is_left()
    {
        using var scene = await Scene.CreateAsync();
        var page = await OpenWithColleagueAsync(scene, Scene.Abc);
        await page.Find("#catatan").InputAsync("Punya saya.");
        await SaveAsync(scene, Scene.Abc, "B", "Punya Budi.");
        page.WaitForAssertion(() => page.Find(".conflict"));
        await ButtonIn(page.Find(".conflict"), "Lihat").ClickAsync(new());

        await ButtonIn(page.Find(".conflict"), "Pakai yang tersimpan").ClickAsync(new());

        Assert.Equal("Punya Budi.", page.Find("#catatan").GetAttribute("value"));
        Assert.Contains("Punya saya.", page.Find(".kept").TextContent, StringComparison.Ordinal);
        Assert.Equal(1, (await scene.AnswerAsync(Scene.Abc))!.Version);
        await PressAsync("j");
        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".kept")));
    }

    [Fact]
    public async Task The_same_text_from_two_people_is_no_conflict()
    {
        using var scene = await Scene.CreateAsync();
        var page = await OpenWithColleagueAsync(scene, Scene.Abc);
        await page.Find("#catatan").InputAsync("Sama.");

        await scene.Save(_colleague!).ExecuteAsync(scene.Answering(Scene.Abc, null, "Sama."), default);

        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll(".recent")));
        scene.Database.Clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Empty(page.FindAll(".conflict"));
        Assert.Equal(1, (await scene.AnswerAsync(Scene.Abc))!.Version);
    }

    [Fact]
    public async Task The_worksheet_hears_a_message_and_nothing_that_tpi_keeps()
    {
        using var scene = await Scene.CreateAsync();
        await scene.MoveToAsync(AssessmentStatus.InRepair);
        var page = Open<WorksheetPage>(scene, scene.Coordinator, $"/lembar-kerja/{scene.Sheet.Id}?soal={Scene.Abc}", scene.Sheet.Id);

        await scene.Judge().ExecuteAsync(scene.Answering(Scene.Abc, new ChoiceAnswer("C"), "Tidak sah."), default);
        await scene.Write(TestDatabase.SignIn(scene.Evaluator)).ExecuteAsync(new(scene.Sheet.Id, Scene.Abc, "Curiga.", Audience.TpiOnly), default);
        await scene.Write(TestDatabase.SignIn(scene.Evaluator)).ExecuteAsync(new(scene.Sheet.Id, Scene.Abc, "Halaman berapa?"), default);

        await NextReadingsAsync(scene, () => page.Markup.Contains("Halaman berapa?", StringComparison.Ordinal));
        Assert.DoesNotContain("Curiga.", page.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("Tidak sah.", page.Markup, StringComparison.Ordinal);
        Assert.Empty(page.FindAll(".recent, .tree-recent"));
    }

    [Fact]
    public async Task The_desk_shows_what_the_unit_repairs_while_it_is_open()
    {
        using var scene = await Scene.CreateAsync();
        await scene.MoveToAsync(AssessmentStatus.InRepair);
        var page = Open<DeskPage>(scene, scene.Evaluator, $"/penilaian/{scene.Sheet.Id}?soal={Scene.YesNo}", scene.Sheet.Id);

        await scene.Repair().ExecuteAsync(new(scene.Sheet.Id, Scene.YesNo, "Sudah ditandatangani."), default);

        page.WaitForAssertion(() => Assert.Contains("Sudah ditandatangani.", page.Find(".return .response").TextContent, StringComparison.Ordinal));
        Assert.Contains("oleh Sri Wahyuni", page.Find(".recent").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lower_tier_that_judges_anew_is_laid_beside_mine_on_the_desk()
    {
        using var scene = await Scene.CreateAsync();
        await scene.MoveToAsync(AssessmentStatus.InReview);
        await scene.Judge().ExecuteAsync(scene.Answering(Scene.Abc, new ChoiceAnswer("B"), "Pertama."), default);
        var page = Open<DeskPage>(scene, scene.Controller, $"/penilaian/{scene.Sheet.Id}?soal={Scene.Abc}", scene.Sheet.Id);
        await page.Find("#catatan").InputAsync("Saya sependapat.");

        await scene.Judge().ExecuteAsync(scene.Answering(Scene.Abc, new ChoiceAnswer("C"), "Kedua.", seen: 1), default);

        page.WaitForAssertion(() => Assert.Contains("Tono Hartono (ketua tim) mengubah penilaian ini menjadi C", page.Find(".conflict").TextContent, StringComparison.Ordinal));
        await ButtonIn(page.Find(".conflict"), "Lihat").ClickAsync(new());
        Assert.Equal(["Kedua.", "Saya sependapat."], page.FindAll(".two .note").Select(note => note.TextContent));
        await ButtonIn(page.Find(".conflict"), "Pakai penilaian ketua tim").ClickAsync(new());

        Assert.Equal(new ChoiceAnswer("C"), (await scene.AnswerAsync(Scene.Abc, Layer.Tpi))!.Value);
        Assert.Contains("Saya sependapat.", page.Find(".kept").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_withdrawn_assignment_ends_in_a_kind_refusal_that_keeps_what_was_typed_and_saves_nothing()
    {
        using var scene = await Scene.CreateAsync();
        await scene.MoveToAsync(AssessmentStatus.InReview);
        var page = Open<DeskPage>(scene, scene.Evaluator, $"/penilaian/{scene.Sheet.Id}?soal={Scene.Abc}", scene.Sheet.Id);
        await page.Find("#catatan").InputAsync("Catatan yang tidak boleh hilang.");

        await scene.Database.EndAssignmentsAsync(scene.Evaluator);

        page.WaitForAssertion(() => Assert.Contains("tidak berwenang", page.Find("[role=alert]").TextContent, StringComparison.Ordinal));
        Assert.Contains("Catatan yang tidak boleh hilang.", page.Find(".kept").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("h2#soal"));
        // Nothing more arrives, and leaving saves nothing.
        Assert.Equal(0, scene.Database.Broadcast.Listeners);
        await DisposeComponentsAsync();
        Assert.Null(await scene.AnswerAsync(Scene.Abc, Layer.Tpi));
    }

    [Fact]
    public async Task A_sheet_that_a_colleague_submits_closes_here_and_keeps_what_is_typed()
    {
        using var scene = await Scene.CreateAsync();
        await scene.Database.AnswerAsync(scene.Sheet, by: scene.Coordinator);
        var page = Open<WorksheetPage>(scene, scene.Coordinator, $"/lembar-kerja/{scene.Sheet.Id}?soal={Scene.Abc}", scene.Sheet.Id);
        await page.Find("#catatan").InputAsync("Belum selesai menulis.");

        await scene.Database.ChangeAsync(scene.Sheet, open => Assert.Null(open.Assessment.Submit(
            SheetScore(open.Instrument), new Dictionary<string, string>(), open.Period, scene.Coordinator.Id, open.Now, open.Today).Problem));

        page.WaitForAssertion(() => Assert.Contains("masih di layar", page.Find("[data-testid=save-word]").TextContent, StringComparison.Ordinal));
        Assert.Equal("Belum selesai menulis.", page.Find("#catatan").GetAttribute("value"));
        Assert.True(page.Find("#catatan").HasAttribute("readonly"));
    }

    [Fact]
    public async Task However_much_is_saved_the_page_reads_once_a_second()
    {
        using var scene = await Scene.CreateAsync();
        var page = await OpenWithColleagueAsync(scene, Scene.YesNo);
        await SaveAsync(scene, Scene.Abc, "B");
        page.WaitForAssertion(() => Assert.Equal("1", page.Find("[data-testid=completeness]").TextContent));

        await SaveAsync(scene, "A.I.1.ii.a", "Ya");
        await SaveAsync(scene, "A.I.1.ii.b", "A");
        Assert.Equal("1", page.Find("[data-testid=completeness]").TextContent);

        await NextReadingsAsync(scene, () => page.Find("[data-testid=completeness]").TextContent == "3");
    }

    [Fact]
    public async Task A_page_that_is_left_is_not_listened_for_any_more()
    {
        using var scene = await Scene.CreateAsync();
        Open<WorksheetPage>(scene, scene.Coordinator, $"/lembar-kerja/{scene.Sheet.Id}", scene.Sheet.Id);
        Assert.Equal(1, scene.Database.Broadcast.Listeners);

        await DisposeComponentsAsync();

        Assert.Equal(0, scene.Database.Broadcast.Listeners);
    }

    private async Task<IRenderedComponent<WorksheetPage>> OpenWithColleagueAsync(Scene scene, string code)
    {
        _colleague = await scene.Database.AddUserAsync(Role.Koordinator, scene.Unit, "Budi Santoso");
        return Open<WorksheetPage>(scene, scene.Coordinator, $"/lembar-kerja/{scene.Sheet.Id}?soal={code}", scene.Sheet.Id);
    }

    private async Task SaveAsync(Scene scene, string code, string key, string note = "") =>
        Assert.Null((await scene.Save(_colleague!).ExecuteAsync(scene.Answering(code, new ChoiceAnswer(key), note), default)).Problem);

    /// <summary>Lets the seconds between readings pass until what was saved meanwhile is there.</summary>
    private static async Task NextReadingsAsync(Scene scene, Func<bool> isThere)
    {
        for (var second = 0; second < 100 && !isThere(); second++)
        {
            scene.Database.Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(TimeSpan.FromMilliseconds(100));
        }

        Assert.True(isThere());
    }

    private static ScoreSheet SheetScore(Domain.Instruments.Instrument instrument) =>
        ScoringEngine.Score(instrument, instrument.Places.ToDictionary(place => place.Question.Code, place => TestDatabase.BestAnswer(place.Question)));

    private static IElement ButtonIn(IElement part, string text) => part.QuerySelectorAll("button").Single(button => button.TextContent.Trim() == text);
}
