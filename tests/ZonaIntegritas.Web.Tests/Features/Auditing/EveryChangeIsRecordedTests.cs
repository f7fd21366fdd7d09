using Microsoft.EntityFrameworkCore;
using Xunit;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Auditing;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Reviews;
using ZonaIntegritas.Domain.Scoring;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.Administration.People;
using ZonaIntegritas.Web.Features.Administration.Teams;
using ZonaIntegritas.Web.Features.Administration.Units;
using ZonaIntegritas.Web.Features.Assessments;
using ZonaIntegritas.Web.Features.Reviews;
using ZonaIntegritas.Web.Identity;
using ZonaIntegritas.Web.Tests.Features.Administration;

namespace ZonaIntegritas.Web.Tests.Features.Auditing;

/// <summary>
/// Every use case that changes something leaves its lines in the trail, with what was and what became, from whom and
/// from where; one that refuses leaves none. A new use case is one more row of <see cref="Table"/>.
/// </summary>
public sealed class EveryChangeIsRecordedTests
{
    /// <summary>What a row works with: a scene in a state of its own, and the administration over the same database.</summary>
    internal sealed record Stage(Scene Scene, AdministrationBench Bench);

    /// <param name="Before">Null where there was nothing before.</param>
    /// <param name="After">Null where nothing is left.</param>
    internal sealed record Expected(AuditAction Action, string? Before, string? After);

    /// <param name="Prepare">Brings the stage into the state in which the use case may act.</param>
    /// <param name="Act">Returns the refusal; null when it was done.</param>
    /// <param name="Refuse">The same use case, refused.</param>
    internal sealed record Case(Func<Stage, Task> Prepare, Func<Stage, Task<Problem?>> Act, Func<Stage, Task<Problem?>> Refuse, params Expected[] Lines);

    private static readonly Answering Yes = new(new ChoiceAnswer("Ya"), "Sudah ada SK.");

