using Microsoft.EntityFrameworkCore;
using Xunit;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Readiness;
using ZonaIntegritas.Domain.Reminders;
using ZonaIntegritas.Domain.Reviews;
using ZonaIntegritas.Domain.Scoring;
using ZonaIntegritas.Web.Features.Assessments;
using ZonaIntegritas.Web.Features.Reminders;

namespace ZonaIntegritas.Web.Tests.Features.Reminders;

/// <summary>What a day's digests are made of. It is Saturday, 10 October 2026, 07:00 WIB; filling closes on the 17th.</summary>
public sealed class DigestSourceTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(100)]
    [InlineData(113)]
    public async Task Open_questions_are_those_without_an_answer_and_worth_their_weight(int answered)
    {
        using var scene = await Scene.CreateAsync();
        await scene.Database.AnswerAsync(scene.Sheet, questions: answered);
        var places = await PlacesAsync(scene);

        var state = await StateAsync(scene);

        Assert.Equal(113 - answered, state.Unanswered);
        Assert.Equal(
            places.Skip(answered).Select(place => new OpenQuestion(place.Question.Code, place.Question.Statement, place.Leaf.QuestionWeight.ToDecimal())),
            state.OpenQuestions);
    }

    [Fact]
    public async Task Half_filled_counts_notes_and_codes_of_another_version_are_no_answers()
    {
        using var scene = await Scene.CreateAsync();
        var counted = (await PlacesAsync(scene)).First(place => place.Question.Formula is { Inputs.Count: > 1 }).Question;
        await scene.Database.AnswerAsync(scene.Sheet, questions: 5);
        await AddAnswerAsync(scene, counted.Code, new CountsAnswer(new Dictionary<string, long> { [counted.Formula!.Inputs[0].Key] = 1 }));
        await AddAnswerAsync(scene, "B.I.a", null);
        await AddAnswerAsync(scene, "lama.1", new ChoiceAnswer("A"));

        var state = await StateAsync(scene);

        Assert.Equal((5, 108), (state.Answered, state.OpenQuestions.Count));
        Assert.Contains(counted.Code, state.OpenQuestions.Select(question => question.Code));
        Assert.Contains("B.I.a", state.OpenQuestions.Select(question => question.Code));
    }

    [Fact]
    public async Task Each_sheet_keeps_its_own_open_questions()
    {
        using var scene = await Scene.CreateAsync();
        var other = await scene.Database.AddUnitAsync("Dinas Kesehatan");
        await scene.Database.AnswerAsync(await scene.Database.AddSheetAsync(other, scene.Period), questions: 112);
        await scene.Database.AnswerAsync(await scene.Database.AddSheetAsync(scene.Unit, await scene.Database.AddPeriodAsync(2025)));

        var material = await LoadAsync(scene);

        Assert.Equal(
            [("DPMPTSP", 113), ("Dinas Kesehatan", 1)],
            material.SheetsByUnit.Values.Select(sheet => (sheet.UnitName, sheet.OpenQuestions.Count)).OrderByDescending(sheet => sheet.Count));
    }

    [Theory]
    [InlineData(AssessmentStatus.Draft, "2026-10-17T16:59Z", true)] // 23:59 on the last day
    [InlineData(AssessmentStatus.Draft, "2026-10-17T17:00Z", false)]
    [InlineData(AssessmentStatus.Submitted, "2026-10-10T00:00Z", false)]
    public async Task Answers_are_read_only_while_filling_in_is_open(AssessmentStatus status, string now, bool read)
    {
        using var scene = await Scene.CreateAsync();
        if (status != AssessmentStatus.Draft)
        {
            await scene.MoveToAsync(status);
            await using var db = scene.Database.CreateDbContext();
            await db.Answers.Where(answer => answer.QuestionCode == Scene.YesNo).ExecuteDeleteAsync();
        }

        Assert.Equal(read, (await StateAsync(scene, now)).OpenQuestions.Count > 0);
    }

    [Fact]
    public async Task Returned_questions_carry_what_they_are_worth_and_since_when_they_wait()
    {
        using var scene = await Scene.CreateAsync(IndonesianZone.WIT);
        await scene.Database.SubmitAsync(scene.Sheet, scene.Coordinator);
        await scene.Database.ReturnAsync(scene.Sheet, scene.Evaluator, Scene.YesNo, "Lengkapi.");
        // 16:00 UTC is already the 13th in the east.
        scene.Database.Clock.SetUtcNow(new(2026, 10, 12, 16, 0, 0, TimeSpan.Zero));
        await scene.Database.ReturnAsync(scene.Sheet, scene.Evaluator, "B.I.a", "Lampirkan survei.");

        var state = await StateAsync(scene);

        Assert.Equal(
            [
                new ReturnedQuestion(Scene.YesNo, "Lengkapi.") { Points = 0.25m, ReturnedOn = new(2026, 10, 10) },
                new ReturnedQuestion("B.I.a", "Lampirkan survei.") { Points = 17.5m, ReturnedOn = new(2026, 10, 13) },
            ],
            state.Returned);
        Assert.Equal(new DateOnly(2026, 10, 10), state.RepairFrom);
    }

    [Fact]
    public async Task Lost_limits_carry_the_day_at_the_unit_and_mended_ones_are_left_out()
    {
        using var scene = await Scene.CreateAsync(IndonesianZone.WITA);
        var last = await scene.Database.AddSheetAsync(scene.Unit, await scene.Database.AddPeriodAsync(2025));
        var mended = Alert(scene.Sheet, "Mended", GateCrossing.Fell);
        mended.Clear(scene.Database.Clock.GetUtcNow());
        await AddAsync(scene, Alert(scene.Sheet, "Lost", GateCrossing.Fell), mended, Alert(scene.Sheet, "Reached", GateCrossing.Reached), Alert(last, "Earlier", GateCrossing.Fell));

        // 16:30 UTC on the 1st is 00:30 on the 2nd there; whether it is news is each reader's own question.
        Assert.Equal([new FellGate(Layer.Unit, "Lost", 9m, 8m) { On = new(2026, 9, 2) }], (await StateAsync(scene)).Fell);
    }

    [Fact]
    public async Task Preview_of_another_moment_looks_at_the_sheets_from_there()
    {
        using var scene = await Scene.CreateAsync();
        await using var db = scene.Database.CreateDbContext();
        var tomorrow = scene.Database.Clock.GetUtcNow().AddDays(1);

        var material = await Source(scene).LoadAsync(db, tomorrow, default);

        Assert.Equal((tomorrow, new DateOnly(2026, 10, 11), 6), (material.Now, material.SheetsByUnit[scene.Unit.Id].Today, material.SheetsByUnit[scene.Unit.Id].FillDaysLeft));
        Assert.Equal(scene.Database.Clock.GetUtcNow(), (await Source(scene).LoadAsync(db, default)).Now);
    }

    [Fact]
    public async Task Person_is_shown_only_sheets_that_may_concern_the_person()
    {
        using var scene = await Scene.CreateAsync();
        var other = await scene.Database.AddUnitAsync("Dinas Kesehatan");
        await scene.Database.AddSheetAsync(other, scene.Period);
        var material = await LoadAsync(scene);

        Guid[] Units(Role role, Guid? unit, params Guid[] assigned) =>
            [.. material.SheetsFor(new(Guid.Empty, "", role, unit, assigned.ToDictionary(id => id, _ => ReviewDuty.Whole(ReviewTier.Lead)))).Select(sheet => sheet.UnitId)];

        Assert.Equal([scene.Unit.Id], Units(Role.Koordinator, scene.Unit.Id));
        Assert.Equal([other.Id], Units(Role.Evaluator, null, other.Id));
        Assert.Empty(Units(Role.Koordinator, null));
        Assert.Equal(2, Units(Role.Pimpinan, null).Length);
        Assert.Equal(2, Units(Role.Administrator, null).Length);
    }

    [Fact]
    public async Task Number_of_queries_does_not_grow_with_the_number_of_units()
    {
        using var scene = await Scene.CreateAsync();
        await scene.Database.AnswerAsync(scene.Sheet, questions: 50);
        var few = await QueriesAsync(scene);
        foreach (var number in Enumerable.Range(0, 12))
        {
            await scene.Database.AnswerAsync(
                await scene.Database.AddSheetAsync(await scene.Database.AddUnitAsync($"Unit {number}"), scene.Period), questions: 9 * number);
        }

        Assert.Equal(few, await QueriesAsync(scene));
        Assert.InRange(few, 1, 12);
    }

    private static async Task<int> QueriesAsync(Scene scene)
    {
        var counter = new CommandCounter(scene.Database);
        await using var db = counter.CreateDbContext();
        await Source(scene).LoadAsync(db, default);
        return counter.Queries.Count;
    }

    private static GateAlert Alert(Assessment sheet, string label, GateCrossing crossing) => new(
        Guid.CreateVersion7(), sheet.Id, Layer.Unit, new("WBK", label, label, crossing, 9m, 8m), new(2026, 9, 1, 16, 30, 0, TimeSpan.Zero));

    private static async Task AddAnswerAsync(Scene scene, string code, AnswerValue? value)
    {
        var answer = new Answer(Guid.CreateVersion7(), scene.Sheet.Id, Layer.Unit, code);
        answer.Change(value, "Catatan.", scene.Coordinator.Id, scene.Database.Clock.GetUtcNow());
        await AddAsync(scene, answer);
        await using var db = scene.Database.CreateDbContext();
        await SheetKeeper.RescoreAsync(db, await scene.Database.Sheets.OpenAsync(db, scene.Sheet.Id, default), Layer.Unit, default);
    }

    private static async Task AddAsync(Scene scene, params object[] rows)
    {
        await using var db = scene.Database.CreateDbContext();
        db.AddRange(rows);
        await db.SaveChangesAsync();
    }

    private static async Task<IReadOnlyList<Domain.Instruments.QuestionPlace>> PlacesAsync(Scene scene)
    {
        await using var db = scene.Database.CreateDbContext();
        return (await scene.Database.Instruments.GetAsync(db, scene.Sheet.InstrumentVersionId, default)).Places;
    }

    private static DigestSource Source(Scene scene) => new(scene.Database.Instruments, scene.Database.Clock);

    private static async Task<DigestMaterial> LoadAsync(Scene scene, string? now = null)
    {
        await using var db = scene.Database.CreateDbContext();
        return now is null
            ? await Source(scene).LoadAsync(db, default)
            : await Source(scene).LoadAsync(db, DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture), default);
    }

    private static async Task<SheetState> StateAsync(Scene scene, string? now = null) => (await LoadAsync(scene, now)).SheetsByUnit[scene.Unit.Id];
}
