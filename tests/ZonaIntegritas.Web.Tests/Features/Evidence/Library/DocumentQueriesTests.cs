using Xunit;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Auditing;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.Evidence.Library;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Tests.Features.Evidence.Library;

public sealed class DocumentQueriesTests
{
    [Fact]
    public async Task A_document_shows_its_versions_and_where_each_is_put_forward()
    {
        using var scene = await Scene.CreateAsync();
        var row = await scene.AddEvidenceAsync();
        await scene.MoveToAsync(AssessmentStatus.Submitted);
        var item = await scene.StoredAsync(row.ItemId);
        await scene.AddVersionAsync(item);

        var view = await scene.Documents().LoadAsync(row.ItemId, default);

        Assert.Equal([2, 1], view.Versions.Select(version => version.Number));
        Assert.All(view.Versions, version => Assert.True(version.MayBeServed));
        var use = Assert.Single(view.Uses);
        Assert.Equal((2026, AssessmentStatus.Submitted, Scene.YesNo, 1), (use.Year, use.Status, use.Code, use.Number));
        Assert.NotEmpty(use.Statement);
        Assert.Equal(["Versi baru belum dipakai"], view.Signs.Select(sign => sign.Word));
        Assert.Equal((true, true, "lembar-kerja"), (view.IsOwn, view.MayChange, view.UsesSheets));
    }

    [Fact]
    public async Task An_evaluator_reads_what_was_put_forward_and_changes_nothing()
    {
        using var scene = await Scene.CreateAsync();
        var (shown, hidden) = (await scene.AddEvidenceAsync(), await scene.ShelveAsync("internal.pdf"));

        var view = await scene.Documents(scene.Evaluator).LoadAsync(shown.ItemId, default);

        Assert.Equal((false, false, "penilaian"), (view.IsOwn, view.MayChange, view.UsesSheets));
        await Assert.ThrowsAsync<ForbiddenException>(() => scene.Documents(scene.Evaluator).LoadAsync(hidden.Id, default));
        await Assert.ThrowsAsync<ForbiddenException>(() => scene.Documents().LoadAsync(Guid.CreateVersion7(), default));
    }

    [Fact]
    public async Task A_discarded_document_keeps_its_trail_and_can_be_changed_no_more()
    {
        using var scene = await Scene.CreateAsync();
        var item = await scene.ShelveAsync();
        await scene.Discard().ExecuteAsync(item.Id, default);

        var view = await scene.Documents().LoadAsync(item.Id, default);

        Assert.Equal((false, scene.Database.Clock.GetUtcNow()), (view.MayChange, view.DiscardedAt));
        Assert.Equal(2, (await scene.Documents().HistoryAsync(item.Id, 1, default)).Total);
    }

    [Fact]
    public async Task The_trail_says_who_did_what_where_the_newest_first_and_page_by_page()
    {
        using var scene = await Scene.CreateAsync();
        var row = await scene.AddEvidenceAsync();
        scene.Database.Clock.Advance(TimeSpan.FromMinutes(1));
        for (var revision = 0; revision < 20; revision++)
        {
            await scene.Describe().ExecuteAsync(new(row.ItemId, Shelf.Details($"Judul {revision}"), revision), default);
            scene.Database.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        await scene.ChangeAsync(db =>
        {
            db.Record(scene.Database.Clock.GetUtcNow(), null, AuditAction.EvidenceScanned, new(scene.Unit.Id, ItemId: row.ItemId, VersionId: row.VersionId));
            return Task.CompletedTask;
        });

        var newest = await scene.Documents().HistoryAsync(row.ItemId, 1, default);
        var oldest = await scene.Documents().HistoryAsync(row.ItemId, 2, default);

        Assert.Equal((23, 20, 3), (newest.Total, newest.Rows.Count, oldest.Rows.Count));
        Assert.Equal((AuditAction.EvidenceScanned, "", "versi 1"), (newest.Rows[0].Action, newest.Rows[0].By, newest.Rows[0].About));
        Assert.Equal((AuditAction.EvidenceDescribed, "Sri Wahyuni", "judul"), (newest.Rows[1].Action, newest.Rows[1].By, newest.Rows[1].About));
        Assert.Contains("soal A.I.1.i.a LKE 2026 · versi 1", oldest.Rows.Select(entry => entry.About));
    }

    [Fact]
    public void Every_action_of_the_trail_has_its_words()
    {
        Assert.All(Enum.GetValues<AuditAction>().Where(action => action.ToString().StartsWith("Evidence", StringComparison.Ordinal)), action => Assert.NotEmpty(EvidenceWords.Say(action)));
        Assert.All(Enum.GetValues<Domain.Evidence.EvidenceKind>(), kind => Assert.NotEmpty(EvidenceWords.Say(kind)));
        Assert.Equal(Enum.GetValues<Domain.Evidence.EvidenceKind>().Order(), LibraryWords.Kinds.Select(kind => kind.Value).Order());
        Assert.Equal(Enum.GetValues<LibraryState>().Order(), LibraryWords.States.Select(state => state.Value).Order());
    }

    [Fact]
    public async Task What_is_missing_counts_only_documents_that_say_which_suggestion_they_are()
    {
        using var scene = await Scene.CreateAsync();
        var before = await scene.Missing().LoadAsync(scene.Sheet.Id, default);
        var suggestion = before.Gaps.Areas[0].Questions[0].Missing[0];
        var item = await scene.ShelveAsync();
        await scene.Reuse().ExecuteAsync(new(scene.Sheet.Id, Scene.YesNo, item.Id, suggestion), default);
        var other = await scene.AddEvidenceAsync("tanpa keterangan.pdf", Scene.Abc, Shelf.AnotherPdf());
        await scene.Detach().ExecuteAsync(other.LinkId, default);

        var view = await scene.Missing().LoadAsync(scene.Sheet.Id, default);

        Assert.Equal(
            (113, 112, before.Gaps.MissingSuggestions - 1),
            (view.Gaps.QuestionCount, view.Gaps.WithoutEvidence, view.Gaps.MissingSuggestions));
        Assert.DoesNotContain(suggestion, view.Gaps.Areas[0].Questions.FirstOrDefault(gap => gap.Question.Code == Scene.YesNo)?.Missing ?? []);
        Assert.Equal((2026, true, "penilaian"), (view.Sheet.Year, view.MayFill, (await scene.Missing(scene.Evaluator).LoadAsync(scene.Sheet.Id, default)).UsesSheets));
        await Assert.ThrowsAsync<ForbiddenException>(() => scene.Missing().LoadAsync(Guid.CreateVersion7(), default));
    }
}
