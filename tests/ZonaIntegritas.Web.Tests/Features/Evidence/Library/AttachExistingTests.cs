using Microsoft.EntityFrameworkCore;
using Xunit;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Auditing;
using ZonaIntegritas.Domain.Evidence;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.Evidence;
using ZonaIntegritas.Web.Features.Evidence.Library;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Tests.Features.Evidence.Library;

public sealed class AttachExistingTests
{
    [Fact]
    public async Task The_newest_version_is_put_forward_and_stays_one_document()
    {
        using var scene = await Scene.CreateAsync();
        var item = await scene.ShelveAsync();
        var newest = await scene.AddVersionAsync(item);
        var files = scene.StoredFiles();

        var link = (await scene.Reuse().ExecuteAsync(new(scene.Sheet.Id, Scene.Abc, item.Id), default)).Value;

        Assert.Equal(newest.Id, link.VersionId);
        var row = Assert.Single(await scene.Queries(scene.Coordinator).EvidenceAsync(scene.Sheet.Id, default));
        Assert.Equal((Scene.Abc, item.Id, 2, 2), (row.QuestionCode, row.ItemId, row.Number, row.Latest));
        Assert.Equal(files, scene.StoredFiles());
        var entry = Assert.Single(await scene.TrailAsync(item.Id, AuditAction.EvidenceAttached));
        Assert.Equal((scene.Sheet.Id, Scene.Abc, newest.Id, "versi 2"), (entry.AssessmentId, entry.QuestionCode, entry.VersionId, entry.Note));
    }

    [Fact]
    public async Task A_document_serves_many_questions_and_says_which_suggestion_it_answers()
    {
        using var scene = await Scene.CreateAsync();
        var item = await scene.ShelveAsync();
        var suggestion = await SuggestionAsync(scene, Scene.YesNo);

        await scene.Reuse().ExecuteAsync(new(scene.Sheet.Id, Scene.YesNo, item.Id, suggestion), default);
        await scene.Reuse().ExecuteAsync(new(scene.Sheet.Id, Scene.Abc, item.Id), default);

        var rows = await scene.Queries(scene.Coordinator).EvidenceAsync(scene.Sheet.Id, default);
        Assert.Equal([(Scene.YesNo, suggestion), (Scene.Abc, "")], rows.Select(row => (row.QuestionCode, row.Suggestion)));
        Assert.Single(rows.Select(row => row.ItemId).Distinct());
    }

    [Fact]
    public async Task Last_years_document_may_be_put_forward_again_and_is_flagged()
    {
        using var scene = await Scene.CreateAsync();
        var last = await scene.Database.AddSheetAsync(scene.Unit, await scene.Database.AddPeriodAsync(2025));
        var item = await scene.ShelveAsync();
        await scene.ChangeAsync(async db =>
        {
            var version = await db.EvidenceVersions.SingleAsync();
            db.Add(new EvidenceLink(Guid.CreateVersion7(), last.Id, Scene.YesNo, version, scene.Coordinator.Id, scene.Database.Clock.GetUtcNow()));
        });

        Assert.Null((await scene.Reuse().ExecuteAsync(new(scene.Sheet.Id, Scene.YesNo, item.Id), default)).Problem);

        Assert.Equal(2025, Assert.Single(await scene.Queries(scene.Coordinator).EvidenceAsync(scene.Sheet.Id, default)).EarlierYear);
    }

    [Fact]
    public async Task Once_is_enough_and_after_taking_it_off_it_may_come_back()
    {
        using var scene = await Scene.CreateAsync();
        var row = await scene.AddEvidenceAsync();
        var before = await scene.PrintAsync();

        Assert.Equal(EvidenceProblems.AlreadyAttached, (await scene.Reuse().ExecuteAsync(new(scene.Sheet.Id, Scene.YesNo, row.ItemId), default)).Problem);
        Assert.Equal(before, await scene.PrintAsync());

        await scene.Detach().ExecuteAsync(row.LinkId, default);
        Assert.Null((await scene.Reuse().ExecuteAsync(new(scene.Sheet.Id, Scene.YesNo, row.ItemId), default)).Problem);
    }

