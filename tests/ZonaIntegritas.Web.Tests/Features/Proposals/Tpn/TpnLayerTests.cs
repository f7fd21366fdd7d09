using System.Text;
using Microsoft.EntityFrameworkCore;
using Xunit;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Auditing;
using ZonaIntegritas.Domain.Reviews;
using ZonaIntegritas.Domain.Scoring;
using ZonaIntegritas.Web.Features.Proposals.Tpn;
using ZonaIntegritas.Web.Identity;
using ZonaIntegritas.Web.Tests.Features.Proposals.Journey;

namespace ZonaIntegritas.Web.Tests.Features.Proposals.Tpn;

/// <summary>TPN's layer: entered, copied and imported by the administrator, between the proposal and the decision.</summary>
public sealed class TpnLayerTests
{
    [Fact]
    public async Task A_value_is_kept_with_note_and_reason_beside_the_other_layers_and_scored()
    {
        using var scene = await ProposedAsync();
        var command = scene.Scene.Answering(Scene.YesNo, new ChoiceAnswer("Tidak"), "SK tidak ditunjukkan.") with { Reason = DifferenceReason.EvidenceLacking };

        Assert.Null((await scene.SaveTpn().ExecuteAsync(command, default)).Problem);

        var answer = await scene.Scene.AnswerAsync(Scene.YesNo, Layer.Tpn);
        Assert.Equal((new ChoiceAnswer("Tidak"), "SK tidak ditunjukkan.", DifferenceReason.EvidenceLacking, 1), (answer!.Value, answer.Note, answer.Reason, answer.Version));
        Assert.Equal(new ChoiceAnswer("Ya"), (await scene.Scene.AnswerAsync(Scene.YesNo, Layer.Tpi))!.Value);
        Assert.Equal((0m, 1), ((await scene.Scene.StoredScoreAsync(Layer.Tpn))!.Total, (await scene.Scene.StoredScoreAsync(Layer.Tpn))!.AnsweredQuestions));
        Assert.Equal(Scene.BestTotal, (await scene.Scene.StoredScoreAsync(Layer.Tpi))!.Total);
        await using var db = scene.Database.CreateDbContext();
        Assert.Equal(1, await db.AuditEntries.CountAsync(entry => entry.Action == AuditAction.AnswerSaved && entry.Layer == Layer.Tpn));
    }

    [Fact]
    public async Task A_stale_or_unacceptable_value_is_refused_and_changes_nothing()
    {
        using var scene = await ProposedAsync();
        await scene.SaveTpn().ExecuteAsync(scene.Scene.Answering(Scene.YesNo, new ChoiceAnswer("Tidak")), default);
        var before = await scene.Scene.PrintAsync();

        Assert.Equal("assessment.stale", (await scene.SaveTpn().ExecuteAsync(scene.Scene.Answering(Scene.YesNo, new ChoiceAnswer("Ya")), default)).Problem?.Code);
        Assert.Equal("assessment.unacceptable-answer", (await scene.SaveTpn().ExecuteAsync(scene.Scene.Answering(Scene.YesNo, new ChoiceAnswer("C"), seen: 1), default)).Problem?.Code);
        Assert.Equal("assessment.unknown-question", (await scene.SaveTpn().ExecuteAsync(scene.Scene.Answering("Z.9", new ChoiceAnswer("Ya")), default)).Problem?.Code);
        Assert.Equal(before, await scene.Scene.PrintAsync());
    }

    [Fact]
    public async Task Copying_fills_only_what_is_empty()
    {
        using var scene = await ProposedAsync();
        await scene.SaveTpn().ExecuteAsync(scene.Scene.Answering(Scene.YesNo, new ChoiceAnswer("Tidak"), "Beda."), default);

        Assert.Equal(112, (await scene.Copy().ExecuteAsync(scene.Scene.Sheet.Id, default)).Value);
        Assert.Equal(0, (await scene.Copy().ExecuteAsync(scene.Scene.Sheet.Id, default)).Value);

        Assert.Equal(new ChoiceAnswer("Tidak"), (await scene.Scene.AnswerAsync(Scene.YesNo, Layer.Tpn))!.Value);
        Assert.Equal(Scene.BestTotal - 0.25m, (await scene.Scene.StoredScoreAsync(Layer.Tpn))!.Total);
    }

