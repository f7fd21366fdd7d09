using Microsoft.EntityFrameworkCore;
using Xunit;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Auditing;
using ZonaIntegritas.Domain.Reviews;
using ZonaIntegritas.Domain.WorkUnits;
using ZonaIntegritas.Web.Features.Administration.Teams;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Tests.Features.Administration.Teams;

/// <summary>Giving, changing, ending and handing over shares of TPI's work.</summary>
public sealed class TeamTests
{
    [Fact]
    public async Task An_evaluator_is_assigned_a_unit_in_a_tier_for_some_areas()
    {
        using var bench = await AdministrationBench.CreateAsync();
        var (unit, evaluator) = await UnitAndEvaluatorAsync(bench);

        Assert.Null((await bench.As<AssignReviewer>().ExecuteAsync(new(evaluator.Id, unit.Id, ReviewTier.Lead, ["B.I", "A.1"]), default)).Problem);

        var team = (await bench.As<TeamQueries>().TeamAsync(unit.Id, default))!;
        var share = Assert.Single(team.Team.Shares);
        // In the instrument's order, whatever order they were ticked in.
        Assert.Equal(("Putu Astawa", ReviewTier.Lead, "A.1, B.I"), (share.Name, share.Tier, string.Join(", ", share.Areas)));
        Assert.Equal("Baru satu orang; nilai akhir perlu dua orang. LHE tidak dapat terbit.", team.Team.Warning);
        Assert.Equal((evaluator.Id, bench.Administrator.FullName), (share.EvaluatorId, Assert.Single(team.History).GivenBy));
        var line = Assert.Single(await TrailAsync(bench));
        Assert.Equal((AuditAction.AssignmentGiven, unit.Id, null, "ketua tim, area A.1, B.I"), (line.Action, line.UnitId!.Value, line.Before, line.After));
        Assert.Equal(evaluator.Id, AboutPerson.Read(line.Note).Person);
    }

    [Fact]
    public async Task All_areas_ticked_one_by_one_are_the_whole_unit()
    {
        using var bench = await AdministrationBench.CreateAsync();
        var (unit, evaluator) = await UnitAndEvaluatorAsync(bench);
        var areas = (await bench.As<TeamQueries>().AreasOfAsync(unit.Id, default)).Select(area => area.Code).ToList();

        Assert.Null((await bench.As<AssignReviewer>().ExecuteAsync(new(evaluator.Id, unit.Id, ReviewTier.Lead, areas), default)).Problem);

        Assert.True(areas.Count > 6);
        Assert.Empty((await bench.As<TeamQueries>().SharesOfAsync(evaluator.Id, default)).Single().Areas);
    }

    public static TheoryData<string, string> AssignRefusals { get; } = new()
    {
        { "nobody", "admin.gone" },
        { "coordinator", "assignment.not-evaluator" },
        { "closed", "assignment.account-closed" },
        { "own unit", "assignment.own-unit" },
        { "no such unit", "person.unknown-unit" },
        { "unknown area", "assignment.unknown-area" },
        { "already there", "assignment.already-there" },
    };

    [Theory]
    [MemberData(nameof(AssignRefusals))]
    public async Task What_cannot_be_assigned_is_refused_and_leaves_nothing(string what, string code)
    {
        using var bench = await AdministrationBench.CreateAsync();
        var (unit, evaluator) = await UnitAndEvaluatorAsync(bench);
        AssignReviewerCommand command = new(evaluator.Id, unit.Id, ReviewTier.Member, []);
        command = what switch
        {
            "nobody" => command with { EvaluatorId = Guid.CreateVersion7() },
            "coordinator" => command with { EvaluatorId = (await bench.Database.AddUserAsync(Role.Koordinator, unit)).Id },
            "closed" => command with { EvaluatorId = await ClosedAsync(bench) },
            "own unit" => command with { EvaluatorId = (await bench.Database.AddUserAsync(Role.Evaluator, unit)).Id },
            "no such unit" => command with { UnitId = Guid.CreateVersion7() },
            "unknown area" => command with { Areas = ["A.1", "A.99"] },
            _ => command with { EvaluatorId = (await bench.Database.AddUserAsync(Role.Evaluator, null, "Sudah Ada", unit)).Id },
        };
        var before = await ActiveAsync(bench);

        var refused = (await bench.As<AssignReviewer>().ExecuteAsync(command, default)).Problem;

        Assert.Equal(code, refused?.Code);
        Assert.Equal(before, await ActiveAsync(bench));
        Assert.Empty(await TrailAsync(bench));
    }

