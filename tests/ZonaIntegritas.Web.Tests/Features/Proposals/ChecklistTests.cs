using Microsoft.EntityFrameworkCore;
using Xunit;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Web.Features.Proposals.Conditions;
using ZonaIntegritas.Web.Identity;
using ZonaIntegritas.Web.Tests.Features.Evidence.Library;

namespace ZonaIntegritas.Web.Tests.Features.Proposals;

/// <summary>What a sheet's checklist says, to whom, and from whose score.</summary>
public sealed class ChecklistTests
{
    [Fact]
    public async Task The_verdict_turns_when_the_last_condition_is_confirmed()
    {
        using var scene = await Scene.CreateAsync();
        await scene.Database.AnswerAsync(scene.Sheet, by: scene.Coordinator);
        await scene.FulfilAsync(except: ConditionDesk.Tlhp);
        Assert.Equal("Belum layak diusulkan menuju WBK: tindak lanjut temuan belum dicatat.", await SentenceAsync(scene));

        await scene.RecordAsync(entry: ConditionDesk.Entry("98,5"));
        Assert.Equal("Belum layak diusulkan menuju WBK: tindak lanjut temuan 98,5 % (minimal 100 %).", await SentenceAsync(scene));

        await scene.RecordAsync();
        Assert.Equal("Belum layak diusulkan menuju WBK: tindak lanjut temuan belum dikonfirmasi.", await SentenceAsync(scene));

        await scene.ConfirmAsync();
        Assert.Equal("Layak diusulkan menuju WBK: seluruh batas nilai dan syarat terpenuhi.", await SentenceAsync(scene));
    }

    [Fact]
    public async Task Afirmasi_lets_conditions_be_completed_later_and_names_its_basis()
    {
        using var scene = await Scene.CreateAsync();
        await scene.Database.AnswerAsync(scene.Sheet, by: scene.Coordinator);
        await scene.FulfilAsync(except: ConditionDesk.Tlhp);
        await scene.ChangeAsync(async db => (await db.WorkUnits.SingleAsync()).Affirm(true, "SK 12/2026", scene.Evaluator.Id, scene.Database.Clock.GetUtcNow()));

        var view = await LoadAsync(scene, scene.Coordinator);

        Assert.Equal("Layak diusulkan menuju WBK dengan afirmasi; masih dilengkapi: tindak lanjut temuan belum dicatat.", view.Verdict.Sentence);
        Assert.Equal(("SK 12/2026", "Tono Hartono"), (view.Affirmation!.Basis, view.Affirmation.By!.Name));
    }

    [Fact]
    public async Task Afirmasi_counts_for_regional_governments_only()
    {
        using var scene = await Scene.CreateAsync();
        await scene.Database.AnswerAsync(scene.Sheet, by: scene.Coordinator);
        await scene.FulfilAsync(except: ConditionDesk.Tlhp);
        await scene.ChangeAsync(async db =>
        {
            (await db.WorkUnits.SingleAsync()).Affirm(true, "SK 12/2026", scene.Evaluator.Id, scene.Database.Clock.GetUtcNow());
            await db.Periods.ExecuteUpdateAsync(set => set.SetProperty(period => period.Instansi, InstansiKind.KementerianLembaga));
        });

        var verdict = (await LoadAsync(scene, scene.Coordinator)).Verdict;

        // CC is enough for a regional government, a ministry needs B.
        Assert.Equal(["indeks-rb", ConditionDesk.Tlhp], verdict.Blocking.Select(lack => lack.Code));
    }

    [Fact]
    public async Task A_predicate_withdrawn_within_two_years_bars_the_unit()
    {
        using var scene = await Scene.CreateAsync();
        await scene.Database.AnswerAsync(scene.Sheet, by: scene.Coordinator);
        await scene.FulfilAsync();
        await scene.ChangeAsync(async db =>
        {
            var earlier = new Assessment(Guid.CreateVersion7(scene.Database.Clock.GetUtcNow()), scene.Unit.Id, await scene.Database.AddPeriodAsync(2024), "WBK");
            db.Add(earlier);
            await db.SaveChangesAsync();
            await db.Assessments.Where(sheet => sheet.Id == earlier.Id).ExecuteUpdateAsync(set => set.SetProperty(sheet => sheet.Status, AssessmentStatus.Awarded));
            await db.Entry(earlier).ReloadAsync();
            Assert.Null(earlier.Revoke(new(scene.Evaluator.Id, scene.Database.Clock.GetUtcNow(), new(2025, 3, 3), "KEP-12", "Pungutan liar.")).Problem);
        });

        Assert.Equal(
            "Belum layak diusulkan menuju WBK: predikat dicabut 3 Maret 2025 sehingga baru dapat diusulkan lagi mulai 3 Maret 2027.", await SentenceAsync(scene));
    }