    [Fact]
    public async Task A_file_is_shown_before_it_is_taken_and_is_taken_whole()
    {
        using var scene = await ProposedAsync();
        var file = File($$"""{"answers": {"{{Scene.YesNo}}": "Tidak", "{{Scene.Abc}}": "A"} }""");
        var untouched = await scene.Scene.PrintAsync();

        var preview = (await scene.Import().PreviewAsync(scene.Scene.Sheet.Id, file, default)).Value;

        Assert.Equal(untouched, await scene.Scene.PrintAsync());
        Assert.Equal([(Scene.YesNo, "(kosong)", true), (Scene.Abc, "(kosong)", false)], preview.Changes.Select(change => (change.Code, change.Before, change.DiffersFromTpi)));
        Assert.Equal((0, null), (preview.Same, preview.TotalBefore));

        Assert.Null((await scene.Import().ExecuteAsync(scene.Scene.Sheet.Id, file, default)).Problem);
        var again = (await scene.Import().ExecuteAsync(scene.Scene.Sheet.Id, file, default)).Value;

        Assert.Equal((0, 2), (again.Changes.Count, again.Same));
        Assert.Equal(new ChoiceAnswer("A"), (await scene.Scene.AnswerAsync(Scene.Abc, Layer.Tpn))!.Value);
        await using var db = scene.Database.CreateDbContext();
        Assert.Equal(2, await db.AuditEntries.CountAsync(entry => entry.Action == AuditAction.TpnImported));
    }

    [Fact]
    public async Task A_file_whose_preview_is_out_of_date_is_not_taken()
    {
        using var scene = await ProposedAsync();
        var file = File($$"""{"answers": {"{{Scene.YesNo}}": "Tidak"} }""");
        var seen = (await scene.Import().PreviewAsync(scene.Scene.Sheet.Id, file, default)).Value.Changes;
        await scene.SaveTpn().ExecuteAsync(scene.Scene.Answering(Scene.YesNo, new ChoiceAnswer("Ya")), default);
        var before = await scene.Scene.PrintAsync();

        Assert.Equal("assessment.stale", (await scene.Import().ExecuteAsync(scene.Scene.Sheet.Id, file, default, seen)).Problem?.Code);
        Assert.Equal(before, await scene.Scene.PrintAsync());
    }

    [Fact]
    public async Task A_file_with_faults_names_them_all_and_takes_nothing()
    {
        using var scene = await ProposedAsync();
        var before = await scene.Scene.PrintAsync();

        var read = (await scene.Import().ExecuteAsync(
            scene.Scene.Sheet.Id, File($$"""{"answers": {"{{Scene.YesNo}}": "Mungkin", "Z.9": "A", "{{Scene.Abc}}": "A"} }"""), default)).Value;

        Assert.Equal(2, read.Faults.Count);
        Assert.Contains(read.Faults, fault => fault.Contains("Z.9", StringComparison.Ordinal));
        Assert.NotEmpty((await scene.Import().ExecuteAsync(scene.Scene.Sheet.Id, File("bukan json"), default)).Value.Faults);
        Assert.NotEmpty((await scene.Import().ExecuteAsync(scene.Scene.Sheet.Id, File("""{"answers": {}}"""), default)).Value.Faults);
        Assert.Equal("tpn.file-too-large", (await scene.Import().ExecuteAsync(scene.Scene.Sheet.Id, new byte[ImportTpnAnswers.MaxBytes + 1], default)).Problem?.Code);
        Assert.Equal(before, await scene.Scene.PrintAsync());
    }