    internal static IReadOnlyDictionary<string, Case> Table { get; } = new Dictionary<string, Case>(PlanningCases.All)
    {
        [nameof(SaveAnswer)] = new(
            _ => Task.CompletedTask,
            stage => SaveAsync(stage, seen: 0),
            stage => SaveAsync(stage, seen: 7),
            new Expected(AuditAction.AnswerSaved, "(kosong)", "Ya\nSudah ada SK.")),
        [nameof(SubmitAssessment)] = new(
            stage => stage.Scene.Database.AnswerAsync(stage.Scene.Sheet, by: stage.Scene.Coordinator),
            async stage => (await stage.Scene.Submit().ExecuteAsync(stage.Scene.Sheet.Id, default)).Problem,
            async stage => (await stage.Scene.Submit().ExecuteAsync(stage.Scene.Sheet.Id, default)).Problem,
            new Expected(AuditAction.SheetMoved, "Draf", "Diajukan")),
        [nameof(SaveTpiAnswer)] = new(
            stage => stage.Scene.MoveToAsync(AssessmentStatus.InReview),
            async stage => (await stage.Scene.Judge().ExecuteAsync(stage.Scene.Answering(Scene.YesNo, Yes.Value, Yes.Note), default)).Problem,
            async stage => (await stage.Scene.Judge().ExecuteAsync(stage.Scene.Answering(Scene.YesNo, Yes.Value, Yes.Note, seen: 7), default)).Problem,
            new Expected(AuditAction.AnswerSaved, "(kosong)", "Ya\nSudah ada SK.")),
        [nameof(ReturnQuestion)] = new(
            stage => stage.Scene.MoveToAsync(AssessmentStatus.InReview),
            async stage => (await stage.Scene.Return().ExecuteAsync(new(stage.Scene.Sheet.Id, Scene.Abc, "Lengkapi."), default)).Problem,
            async stage => (await stage.Scene.Return().ExecuteAsync(new(stage.Scene.Sheet.Id, Scene.Abc, " "), default)).Problem,
            new Expected(AuditAction.SheetMoved, "Evaluasi TPI", "Perbaikan")),
        [nameof(TakeBackReturn)] = new(
            stage => stage.Scene.MoveToAsync(AssessmentStatus.InRepair),
            async stage => (await stage.Scene.TakeBack().ExecuteAsync(stage.Scene.Sheet.Id, Scene.YesNo, default)).Problem,
            async stage => (await stage.Scene.TakeBack().ExecuteAsync(stage.Scene.Sheet.Id, Scene.Abc, default)).Problem,
            new Expected(AuditAction.SheetMoved, "Perbaikan", "Evaluasi TPI")),
        [nameof(SendRepair)] = new(
            stage => stage.Scene.MoveToAsync(AssessmentStatus.InRepair),
            async stage => (await stage.Scene.Repair().ExecuteAsync(new(stage.Scene.Sheet.Id, Scene.YesNo, "Sudah."), default)).Problem,
            async stage => (await stage.Scene.Repair().ExecuteAsync(new(stage.Scene.Sheet.Id, Scene.Abc, "Sudah."), default)).Problem,
            new Expected(AuditAction.SheetMoved, "Perbaikan", "Dievaluasi ulang")),
        [nameof(ConcludeReview)] = new(
            async stage =>
            {
                await stage.Scene.MoveToAsync(AssessmentStatus.InReview);
                await stage.Scene.Database.AnswerAsync(stage.Scene.Sheet, Layer.Tpi, by: stage.Scene.Evaluator);
            },
            async stage => (await stage.Scene.Conclude().ExecuteAsync(stage.Scene.Sheet.Id, default)).Problem,
            async stage => (await stage.Scene.Conclude(TestDatabase.SignIn(stage.Scene.Evaluator)).ExecuteAsync(stage.Scene.Sheet.Id, default)).Problem,
            new Expected(AuditAction.SheetMoved, "Evaluasi TPI", "LHE terbit")),
        [nameof(AddUnit)] = new(
            _ => Task.CompletedTask,
            async stage => (await stage.Bench.As<AddUnit>().ExecuteAsync(AdministrationBench.Unit(), default)).Problem,
            async stage => (await stage.Bench.As<AddUnit>().ExecuteAsync(AdministrationBench.Unit("DPMPTSP"), default)).Problem,
            new Expected(AuditAction.UnitChanged, null, "DISDIK (Dinas DISDIK), Kota Contoh, WITA, tanpa predikat")),
        [nameof(ChangeUnit)] = new(
            _ => Task.CompletedTask,
            async stage => (await stage.Bench.As<ChangeUnit>().ExecuteAsync(stage.Scene.Unit.Id, AdministrationBench.Unit(), default)).Problem,
            async stage => (await stage.Bench.As<ChangeUnit>().ExecuteAsync(stage.Scene.Unit.Id, AdministrationBench.Unit(""), default)).Problem,
            new Expected(AuditAction.UnitChanged, "DPMPTSP (Dinas DPMPTSP), tanpa kota, WIB, tanpa predikat", "DISDIK (Dinas DISDIK), Kota Contoh, WITA, tanpa predikat")),
        [nameof(AddPerson)] = new(
            _ => Task.CompletedTask,
            async stage => (await stage.Bench.As<AddPerson>().ExecuteAsync(new("made@contoh.test", AdministrationBench.Person(Role.Koordinator, stage.Scene.Unit.Id), null), default)).Problem,
            async stage => (await stage.Bench.As<AddPerson>().ExecuteAsync(new("bukan surel", AdministrationBench.Person(), null), default)).Problem,
            new Expected(AuditAction.PersonChanged, null, "Koordinator, unit DPMPTSP, akun aktif")),
        [nameof(ChangePerson)] = new(
            _ => Task.CompletedTask,
            async stage => (await stage.Bench.As<ChangePerson>().ExecuteAsync(stage.Scene.Evaluator.Id, AdministrationBench.Person(), default)).Problem,
            async stage => (await stage.Bench.As<ChangePerson>().ExecuteAsync(stage.Scene.Evaluator.Id, AdministrationBench.Person(Role.Koordinator), default)).Problem,
            new Expected(AuditAction.AssignmentEnded, "ketua tim, semua area", null),
            new Expected(AuditAction.PersonChanged, "Evaluator (TPI), tanpa unit, akun aktif", "Pimpinan, tanpa unit, akun aktif")),
        [nameof(CloseAccount)] = new(
            _ => Task.CompletedTask,
            async stage => (await stage.Bench.As<CloseAccount>().ExecuteAsync(stage.Scene.Coordinator.Id, default)).Problem,
            async stage => (await stage.Bench.As<CloseAccount>().ExecuteAsync(stage.Bench.Administrator.Id, default)).Problem,
            new Expected(AuditAction.PersonChanged, "Koordinator, unit DPMPTSP, akun aktif", "Koordinator, unit DPMPTSP, akun ditutup")),
        [nameof(OpenAccount)] = new(
            stage => stage.Scene.Database.CloseAccountAsync(stage.Scene.Coordinator),
            async stage => (await stage.Bench.As<OpenAccount>().ExecuteAsync(stage.Scene.Coordinator.Id, default)).Problem,
            async stage => (await stage.Bench.As<OpenAccount>().ExecuteAsync(Guid.CreateVersion7(), default)).Problem,
            new Expected(AuditAction.PersonChanged, "Koordinator, unit DPMPTSP, akun ditutup", "Koordinator, unit DPMPTSP, akun aktif")),
        [nameof(ResetPassword)] = new(
            _ => Task.CompletedTask,
            async stage => (await stage.Bench.As<ResetPassword>().ExecuteAsync(stage.Scene.Coordinator.Id, default)).Problem,
            async stage => (await stage.Bench.As<ResetPassword>().ExecuteAsync(Guid.CreateVersion7(), default)).Problem,
            new Expected(AuditAction.PersonChanged, "Koordinator, unit DPMPTSP, akun aktif", "Koordinator, unit DPMPTSP, akun aktif")),
        [nameof(EndShare)] = new(
            _ => Task.CompletedTask,
            async stage => (await stage.Bench.As<EndShare>().ExecuteAsync(await ShareAsync(stage), "Mutasi.", default)).Problem,
            async stage => (await stage.Bench.As<EndShare>().ExecuteAsync(await ShareAsync(stage), "", default)).Problem,
            new Expected(AuditAction.AssignmentEnded, "ketua tim, semua area", null)),
        [nameof(ChangeShare)] = new(
            _ => Task.CompletedTask,
            async stage => (await stage.Bench.As<ChangeShare>().ExecuteAsync(new(await ShareAsync(stage), ReviewTier.Member, ["A.1"]), default)).Problem,
            async stage => (await stage.Bench.As<ChangeShare>().ExecuteAsync(new(await ShareAsync(stage), ReviewTier.Lead, []), default)).Problem,
            new Expected(AuditAction.AssignmentGiven, "ketua tim, semua area", "anggota tim, area A.1")),
    };