    [Fact]
    public async Task Changing_a_share_ends_the_old_and_gives_a_new_one()
    {
        using var bench = await AdministrationBench.CreateAsync();
        var (unit, evaluator) = await UnitAndEvaluatorAsync(bench);
        var share = await bench.Database.AssignAsync(evaluator, unit, ReviewTier.Member, "A.1");

        Assert.Equal("assignment.unchanged", (await bench.As<ChangeShare>().ExecuteAsync(new(share.Id, ReviewTier.Member, ["A.1"]), default)).Problem?.Code);
        Assert.Equal("assignment.unknown-area", (await bench.As<ChangeShare>().ExecuteAsync(new(share.Id, ReviewTier.Member, ["Z"]), default)).Problem?.Code);
        Assert.Null((await bench.As<ChangeShare>().ExecuteAsync(new(share.Id, ReviewTier.Lead, []), default)).Problem);
        Assert.Equal("assignment.ended", (await bench.As<ChangeShare>().ExecuteAsync(new(share.Id, ReviewTier.Controller, []), default)).Problem?.Code);

        var history = (await bench.As<TeamQueries>().TeamAsync(unit.Id, default))!.History;
        Assert.Equal(2, history.Count);
        Assert.Single(history, row => row is { Tier: ReviewTier.Member, EndedAt: not null, EndReason: "Jenjang atau area diubah." });
        Assert.Single(history, row => row is { Tier: ReviewTier.Lead, EndedAt: null });
        var line = Assert.Single(await TrailAsync(bench));
        Assert.Equal(("anggota tim, area A.1", "ketua tim, semua area"), (line.Before, line.After));
    }

    [Fact]
    public async Task Ending_a_share_needs_a_reason_and_happens_once()
    {
        using var bench = await AdministrationBench.CreateAsync();
        var (unit, evaluator) = await UnitAndEvaluatorAsync(bench);
        var share = await bench.Database.AssignAsync(evaluator, unit, ReviewTier.Member);

        Assert.Equal("assignment.reason-missing", (await bench.As<EndShare>().ExecuteAsync(share.Id, " ", default)).Problem?.Code);
        Assert.Equal("assignment.reason-too-long", (await bench.As<EndShare>().ExecuteAsync(share.Id, new string('a', 501), default)).Problem?.Code);
        Assert.Null((await bench.As<EndShare>().ExecuteAsync(share.Id, "Mutasi ke provinsi lain.", default)).Problem);
        Assert.Equal("assignment.ended", (await bench.As<EndShare>().ExecuteAsync(share.Id, "Lagi.", default)).Problem?.Code);

        Assert.Empty(await ActiveAsync(bench));
        var line = Assert.Single(await TrailAsync(bench));
        Assert.Equal((AuditAction.AssignmentEnded, "anggota tim, semua area", null), (line.Action, line.Before, line.After));
        Assert.Equal((evaluator.Id, "Mutasi ke provinsi lain."), AboutPerson.Read(line.Note));
    }

    [Fact]
    public async Task Handing_over_answers_for_each_unit_and_keeps_who_judged_what()
    {
        using var scene = await Scene.CreateAsync();
        using var bench = await AdministrationBench.OverAsync(scene.Database);
        await scene.MoveToAsync(Domain.Assessments.AssessmentStatus.Submitted);
        Assert.Null((await scene.Judge().ExecuteAsync(scene.Answering(Scene.YesNo, new Domain.Scoring.ChoiceAnswer("Ya")), default)).Problem);
        var (own, shared) = (await scene.Database.AddUnitAsync("ITDA"), await scene.Database.AddUnitAsync("BKD"));
        await scene.Database.AssignAsync(scene.Evaluator, own, ReviewTier.Lead);
        await scene.Database.AssignAsync(scene.Evaluator, shared, ReviewTier.Member);
        var taker = await scene.Database.AddUserAsync(Role.Evaluator, own, "Wayan Sudarma");
        await scene.Database.AssignAsync(taker, shared, ReviewTier.Controller);

        var handed = (await bench.As<HandOver>().ExecuteAsync(new(scene.Evaluator.Id, taker.Id, null, "Cuti melahirkan."), default)).Value;

        Assert.Equal(
            [("BKD", "assignment.already-there"), ("DPMPTSP", null), ("ITDA", "assignment.own-unit")],
            handed.Select(unit => (unit.ShortName, unit.Problem?.Code)));
        var history = (await bench.As<TeamQueries>().TeamAsync(scene.Unit.Id, default))!.History;
        Assert.Single(history, row => row is { Name: "Tono Hartono", HandedTo: "Wayan Sudarma", EndReason: "Cuti melahirkan." });
        Assert.Single(history, row => row is { Name: "Wayan Sudarma", Tier: ReviewTier.Lead, EndedAt: null });
        Assert.Equal(["BKD", "ITDA"], (await bench.As<TeamQueries>().SharesOfAsync(scene.Evaluator.Id, default)).Select(share => share.Unit.ShortName));
        await using var db = scene.Database.CreateDbContext();
        Assert.Equal(scene.Evaluator.Id, (await db.TierJudgements.SingleAsync()).By);
        Assert.Equal(
            [AuditAction.AssignmentGiven, AuditAction.AssignmentEnded],
            (await TrailAsync(bench)).Where(line => line.Action is AuditAction.AssignmentEnded or AuditAction.AssignmentGiven).Select(line => line.Action).Order());
    }

