using Microsoft.EntityFrameworkCore;
using Xunit;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Scoring;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Tests.Features.Assessments;

/// <summary>Every use case of the unit against everyone who may not, every state that forbids it, and every closed day.</summary>
public sealed class FillingRefusalTests
{
    private sealed record UseCase(AssessmentStatus Open, Func<Scene, Authorizer?, Task<Problem?>> RunAsync);

    private static readonly Dictionary<string, UseCase> UseCases = new()
    {
        ["SaveAnswer"] = new(AssessmentStatus.Draft, async (scene, who) =>
            (await scene.Save(who ?? TestDatabase.SignIn(scene.Coordinator))
                .ExecuteAsync(scene.Answering(Scene.Abc, new ChoiceAnswer("B"), seen: (await scene.AnswerAsync(Scene.Abc))?.Version ?? 0), default)).Problem),
        ["SubmitAssessment"] = new(AssessmentStatus.Draft, async (scene, who) => (await scene.Submit(who).ExecuteAsync(scene.Sheet.Id, default)).Problem),
        ["SendRepair"] = new(AssessmentStatus.InRepair, async (scene, who) =>
            (await scene.Repair(who).ExecuteAsync(new(scene.Sheet.Id, Scene.YesNo, "Sudah."), default)).Problem),
        ["AttachEvidence"] = new(AssessmentStatus.Draft, async (scene, who) =>
            (await scene.UploadAsync(SmallFiles.Jpeg, "foto.jpg", Scene.Abc, who)).Problem),
        ["PointEvidence"] = new(AssessmentStatus.Draft, async (scene, who) => (await scene.Point(who).ExecuteAsync(new(await LinkAsync(scene), 3, "", ""), default)).Problem),
        ["DetachEvidence"] = new(AssessmentStatus.Draft, async (scene, who) => (await scene.Detach(who).ExecuteAsync(await LinkAsync(scene), default)).Problem),
    };

    public static MatrixTheoryData<string, string> Forbidden => new([.. UseCases.Keys], [.. Intruders.OfFilling.Keys]);

    [Theory]
    [MemberData(nameof(Forbidden))]
    public async Task Whoever_may_not_fill_in_writes_nothing(string useCase, string intruder)
    {
        using var scene = await Scene.CreateAsync();
        await OpenAsync(scene, UseCases[useCase].Open);
        var who = await Intruders.OfFilling[intruder](scene);
        var (before, files) = (await scene.PrintAsync(), scene.StoredFiles());

        var refusal = await Assert.ThrowsAsync<ForbiddenException>(() => UseCases[useCase].RunAsync(scene, who));

        Assert.StartsWith("access.", refusal.Problem.Code, StringComparison.Ordinal);
        Assert.Equal(before, await scene.PrintAsync());
        Assert.Equal(files, scene.StoredFiles());
    }