    public static TheoryData<string> Names => [.. Table.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task What_is_done_is_recorded_with_before_and_after(string name)
    {
        var @case = Table[name];
        using var scene = await Scene.CreateAsync();
        using var bench = await AdministrationBench.OverAsync(scene.Database);
        Stage stage = new(scene, bench);
        await @case.Prepare(stage);
        var known = (await LinesAsync(scene)).Select(line => line.Id).ToHashSet();

        var problem = await @case.Act(stage);

        Assert.True(problem is null, problem?.Message);
        var lines = (await LinesAsync(scene)).Where(line => !known.Contains(line.Id)).ToList();
        Assert.Equal(
            @case.Lines.OrderBy(line => line.Action.ToString(), StringComparer.Ordinal),
            lines.OrderBy(line => line.Action.ToString(), StringComparer.Ordinal).Select(line => new Expected(line.Action, line.Before, line.After)));
        Assert.All(lines, line => Assert.NotNull(line.By));
        // A person may belong to no unit.
        Assert.All(lines, line => Assert.True(line.UnitId is not null || line.Action == AuditAction.PersonChanged));
        await NothingPersonalAsync(scene, lines);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task What_is_refused_leaves_no_line(string name)
    {
        var @case = Table[name];
        using var scene = await Scene.CreateAsync();
        using var bench = await AdministrationBench.OverAsync(scene.Database);
        Stage stage = new(scene, bench);
        if (name != nameof(SubmitAssessment))
        {
            await @case.Prepare(stage);
        }

        var before = await LinesAsync(scene);

        Assert.NotNull(await @case.Refuse(stage));

        Assert.Equal(before.Select(line => line.Id), (await LinesAsync(scene)).Select(line => line.Id));
    }

    [Fact]
    public async Task A_line_that_cannot_be_written_takes_the_change_back_with_it()
    {
        using var scene = await Scene.CreateAsync();
        await using (var db = scene.Database.CreateDbContext())
        {
            await db.Database.ExecuteSqlRawAsync("CREATE TRIGGER no_room BEFORE INSERT ON AuditEntries BEGIN SELECT RAISE(ABORT, 'full'); END;");
        }

        await Assert.ThrowsAsync<DbUpdateException>(() => scene.Save().ExecuteAsync(scene.Answering(Scene.YesNo, Yes.Value, Yes.Note), default));

        Assert.Null(await scene.AnswerAsync(Scene.YesNo));
        Assert.Null(await scene.StoredScoreAsync());
    }

    [Fact]
    public async Task A_line_says_from_where_the_person_worked()
    {
        using var scene = await Scene.CreateAsync();
        var circuit = new CurrentUser();
        circuit.Set(TestDatabase.PrincipalOf(scene.Coordinator), System.Net.IPAddress.Parse("10.1.2.3"));

        await scene.Save(new Authorizer(circuit)).ExecuteAsync(scene.Answering(Scene.YesNo, Yes.Value, Yes.Note), default);

        Assert.Equal("10.1.2.3", Assert.Single(await LinesAsync(scene)).Origin);
    }

    private static Task<List<AuditEntry>> LinesAsync(Scene scene) => ReadAsync(scene, db => db.AuditEntries.AsNoTracking().OrderBy(line => line.Id).ToListAsync());

    /// <summary>Names, addresses, NIP and hashes of people stay out of the trail.</summary>
    private static async Task NothingPersonalAsync(Scene scene, IEnumerable<AuditEntry> lines)
    {
        var people = await ReadAsync(scene, db => db.Users.AsNoTracking().ToListAsync());
        string[] secrets = [.. people.SelectMany(person => (string?[])[person.FullName, person.Email, person.Nip, person.PasswordHash, person.SecurityStamp])
            .OfType<string>().Where(text => text.Length > 0)];
        Assert.All(lines, line => Assert.DoesNotContain(secrets, secret => $"{line.Before} {line.After} {line.Note}".Contains(secret, StringComparison.OrdinalIgnoreCase)));
    }

    private static async Task<T> ReadAsync<T>(Scene scene, Func<AppDbContext, Task<T>> read)
    {
        await using var db = scene.Database.CreateDbContext();
        return await read(db);
    }

    private static async Task<Problem?> SaveAsync(Stage stage, int seen) =>
        (await stage.Scene.Save().ExecuteAsync(stage.Scene.Answering(Scene.YesNo, Yes.Value, Yes.Note, seen), default)).Problem;

    private static Task<Guid> ShareAsync(Stage stage) => ReadAsync(
        stage.Scene, db => db.ReviewAssignments.Where(share => share.EvaluatorId == stage.Scene.Evaluator.Id && share.EndedAt == null).Select(share => share.Id).SingleAsync());

    private sealed record Answering(AnswerValue Value, string Note);
}
