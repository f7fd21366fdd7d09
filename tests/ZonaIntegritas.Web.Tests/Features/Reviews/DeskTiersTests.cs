using AngleSharp.Dom;
using Bunit;
using MudBlazor;
using Xunit;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Reviews;
using ZonaIntegritas.Domain.Scoring;
using ZonaIntegritas.Web.Features.Reviews.Desk;
using ZonaIntegritas.Web.Identity;
using ZonaIntegritas.Web.Tests.Features.Reviews.Many;

namespace ZonaIntegritas.Web.Tests.Features.Reviews;

/// <summary>The desk of each tier: what it sees of the others, when it may judge, and what it still owes.</summary>
public sealed class DeskTiersTests : PageTest
{
    [Fact]
    public async Task A_difference_asks_for_its_reason_and_is_not_finished_without_one()
    {
        using var scene = await Scene.CreateAsync();
        await scene.MoveToAsync(AssessmentStatus.InReview);
        var page = Open(scene, scene.Evaluator);
        Assert.Empty(page.FindAll("[data-testid=reasons]"));

        await page.Find(".editable input[value=Tidak]").ChangeAsync("Tidak");

        Assert.Contains("−0,25 poin", page.Find("[data-testid=reasons] legend").TextContent, StringComparison.Ordinal);
        Assert.Equal("berbeda tanpa alasan", SignOf(page));
        await PressAsync("enter");
        Assert.Contains(Scene.YesNo, page.Find("h2#soal").TextContent, StringComparison.Ordinal);

        await page.Find("input[data-reason='2']").ChangeAsync("EvidenceIrrelevant");

        Assert.Equal(DifferenceReason.EvidenceIrrelevant, (await scene.JudgementAsync(Scene.YesNo, ReviewTier.Lead))!.Reason);
        Assert.Equal(DifferenceReason.EvidenceIrrelevant, (await scene.AnswerAsync(Scene.YesNo, Layer.Tpi))!.Reason);
        Assert.Equal("sudah dijawab", SignOf(page));
        await PressAsync("enter");
        Assert.Contains(Scene.Abc, page.Find("h2#soal").TextContent, StringComparison.Ordinal);
        Assert.Equal(new ChoiceAnswer("Tidak"), (await scene.AnswerAsync(Scene.YesNo, Layer.Tpi))!.Value);
    }

    [Fact]
    public async Task Going_back_to_the_units_value_takes_the_reason_with_it()
    {
        using var scene = await Scene.CreateAsync();
        await scene.MoveToAsync(AssessmentStatus.InReview);
        await scene.DisagreeAsync();
        var page = Open(scene, scene.Evaluator);

        await page.Find(".editable input[value=Ya]").ChangeAsync("Ya");

        Assert.Empty(page.FindAll("[data-testid=reasons]"));
        Assert.Null((await scene.JudgementAsync(Scene.YesNo, ReviewTier.Lead))!.Reason);
    }

    [Fact]
    public async Task The_tier_above_sees_what_the_tier_below_holds_and_accepts_it_with_its_reason()
    {
        using var scene = await Scene.CreateAsync();
        await scene.MoveToAsync(AssessmentStatus.InReview);
        await scene.DisagreeAsync();
        var page = Open(scene, scene.Controller);
        var below = page.Find(".tier");
        foreach (var part in (string[])["Ketua tim", "Tidak", "bukti kurang", "SK tahun lalu.", "0,00 poin", scene.Evaluator.FullName])
        {
            Assert.Contains(part, below.TextContent, StringComparison.Ordinal);
        }

        await PressAsync("enter");

        var held = await scene.JudgementAsync(Scene.YesNo, ReviewTier.Controller);
        Assert.Equal((new ChoiceAnswer("Tidak"), DifferenceReason.EvidenceLacking, 1), (held!.Value, held.Reason!.Value, held.BasedOn));
    }

    [Fact]
    public async Task Until_it_is_this_tiers_turn_a_quiet_line_says_who_is_waited_for()
    {
        using var scene = await Scene.CreateAsync();
        await scene.MoveToAsync(AssessmentStatus.InReview);
        await scene.AcceptAsync(null, ManyBench.Item(Scene.Abc));
        var page = Open(scene, scene.Controller);

        Assert.Equal(ReviewProblems.LowerTierFirst(ReviewTier.Lead).Message, page.Find("[data-testid=waits]").TextContent);
        Assert.True(page.Find("fieldset.answer").HasAttribute("disabled"));
        Assert.Equal("Menunggu Anda 1", page.Find("[data-testid=counter] strong").TextContent);
        await PressAsync("enter");
        Assert.Null(await scene.JudgementAsync(Scene.YesNo, ReviewTier.Controller));

        await PressAsync("o");
        Assert.Contains(Scene.Abc, page.Find("h2#soal").TextContent, StringComparison.Ordinal);
        Assert.Equal("menunggu penilaian Anda", SignOf(page));
    }

    [Fact]
    public async Task A_judgement_below_that_changed_meanwhile_is_told_and_both_stay_on_screen()
    {
        using var scene = await Scene.CreateAsync();
        await scene.MoveToAsync(AssessmentStatus.InReview);
        await scene.AcceptAsync(null, ManyBench.Item(Scene.YesNo));
        HearsNothing = true;
        var page = Open(scene, scene.Controller);
        await scene.DisagreeAsync(seen: 1);

        await page.Find(".editable input[value=Ya]").ChangeAsync("Ya");

        Assert.Equal(ReviewProblems.BelowChanged(ReviewTier.Lead).Message, page.Find("[data-testid=save-word]").TextContent);
        Assert.Contains("Tidak", page.Find(".tier").TextContent, StringComparison.Ordinal);
        Assert.True(page.Find(".editable input[value=Ya]").HasAttribute("checked"));
        Assert.Null(await scene.JudgementAsync(Scene.YesNo, ReviewTier.Controller));

        await Button(page, "Pakai punya saya").ClickAsync(new());
        Assert.Equal(2, (await scene.JudgementAsync(Scene.YesNo, ReviewTier.Controller))!.BasedOn);
    }

