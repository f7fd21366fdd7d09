using Xunit;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Reviews;
using ZonaIntegritas.Domain.Scoring;
using ZonaIntegritas.Web.Features.Reviews.Differences;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Tests.Features.Reviews.Differences;

public sealed class DifferenceQueriesTests
{
    [Fact]
    public async Task Only_what_differs_is_listed_with_what_it_costs_by_area_and_reason()
    {
        using var scene = await Scene.CreateAsync();
        await scene.MoveToAsync(AssessmentStatus.InReview);
        await JudgeAsync(scene, Scene.YesNo, new ChoiceAnswer("Tidak"), DifferenceReason.EvidenceLacking);
        await JudgeAsync(scene, Scene.Abc, new ChoiceAnswer("C"), DifferenceReason.EvidenceLacking);
        await JudgeAsync(scene, "A.I.1.ii.a", new ChoiceAnswer("Ya"), null);
        await JudgeAsync(scene, "A.I.2.i.a", new ChoiceAnswer("C"), null);

        var table = (await LoadAsync(scene, scene.Evaluator)).Table;

        Assert.Equal([Scene.YesNo, Scene.Abc, "A.I.2.i.a"], table.Rows.Select(row => row.Question.Code));
        Assert.False(table.HasTpn);
        var first = table.Rows[0];
        Assert.Equal((new ChoiceAnswer("Ya"), new ChoiceAnswer("Tidak"), null, 0.25m), (first.Unit.Value, first.Tpi.Value, first.Tpn.Value, first.ToTpi!.Value.ToDecimal()));
        // 0,25 + 0,25 of area 1; the third has no reason.
        Assert.Equal([("bukti kurang", 2, 0.5m)], table.ReasonsOf(Layer.Tpi).Where(sum => sum.Name != "tanpa alasan").Select(sum => (sum.Name, sum.Questions, sum.Lost.ToDecimal())));
        Assert.Equal([(2, 0.5m), (1, table.Rows[2].ToTpi!.Value.ToDecimal())], table.AreasOf(Layer.Tpi).Select(sum => (sum.Questions, sum.Lost.ToDecimal())));
        Assert.Equal(0.5m + table.Rows[2].ToTpi!.Value.ToDecimal(), table.LostToTpi.ToDecimal());
    }

    [Fact]
    public async Task What_tpn_holds_is_compared_with_tpi()
    {
        using var scene = await Scene.CreateAsync();
        await scene.MoveToAsync(AssessmentStatus.InReview);
        await JudgeAsync(scene, Scene.YesNo, new ChoiceAnswer("Tidak"), DifferenceReason.Other);
        await using (var db = scene.Database.CreateDbContext())
        {
            var answer = new Answer(Guid.CreateVersion7(), scene.Sheet.Id, Layer.Tpn, Scene.YesNo);
            answer.Change(new ChoiceAnswer("Ya"), "Terbukti di lapangan.", scene.Evaluator.Id, scene.Database.Clock.GetUtcNow(), DifferenceReason.Other);
            db.Answers.Add(answer);
            await db.SaveChangesAsync();
        }

        var row = Assert.Single((await LoadAsync(scene, scene.Evaluator)).Table.Rows);

        // Down by TPI, up again by TPN.
        Assert.Equal((0.25m, -0.25m, "Terbukti di lapangan."), (row.ToTpi!.Value.ToDecimal(), row.ToTpn!.Value.ToDecimal(), row.Tpn.Note));
    }

    [Theory]
    [InlineData(Role.Koordinator)]
    [InlineData(Role.Pimpinan)]
    public async Task The_units_own_people_read_it_once_the_lhe_is_out(Role role)
    {
        using var scene = await Scene.CreateAsync();
        await scene.MoveToAsync(AssessmentStatus.InReview);
        var person = await scene.Database.AddUserAsync(role, scene.Unit, "Orang Unit");

        var refusal = await Assert.ThrowsAsync<ForbiddenException>(() => LoadAsync(scene, person));
        Assert.Equal(ReviewProblems.DifferencesAfterLhe, refusal.Problem);

        await scene.Database.AnswerAsync(scene.Sheet, Layer.Tpi, by: scene.Evaluator);
        Assert.Null((await scene.Conclude().ExecuteAsync(scene.Sheet.Id, default)).Problem);
        Assert.True((await LoadAsync(scene, person)).IsUnit);
    }

    [Fact]
    public async Task Tpi_administrator_and_head_of_the_instansi_read_it_at_any_time_and_strangers_never()
    {
        using var scene = await Scene.CreateAsync();
        await scene.MoveToAsync(AssessmentStatus.InReview);
        var other = await scene.Database.AddUnitAsync("Dinas Sosial");

        Assert.Equal(ReviewTier.Controller, (await LoadAsync(scene, scene.Controller)).Mine);
        Assert.False((await LoadAsync(scene, await scene.Database.AddUserAsync(Role.Administrator))).IsUnit);
        Assert.Empty((await LoadAsync(scene, await scene.Database.AddUserAsync(Role.Pimpinan))).Table.Rows);
        foreach (var stranger in (AppUser[])
            [
                await scene.Database.AddUserAsync(Role.Koordinator, other),
                await scene.Database.AddUserAsync(Role.Evaluator),
                await scene.Database.AddUserAsync(Role.Evaluator, scene.Unit, "Rekan Unit", scene.Unit),
                await scene.Database.AddUserAsync(Role.Pimpinan, other),
            ])
        {
            await Assert.ThrowsAsync<ForbiddenException>(() => LoadAsync(scene, stranger));
        }
    }

    private static async Task JudgeAsync(Scene scene, string code, AnswerValue value, DifferenceReason? reason) =>
        Assert.Null((await scene.Judge().ExecuteAsync(scene.Answering(code, value) with { Reason = reason }, default)).Problem);

    private static Task<DifferenceView> LoadAsync(Scene scene, AppUser who) =>
        new DifferenceQueries(scene.Database, TestDatabase.SignIn(who), scene.Database.Sheets).LoadAsync(scene.Sheet.Id, default);
}