    [Fact]
    public async Task Handing_over_is_refused_as_a_whole_when_nobody_can_take_it()
    {
        using var bench = await AdministrationBench.CreateAsync();
        var (unit, evaluator) = await UnitAndEvaluatorAsync(bench);
        await bench.Database.AssignAsync(evaluator, unit, ReviewTier.Member);
        var other = await bench.Database.AddUserAsync(Role.Evaluator);
        HandOverCommand command = new(evaluator.Id, other.Id, null, "Mutasi.");

        Assert.Equal("assignment.reason-missing", await CodeAsync(command with { Reason = "" }));
        Assert.Equal("assignment.same-person", await CodeAsync(command with { ToId = evaluator.Id }));
        Assert.Equal("assignment.account-closed", await CodeAsync(command with { ToId = await ClosedAsync(bench) }));
        Assert.Equal("assignment.not-evaluator", await CodeAsync(command with { ToId = bench.Administrator.Id }));
        Assert.Equal("assignment.nothing-to-hand-over", await CodeAsync(command with { UnitIds = new HashSet<Guid> { Guid.CreateVersion7() } }));
        Assert.Empty(await TrailAsync(bench));

        // From somebody who has left: that is what handing over is for.
        await bench.Database.CloseAccountAsync(evaluator);
        Assert.Null(await CodeAsync(command));

        async Task<string?> CodeAsync(HandOverCommand of) => (await bench.As<HandOver>().ExecuteAsync(of, default)).Problem?.Code;
    }

    [Fact]
    public async Task A_team_that_can_issue_no_LHE_is_named_and_never_refused()
    {
        using var bench = await AdministrationBench.CreateAsync();
        var unit = await bench.Database.AddUnitAsync();
        Assert.Equal("Belum ada yang menilai unit ini. LHE tidak dapat terbit.", await WarningAsync());

        var (member, lead) = (await bench.Database.AddUserAsync(Role.Evaluator), await bench.Database.AddUserAsync(Role.Evaluator));
        await bench.Database.AssignAsync(member, unit, ReviewTier.Member, "A.1");
        var whole = await bench.Database.AssignAsync(lead, unit, ReviewTier.Lead, "A.1", "A.2");
        Assert.StartsWith("Belum ada yang menilai area A.3, A.4", await WarningAsync(), StringComparison.Ordinal);

        Assert.Null((await bench.As<ChangeShare>().ExecuteAsync(new(whole.Id, ReviewTier.Lead, []), default)).Problem);
        Assert.StartsWith("Area A.2, A.3", await WarningAsync(), StringComparison.Ordinal);

        await bench.Database.AssignAsync(await bench.Database.AddUserAsync(Role.Evaluator), unit, ReviewTier.Controller);
        Assert.Null(await WarningAsync());
        Assert.Empty((await bench.As<TeamQueries>().PageAsync(new(OnlyIncomplete: true), default)).Rows);

        await bench.Database.CloseAccountAsync(lead);
        Assert.StartsWith("Area A.2, A.3", await WarningAsync(), StringComparison.Ordinal);

        async Task<string?> WarningAsync() => (await bench.As<TeamQueries>().PageAsync(new(), default)).Rows.Single().Warning;
    }

    private static async Task<(WorkUnit Unit, AppUser Evaluator)> UnitAndEvaluatorAsync(AdministrationBench bench) =>
        (await bench.Database.AddUnitAsync(), await bench.Database.AddUserAsync(Role.Evaluator, null, "Putu Astawa"));

    private static async Task<Guid> ClosedAsync(AdministrationBench bench)
    {
        var closed = await bench.Database.AddUserAsync(Role.Evaluator);
        await bench.Database.CloseAccountAsync(closed);
        return closed.Id;
    }

    private static Task<List<Guid>> ActiveAsync(AdministrationBench bench) =>
        bench.QueryAsync(db => db.ReviewAssignments.Where(share => share.EndedAt == null).OrderBy(share => share.Id).Select(share => share.Id).ToListAsync());

    private static Task<List<AuditEntry>> TrailAsync(AdministrationBench bench) =>
        bench.QueryAsync(db => db.AuditEntries.AsNoTracking().OrderBy(entry => entry.Id).ToListAsync());
}
