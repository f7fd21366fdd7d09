using Microsoft.EntityFrameworkCore;
using Xunit;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Reviews;
using ZonaIntegritas.Domain.WorkUnits;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.Assessments;
using ZonaIntegritas.Web.Features.Evidence;
using ZonaIntegritas.Web.Features.Reviews;

namespace ZonaIntegritas.Web.Tests.Features.Reviews;

/// <summary>What the database counts is what the desk shows question by question.</summary>
public sealed class SheetWaitsReaderTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Counts_are_those_of_the_desk_whatever_was_judged_returned_and_changed(int seed)
    {
        using var scene = await Scene.CreateAsync();
        var random = new Random(seed);
        await scene.MoveToAsync(AssessmentStatus.InReview);
        await AddTeamAsync(scene, random);
        await JudgeAsync(scene, random);
        await ChangeEvidenceAsync(scene, random);
        await ReturnAsync(scene, random);

        await using var db = scene.Database.CreateDbContext();
        var waits = (await LoadAsync(scene, db, scene.Sheet, scene.Unit)).Single().Value;

        var open = await scene.Database.Sheets.OpenAsync(db, scene.Sheet.Id, default);
        var table = await TierTable.LoadAsync(db, open, null, default);
        var withUnit = open.Assessment.ReturnedItems.Where(item => item.State == ReturnedItemState.Open).Select(item => item.QuestionCode).ToHashSet();
        foreach (var area in waits.Areas)
        {
            var places = open.Instrument.Places.Where(place => place.Area.Code == area.Area).ToList();
            var next = places.Where(place => !withUnit.Contains(place.Question.Code)).Select(place => table.Review(place).Next).ToList();
            Assert.Equal(places.Count, area.Questions);
            Assert.All(Enum.GetValues<ReviewTier>(), tier => Assert.Equal((area.Area, tier, next.Count(each => each == tier)), (area.Area, tier, area.Waiting.GetValueOrDefault(tier))));
            Assert.Equal(places.Count(place => withUnit.Contains(place.Question.Code)), area.WithUnit);
        }

        Assert.Equal(113, waits.Areas.Sum(area => area.Questions));
        Assert.True(waits.WithUnit > 0);
    }

    [Fact]
    public async Task Many_sheets_take_as_many_queries_as_one()
    {
        using var scene = await Scene.CreateAsync();
        List<(Assessment, WorkUnit)> sheets = [(scene.Sheet, scene.Unit)];
        foreach (var number in Enumerable.Range(0, 20))
        {
            var unit = await scene.Database.AddUnitAsync($"Unit {number}");
            sheets.Add((await scene.Database.AddSheetAsync(unit, scene.Period), unit));
        }

        var counter = new CommandCounter(scene.Database);
        await using var db = counter.CreateDbContext();
        var waits = await SheetWaitsReader.LoadAsync(
            db, scene.Database.Instruments, [.. sheets.Select(sheet => new CountedSheet(sheet.Item1.Id, sheet.Item2.Id, scene.Period.InstrumentVersionId))], default);

        Assert.Equal(21, waits.Count);
        // The instrument is read once per process, then three queries remain.
        Assert.InRange(counter.Queries.Count, 3, 4);
        Assert.Empty(await SheetWaitsReader.LoadAsync(db, scene.Database.Instruments, [], default));
    }

    [Fact]
    public async Task Closed_accounts_and_people_of_the_unit_are_waited_for_by_nobody()
    {
        using var scene = await Scene.CreateAsync();
        await scene.MoveToAsync(AssessmentStatus.Submitted);
        await scene.Database.AssignAsync(await scene.Database.AddUserAsync(Role.Evaluator, scene.Unit), scene.Unit, ReviewTier.Member);
        await scene.Database.CloseAccountAsync(scene.Evaluator);
        await using var db = scene.Database.CreateDbContext();

        var waits = (await LoadAsync(scene, db, scene.Sheet, scene.Unit)).Single().Value;

        Assert.All(waits.Areas, area => Assert.Equal([ReviewTier.Controller], area.Tiers));
        Assert.Equal(113, waits.For(ReviewDuty.Whole(ReviewTier.Controller)));
    }

    private static Task<IReadOnlyDictionary<Guid, SheetWaits>> LoadAsync(Scene scene, AppDbContext db, Assessment sheet, WorkUnit unit) =>
        SheetWaitsReader.LoadAsync(db, scene.Database.Instruments, [new(sheet.Id, unit.Id, scene.Period.InstrumentVersionId)], default);

    private static async Task AddTeamAsync(Scene scene, Random random)
    {
        if (random.Next(3) > 0)
        {
            await scene.Database.AssignAsync(await scene.Database.AddUserAsync(Role.Evaluator), scene.Unit, ReviewTier.Member, "A.1", "A.3", "B.I");
        }

        if (random.Next(2) > 0)
        {
            await scene.Database.AssignAsync(await scene.Database.AddUserAsync(Role.Evaluator), scene.Unit, ReviewTier.Member, "A.5");
        }
    }

    private static async Task JudgeAsync(Scene scene, Random random)
    {
        await using var db = scene.Database.CreateDbContext();
        var open = await scene.Database.Sheets.OpenAsync(db, scene.Sheet.Id, default);
        foreach (var question in open.Instrument.Places.Select(place => place.Question))
        {
            foreach (var tier in Enum.GetValues<ReviewTier>().Where(_ => random.Next(4) > 0))
            {
                var judgement = new TierJudgement(scene.Sheet.Id, question.Code, tier);
                for (var times = random.Next(1, 3); times > 0; times--)
                {
                    judgement.Change(new(random.Next(8) == 0 ? null : TestDatabase.BestAnswer(question), ""), random.Next(0, 3), scene.Evaluator.Id, open.Now);
                }

                db.Add(judgement);
            }

            if (random.Next(3) > 0)
            {
                var answer = new Answer(Guid.CreateVersion7(), scene.Sheet.Id, Layer.Tpi, question.Code);
                answer.Change(TestDatabase.BestAnswer(question), "", scene.Evaluator.Id, open.Now);
                db.Add(answer);
            }
        }

        await db.SaveChangesAsync();
    }

    /// <summary>Some judged as shown, some with a document that came after, some with one taken off since.</summary>
    private static async Task ChangeEvidenceAsync(Scene scene, Random random)
    {
        await using var db = scene.Database.CreateDbContext();
        var codes = (await scene.Database.Sheets.OpenAsync(db, scene.Sheet.Id, default)).Instrument.Places.Select(place => place.Question.Code).ToArray();
        for (var number = 0; number < 12; number++)
        {
            var item = new Domain.Evidence.EvidenceItem(Guid.CreateVersion7(), scene.Unit.Id, $"Dokumen {number}", scene.Coordinator.Id, default);
            var version = Domain.Evidence.EvidenceVersion.OfLink(
                new(Guid.CreateVersion7(), item.Id, scene.Unit.Id, item.NextVersion(), scene.Coordinator.Id, default), "https://contoh.test/" + number);
            var link = new Domain.Evidence.EvidenceLink(Guid.CreateVersion7(), scene.Sheet.Id, codes[random.Next(codes.Length)], version, scene.Coordinator.Id, default);
            db.AddRange(item, version, link);
            await db.SaveChangesAsync();
            if (random.Next(2) == 0)
            {
                await ReviewBasis.RecordAsync(db, scene.Sheet.Id, Layer.Tpi, link.QuestionCode, null, default);
            }

            if (random.Next(3) == 0)
            {
                await db.EvidenceLinks.Where(each => each.Id == link.Id).ExecuteUpdateAsync(set => set.SetProperty(each => each.DetachedAt, scene.Database.Clock.GetUtcNow()));
            }
        }
    }

    private static async Task ReturnAsync(Scene scene, Random random)
    {
        await using var db = scene.Database.CreateDbContext();
        var open = await scene.Database.Sheets.OpenAsync(db, scene.Sheet.Id, default);
        foreach (var place in open.Instrument.Places.OrderBy(_ => random.Next()).Take(10))
        {
            open.Assessment.Return(place.Question, "Lengkapi.", open.Period, scene.Evaluator.Id, open.Now, open.Today);
        }

        await db.SaveChangesAsync();
        await db.ReturnedItems.OrderBy(item => item.Id).Take(5).ExecuteUpdateAsync(set => set.SetProperty(item => item.State, ReturnedItemState.Repaired));
    }
}
