using Microsoft.EntityFrameworkCore;
using Xunit;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Auditing;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Evidence;
using ZonaIntegritas.Web.Features.Assessments.CarryOver;
using ZonaIntegritas.Web.Features.Evidence;
using ZonaIntegritas.Web.Features.Evidence.Library;
using ZonaIntegritas.Web.Identity;
using ZonaIntegritas.Web.Tests.Features.Evidence.Library;

namespace ZonaIntegritas.Web.Tests.Features.Assessments.CarryOver;

public sealed class AttachStillValidTests
{
    [Fact]
    public async Task Exactly_that_version_is_put_forward_at_its_place_and_stays_marked()
    {
        using var scene = await Scene.CreateAsync();
        var earlier = await scene.ProvedAsync(await scene.AddLastYearAsync());
        await scene.AddVersionAsync(await scene.StoredAsync(earlier.ItemId));
        var files = scene.StoredFiles();

        Assert.Null((await AttachAsync(scene, earlier)).Problem);

        var row = Assert.Single(await scene.Queries(scene.Coordinator).EvidenceAsync(scene.Sheet.Id, default));
        Assert.Equal(
            (Scene.YesNo, earlier.ItemId, earlier.VersionId, 1, 2, (int?)3, "diktum kedua", (int?)2025),
            (row.QuestionCode, row.ItemId, row.VersionId, row.Number, row.Latest, row.Page, row.Passage, row.EarlierYear));
        Assert.Equal(files, scene.StoredFiles());
        var entry = Assert.Single(await scene.TrailAsync(earlier.ItemId, AuditAction.EvidenceAttached), entry => entry.AssessmentId == scene.Sheet.Id);
        Assert.Equal((scene.Coordinator.Id, earlier.VersionId), (entry.By, entry.VersionId));
    }

    [Fact]
    public async Task Once_is_enough()
    {
        using var scene = await Scene.CreateAsync();
        var earlier = await scene.ProvedAsync(await scene.AddLastYearAsync());
        Assert.Null((await AttachAsync(scene, earlier)).Problem);

        await RefusedAsync(scene, earlier, EvidenceProblems.AlreadyAttached);
    }

    [Fact]
    public async Task What_says_itself_that_it_has_expired_is_not_called_valid()
    {
        using var scene = await Scene.CreateAsync();
        var earlier = await scene.ProvedAsync(await scene.AddLastYearAsync());
        await scene.Describe().ExecuteAsync(new(earlier.ItemId, Shelf.Details(until: new(2026, 10, 9)), 0), default);

        await RefusedAsync(scene, earlier, CarryOverProblems.Expired(new(2026, 10, 9)));
    }

    [Fact]
    public async Task What_was_taken_off_belongs_to_another_question_or_another_year_is_not_offered()
    {
        using var scene = await Scene.CreateAsync();
        var earlier = await scene.ProvedAsync(await scene.AddLastYearAsync());
        Assert.Equal(CarryOverProblems.NotOfLastYear, (await AttachAsync(scene, earlier, Scene.Abc)).Problem);
        Assert.Equal("assessment.unknown-question", (await AttachAsync(scene, earlier, "A.9.z")).Problem?.Code);
        var next = await scene.ProvedAsync(await scene.AddLastYearAsync(2027));
        await RefusedAsync(scene, next, CarryOverProblems.NotOfLastYear);

        await scene.ChangeAsync(async db => (await db.EvidenceLinks.SingleAsync(link => link.Id == earlier.Id)).Detach(scene.Coordinator.Id, scene.Database.Clock.GetUtcNow()));
        await RefusedAsync(scene, earlier, CarryOverProblems.NotOfLastYear);
    }

    [Fact]
    public async Task What_the_scanner_found_is_not_put_forward()
    {
        using var scene = await Scene.CreateAsync();
        var earlier = await scene.ProvedAsync(await scene.AddLastYearAsync());
        await scene.ChangeAsync(db => db.EvidenceContents.ExecuteUpdateAsync(set => set.SetProperty(content => content.Scan, ScanState.Infected)));

        await RefusedAsync(scene, earlier, LibraryProblems.Infected);
    }

    public static TheoryData<string> Intruding => [.. Intruders.OfFilling.Keys];

    [Theory]
    [MemberData(nameof(Intruding))]
    public async Task Whoever_may_not_fill_in_confirms_nothing(string intruder)
    {
        using var scene = await Scene.CreateAsync();
        var earlier = await scene.ProvedAsync(await scene.AddLastYearAsync());
        var who = await Intruders.OfFilling[intruder](scene);
        var before = await scene.PrintAsync();

        await Assert.ThrowsAsync<ForbiddenException>(() => AttachAsync(scene, earlier, who: who));
        Assert.Equal(before, await scene.PrintAsync());
    }

    [Fact]
    public async Task Another_units_document_is_refused_like_one_that_does_not_exist()
    {
        using var scene = await Scene.CreateAsync();
        var earlier = await scene.ProvedAsync(await scene.AddLastYearAsync());
        var unit = await scene.Database.AddUnitAsync("Dinas Sosial");
        var sheet = await scene.Database.AddSheetAsync(unit, scene.Period);
        var stranger = TestDatabase.SignIn(await scene.Database.AddUserAsync(Domain.Access.Role.Koordinator, unit));

        var foreign = await Assert.ThrowsAsync<ForbiddenException>(() => scene.StillValid(stranger).ExecuteAsync(new(sheet.Id, Scene.YesNo, earlier.Id), default));
        var nothing = await Assert.ThrowsAsync<ForbiddenException>(() => scene.StillValid(stranger).ExecuteAsync(new(sheet.Id, Scene.YesNo, Guid.CreateVersion7()), default));

        Assert.Equal(foreign.Problem, nothing.Problem);
    }

    [Theory]
    [InlineData(AssessmentStatus.Submitted, "assessment.not-open-for-unit")]
    [InlineData(AssessmentStatus.Concluded, "assessment.not-open-for-unit")]
    public async Task A_closed_question_takes_no_document(AssessmentStatus status, string code)
    {
        using var scene = await Scene.CreateAsync();
        var earlier = await scene.ProvedAsync(await scene.AddLastYearAsync());
        await scene.MoveToAsync(status);
        var before = await scene.PrintAsync();

        Assert.Equal(code, (await AttachAsync(scene, earlier)).Problem?.Code);
        Assert.Equal(before, await scene.PrintAsync());
    }

    [Fact]
    public async Task After_the_last_day_none_is_put_forward()
    {
        using var scene = await Scene.CreateAsync();
        var earlier = await scene.ProvedAsync(await scene.AddLastYearAsync());
        scene.Database.Clock.SetUtcNow(new(2026, 10, 17, 17, 0, 0, TimeSpan.Zero));

        Assert.Equal("assessment.outside-filling", (await AttachAsync(scene, earlier)).Problem?.Code);
    }

    private static Task<Result<EvidenceLink>> AttachAsync(Scene scene, EvidenceLink earlier, string code = Scene.YesNo, Authorizer? who = null) =>
        scene.StillValid(who).ExecuteAsync(new(scene.Sheet.Id, code, earlier.Id), default);

    private static async Task RefusedAsync(Scene scene, EvidenceLink earlier, Problem problem)
    {
        var before = await scene.PrintAsync();
        Assert.Equal(problem, (await AttachAsync(scene, earlier)).Problem);
        Assert.Equal(before, await scene.PrintAsync());
    }
}