    [Fact]
    public async Task What_may_not_be_put_forward_is_refused_in_words()
    {
        using var scene = await Scene.CreateAsync();
        var (discarded, infected, sound) = (await scene.ShelveAsync("a.pdf"), await scene.ShelveAsync("b.pdf"), await scene.ShelveAsync("c.pdf"));
        await scene.Discard().ExecuteAsync(discarded.Id, default);
        await scene.ChangeAsync(async db => (await ContentAsync(db, infected)).TakeScan(ScanState.Infected, "Eicar"));
        var before = await scene.PrintAsync();

        Assert.Equal(LibraryProblems.Discarded, (await scene.Reuse().ExecuteAsync(new(scene.Sheet.Id, Scene.YesNo, discarded.Id), default)).Problem);
        Assert.Equal(LibraryProblems.Infected, (await scene.Reuse().ExecuteAsync(new(scene.Sheet.Id, Scene.YesNo, infected.Id), default)).Problem);
        Assert.Equal(AssessmentProblems.UnknownQuestion, (await scene.Reuse().ExecuteAsync(new(scene.Sheet.Id, "Z.9", sound.Id), default)).Problem);
        Assert.Equal(EvidenceProblems.UnknownSuggestion, (await scene.Reuse().ExecuteAsync(new(scene.Sheet.Id, Scene.YesNo, sound.Id, "Surat lain"), default)).Problem);
        Assert.Equal(before, await scene.PrintAsync());
    }

    [Fact]
    public async Task Another_units_document_and_one_that_is_not_there_look_the_same()
    {
        using var scene = await Scene.CreateAsync();
        var other = await scene.Database.AddUnitAsync("Dinas Sosial");
        var theirs = new EvidenceItem(Guid.CreateVersion7(), other.Id, "Rahasia", scene.Coordinator.Id, scene.Database.Clock.GetUtcNow());
        await scene.ChangeAsync(db => Task.FromResult(db.Add(theirs)));

        var foreign = await Assert.ThrowsAsync<ForbiddenException>(() => scene.Reuse().ExecuteAsync(new(scene.Sheet.Id, Scene.YesNo, theirs.Id), default));
        var nothing = await Assert.ThrowsAsync<ForbiddenException>(() => scene.Reuse().ExecuteAsync(new(scene.Sheet.Id, Scene.YesNo, Guid.CreateVersion7()), default));

        Assert.Equal(foreign.Problem, nothing.Problem);
    }

    [Theory]
    [InlineData(AssessmentStatus.Submitted, "assessment.not-open-for-unit")]
    [InlineData(AssessmentStatus.InReview, "assessment.not-open-for-unit")]
    [InlineData(AssessmentStatus.InRepair, "assessment.only-returned-items")]
    [InlineData(AssessmentStatus.Concluded, "assessment.not-open-for-unit")]
    public async Task A_question_that_is_closed_takes_no_document(AssessmentStatus status, string problem)
    {
        using var scene = await Scene.CreateAsync();
        var item = await scene.ShelveAsync();
        await scene.MoveToAsync(status);
        var before = await scene.PrintAsync();

        Assert.Equal(problem, (await scene.Reuse().ExecuteAsync(new(scene.Sheet.Id, Scene.Abc, item.Id), default)).Problem?.Code);
        Assert.Equal(before, await scene.PrintAsync());
    }

    [Fact]
    public async Task A_returned_question_takes_it_and_after_the_last_day_none_does()
    {
        using var scene = await Scene.CreateAsync();
        var item = await scene.ShelveAsync();
        await scene.MoveToAsync(AssessmentStatus.InRepair);
        Assert.Null((await scene.Reuse().ExecuteAsync(new(scene.Sheet.Id, Scene.YesNo, item.Id), default)).Problem);

        var another = await scene.ShelveAsync("lain.pdf");
        scene.Database.Clock.SetUtcNow(new(2026, 12, 1, 0, 0, 0, TimeSpan.Zero));

        Assert.Equal("assessment.outside-repair", (await scene.Reuse().ExecuteAsync(new(scene.Sheet.Id, Scene.YesNo, another.Id), default)).Problem?.Code);
    }

    private static Task<EvidenceContent> ContentAsync(AppDbContext db, EvidenceItem item) => (
        from content in db.EvidenceContents
        join version in db.EvidenceVersions on content.Sha256 equals version.Sha256
        where version.ItemId == item.Id
        select content).SingleAsync();

    private static async Task<string> SuggestionAsync(Scene scene, string code)
    {
        await using var db = scene.Database.CreateDbContext();
        return (await scene.Database.Sheets.OpenAsync(db, scene.Sheet.Id, default)).Instrument.Question(code)!.SuggestedEvidence[0];
    }
}