    [Fact]
    public async Task A_colleague_of_the_same_tier_who_was_faster_is_shown_beside_the_own_text()
    {
        using var scene = await Scene.CreateAsync();
        await scene.MoveToAsync(AssessmentStatus.InReview);
        HearsNothing = true;
        var page = Open(scene, scene.Evaluator);
        await scene.DisagreeAsync();

        await page.Find(".editable input[value=Ya]").ChangeAsync("Ya");

        Assert.Contains("sudah diubah orang lain", page.Find("[data-testid=save-word]").TextContent, StringComparison.Ordinal);
        var stored = page.Find(".conflict").TextContent;
        Assert.Contains("SK tahun lalu.", stored, StringComparison.Ordinal);
        Assert.True(page.Find(".editable input[value=Ya]").HasAttribute("checked"));
    }

    [Fact]
    public async Task A_template_follows_what_was_typed()
    {
        using var scene = await Scene.CreateAsync();
        await scene.MoveToAsync(AssessmentStatus.InReview);
        var page = Open(scene, scene.Evaluator);
        await page.Find("#catatan").InputAsync("Lihat SK.");

        await page.FindAll(".templates button")[0].ClickAsync(new());

        Assert.Equal($"Lihat SK.\n{RemarkTemplates.OfNote[0]}", page.Find("#catatan").GetAttribute("value"));
    }

    [Fact]
    public async Task Only_the_top_tier_finds_the_lhe_and_is_told_what_is_missing()
    {
        using var scene = await Scene.CreateAsync();
        await scene.MoveToAsync(AssessmentStatus.InReview);
        await scene.DisagreeAsync(reason: null);
        await scene.Database.ReturnAsync(scene.Sheet, scene.Evaluator, Scene.Abc, "Lampirkan.");
        var page = Open(scene, scene.Controller);
        var dialogs = Render<MudDialogProvider>();

        var pressed = Button(page, "Terbitkan LHE").ClickAsync(new());

        dialogs.WaitForElement(".mud-dialog li");
        Assert.Equal(
            [
                "1 soal masih menunggu perbaikan unit.", "112 soal menunggu ketua tim, mulai dari A.I.1.i.b.",
                "1 soal menunggu pengendali teknis, mulai dari A.I.1.i.a.", "1 soal berbeda dari jawaban unit tanpa alasan, mulai dari A.I.1.i.a.",
            ],
            dialogs.FindAll(".mud-dialog li").Select(gap => gap.TextContent));
        Assert.DoesNotContain(dialogs.FindAll("button"), button => button.TextContent == "Terbitkan");
        await dialogs.FindAll("button").Single(button => button.TextContent == "Tutup").ClickAsync(new());
        await pressed;
    }

    [Fact]
    public async Task A_lower_tier_finds_no_button_that_would_refuse_it()
    {
        using var scene = await Scene.CreateAsync();
        await scene.MoveToAsync(AssessmentStatus.InReview);

        Assert.DoesNotContain(Open(scene, scene.Evaluator).FindAll("button"), button => button.TextContent.Trim() == "Terbitkan LHE");
    }

    [Fact]
    public async Task With_everything_judged_the_dialog_names_the_verdict_and_the_lhe_is_issued()
    {
        using var scene = await Scene.CreateAsync();
        await scene.MoveToAsync(AssessmentStatus.InReview);
        await scene.Database.AnswerAsync(scene.Sheet, Layer.Tpi, by: scene.Evaluator);
        var page = Open(scene, scene.Controller);
        var dialogs = Render<MudDialogProvider>();

        var pressed = Button(page, "Terbitkan LHE").ClickAsync(new());
        dialogs.WaitForElement(".mud-dialog .tag");
        Assert.Contains("98,67", dialogs.Find(".mud-dialog").TextContent, StringComparison.Ordinal);
        Assert.Contains("Belum layak diusulkan menuju WBK", dialogs.Find(".mud-dialog").TextContent, StringComparison.Ordinal);
        await dialogs.FindAll("button").Single(button => button.TextContent == "Terbitkan").ClickAsync(new());
        await pressed;

        Assert.Equal(AssessmentStatus.Concluded, (await scene.StoredSheetAsync()).Status);
    }

    [Fact]
    public async Task A_return_by_mistake_is_taken_back_at_the_desk()
    {
        using var scene = await Scene.CreateAsync();
        await scene.MoveToAsync(AssessmentStatus.InRepair);
        var page = Open(scene, scene.Evaluator);

        await Button(page, "Batalkan pengembalian").ClickAsync(new());

        Assert.True((await scene.StoredSheetAsync()).ReturnedItems.Single().TakenBack);
        Assert.NotNull(Button(page, "Kembalikan"));
    }

    private IRenderedComponent<DeskPage> Open(Scene scene, AppUser who) =>
        Open<DeskPage>(scene, who, $"/penilaian/{scene.Sheet.Id}?soal={Scene.YesNo}", scene.Sheet.Id);

    private static string? SignOf(IRenderedComponent<DeskPage> page) => page.Find(".tree-question.current svg").GetAttribute("aria-label");

    private static IElement Button(IRenderedComponent<DeskPage> page, string text) =>
        page.FindAll("button").Single(button => button.TextContent.Trim() == text);
}