    [Fact]
    public async Task The_unit_sees_its_own_score_until_the_LHE_and_TPI_sees_its_own_once_it_is_whole()
    {
        using var scene = await Scene.CreateAsync();
        await scene.MoveToAsync(AssessmentStatus.InReview);
        await scene.Database.AnswerAsync(scene.Sheet, Layer.Tpi, questions: 10, by: scene.Evaluator);
        Assert.Equal((Layer.Unit, Layer.Unit), (await LayerAsync(scene, scene.Coordinator), await LayerAsync(scene, scene.Evaluator)));

        using var whole = await Scene.CreateAsync();
        await whole.MoveToAsync(AssessmentStatus.InReview);
        await whole.Database.AnswerAsync(whole.Sheet, Layer.Tpi, by: whole.Evaluator);
        Assert.Equal((Layer.Unit, Layer.Tpi), (await LayerAsync(whole, whole.Coordinator), await LayerAsync(whole, whole.Evaluator)));

        using var concluded = await Scene.CreateAsync();
        await concluded.MoveToAsync(AssessmentStatus.Concluded);
        Assert.Equal(Layer.Tpi, await LayerAsync(concluded, concluded.Coordinator));
    }

    [Fact]
    public async Task Rights_are_said_as_the_use_cases_ask_them()
    {
        using var scene = await Scene.CreateAsync();
        await scene.RecordAsync();
        var head = await scene.Database.AddUserAsync(Role.Pimpinan, scene.Unit);
        var administrator = await scene.Database.AddUserAsync(Role.Administrator);

        Assert.Equal((true, false, false), await RightsAsync(scene, scene.Coordinator));
        Assert.Equal((false, true, false), await RightsAsync(scene, scene.Evaluator));
        Assert.Equal((false, false, false), await RightsAsync(scene, head));
        Assert.Equal((false, false, true), await RightsAsync(scene, administrator));
    }

    [Fact]
    public async Task Another_units_people_do_not_see_it()
    {
        using var scene = await Scene.CreateAsync();
        var stranger = await scene.Database.AddUserAsync(Role.Koordinator, await scene.Database.AddUnitAsync("BKD"));

        await Assert.ThrowsAsync<ForbiddenException>(() => LoadAsync(scene, stranger));
    }

    [Fact]
    public async Task Verdict_for_others_is_the_same_as_the_pages()
    {
        using var scene = await Scene.CreateAsync();
        await scene.Database.AnswerAsync(scene.Sheet, by: scene.Coordinator);
        await scene.FulfilAsync(except: ConditionDesk.Tlhp);
        await using var db = scene.Database.CreateDbContext();
        var sheet = await scene.Database.Sheets.OpenAsync(db, scene.Sheet.Id, default);
        var score = Web.Features.Assessments.SheetKeeper.TargetVerdict(sheet, await scene.FreshScoreAsync());

        var verdict = await ProposalState.DecideAsync(db, sheet, score, default);

        Assert.Equal(await SentenceAsync(scene), verdict.Sentence);
    }

    private static Task<Checklist> LoadAsync(Scene scene, AppUser reader) => scene.Checklists(reader).LoadAsync(scene.Sheet.Id, default);

    private static async Task<string> SentenceAsync(Scene scene) => (await LoadAsync(scene, scene.Coordinator)).Verdict.Sentence;

    private static async Task<Layer> LayerAsync(Scene scene, AppUser reader) => (await LoadAsync(scene, reader)).Score.Layer;

    private static async Task<(bool Record, bool Confirm, bool Instansi)> RightsAsync(Scene scene, AppUser reader)
    {
        var rights = (await LoadAsync(scene, reader)).Rights;
        return (rights.MayRecord, rights.MayConfirm, rights.SeesInstansi);
    }
}