    public static TheoryData<string> Names => [.. UseCases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_units_coordinator_may(string useCase)
    {
        using var scene = await Scene.CreateAsync();
        await OpenAsync(scene, UseCases[useCase].Open);
        var before = await scene.PrintAsync();

        Assert.Null(await UseCases[useCase].RunAsync(scene, null));
        Assert.NotEqual(before, await scene.PrintAsync());
    }

    [Theory]
    [InlineData("SaveAnswer", AssessmentStatus.Submitted, "assessment.not-open-for-unit")]
    [InlineData("SaveAnswer", AssessmentStatus.InReview, "assessment.not-open-for-unit")]
    [InlineData("SaveAnswer", AssessmentStatus.InRepair, "assessment.only-returned-items")]
    [InlineData("SaveAnswer", AssessmentStatus.Concluded, "assessment.not-open-for-unit")]
    [InlineData("AttachEvidence", AssessmentStatus.Submitted, "assessment.not-open-for-unit")]
    [InlineData("AttachEvidence", AssessmentStatus.InReview, "assessment.not-open-for-unit")]
    [InlineData("AttachEvidence", AssessmentStatus.InRepair, "assessment.only-returned-items")]
    [InlineData("AttachEvidence", AssessmentStatus.Concluded, "assessment.not-open-for-unit")]
    [InlineData("DetachEvidence", AssessmentStatus.Submitted, "assessment.not-open-for-unit")]
    [InlineData("PointEvidence", AssessmentStatus.Submitted, "assessment.not-open-for-unit")]
    [InlineData("DetachEvidence", AssessmentStatus.InReview, "assessment.not-open-for-unit")]
    [InlineData("PointEvidence", AssessmentStatus.InReview, "assessment.not-open-for-unit")]
    [InlineData("DetachEvidence", AssessmentStatus.InRepair, "assessment.only-returned-items")]
    [InlineData("PointEvidence", AssessmentStatus.InRepair, "assessment.only-returned-items")]
    [InlineData("DetachEvidence", AssessmentStatus.Concluded, "assessment.not-open-for-unit")]
    [InlineData("PointEvidence", AssessmentStatus.Concluded, "assessment.not-open-for-unit")]
    [InlineData("SubmitAssessment", AssessmentStatus.Submitted, "assessment.already-submitted")]
    [InlineData("SubmitAssessment", AssessmentStatus.InReview, "assessment.wrong-state")]
    [InlineData("SubmitAssessment", AssessmentStatus.InRepair, "assessment.wrong-state")]
    [InlineData("SubmitAssessment", AssessmentStatus.Concluded, "assessment.wrong-state")]
    [InlineData("SendRepair", AssessmentStatus.Draft, "assessment.wrong-state")]
    [InlineData("SendRepair", AssessmentStatus.Submitted, "assessment.wrong-state")]
    [InlineData("SendRepair", AssessmentStatus.Concluded, "assessment.wrong-state")]
    public async Task A_state_in_which_it_is_not_the_units_turn_refuses(string useCase, AssessmentStatus status, string problem)
    {
        using var scene = await Scene.CreateAsync();
        await LinkAsync(scene);
        await scene.MoveToAsync(status);
        var before = await scene.PrintAsync();

        Assert.Equal(problem, (await UseCases[useCase].RunAsync(scene, null))?.Code);
        Assert.Equal(before, await scene.PrintAsync());
    }

    // Filling in: 5 January to 17 October, at the unit. WIB is UTC+7, WIT is UTC+9.
    [Theory]
    [InlineData(IndonesianZone.WIB, "2026-01-04T16:59:59Z", false)] // 4 January 23.59 WIB
    [InlineData(IndonesianZone.WIB, "2026-01-04T17:00:00Z", true)] //  5 January 00.00 WIB
    [InlineData(IndonesianZone.WIB, "2026-10-17T16:30:00Z", true)] // 17 October 23.30 WIB
    [InlineData(IndonesianZone.WIT, "2026-10-17T16:30:00Z", false)] // the same moment is 18 October 01.30 WIT
    [InlineData(IndonesianZone.WIT, "2026-10-17T14:59:59Z", true)] // 17 October 23.59 WIT
    [InlineData(IndonesianZone.WIT, "2026-01-04T15:30:00Z", true)] //  5 January 00.30 WIT
    [InlineData(IndonesianZone.WIB, "2026-01-04T15:30:00Z", false)] // the same moment is 4 January 22.30 WIB
    [InlineData(IndonesianZone.WITA, "2026-10-17T16:00:00Z", false)] // 18 October 00.00 WITA
    [InlineData(IndonesianZone.WIB, "2026-10-17T17:00:00Z", false)] // 18 October 00.00 WIB
    public async Task Filling_in_is_open_on_the_units_own_calendar(IndonesianZone zone, string moment, bool open)
    {
        using var scene = await Scene.CreateAsync(zone, DateTimeOffset.Parse(moment, System.Globalization.CultureInfo.InvariantCulture));
        await scene.Database.AnswerAsync(scene.Sheet, by: scene.Coordinator);

        foreach (var name in (string[])["SaveAnswer", "AttachEvidence", "SubmitAssessment"])
        {
            Assert.Equal(open ? null : "assessment.outside-filling", (await UseCases[name].RunAsync(scene, null))?.Code);
        }
    }

    // Evaluation and repairs: until 30 November, at the unit.
    [Theory]
    [InlineData("2026-10-25T03:00:00Z", null)] // filling in is over, repairing is not
    [InlineData("2026-11-30T16:59:59Z", null)] // 30 November 23.59 WIB
    [InlineData("2026-11-30T17:00:00Z", "assessment.outside-repair")]
    public async Task A_returned_question_may_be_repaired_until_evaluation_ends(string moment, string? problem)
    {
        using var scene = await Scene.CreateAsync();
        await scene.MoveToAsync(AssessmentStatus.InRepair);
        scene.Database.Clock.SetUtcNow(DateTimeOffset.Parse(moment, System.Globalization.CultureInfo.InvariantCulture));

        Assert.Equal(problem, (await scene.Save().ExecuteAsync(scene.Answering(Scene.YesNo, new ChoiceAnswer("Tidak"), seen: 1), default)).Problem?.Code);
        Assert.Equal(problem, (await scene.UploadAsync(SmallFiles.Pdf)).Problem?.Code);
        Assert.Equal(problem, await UseCases["SendRepair"].RunAsync(scene, null) is { } refused ? refused.Code : null);
    }

    [Fact]
    public async Task A_sheet_that_does_not_exist_is_refused_like_one_of_another_unit()
    {
        using var scene = await Scene.CreateAsync();
        var foreign = await scene.Database.AddSheetAsync(await scene.Database.AddUnitAsync("Dinas Sosial"), scene.Period);

        foreach (var run in (Func<Guid, Task>[])[
            id => scene.Save().ExecuteAsync(new(id, Scene.YesNo, null, "", 0), default),
            id => scene.Submit().ExecuteAsync(id, default),
            id => scene.Repair().ExecuteAsync(new(id, Scene.YesNo, ""), default),
            id => scene.UploadAsync(Stream.Null, "a.pdf", 1, new(scene.Unit.Id, id, Scene.YesNo)),
            id => scene.Queries(scene.Coordinator).LoadAsync(id, default),
            id => scene.Queries(scene.Coordinator).EvidenceAsync(id, default),
            id => scene.Judge().ExecuteAsync(new(id, Scene.YesNo, null, "", 0), default),
            id => scene.Return().ExecuteAsync(new(id, Scene.YesNo, "x"), default),
            id => scene.Conclude().ExecuteAsync(id, default)])
        {
            var others = await Assert.ThrowsAsync<ForbiddenException>(() => run(foreign.Id));
            var nowhere = await Assert.ThrowsAsync<ForbiddenException>(() => run(Guid.CreateVersion7()));

            Assert.Equal(others.Problem, nowhere.Problem);
        }
    }

    private static async Task OpenAsync(Scene scene, AssessmentStatus status)
    {
        await LinkAsync(scene);
        await (status == AssessmentStatus.Draft ? scene.Database.AnswerAsync(scene.Sheet, by: scene.Coordinator) : scene.MoveToAsync(status));
    }

    /// <summary>A file on the second question, put there while the sheet is a draft.</summary>
    private static async Task<Guid> LinkAsync(Scene scene)
    {
        await using var db = scene.Database.CreateDbContext();
        return await db.EvidenceLinks.Select(link => (Guid?)link.Id).SingleOrDefaultAsync()
            ?? (await scene.AddEvidenceAsync(code: Scene.Abc)).LinkId;
    }
}