    [Fact]
    public async Task Nobody_but_an_administrator_writes_it_and_whoever_sees_the_sheet_reads_it()
    {
        using var scene = await ProposedAsync();
        await scene.SaveTpn().ExecuteAsync(scene.Scene.Answering(Scene.YesNo, new ChoiceAnswer("Tidak")), default);
        var closed = await scene.Database.AddUserAsync(Role.Administrator);
        await scene.Database.CloseAccountAsync(closed);
        var stranger = await scene.Database.AddUserAsync(Role.Koordinator, await scene.Database.AddUnitAsync("Dinsos"));
        var before = await scene.Scene.PrintAsync();

        foreach (var who in (AppUser[])[scene.Scene.Coordinator, scene.Scene.Evaluator, scene.Scene.Controller, scene.Head, closed, stranger])
        {
            await Assert.ThrowsAsync<ForbiddenException>(() => scene.SaveTpn(who).ExecuteAsync(scene.Scene.Answering(Scene.Abc, new ChoiceAnswer("A")), default));
            await Assert.ThrowsAsync<ForbiddenException>(() => scene.Copy(who).ExecuteAsync(scene.Scene.Sheet.Id, default));
            await Assert.ThrowsAsync<ForbiddenException>(() => scene.Import(who).PreviewAsync(scene.Scene.Sheet.Id, File("{}"), default));
            await Assert.ThrowsAsync<ForbiddenException>(() => scene.Import(who).ExecuteAsync(scene.Scene.Sheet.Id, File("{}"), default));
        }

        Assert.Equal(before, await scene.Scene.PrintAsync());
        foreach (var who in (AppUser[])[scene.Scene.Coordinator, scene.Scene.Evaluator, scene.Head])
        {
            var view = await ViewAsync(scene, who);
            Assert.Equal((false, 1), (view.MayEnter, view.Entered));
            var row = view.Rows.Single(each => each.Place.Question.Code == Scene.YesNo);
            Assert.Equal((true, -0.25m), (row.Differs, row.Cost!.Value.ToDecimal()));
        }

        await Assert.ThrowsAsync<ForbiddenException>(() => ViewAsync(scene, stranger));
    }

    [Fact]
    public async Task Before_the_proposal_and_after_the_decision_it_is_closed_and_says_where_the_sheet_stands()
    {
        using var scene = await AfterLheScene.CreateAsync();

        async Task ClosedAsync(string stage)
        {
            var before = await scene.Scene.PrintAsync();
            var problems = new[]
            {
                (await scene.SaveTpn().ExecuteAsync(scene.Scene.Answering(Scene.YesNo, new ChoiceAnswer("Ya")), default)).Problem,
                (await scene.Copy().ExecuteAsync(scene.Scene.Sheet.Id, default)).Problem,
                (await scene.Import().ExecuteAsync(scene.Scene.Sheet.Id, File("{}"), default)).Problem,
            };
            Assert.All(problems, problem => Assert.Contains($"pada tahap {stage};", problem!.Message, StringComparison.Ordinal));
            Assert.Equal(before, await scene.Scene.PrintAsync());
        }

        await ClosedAsync("LHE terbit");
        await scene.GoAsync(SheetMove.Propose, SheetMove.RecordStage, SheetMove.Award);
        await ClosedAsync("Ditetapkan");
    }

    private static async Task<AfterLheScene> ProposedAsync()
    {
        var scene = await AfterLheScene.CreateAsync();
        await scene.GoAsync(SheetMove.Propose);
        return scene;
    }

    private static Task<TpnView> ViewAsync(AfterLheScene scene, AppUser who) =>
        new TpnQueries(scene.Database, TestDatabase.SignIn(who), scene.Database.Sheets, scene.Scene.Queries(who)).LoadAsync(scene.Scene.Sheet.Id, default);

    private static ReadOnlyMemory<byte> File(string text) => Encoding.UTF8.GetBytes(text);
}
