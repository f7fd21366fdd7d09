using Bunit;
using Xunit;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Instruments;
using ZonaIntegritas.Web.Features.Readiness.Working;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Tests.Features.Readiness.Working;

/// <summary>Whoever may not see a figure may not see how it came about either.</summary>
public sealed class WorkingQueriesTests
{
    private const string Question = "A.I.1.i.a";

    [Fact]
    public async Task People_of_other_units_and_closed_accounts_see_no_working()
    {
        using var world = await ReadinessWorld.CreateAsync(set: AnswerSets.Mixed);
        var other = await world.AddUnitAsync("Bapenda");
        AppUser[] strangers =
        [
            await world.Database.AddUserAsync(Role.Pimpinan, other.Unit),
            await world.Database.AddUserAsync(Role.Koordinator, other.Unit),
            await world.Database.AddUserAsync(Role.Evaluator, null, "Maya Permisalia", other.Unit),
            // The own unit weighs more than an assignment to it.
            await world.Database.AddUserAsync(Role.Evaluator, world.Unit, "Budi Teladanto", world.Unit),
        ];
        var closed = await world.Database.AddUserAsync(Role.Administrator);
        await world.Database.CloseAccountAsync(closed);

        foreach (var person in strangers.Append(closed))
        {
            await Assert.ThrowsAsync<ForbiddenException>(() => world.WorkingFor(person).LoadAsync(world.Sheet.Id, null, Limit.TotalTarget, default));
        }

        await Assert.ThrowsAsync<ForbiddenException>(() => world.WorkingFor(world.Head).LoadAsync(Guid.CreateVersion7(), null, Limit.TotalTarget, default));
    }

    [Fact]
    public async Task The_unit_sees_TPIs_working_only_after_the_LHE()
    {
        using var world = await ReadinessWorld.CreateAsync();
        await world.ReviewAsync(AnswerSets.Mixed);
        var head = await world.Database.AddUserAsync(Role.Pimpinan);

        var own = await world.WorkingFor(world.Head).LoadAsync(world.Sheet.Id, null, Limit.TotalTarget, default);
        var heads = await world.WorkingFor(head).LoadAsync(world.Sheet.Id, null, Limit.TotalTarget, default);

        Assert.Equal(Layer.Unit, own.Layer);
        Assert.Equal([Layer.Unit], own.Layers);
        Assert.Equal(Layer.Tpi, heads.Layer);
        await Assert.ThrowsAsync<ForbiddenException>(() => world.WorkingFor(world.Head).LoadAsync(world.Sheet.Id, Layer.Tpi, Question, default));
        await Assert.ThrowsAsync<ForbiddenException>(() => world.WorkingFor(head).LoadAsync(world.Sheet.Id, Layer.Tpn, Question, default));
    }

    [Fact]
    public async Task A_concluded_sheet_is_worked_out_from_what_was_frozen()
    {
        using var world = await ReadinessWorld.CreateAsync();
        await world.ConcludeAsync();
        await AnswerSets.ReplaceAsync(world.Database, world.Sheet, AnswerSets.Poor);

        var view = await world.WorkingFor(world.Head).LoadAsync(world.Sheet.Id, Layer.Unit, Limit.TotalTarget, default);

        Assert.Equal(("98,67", "58,67 + 40,00 = 98,67", "final, LHE 10 Oktober 2026"), (view.Part!.Points.Text, view.Part.Sum, view.State));
    }

    [Fact]
    public async Task The_way_down_ends_at_the_answer_its_note_and_its_rule()
    {
        using var world = await ReadinessWorld.CreateAsync();
        await AnswerAsync(world);
        var coordinator = await world.Database.AddUserAsync(Role.Koordinator, world.Unit);

        var view = await world.WorkingFor(coordinator).LoadAsync(world.Sheet.Id, null, Question, default);
        var heads = await world.WorkingFor(world.Head).LoadAsync(world.Sheet.Id, null, Question, default);

        Assert.Equal(("SK sudah terbit.", "Pilihan Tidak bernilai 0."), (view.Question!.Note, view.Question.Why));
        Assert.True(view.Question.Options.Single(option => option.Key == "Tidak").IsChosen);
        Assert.Empty(view.Question.Evidence);
        Assert.Equal(["Nilai total", "Pengungkit", "Manajemen Perubahan"], view.Part!.Path.Take(3).Select(step => step.Name));
        Assert.Equal($"/lembar-kerja/{world.Sheet.Id}?soal={Question}", view.AnswerHref);
        Assert.Null(heads.AnswerHref);
    }

    [Fact]
    public async Task The_page_leads_from_the_total_down_and_says_when_a_part_is_not_there()
    {
        using var world = await ReadinessWorld.CreateAsync(set: AnswerSets.Mixed);
        await using var page = new ReadinessPageTest(world, world.Head);

        var total = page.ShowWorking(WorkingAddress.Of(world.Sheet.Id, Layer.Unit, Limit.TotalTarget));
        Assert.Contains("Bagaimana angka ini dihitung?", total.Find("h1").TextContent, StringComparison.Ordinal);
        Assert.Equal(["baris-A", "baris-B"], total.FindAll("tr[data-testid]").Select(row => row.GetAttribute("data-testid")));
        Assert.Equal(2, total.FindAll("[data-testid^=batas-]").Count);

        var question = page.ShowWorking(WorkingAddress.Of(world.Sheet.Id, Layer.Unit, Question));
        Assert.Contains("Belum ada data dukung", question.Markup, StringComparison.Ordinal);
        Assert.Contains("Ikut dihitung dalam batas", question.Markup, StringComparison.Ordinal);

        var missing = page.ShowWorking(WorkingAddress.Of(world.Sheet.Id, Layer.Unit, "Z.9"));
        Assert.Contains("Bagian ini tidak ada", missing.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.NotEmpty(missing.FindAll("a[href$='bagian=total']"));
    }

    private static async Task AnswerAsync(ReadinessWorld world)
    {
        await using var db = world.Database.CreateDbContext();
        var answer = new Answer(Guid.CreateVersion7(), world.Sheet.Id, Layer.Unit, Question);
        answer.Change(new Domain.Scoring.ChoiceAnswer("Tidak"), "SK sudah terbit.", world.Head.Id, world.Database.Clock.GetUtcNow());
        db.Add(answer);
        await db.SaveChangesAsync();
    }
}
