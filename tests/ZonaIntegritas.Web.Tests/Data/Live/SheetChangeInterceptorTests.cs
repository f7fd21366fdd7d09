using Microsoft.EntityFrameworkCore;
using Xunit;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Scoring;
using ZonaIntegritas.Web.Data.Live;

namespace ZonaIntegritas.Web.Tests.Data.Live;

/// <summary>What is committed is told once per question; what is not committed is told to nobody.</summary>
public sealed class SheetChangeInterceptorTests
{
    [Fact]
    public async Task A_committed_save_is_told_once_and_says_nothing_of_what_was_saved()
    {
        using var scene = await Scene.CreateAsync();
        using var live = scene.Database.Broadcast.Subscribe(scene.Sheet.Id);

        await scene.Save().ExecuteAsync(scene.Answering(Scene.Abc, new ChoiceAnswer("B")), default);

        Assert.Equal([new(scene.Sheet.Id, Scene.Abc, SheetChangeKind.Answer, scene.Coordinator.Id)], await NextAsync(live));
    }

    [Fact]
    public async Task Nothing_is_told_before_the_commit_and_nothing_after_a_rollback()
    {
        using var scene = await Scene.CreateAsync();
        using var live = scene.Database.Broadcast.Subscribe(scene.Sheet.Id);
        await using var db = scene.Database.CreateDbContext();

        await using (var transaction = await db.Database.BeginTransactionAsync())
        {
            await AnswerAsync(db, scene, Scene.YesNo);
            await transaction.RollbackAsync();
        }

        await using (await db.Database.BeginTransactionAsync())
        {
            // Disposed of without a word, as a use case does when it refuses late.
            await AnswerAsync(db, scene, Scene.YesNo);
        }

        await using (var transaction = await db.Database.BeginTransactionAsync())
        {
            db.ChangeTracker.Clear();
            await AnswerAsync(db, scene, Scene.Abc);
            await AnswerAsync(db, scene, "A.I.1.ii.a");
            Assert.Null(await WaitingAsync(live));
            await transaction.CommitAsync();
        }

        Assert.Equal(
            [Scene.Abc, "A.I.1.ii.a"], (await NextAsync(live)).Select(change => change.QuestionCode).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Several_rows_saved_without_an_own_transaction_are_told_too()
    {
        using var scene = await Scene.CreateAsync();
        using var live = scene.Database.Broadcast.Subscribe(scene.Sheet.Id);

        await scene.Database.AnswerAsync(scene.Sheet, questions: 3, by: scene.Coordinator);

        Assert.Equal(3, (await NextAsync(live)).Count);
    }

    [Fact]
    public async Task A_refused_save_is_not_told()
    {
        using var scene = await Scene.CreateAsync();
        await scene.Save().ExecuteAsync(scene.Answering(Scene.Abc, new ChoiceAnswer("B")), default);
        using var live = scene.Database.Broadcast.Subscribe(scene.Sheet.Id);

        Assert.NotNull((await scene.Save().ExecuteAsync(scene.Answering(Scene.Abc, new ChoiceAnswer("C")), default)).Problem);

        Assert.Null(await WaitingAsync(live));
    }

    [Fact]
    public async Task Two_contexts_at_once_do_not_tell_of_each_others_changes()
    {
        using var scene = await Scene.CreateAsync();
        using var live = scene.Database.Broadcast.Subscribe(scene.Sheet.Id);
        await using var one = scene.Database.CreateDbContext();
        await using var two = scene.Database.CreateDbContext();

        // SQLite lets one write at a time: the second saves when the first is done, and commits later.
        await AnswerAsync(one, scene, Scene.YesNo);
        await using var transaction = await two.Database.BeginTransactionAsync();
        await AnswerAsync(two, scene, Scene.Abc);

        Assert.Equal([Scene.YesNo], (await NextAsync(live)).Select(change => change.QuestionCode));
        await transaction.CommitAsync();
        Assert.Equal([Scene.Abc], (await NextAsync(live)).Select(change => change.QuestionCode));
    }

    [Fact]
    public async Task Everything_that_changes_a_sheet_is_told_with_who_did_it()
    {
        using var scene = await Scene.CreateAsync();
        await scene.Database.SubmitAsync(scene.Sheet, scene.Coordinator);
        using var live = scene.Database.Broadcast.Subscribe(scene.Sheet.Id);
        var (unit, tpi) = (scene.Coordinator.Id, scene.Evaluator.Id);

        await scene.Judge().ExecuteAsync(scene.Answering(Scene.Abc, new ChoiceAnswer("B")), default);
        Assert.Contains(new(scene.Sheet.Id, Scene.Abc, SheetChangeKind.Answer, tpi), await NextAsync(live));
        await scene.Return().ExecuteAsync(new(scene.Sheet.Id, Scene.YesNo, "SK belum sah."), default);
        Assert.Equal(
            [new(scene.Sheet.Id, null, SheetChangeKind.Sheet, tpi), new(scene.Sheet.Id, Scene.YesNo, SheetChangeKind.Return, tpi)],
            (await NextAsync(live)).OrderBy(change => change.QuestionCode));
        var file = await scene.AddEvidenceAsync();
        Assert.Equal([new(scene.Sheet.Id, Scene.YesNo, SheetChangeKind.Evidence, unit)], await NextAsync(live));
        await scene.Point().ExecuteAsync(new(file.LinkId, 3, "", ""), default);
        Assert.Equal([new(scene.Sheet.Id, Scene.YesNo, SheetChangeKind.Evidence, null)], await NextAsync(live));
        await scene.Detach().ExecuteAsync(file.LinkId, default);
        Assert.Equal([new(scene.Sheet.Id, Scene.YesNo, SheetChangeKind.Evidence, unit)], await NextAsync(live));
        await scene.Repair().ExecuteAsync(new(scene.Sheet.Id, Scene.YesNo, "Sudah."), default);
        Assert.Contains(new(scene.Sheet.Id, Scene.YesNo, SheetChangeKind.Return, unit), await NextAsync(live));
        await scene.Write().ExecuteAsync(new(scene.Sheet.Id, Scene.YesNo, "Mohon dilihat."), default);
        Assert.Equal([new(scene.Sheet.Id, Scene.YesNo, SheetChangeKind.Message, unit)], await NextAsync(live));
    }

    [Fact]
    public async Task A_withdrawn_assignment_and_a_changed_account_are_told_to_their_unit_and_person()
    {
        using var scene = await Scene.CreateAsync();
        using var ofUnit = scene.Database.Broadcast.Subscribe(scene.Unit.Id);
        using var ofPerson = scene.Database.Broadcast.Subscribe(scene.Coordinator.Id);

        await scene.Database.EndAssignmentsAsync(scene.Evaluator);
        await using (var db = scene.Database.CreateDbContext())
        {
            (await db.Users.SingleAsync(user => user.Id == scene.Coordinator.Id)).IsActive = false;
            await db.SaveChangesAsync();
        }

        Assert.Equal([new(scene.Unit.Id, null, SheetChangeKind.Rights, Guid.Empty)], await NextAsync(ofUnit));
        Assert.Equal([new(scene.Coordinator.Id, null, SheetChangeKind.Rights, null)], await NextAsync(ofPerson));
    }

    private static async Task AnswerAsync(Web.Data.AppDbContext db, Scene scene, string code)
    {
        var answer = new Answer(Guid.CreateVersion7(), scene.Sheet.Id, Layer.Unit, code);
        answer.Change(null, "Catatan.", scene.Coordinator.Id, scene.Database.Clock.GetUtcNow());
        db.Add(answer);
        await db.SaveChangesAsync();
    }

    internal static async Task<IReadOnlyCollection<SheetChange>> NextAsync(SheetSubscription live)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        await foreach (var changes in live.ReadAsync(patience.Token))
        {
            return changes;
        }

        throw new InvalidOperationException("The subscription ended.");
    }

    /// <summary>What waits already; null when nothing does.</summary>
    private static async Task<IReadOnlyCollection<SheetChange>?> WaitingAsync(SheetSubscription live)
    {
        using var now = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));
        try
        {
            await foreach (var changes in live.ReadAsync(now.Token))
            {
                return changes;
            }
        }
        catch (OperationCanceledException)
        {
            // Nothing waited.
        }

        return null;
    }
}
